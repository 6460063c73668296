"""The figures as a table and as JSON."""

import json
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.contest import SCENARIOS, Figure

HEAD = f"{'lessons':>8}  {'system':<10}" + "".join(f"{name:>20}" for name in SCENARIOS)
HEAD += f"{'peak memory':>22}"


def table(figures: Sequence[Figure], reference: str) -> Iterator[str]:
    """Yield the lines of the table: medians, and the median of the paired ratios."""
    yield HEAD
    for size in dict.fromkeys(figure.size for figure in figures):
        for system in dict.fromkeys(figure.system for figure in figures):
            cells = [_time_cell(figures, size, system, reference, name) for name in SCENARIOS]
            memory = _memory_cell(figures, size, system, reference)
            yield f"{size:>8}  {system:<10}" + "".join(cells) + memory
    yield f"× is the ratio to {reference}, the median of the pairs; memory is that of a cold build."


def save(figures: Sequence[Figure], path: Path) -> None:
    """Write every single run as JSON."""
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    rows = [{**figure._asdict(), "run": figure.run._asdict()} for figure in figures]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": machine, "figures": rows}, indent=1), encoding="utf-8")


def _time_cell(
    figures: Sequence[Figure], size: int, system: str, reference: str, scenario: str
) -> str:
    own = _values(figures, size, system, scenario, "seconds")
    ratio = _ratio(own, _values(figures, size, reference, scenario, "seconds"))
    return f"{median(own.values()):>11.3f} s {ratio:>6}"


def _memory_cell(figures: Sequence[Figure], size: int, system: str, reference: str) -> str:
    own = _values(figures, size, system, "cold", "peak_mib")
    ratio = _ratio(own, _values(figures, size, reference, "cold", "peak_mib"))
    return f"{median(own.values()):>10.0f} MiB {ratio:>7}"


def _values(
    figures: Sequence[Figure], size: int, system: str, scenario: str, what: str
) -> dict[int, float]:
    """Return turn → figure, so that figures of one turn can be paired."""
    wanted = (size, scenario, system)
    return {f.turn: getattr(f.run, what) for f in figures if f[:3] == wanted}


def _ratio(own: dict[int, float], reference: dict[int, float]) -> str:
    return f"{median(own[turn] / reference[turn] for turn in own):.2f} ×"
