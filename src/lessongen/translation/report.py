"""A translation in numbers and plain data: what needs whom, and how long it will take."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from lessongen.model.document import DocumentKind
from lessongen.model.standing import minutes_for
from lessongen.model.translation import (
    SETTLED,
    TO_CONFIRM,
    DocumentReport,
    DocumentState,
    Totals,
    TranslationReport,
    UnitPair,
    UnitReport,
)
from lessongen.model.unit import Unit
from lessongen.parsing.words import count_words
from lessongen.translation.normal import AnyUnit, digest_of, joined_form
from lessongen.translation.state import is_copy_unit
from lessongen.translation.worddiff import count_new_words

VERSION = 1  # of the JSON


# --- units ----------------------------------------------------------------------


def report_units(
    pairs: Sequence[UnitPair], notes: Mapping[str, str] | None = None
) -> tuple[UnitReport, ...]:
    """The pairs as they are told, in their order; `notes` by unit id say why a source changed."""
    ids = unit_ids(pairs)
    known = notes or {}
    return tuple(
        _unit(pair, name, number, known.get(name))
        for number, (pair, name) in enumerate(zip(pairs, ids, strict=True), start=1)
    )


def unit_ids(pairs: Sequence[UnitPair]) -> tuple[str, ...]:
    """The name of each pair: 8 digits of the SHA-256 of its source; repeats get "-2", "-3"."""
    seen = Counter[str]()
    names = []
    for pair in pairs:
        name = digest_of(joined_form(pair.sources or pair.previous or pair.targets))
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(names)


def find_units(pairs: Sequence[UnitPair], names: Iterable[str]) -> tuple[set[int], list[str]]:
    """The places of the pairs that these ids or numbers name, and the names that name nothing."""
    places = {name: place for place, name in enumerate(unit_ids(pairs))}
    for number in range(1, len(pairs) + 1):
        places.setdefault(str(number), number - 1)
    wanted = [name.strip().lower() for name in names]
    unknown = [name for name in wanted if name not in places]
    return {places[name] for name in wanted if name in places}, unknown


def _unit(pair: UnitPair, name: str, number: int, note: str | None) -> UnitReport:
    everything: tuple[AnyUnit, ...] = (*pair.sources, *pair.previous, *pair.targets)
    return UnitReport(
        id=name,
        number=number,
        kind=everything[0].kind,
        state=pair.state,
        source=_text(pair.sources),
        previous=_text(pair.previous),
        target=_text(pair.targets),
        source_line=pair.sources[0].span.line if pair.sources else None,
        target_line=pair.targets[0].span.line if pair.targets else None,
        words=_words(pair.sources),
        words_to_translate=words_to_translate(pair),
        urgent=pair.bead is not None and "urgent" in pair.bead.flags,
        note=note,
    )


def _text(units: Sequence[AnyUnit]) -> str | None:
    """Several units as paragraphs, whatever they are."""
    return "\n\n".join(unit.text for unit in units) if units else None


def _words(units: Sequence[Unit]) -> int:
    return sum(count_words(unit.plain) for unit in units)


def words_to_translate(pair: UnitPair) -> int:
    """How many words somebody has to write: all of what is new, the inserted of what changed.

    A change is never free: a removed word, too, makes somebody write. What is done already, or
    can be done without writing, costs nothing: code, tokens, and all that is only to confirm.
    """
    if pair.state == "new":
        return 0 if all(map(is_copy_unit, pair.sources)) else max(1, _words(pair.sources))
    if pair.state != "changed":
        return 0
    before, now = _text(pair.previous) or "", _text(pair.sources) or ""
    return max(1, min(count_new_words(before, now), _words(pair.sources)))


# --- documents ------------------------------------------------------------------


def report_document(
    pairs: Sequence[UnitPair],
    *,
    source_path: str | None,
    target_path: str | None,
    kind: DocumentKind | Literal["people", "tags"],
    lesson: int | None,
    title: str,
    translate: bool = True,
    claimed_by: str | None = None,
    notes: Mapping[str, str] | None = None,
) -> DocumentReport:
    """How one document stands; without a target its pairs are its sources, all of them new."""
    return DocumentReport(
        source_path=source_path,
        target_path=target_path,
        kind=kind,
        lesson=lesson,
        title=title,
        state=document_state(
            pairs, has_source=source_path is not None, has_target=target_path is not None
        )
        if translate
        else "excluded",
        units=report_units(pairs, notes) if translate else (),
        claimed_by=claimed_by,
    )


def document_state(
    pairs: Sequence[UnitPair], *, has_source: bool, has_target: bool
) -> DocumentState:
    """What is to be done with a document as a whole: outdated, if anything has to be decided."""
    if not has_source:
        return "orphan"
    if not has_target:
        return "missing"
    open_states = {pair.state for pair in pairs} - SETTLED
    if open_states - {"unverified"}:
        return "outdated"
    return "unverified" if open_states else "translated"


def minutes(units: Iterable[UnitReport]) -> int:
    """How long it takes: 500 words an hour, and a quarter of a minute for each look."""
    words, looks = 0, 0
    for unit in units:
        words += unit.words_to_translate
        looks += unit.state in TO_CONFIRM
    return minutes_for(words, looks)


def total(documents: Iterable[DocumentReport]) -> Totals:
    """The documents in numbers: lessons are counted, words and minutes are of all documents."""
    all_documents = [each for each in documents if each.state not in ("excluded", "orphan")]
    states = Counter(each.state for each in all_documents if each.kind == "lesson")
    return Totals(
        lessons=states.total(),
        translated=states["translated"],
        outdated=states["outdated"],
        missing=states["missing"],
        unverified=states["unverified"],
        words=sum(each.words for each in all_documents),
        words_to_translate=sum(each.words_to_translate for each in all_documents),
        minutes_to_translate=minutes(unit for each in all_documents for unit in each.units),
    )


# --- plain data -----------------------------------------------------------------


def as_data(report: TranslationReport) -> dict[str, object]:
    """The report as `tr --format json` prints it."""
    return {
        "version": VERSION,
        "source": report.source_language,
        "targets": {
            locale: {
                "summary": totals_as_data(total(documents)),
                "documents": [document_as_data(each) for each in documents],
            }
            for locale, documents in report.documents.items()
        },
    }


def totals_as_data(totals: Totals) -> dict[str, int]:
    """The summary of a language, as in the JSON."""
    return {
        "lessons": totals.lessons,
        "translated": totals.translated,
        "outdated": totals.outdated,
        "missing": totals.missing,
        "unverified": totals.unverified,
        "words": totals.words,
        "words_to_translate": totals.words_to_translate,
        "minutes_to_translate": totals.minutes_to_translate,
    }


def document_as_data(document: DocumentReport) -> dict[str, object]:
    """A document, as in the JSON."""
    return {
        "source_path": document.source_path,
        "target_path": document.target_path,
        "lesson": document.lesson,
        "title": document.title,
        "state": document.state,
        "words": document.words,
        "words_to_translate": document.words_to_translate,
        "claimed_by": document.claimed_by,
        "units": [unit_as_data(unit) for unit in document.units],
    }


def unit_as_data(unit: UnitReport) -> dict[str, object]:
    """A unit, as in the JSON."""
    return {
        "id": unit.id,
        "number": unit.number,
        "kind": unit.kind,
        "state": unit.state,
        "source": unit.source,
        "previous": unit.previous,
        "target": unit.target,
        "source_line": unit.source_line,
        "target_line": unit.target_line,
        "note": unit.note,
    }
