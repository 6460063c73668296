"""`make bench`: build the same course with each system and compare."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.contest import Figure, WrongOutputError, hold
from benchmarks.hugo_system import Hugo
from benchmarks.lessongen_system import Lessongen
from benchmarks.measure import BuildFailedError, own_peak_mib
from benchmarks.pelican_system import Pelican
from benchmarks.report import save, table
from benchmarks.systems import System

BENCH = Path(__file__).parent.parent / ".bench"
ENVIRONMENT = BENCH / "venv"
SYSTEMS: Mapping[str, Callable[[], System]] = {
    # As `pip install lessongen` gives it: nobody else draws cards or indexes pages, and these
    # extras tell how long they take themselves.
    "lessongen": lambda: Lessongen(ENVIRONMENT),
    "hugo": lambda: Hugo(ENVIRONMENT),
    "pelican": lambda: Pelican(ENVIRONMENT),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and return the exit code."""
    options = _parser().parse_args(arguments)
    systems = [SYSTEMS[name]() for name in options.systems]
    try:
        figures = _figures(systems, options.sizes, options.runs)
    except (BuildFailedError, WrongOutputError) as error:
        print(error, file=sys.stderr)
        return 1
    reference = "hugo" if "hugo" in options.systems else options.systems[0]
    print(*table(figures, reference), sep="\n")
    print(f"No peak can be lower than this program's own, {own_peak_mib():.0f} MiB.")
    save(figures, options.output)
    print(f"Every run: {options.output}")
    return 0


def _figures(systems: Sequence[System], sizes: Sequence[int], turns: int) -> list[Figure]:
    figures: list[Figure] = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="lessongen-bench-") as folder:
            figures += hold(systems, size=size, turns=turns, folder=Path(folder))
    return figures


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench ARGS='…'", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=[25, 250], help="lessons, as 25,250")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each build")
    parser.add_argument("--systems", type=_systems, default=list(SYSTEMS), help=",".join(SYSTEMS))
    parser.add_argument("--output", type=Path, default=BENCH / "figures.json", help="JSON file")
    return parser


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _systems(text: str) -> list[str]:
    names = text.split(",")
    unknown = [name for name in names if name not in SYSTEMS]
    if unknown:
        raise argparse.ArgumentTypeError(
            f"no system {unknown[0]!r}; there are {', '.join(SYSTEMS)}"
        )
    return names


if __name__ == "__main__":
    sys.exit(main())
