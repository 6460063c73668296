"""The units of both sides of a translation, and its record, as the project's files have them."""

from collections.abc import Collection

from lessongen.model.document import Document
from lessongen.model.packed_units import PackedUnit, pack_units, plain_of, unpack_units
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Record
from lessongen.model.unit import Unit
from lessongen.parsing.paths import place_of
from lessongen.parsing.words import count_words
from lessongen.project import Files, Memo, units_key

Units = tuple[Unit, ...]
# Sources and targets that can only belong together: one entry of `people.yaml`, or everything.
Group = tuple[Units, Units]


class Texts:
    """Reads units: from memory, where the files have not changed since, or from the files."""

    def __init__(self, files: Files, memo: Memo, source_language: str) -> None:
        self._files = files
        self._memo = memo
        self._source_language = source_language

    def groups(self, place: TranslationPlace) -> tuple[Group, ...]:
        """The units of both sides."""
        if place.kind in ("people", "tags"):
            return self._shared(place)
        return ((self._units(place.source_path), self._units(place.target_path)),)

    def length(self, path: str) -> tuple[int, int]:
        """How many units a document has, and how many words."""
        packed = self._packed(path)
        return len(packed), sum(count_words(plain_of(each)) for each in packed)

    def marked(self, document: Document, lines: Collection[int]) -> Document:
        """The document with a note above the blocks on these lines."""
        file = self._files.read(document.path).value
        locale, key, kind = document.locale, document.key, document.kind
        from lessongen.parsing.document import parse_document  # few translations need it

        parsed = parse_document(file, locale=locale, key=key, kind=kind, marked=lines)
        return parsed.value.document

    def record(self, path: str) -> Record:
        """The record at a path; an empty one where there is none, or none that can be read."""
        if path not in self._files.digests:
            return Record()
        from lessongen.translation.record import read_record  # only where there is one

        return read_record(self._files.read(path).value.text)

    def _units(self, path: str | None) -> Units:
        return () if path is None else unpack_units(path, self._packed(path))

    def _packed(self, path: str) -> tuple[PackedUnit, ...]:
        key = units_key(path, self._files.digests[path])
        packed = self._memo.get(key)
        if not isinstance(packed, tuple):
            packed = pack_units(self._parsed(path))
            self._memo.put(key, packed)
        return packed

    def _parsed(self, path: str) -> Units:
        place = place_of(path)
        if place is None:
            return ()
        locale, key, kind = place
        file = self._files.read(path).value
        from lessongen.parsing.document import parse_document  # only where they are not known

        return parse_document(file, locale=locale, key=key, kind=kind).value.units

    def _shared(self, place: TranslationPlace) -> tuple[Group, ...]:
        from lessongen.parsing.shared_units import shared_units  # only where it has changed

        file = self._files.read(place.source_path or "").value
        languages = (self._source_language, place.locale)
        found = shared_units(file, "people" if place.kind == "people" else "tags", languages)
        return tuple(
            (_one(entry.get(self._source_language)), _one(entry.get(place.locale)))
            for entry in found.values()
        )


def _one(unit: Unit | None) -> Units:
    return () if unit is None else (unit,)
