"""What the uncommitted edits of the source cost in words to translate."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lessongen.desk.desk import Desk
from lessongen.model.source import SourceFile
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import SETTLED, DocumentReport, Record, UnitPair, UnitReport
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.shell.git import Git


@value
class Cost:
    """What the edits of one source mean for its translation."""

    place: TranslationPlace
    document: DocumentReport
    units: tuple[UnitReport, ...]  # those that wait for somebody only since the edits
    words: int  # to translate more than before; below 0: fewer

    @property
    def minutes(self) -> int:
        """How long that takes."""
        from lessongen.translation.report import minutes

        return minutes(self.units)


def find_costs(
    desk: Desk,
    locale: str,
    git: Git,
    note: Callable[[int, int], None] = lambda _done, _total: None,
) -> Iterator[Cost]:
    """The cost of each source that was edited since the last commit; `note` is told how far."""
    places = [place for place in desk.places(locale) if _has_history(place)]
    committed = git.committed([place.source_path or "" for place in places])
    for number, place in enumerate(places):
        note(number, len(places))
        found = _cost(desk, place, committed)
        if found is not None:
            yield found


def find_cost(desk: Desk, place: TranslationPlace, git: Git) -> Cost | None:
    """The cost of one source; None if it was not edited, or git knows no earlier version."""
    if not _has_history(place) or not git.is_there():
        return None
    return _cost(desk, place, git.committed([place.source_path or ""]))


def _has_history(place: TranslationPlace) -> bool:
    """Whether a text is a file of its own that is to be translated."""
    return bool(place.translate and place.source_path and place.kind not in ("people", "tags"))


def _cost(desk: Desk, place: TranslationPlace, committed: Mapping[str, bytes]) -> Cost | None:
    """What the edits of one source cost; None where it was not edited."""
    path = place.source_path or ""
    now = desk.session.files.read(path).value.text
    before = committed.get(path, b"").decode("utf-8", "replace")
    if before.replace("\r\n", "\n") == now.replace("\r\n", "\n"):
        return None
    from lessongen.translation.report import report_units

    study = desk.tracker.study(place)
    old, new = _compared(study.record, _units(path, before), study.sources, study.targets, desk)
    was = {unit.id for unit in report_units(old) if unit.words_to_translate}
    units = tuple(
        unit for unit in report_units(new) if unit.state not in SETTLED and unit.id not in was
    )
    words = sum(unit.words_to_translate for unit in report_units(new))
    words -= sum(unit.words_to_translate for unit in report_units(old))
    return Cost(place=place, document=desk.report(place), units=units, words=words)


def _compared(
    record: Record,
    before: Sequence[Unit],
    now: Sequence[Unit],
    targets: Sequence[Unit],
    desk: Desk,
) -> tuple[Sequence[UnitPair], Sequence[UnitPair]]:
    """The pairs as they were committed and as they are, as if the former were all confirmed."""
    from lessongen.translation.accept import accept
    from lessongen.translation.pairing import pair_units

    old = pair_units(record, before, targets)
    confirmed = accept(record, old, by="", date=desk.today).record
    return pair_units(confirmed, before, targets), pair_units(confirmed, now, targets)


def _units(path: str, text: str) -> tuple[Unit, ...]:
    from lessongen.parsing.document import parse_document
    from lessongen.parsing.paths import place_of

    locale, key, kind = place_of(path) or ("", path, "page")
    file = SourceFile(path=path, text=text, digest="")
    return parse_document(file, locale=locale, key=key, kind=kind).value.units
