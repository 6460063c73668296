"""What a record says of a text that somebody signs: it is right for today's source."""

from collections.abc import Collection, Iterable, Iterator

from lessongen.model.translation import Bead, RecordedUnit, UnitPair
from lessongen.translation.kept import kept, recorded, with_flags
from lessongen.translation.normal import digest
from lessongen.translation.record import signature
from lessongen.translation.state import is_copied_code, is_copy, is_copy_unit

# What an `ok` settles at any time, and what it settles where something had happened.
_PASSING = frozenset({"moved", "unverified", "untranslated", "urgent"})
_OUTDATED = frozenset({"harmless", "same-on-purpose"})
_OF_THAT_VERSION = "reviewed:"


class Signing:
    """One person signs text after text; knows which of them that told anything new of."""

    def __init__(self, by: str, date: str, allow: Collection[str], *, is_review: bool) -> None:
        self.done: list[UnitPair] = []
        self.reviewed: list[UnitPair] = []
        self._by = by
        self._date = date
        self._allow = allow
        self._is_review = is_review

    def beads(self, pair: UnitPair) -> Iterable[Bead]:
        """What the record says of a text when it is signed."""
        flags = _flags_after_ok(pair, self._allow)
        if not _stands(pair, flags):
            self.done.append(pair)
            return [
                Bead(
                    sources=sources,
                    targets=targets,
                    date=self._date,
                    by=signature(self._by),
                    flags=flags,
                )
                for sources, targets in _one_to_one(pair)
            ]
        old = kept(pair, self._date)
        if not (self._is_review and _is_by_another(pair, self._by)):
            return old
        self.done.append(pair)
        self.reviewed.append(pair)
        return [with_flags(each, (*each.flags, _mark_of(self._by))) for each in old]


def _mark_of(reviewer: str) -> str:
    return f"{_OF_THAT_VERSION}{'_'.join(reviewer.split())}"


def _is_by_another(pair: UnitPair, by: str) -> bool:
    """Whether somebody else has confirmed a translation, and this person has not reviewed it."""
    bead = pair.bead
    if (
        bead is None
        or not bead.sources
        or not bead.by
        or is_copied_code(pair.sources, pair.targets)
    ):
        return False
    return bead.by != signature(by) and _mark_of(by) not in bead.flags


def _stands(pair: UnitPair, flags: Collection[str]) -> bool:
    """Whether there is nothing to confirm: who signed what nothing happened to, signed it."""
    if pair.bead is None or pair.state not in ("ok", "target-only"):
        return False
    return set(flags) == set(pair.bead.flags) - {"moved"}


def _flags_after_ok(pair: UnitPair, allow: Collection[str]) -> tuple[str, ...]:
    if not pair.sources:
        return ("target-only",)
    old = pair.bead.flags if pair.bead else ()
    flags = [flag for flag in old if flag not in _PASSING]
    if pair.state != "ok":
        flags = [flag for flag in flags if flag not in _OUTDATED]
        flags = [flag for flag in flags if not flag.startswith(_OF_THAT_VERSION)]
        if _is_same_on_purpose(pair):
            flags.append("same-on-purpose")
    return tuple(dict.fromkeys((*flags, *(f"allow:{check}" for check in allow))))


def _is_same_on_purpose(pair: UnitPair) -> bool:
    """Whether a translation that is the source's text is so because somebody said so."""
    if all(map(is_copy_unit, pair.sources)):
        return False
    said = pair.bead is not None and "same-on-purpose" in pair.bead.flags
    return pair.state == "new" or (said and is_copy(None, pair.sources, pair.targets))


def _one_to_one(pair: UnitPair) -> Iterator[tuple[tuple[RecordedUnit, ...], tuple[str, ...]]]:
    """The two sides of a pair, one by one where both are cut up alike: that tells more later."""
    sources, targets = recorded(pair.sources), tuple(map(digest, pair.targets))
    kinds, others = [unit.kind for unit in sources], [unit.kind for unit in pair.targets]
    if len(sources) > 1 and kinds == others:
        yield from (((one,), (other,)) for one, other in zip(sources, targets, strict=True))
    else:
        yield sources, targets
