"""Verdicts against the truth, unit by unit: alarms that were due, and alarms that were not."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.tracking.pieces import Lesson, Piece
from lessongen.model.translation import SETTLED, DocumentState, UnitPair, UnitState

_REPEATED = "paragraph repeated"


@dataclass(slots=True)
class Row:
    """What one kind of edit came to."""

    units: int = 0
    due: int = 0  # alarms that were due
    raised: int = 0  # of these, how many were raised
    false: int = 0  # alarms that were not due
    exact: int = 0  # units whose state is the very one expected


@dataclass(slots=True)
class Score:
    """All verdicts so far."""

    rows: dict[str, Row] = field(default_factory=dict)
    lessons: dict[str, Counter[bool]] = field(default_factory=dict)
    rewrites: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of due alarms that were raised."""
        due = sum(row.due for row in self.rows.values())
        return sum(row.raised for row in self.rows.values()) / due if due else 1.0

    @property
    def precision(self) -> float:
        """The share of raised alarms that were due."""
        raised = sum(row.raised for row in self.rows.values())
        false = sum(row.false for row in self.rows.values())
        return raised / (raised + false) if raised else 1.0

    @property
    def all_lessons_right(self) -> bool:
        """Whether the state of every lesson is the right one."""
        return not any(counts[False] for counts in self.lessons.values())

    def summary(self) -> str:
        """The score in one line."""
        lessons = sum((counts for counts in self.lessons.values()), Counter[bool]())
        return (
            f"recall {self.recall:.4f}, precision {self.precision:.4f}, "
            f"lessons {lessons[True]} of {lessons.total()} right"
        )

    def rewritten(self, name: str) -> None:
        """Counts a file that was rewritten in a way that means nothing."""
        self.rewrites[name] += 1

    def lesson(self, key: str, edit: str, state: DocumentState, expected: DocumentState) -> None:
        """Counts the verdict on a lesson."""
        self.lessons.setdefault(edit, Counter())[state == expected] += 1
        if state != expected:
            self.misses.append(f"{key}: {edit}: {state}, not {expected}")

    def units(self, key: str, pairs: Sequence[UnitPair], pieces: Mapping[int, Piece]) -> None:
        """Counts the verdicts on a lesson's source units; pieces by the identity of the unit."""
        repeated: dict[str, list[UnitState]] = {}
        for pair in pairs:
            for unit in pair.sources:
                piece = pieces[id(unit)]
                if piece.edit == _REPEATED:
                    repeated.setdefault(piece.raw, []).append(pair.state)
                else:
                    self._count(key, piece.edit, pair.state, piece.expected, unit.text)
        for text, states in repeated.items():
            # One of the copies has the translation, whichever.
            calm_first = sorted(states, key=lambda state: state not in SETTLED)
            self._count(key, _REPEATED, calm_first[0], frozenset({"ok", "moved"}), text)
            for state in calm_first[1:]:
                self._count(key, _REPEATED, state, frozenset({"new"}), text)

    def gone(
        self, key: str, pairs: Sequence[UnitPair], there: Mapping[int, Piece], english: Lesson
    ) -> None:
        """Counts the verdicts on translations whose source is gone."""
        for pair in pairs:
            for unit in pair.targets:
                edit = english.removed.get(there[id(unit)].origin)
                if edit is not None:
                    self._count(key, edit, pair.state, frozenset({"removed"}), unit.text)

    def _count(
        self, key: str, edit: str, state: UnitState, expected: frozenset[UnitState], text: str
    ) -> None:
        row = self.rows.setdefault(edit, Row())
        is_due, is_raised = not expected <= SETTLED, state not in SETTLED
        row.units += 1
        row.due += is_due
        row.raised += is_due and is_raised
        row.false += is_raised and not is_due
        row.exact += state in expected
        if is_due != is_raised:
            self.misses.append(f"{key}: {edit}: {state}, not {'/'.join(sorted(expected))}: {text}")


def table(score: Score) -> Iterator[str]:
    """The lines of the report: the score, and how it came about by kind of edit."""
    yield score.summary()
    yield ""
    yield f"{'edit':<30}{'units':>8}{'alarms due':>12}{'raised':>9}{'false':>8}{'exact state':>13}"
    for name, row in sorted(score.rows.items()):
        raised = f"{row.raised / row.due:.1%}" if row.due else "–"
        exact = f"{row.exact / row.units:.1%}"
        yield f"{name:<30}{row.units:>8}{row.due:>12}{raised:>9}{row.false:>8}{exact:>13}"
    yield ""
    yield f"{'whole lesson':<30}{'lessons':>8}{'right':>12}"
    for name, counts in sorted(score.lessons.items()):
        yield f"{name:<30}{counts.total():>8}{counts[True]:>12}"
    yield ""
    yield "Rewritten without meaning, on top of that:"
    yield ", ".join(f"{name} {count} ×" for name, count in sorted(score.rewrites.items()))
