"""One run of a command as a whole process: time and memory as the system counts them."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

# The system counts in KiB on Linux and in bytes on macOS.
UNIT = 1 if sys.platform == "darwin" else 1024
MIB = 1024 * 1024


class Run(NamedTuple):
    """What one run cost."""

    seconds: float
    peak_mib: float


class BuildFailedError(Exception):
    """A generator ended with an error; the text is what it said."""


def measure(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command in a folder and return its cost; raises BuildFailedError if it fails.

    A child starts with the memory of the process that forks it, so this program stays small:
    no figure can be lower than its own (see `own_peak_mib`).
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise BuildFailedError(said.read().decode(errors="replace"))
    return Run(seconds, usage.ru_maxrss * UNIT / MIB)


def own_peak_mib() -> float:
    """Return the peak memory of this program."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / MIB
