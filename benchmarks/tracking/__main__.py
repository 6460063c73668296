"""`python -m benchmarks.tracking`: labelled edits on this repository's lessons, and a score."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.tracking.adoption import adoption_table
from benchmarks.tracking.lessons import read_lessons
from benchmarks.tracking.score import Score, table
from benchmarks.tracking.speed import GOAL as SPEED_GOAL
from benchmarks.tracking.speed import SIZES, speed_of, speed_table
from benchmarks.tracking.term import course_of, play_term

CONTENT = Path(__file__).parent.parent.parent / "content"
GOAL = 0.99


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; the exit code is 1 if a goal is missed."""
    options = _parser().parse_args(arguments)
    if options.speed:
        speeds = [speed_of(size, options.turns) for size in options.sizes or SIZES]
        print(*speed_table(speeds), sep="\n")
        return 0 if all(each.ratio < SPEED_GOAL for each in speeds) else 1
    course = course_of(read_lessons(CONTENT, furnish=True))
    score = Score()
    for seed in range(options.first, options.first + options.seeds):
        play_term(course, seed, score)
        if options.progress:
            print(f"seed {seed}: {score.summary()}", file=sys.stderr)
    print(*table(score), sep="\n")
    print()
    print(*adoption_table(read_lessons(CONTENT, furnish=False)), sep="\n")
    if options.misses:
        print(*score.misses[: options.misses], sep="\n")
    return 0 if min(score.recall, score.precision) >= GOAL and score.all_lessons_right else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tracking", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many terms to play")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--misses", type=int, default=0, help="wrong verdicts to print")
    parser.add_argument("--progress", action="store_true", help="a line for each term")
    parser.add_argument("--speed", action="store_true", help="time `tr` beside builds instead")
    parser.add_argument("--sizes", type=int, nargs="*", help="with --speed: lessons of the courses")
    parser.add_argument("--turns", type=int, default=5, help="with --speed: how often each runs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
