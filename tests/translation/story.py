"""A lesson, its translation and its record through any number of edits and verbs."""

from collections.abc import Sequence
from random import Random

from lessongen.model.translation import SETTLED, Record, UnitPair
from lessongen.model.unit import Unit
from lessongen.translation.accept import accept, mark_harmless, mark_urgent
from lessongen.translation.normal import form, joined_form
from lessongen.translation.pairing import pair_units
from lessongen.translation.record import read_record, write_record
from lessongen.translation.state import is_copied_code
from tests.translation.builders import confirmed
from tests.translation.strategies import SPANISH, broken, edit, lesson, translated, units_of


class Story:
    """A lesson, its translation and its record through any number of edits and verbs.

    It remembers what was confirmed: nothing else may ever be called ok.
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        self.english = lesson(random)
        self.spanish = [translated(random, line) for line in self.english]
        self.record = Record()
        self.confirmed: set[str] = set()

    def confirm_all(self) -> None:
        """All of the first translation was confirmed, unit by unit."""
        sources, targets = units_of(self.english), units_of(self.spanish)
        self.record = confirmed(sources, targets)
        self.confirmed.update(map(form, sources))

    def pairs(self) -> tuple[UnitPair, ...]:
        """The pairs now, after a look at what must always hold."""
        sources, targets = units_of(self.english), units_of(self.spanish)
        pairs = pair_units(self.record, sources, targets)
        assert_covered(pairs, sources, targets)
        for pair in pairs:
            if pair.sources and settled(pair) and pair.state != "typography":
                assert self._is_known(pair)
        return pairs

    def _is_known(self, pair: UnitPair) -> bool:
        """Whether somebody confirmed this text, as a whole or piece by piece."""
        return (
            is_copied_code(pair.sources, pair.targets)
            or joined_form(pair.sources) in self.confirmed
            or self.confirmed.issuperset(map(form, pair.sources))
        )

    def accept(self, chosen: set[int] | None = None) -> None:
        """Says `ok` to some units or all."""
        pairs = self.pairs()
        change = accept(self.record, pairs, by="Ana", date="2026-06-01", chosen=chosen)
        self._confirm(change.done)
        self.record = change.record

    def harmless(self) -> None:
        """The author calls all changes harmless."""
        change = mark_harmless(self.record, self.pairs(), by="Ira", date="2026-06-02")
        self._confirm(change.done)
        self.record = change.record

    def urgent(self) -> None:
        """The author calls some translations misleading."""
        pairs = self.pairs()
        change = mark_urgent(self.record, pairs, chosen=self.some(pairs), date="2026-06-03")
        self.record = change.record

    def some(self, pairs: Sequence[UnitPair]) -> set[int]:
        """Some places in the pairs."""
        return {place for place in range(len(pairs)) if self.random.random() < 0.4}

    def write_and_read(self) -> None:
        """The record goes through its file, which may meet with an accident."""
        text = write_record(self.record, "07-x", "es")
        assert read_record(text) == self.record
        self.record = read_record(broken(self.random, text) if self.random.random() < 0.3 else text)

    def go_on(self) -> None:
        """Anything happens."""
        act = self.random.randrange(9)
        if act <= 2:
            self.english = edit(self.random, self.english)
        elif act <= 4:
            self.spanish = edit(self.random, self.spanish, SPANISH)
        elif act == 5:
            self.accept(self.some(self.pairs()))
        elif act == 6:
            self.accept()
        elif act == 7:
            self.random.choice((self.harmless, self.urgent))()
        else:
            self.write_and_read()

    def _confirm(self, pairs: Sequence[UnitPair]) -> None:
        for pair in pairs:
            self.confirmed.add(joined_form(pair.sources))
            # Sides that are cut up alike are confirmed piece by piece.
            self.confirmed.update(form(source) for source in pair.sources)


def assert_covered(
    pairs: Sequence[UnitPair], sources: Sequence[Unit], targets: Sequence[Unit]
) -> None:
    ours = [id(unit) for pair in pairs for unit in pair.sources]
    theirs = [id(unit) for pair in pairs for unit in pair.targets]
    assert sorted(ours) == sorted(map(id, sources))
    assert sorted(theirs) == sorted(map(id, targets))


def settled(pair: UnitPair) -> bool:
    return pair.state in SETTLED
