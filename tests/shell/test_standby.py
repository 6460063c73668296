import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from lessongen.shell.standby import Standby

PARENT = os.getpid()

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")


def nothing() -> None:
    """Nothing has to be loaded."""


@pytest.mark.parametrize("children", [0, 1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 3, 20])
def test_results_come_in_the_order_of_the_items(children: int, count: int) -> None:
    standby = Standby(nothing, lambda item: (item[0], item[1].upper()), children)
    standby.give([(number, f"item {number}") for number in range(count)])
    assert standby.results() == [(number, f"ITEM {number}") for number in range(count)]


def test_items_and_results_may_be_larger_than_a_pipe() -> None:
    standby: Standby[str] = Standby(nothing, lambda item: item * 2, 2)
    standby.give(["x" * 3_000_000] * 3)
    assert [len(each) for each in standby.results()] == [6_000_000] * 3


PROGRAM = """
import os, time
from lessongen.shell.standby import Standby
loaded = []
standby = Standby(lambda: loaded.append(os.getpid()), lambda item: (loaded[0], item), 2)
standby.give(["a", "b", "c"])
(first, _), (second, _), (third, _) = standby.results()
assert len({first, second, os.getpid()}) == 3
assert first == third
assert not loaded
Standby(lambda: time.sleep(600), str, 2).end()
Standby(lambda: None, str, 2).end()
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("nobody is left")
"""


def test_others_get_ready_and_work_and_nobody_is_left() -> None:
    # In a process of its own: nothing is forked where other tests have left a thread.
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, check=True, text=True
    )
    assert done.stdout == "nobody is left\n"


def harm_in_child(harm: Callable[[], object], item: str = "") -> str:
    """The item as work gives it back; a child comes to harm, the parent does not."""
    if os.getpid() != PARENT:
        harm()
    return item.upper()


@pytest.mark.parametrize(
    "harm", [lambda: os._exit(3), lambda: os.kill(os.getpid(), 9), lambda: 1 / 0]
)
def test_what_a_child_does_not_deliver_we_work_out(
    harm: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    unready: Standby[str] = Standby(lambda: harm_in_child(harm), str.upper, 2)
    unready.give(["a" * 2_000_000, "b"])
    assert unready.results() == ["A" * 2_000_000, "B"]
    failing: Standby[str] = Standby(nothing, lambda item: harm_in_child(harm, item), 2)
    failing.give(["a", "b"])
    assert failing.results() == ["A", "B"]
    assert capfd.readouterr() == ("", "")
