"""`python -m benchmarks.serving`: from saving a lesson to its new words in a real page."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from benchmarks.course import Lesson, make_course
from benchmarks.lessongen_system import Lessongen
from benchmarks.measure import MIB

SIZES = (25, 250, 2500)
GOALS: Mapping[int, float] = MappingProxyType({25: 0.060, 2500: 0.250})  # seconds, the median
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADDRESS = re.compile(r"http://\S+/")
PAUSE = 0.5  # seconds between two saves: nobody saves more often
# Resolves when the words are in the page, with the time by the clock that the system has, too.
WATCH = """(words) => { window.seen = new Promise((resolve) => {
  const look = () => document.querySelector("main").textContent.includes(words);
  new MutationObserver((_, observer) => {
    if (look()) { observer.disconnect(); resolve(Date.now()); }
  }).observe(document.body, {childList: true, subtree: true, characterData: true});
}); }"""


class Figure(NamedTuple):
    """What saving cost in a course of so many lessons, all in seconds but the memory."""

    size: int
    start: float
    saves: tuple[float, ...]
    mib: float  # that the server holds in the end

    @property
    def median(self) -> float:
        """Half of the saves were quicker."""
        return median(self.saves)

    @property
    def p95(self) -> float:
        """Nineteen of twenty saves were quicker."""
        return sorted(self.saves)[max(0, round(0.95 * len(self.saves)) - 1)]

    @property
    def is_good(self) -> bool:
        """Whether the goal is met, if there is one."""
        return self.median <= GOALS.get(self.size, self.median)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; the exit code is 1 if a goal is missed."""
    options = _parser().parse_args(arguments)
    figures = [_figure(size, options.saves) for size in options.sizes]
    print(*table(figures), sep="\n")
    return 0 if all(figure.is_good for figure in figures) else 1


def table(figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the lines of the table."""
    names = ("lessons", "start", "median", "p95", "goal", "memory")
    yield f"{names[0]:>8}" + "".join(f"{name:>10}" for name in names[1:])
    for each in figures:
        goal = f"{GOALS[each.size] * 1000:.0f} ms" if each.size in GOALS else "–"
        times = f"{each.median * 1000:>7.0f} ms{each.p95 * 1000:>7.0f} ms{goal:>10}"
        yield f"{each.size:>8}{each.start:>8.2f} s{times}{each.mib:>6.0f} MiB"


def _figure(size: int, saves: int) -> Figure:
    with tempfile.TemporaryDirectory(prefix="lessongen-bench-") as name:
        folder = Path(name)
        lessons = list(make_course(size))
        Lessongen().lay_out(folder, lessons)
        started = time.perf_counter()
        with _server(folder) as (server, address), _page() as page:
            start = time.perf_counter() - started
            times = tuple(_saves(folder, lessons, address, page, saves))
            return Figure(size, start, times, _memory(server.pid))


def _saves(
    folder: Path, lessons: Sequence[Lesson], address: str, page: Page, saves: int
) -> Iterator[float]:
    """Save a lesson so often; the first time counts as practice."""
    random = Random(0)
    lesson = random.choice([each for each in lessons if each.language == "en"])
    file = Lessongen().source(folder, lesson)
    page.goto(f"{address}en/{lesson.slug}/")
    page.wait_for_load_state("networkidle", timeout=60_000)
    time.sleep(PAUSE)
    for number in range(saves + 1):
        words = f"saved-{number}-times"
        page.evaluate(WATCH, words)
        text = file.read_text(encoding="utf-8").rstrip() + f"\n\nThis was {words}.\n"
        file.write_text(text, encoding="utf-8")
        saved = time.time()
        seen = page.evaluate("window.seen") / 1000
        if number:
            yield seen - saved
        time.sleep(PAUSE + random.random() / 10)


@contextmanager
def _server(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """`lessongen serve` on a free port."""
    program = Path(sys.executable).parent / "lessongen"
    said = folder / "said"
    with said.open("w", encoding="utf-8") as out:
        command = (program, "--project", folder, "serve", "--port", "0")
        server = subprocess.Popen(command, stdout=out, stderr=out)
    try:
        while not (found := ADDRESS.search(said.read_text(encoding="utf-8"))):
            if server.poll() is not None:
                sys.exit(said.read_text(encoding="utf-8"))
            time.sleep(0.01)
        yield server, found[0]
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _page() -> Iterator[Page]:
    browser = os.environ.get("CHROME_PATH") or next(filter(None, map(shutil.which, BROWSERS)), "")
    if not browser:
        sys.exit("This needs a browser: apt-get install chromium, or name one in CHROME_PATH.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        yield started.new_page()
        started.close()


def _memory(pid: int) -> float:
    """What a process holds, where the system says so; else 0."""
    try:
        status = Path(f"/proc/{pid}/statm").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(status.split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=list(SIZES), help="lessons, as 25,250")
    parser.add_argument("--saves", type=int, default=30, help="counted saves for each size")
    return parser


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
