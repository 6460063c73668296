"""How the translations of a changed text stand, as far as that changes nothing but numbers."""

from collections.abc import Iterator, Mapping, Sequence

from lessongen.amending.look import Look
from lessongen.amending.refusal import MoreThanWordsError
from lessongen.amending.words import ChangedText
from lessongen.model.document import Document
from lessongen.model.problem import Outcome
from lessongen.model.standing import Standing, TranslationPlace
from lessongen.project import document_key
from lessongen.tracking.tracker import Tracker, standing_key

Found = tuple[str, str, Standing]  # target language, key, and how it stands now


def amended_standings(texts: Sequence[ChangedText], look: Look) -> tuple[Found, ...]:
    """The standings that differ from what they were.

    Raises `MoreThanWordsError` where one tells another state than before, or where a translation
    beside its source has problems.
    """
    keys = dict.fromkeys(text.key for text in texts)
    return tuple(found for key in keys for found in _of_family(key, texts, look))


def _of_family(key: str, texts: Sequence[ChangedText], look: Look) -> Iterator[Found]:
    files, earlier, memo, prints = look
    places = prints.places_of(key)
    paths = {
        path
        for found in places.values()
        for place in found
        for path in (place.source_path, place.target_path)
        if path
    }
    before = {path: _document(memo.get(document_key(path, earlier)), path) for path in paths}
    after = before | {text.after.path: text.after for text in texts if text.key == key}
    tracker = Tracker(files, memo, prints.settings, after.values(), places, today=prints.today)
    for locale, found in places.items():
        for place in found:
            old = memo.get(standing_key(place, earlier))
            new = tracker.standing(place)
            if not isinstance(old, Standing) or not _looks_the_same(old, new):
                raise MoreThanWordsError(f"{key} in {locale}")
            if _headings(old, place, before) != _headings(new, place, after):
                raise MoreThanWordsError(f"headings of {key} in {locale}")
            if new != old:
                yield locale, key, new
    _check(tracker, look, after)


def _document(read: object, path: str) -> Document:
    if not isinstance(read, Outcome) or not isinstance(read.value, Document):
        raise MoreThanWordsError(f"{path} is not remembered")
    return read.value


def _looks_the_same(old: Standing, new: Standing) -> bool:
    """Whether pages of the text and of its translation say the same of it as before."""
    if old.urgent or new.urgent:  # notes stand between the translation's blocks
        return False
    return (old.state, old.since, old.claim) == (new.state, new.since, new.claim)


def _headings(
    standing: Standing, place: TranslationPlace, documents: Mapping[str, Document]
) -> Sequence[tuple[int | None, int | None]]:
    """Which headings are confirmed to be the same, by their number instead of their line."""
    source, target = _numbers(place.source_path, documents), _numbers(place.target_path, documents)
    return [(source.get(one), target.get(two)) for one, two in standing.headings]


def _numbers(path: str | None, documents: Mapping[str, Document]) -> Mapping[int, int]:
    document = documents.get(path or "")
    headings = document.body.headings if document else ()
    return {heading.span.line: number for number, heading in enumerate(headings)}


def _check(tracker: Tracker, look: Look, documents: Mapping[str, Document]) -> None:
    """Raise `MoreThanWordsError` if the rules of a pair find anything, allowed or not."""
    files, _, memo, prints = look
    places = [place for found in tracker.places.values() for place in found]
    recorded = [place for place in places if place.record_path in files.digests]
    if not recorded:
        return
    if any(_has_own_name(place, documents) for place in places):
        raise MoreThanWordsError("links to translations with names of their own")
    from lessongen.graph.ingredients import Ingredients  # only where something was confirmed
    from lessongen.tracking.checked import check_translations

    given = Ingredients(
        name="",
        documents=tuple(documents.values()),
        settings=prints.settings,
        catalogs={},
        people={},
        tags={},
        comments={},
        assets={},
        today=prints.today,
        drafts=False,
        terms=prints.terms,
    )
    found = check_translations(tracker, files, memo, given, guesses=False)
    if found.problems or found.value:
        raise MoreThanWordsError("problems of a translation beside its source")


def _has_own_name(place: TranslationPlace, documents: Mapping[str, Document]) -> bool:
    target = documents.get(place.target_path or "")
    return target is not None and target.key != place.key
