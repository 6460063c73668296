import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pytest

from lessongen.model.problem import Outcome
from lessongen.model.source import Span
from lessongen.shell.workers import Forked, begin_forked, spare_processes
from tests.build.builders import problem

R = TypeVar("R")

ITEMS = [f"item {number}" for number in range(100)]
PARENT = os.getpid()

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")


def work(item: str) -> Outcome[tuple[str, Span]]:
    return Outcome(value=(item.upper(), Span(path=item, line=7)), problems=(problem(item),))


def shared(work: Callable[[str], R], items: Sequence[str], processes: int) -> Sequence[R]:
    """What so many processes make of the items, this one among them."""
    return begin_forked(work, items, processes - 1).results()


def said_by(program: str) -> str:
    """What a program says in a process of its own.

    Nothing is forked where other tests have left a thread, and what other tests have started is
    nobody's business here.
    """
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def in_child(harm: Callable[[], object]) -> Callable[[str], str]:
    """Work at which a child comes to harm; the parent does not."""

    def harmful(item: str) -> str:
        if os.getpid() != PARENT and item == "item 41":
            harm()
        return item

    return harmful


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
@pytest.mark.parametrize("count", [0, 1, 2, 10, 99])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    assert shared(work, ITEMS[:count], jobs) == [work(item) for item in ITEMS[:count]]


def test_the_work_is_done_by_several_processes() -> None:
    program = (
        "import os, time; from lessongen.shell.workers import begin_forked;"
        f"forked = begin_forked(lambda _: time.sleep(0.01) or os.getpid(), {ITEMS!r}, 2);"
        "print(len(set(forked.results())))"
    )
    assert said_by(program) == "3\n"


ALONE = """
import os, time
from lessongen.shell.workers import begin_forked
forked = begin_forked(lambda _: os.getpid(), ["item"], 1)
assert forked.is_shared
assert forked.results(helping=False) != [os.getpid()]
assert not forked.is_shared
begin_forked(lambda _: time.sleep(600), ["item"] * 9, 2).end()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("nobody is left")
"""


def test_who_does_not_help_leaves_the_work_to_others_and_ends_what_nobody_waits_for() -> None:
    assert said_by(ALONE) == "nobody is left\n"


def test_only_who_works_here_is_noted() -> None:
    noted: list[int] = []
    assert begin_forked(str.upper, ITEMS[:3], 0, note=noted.append).results()
    assert noted == [0, 1, 2]


def test_a_queue_longer_than_a_pipe_serves_every_item_once() -> None:
    many = [str(number) for number in range(5000)]
    assert shared(str.upper, many, 3) == many


def test_one_job_is_no_process_beside_this_one() -> None:
    assert spare_processes(1) == 0
    assert spare_processes(3) == 2
    assert set(shared(lambda _: os.getpid(), ITEMS, 1)) == {os.getpid()}


def test_many_results_do_not_fill_the_pipe(capfd: pytest.CaptureFixture[str]) -> None:
    big = shared(lambda item: item * 50_000, ITEMS, 4)
    assert [len(each) for each in big] == [len(item) * 50_000 for item in ITEMS]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "harm",
    [
        lambda: os._exit(0),
        lambda: os._exit(3),
        lambda: os.kill(os.getpid(), 9),
        lambda: sys.exit(1),
        lambda: 1 / 0,
    ],
)
def test_what_a_child_does_not_deliver_the_parent_works_out(
    harm: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    assert shared(in_child(harm), ITEMS, 3) == ITEMS
    assert capfd.readouterr() == ("", "")


def test_a_result_that_cannot_be_sent_is_worked_out_by_the_parent() -> None:
    results: Any = shared(lambda item: [item], ITEMS, 2)
    assert results == [[item] for item in ITEMS]


def test_what_fails_everywhere_fails_here() -> None:
    def fail(item: str) -> str:
        raise ValueError(item)

    with pytest.raises(ValueError, match="item 0"):
        shared(fail, ITEMS, 2)


FAILING = """
import os
from lessongen.shell.workers import begin_forked
def fail(item):
    if item == "2":
        raise ValueError(item)
    return item
try:
    begin_forked(fail, [str(number) for number in range(100)], 1).results()
except ValueError as error:
    print(error)
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("nobody is left")
"""


def test_no_process_is_left_behind() -> None:
    assert said_by(FAILING) == "2\nnobody is left\n"


def test_without_fork_one_process_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert set(shared(lambda _: os.getpid(), ITEMS, 4)) == {os.getpid()}


def test_a_system_that_cannot_fork_now_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", full)
    assert shared(work, ITEMS, 4) == [work(item) for item in ITEMS]


# --- processes that are there before their work --------------------------------


@pytest.mark.parametrize("children", [0, 1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 3, 20])
def test_work_can_come_later(children: int, count: int) -> None:
    forked: Forked[tuple[int, str], tuple[int, str]] = Forked(
        lambda item: (item[0], item[1].upper()), children
    )
    forked.give([(number, f"item {number}") for number in range(count)])
    assert forked.results(helping=False) == [(n, f"ITEM {n}") for n in range(count)]


def test_items_and_results_may_be_larger_than_a_pipe() -> None:
    forked: Forked[str, str] = Forked(lambda item: item * 2, 2)
    forked.give(["x" * 3_000_000] * 3)
    assert [len(each) for each in forked.results(helping=False)] == [6_000_000] * 3


def test_what_is_done_here_may_be_done_in_another_way() -> None:
    alone: Forked[str, int] = Forked(len, 0)
    alone.give(["abc"], here=lambda item: -len(item))
    assert alone.results() == [-3]


LATER = """
import os, time
from lessongen.shell.workers import Forked
loaded = []
forked = Forked(
    lambda item: time.sleep(0.05) or (loaded[0], item),
    2,
    get_ready=lambda: loaded.append(os.getpid()),
)
time.sleep(0.2)
forked.give(["a", "b", "c"])
processes = {process for process, _ in forked.results(helping=False)}
assert len(processes) == 2
assert os.getpid() not in processes
assert not loaded
Forked(str, 2, get_ready=lambda: time.sleep(600)).end()
Forked(str, 2).end()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("nobody is left")
"""


def test_others_get_ready_and_work_and_nobody_is_left() -> None:
    assert said_by(LATER) == "nobody is left\n"


@pytest.mark.parametrize(
    "harm", [lambda: os._exit(3), lambda: os.kill(os.getpid(), 9), lambda: 1 / 0]
)
def test_who_does_not_get_ready_leaves_the_work_to_us(
    harm: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    forked: Forked[str, str] = Forked(str.upper, 2, get_ready=harm)
    forked.give(["a" * 2_000_000, "b"])
    assert forked.results() == ["A" * 2_000_000, "B"]
    assert capfd.readouterr() == ("", "")
