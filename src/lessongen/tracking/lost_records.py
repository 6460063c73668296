"""Records that kept their name when their lesson got another: known by what they record."""

from collections.abc import Iterator, Sequence

from lessongen.model.standing import TranslationPlace
from lessongen.model.unit import Unit
from lessongen.model.value import fields_of
from lessongen.tracking.texts import Texts
from lessongen.translation.renamed import find_renamed


def find_lost(
    texts: Texts,
    places: Sequence[TranslationPlace],
    lacking: Sequence[TranslationPlace],
    lost: Sequence[str],
) -> Iterator[TranslationPlace]:
    """The places, those that lack a record with the lost one that records their source."""
    records = {path: texts.record(path) for path in lost}
    sources = {place.key: _sources(texts, place) for place in lacking}
    paths = {key: path for path, key in find_renamed(records, sources).items()}
    for place in places:
        path = paths.get(place.key)
        yield place if path is None else _with_record(place, path)


def _sources(texts: Texts, place: TranslationPlace) -> tuple[Unit, ...]:
    groups = texts.groups(place)
    return tuple(unit for sources, _ in groups for unit in sources)


def _with_record(place: TranslationPlace, path: str) -> TranslationPlace:
    given = {name: getattr(place, name) for name in fields_of(TranslationPlace)}
    return TranslationPlace(**{**given, "record_path": path})
