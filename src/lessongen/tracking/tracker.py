"""The translations of a project: in short for the site, in full for `tr`. Start reading here.

    TranslationPlace --standing--> Standing         in short
                     --report----> DocumentReport   unit by unit
                     --study-----> Study            the units themselves, for verbs that write

Works also where the site has errors. What was found out is remembered by the digests of the
files, so a project in which nothing changed is not parsed again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from lessongen.model.document import Document
from lessongen.model.settings import Settings
from lessongen.model.standing import Standing, TranslationPlace
from lessongen.model.translation import DocumentReport, Record, TranslationReport, UnitPair
from lessongen.model.unit import Unit
from lessongen.model.value import fields_of, value
from lessongen.project import Files, Memo, Share, units_key

if TYPE_CHECKING:
    from lessongen.tracking.origins import Origins
    from lessongen.tracking.places import Places
    from lessongen.tracking.side_by_side import Rows
    from lessongen.tracking.texts import Texts

_NO_DIGEST = ""  # of a file that cannot be read at all


@value
class Study:
    """A translation beside its source, unit by unit, with every place in both files."""

    place: TranslationPlace
    sources: tuple[Unit, ...]
    targets: tuple[Unit, ...]
    record: Record
    pairs: tuple[UnitPair, ...]


class Tracker:
    """What is known of the translations of a project."""

    def __init__(
        self,
        files: Files,
        memo: Memo,
        settings: Settings,
        documents: Iterable[Document],
        places: "Places",
        *,
        today: str,
        unreadable: Collection[str] = (),
        origins: "Origins | None" = None,
    ) -> None:
        self.places = places  # by target language
        self._origins = origins
        self._unreadable = frozenset(unreadable)
        self._files = files
        self._memo = memo
        self._settings = settings
        self._today = today
        self._read_texts: Texts | None = None
        self._documents = {document.path: document for document in documents}
        self._standings: dict[tuple[str, str], Standing] = {}  # by language and key of the place

    def look_at_new(self, share: Share) -> None:
        """Find out, side by side, how those translations stand that have a record and are new."""
        digests, recorded = self._files.digests, {}
        for places in self.places.values():
            for place in places:
                if place.record_path in digests and self.is_readable(place):
                    recorded[standing_key(place, digests)] = place
        new = [key for key in recorded if not isinstance(self._memo.get(key), Standing)]
        found = share(lambda key: self._stand(recorded[key]), new)
        for key, standing in zip(new, found, strict=True):
            self._memo.put(key, standing)

    def standings(self) -> Mapping[str, Mapping[str, Standing]]:
        """By target language and the key of the place, how each translation stands.

        What cannot be read stands nowhere.
        """
        return {
            locale: {each.key: self.standing(each) for each in places if self.is_readable(each)}
            for locale, places in self.places.items()
        }

    def marked(self, documents: Sequence[Document]) -> Sequence[Document]:
        """The documents, translations with a note above each block whose old words mislead."""
        lines = {
            place.target_path: tuple(sorted({block.line for block in standing.urgent}))
            for places in self.places.values()
            for place in places
            if self.is_readable(place) and (standing := self.standing(place)).urgent
        }
        if not lines:
            return documents
        return tuple(self._marked(each, lines.get(each.path, ())) for each in documents)

    def reports(self) -> TranslationReport:
        """All documents of all target languages in full, but for those that cannot be read."""
        return TranslationReport(
            source_language=self._settings.source_language,
            documents={
                locale: tuple(self.report(each) for each in places if self.is_readable(each))
                for locale, places in self.places.items()
            },
        )

    def is_readable(self, place: TranslationPlace) -> bool:
        """Whether both files of a translation can be read."""
        paths = (place.source_path, place.target_path)
        return self._unreadable.isdisjoint(paths) and not any(
            self._digest(path) == _NO_DIGEST for path in paths
        )

    # --- one translation ---------------------------------------------------------

    def standing(self, place: TranslationPlace) -> Standing:
        """How a translation stands, in short.

        One without a record is unverified as a whole: only the report looks at its units.
        """
        name = (place.locale, place.key)
        if name not in self._standings:
            key = _key(place, self._files.digests)
            known = self._memo.get(f"standing {key}")
            if not isinstance(known, Standing):
                known = self._stand(place)
                self._memo.put(f"standing {key}", known)
            self._keep(place, key)
            self._standings[name] = known
        return self._standings[name]

    def report(self, place: TranslationPlace) -> DocumentReport:
        """How a translation stands, unit by unit."""
        key = _key(place, self._files.digests)
        name = f"report {key}{self._stamp(place)}"
        report = self._memo.get(name)
        if not isinstance(report, DocumentReport):
            report = self._report(self.study(place))
            self._memo.put(name, report)
        self._keep(place, key)
        claim = self.standing(place).claimant(self._today)
        return report if claim is None else _claimed(report, claim.by)

    def study(self, place: TranslationPlace) -> Study:
        """The units of both sides as they stand in the files now, and how they pair."""
        return self._study(place, self._origins)

    def _stamp(self, place: TranslationPlace) -> str:
        """What else a report depends on, where there is no record."""
        if self._origins is None or place.record_path in self._files.digests:
            return ""
        return f" {self._origins.stamp}"

    def _digest(self, path: str | None) -> str | None:
        return self._files.digests.get(path) if path else None

    def _keep(self, place: TranslationPlace, key: str) -> None:
        """A later run may want to know what nobody looks at now."""
        self._memo.keep(f"standing {key}")
        self._memo.keep(f"report {key}")
        if place.source_path != place.target_path:
            for path in (place.source_path, place.target_path):
                if path is not None:
                    self._memo.keep(units_key(path, self._files.digests[path]))

    def _stand(self, place: TranslationPlace) -> Standing:
        from lessongen.tracking import standings  # only where something changed

        both = place.source_path and place.target_path and place.translate
        if both and not _is_shared(place) and place.record_path not in self._files.digests:
            length = self._texts.length(place.source_path or "")
            return standings.never_confirmed(length, self._rows(place, None))
        study = self._study(place, None)
        rows = self._rows(place, study.pairs)
        return standings.standing_of(study.record, study.pairs, self._report(study), rows)

    def _rows(self, place: TranslationPlace, pairs: Sequence[UnitPair] | None) -> "Rows":
        """What stands beside what; nothing where there are no two texts."""
        from lessongen.tracking.side_by_side import Rows, rows_of  # only where something changed

        source = self._documents.get(place.source_path or "")
        target = self._documents.get(place.target_path or "")
        if source is None or target is None or place.kind == "series":  # it has no such page
            return Rows()
        return rows_of(source, target, pairs)

    def _marked(self, document: Document, lines: tuple[int, ...]) -> Document:
        if not lines:
            return document
        key = f"marked {document.path} {self._digest(document.path)} {lines}"
        marked = self._memo.get(key)
        if not isinstance(marked, Document):
            marked = self._texts.marked(document, lines)
            self._memo.put(key, marked)
        return marked

    def _report(self, study: Study) -> DocumentReport:
        from lessongen.translation.report import report_document  # only where something changed

        place = study.place
        # A file that holds all languages says nothing by being there.
        has_target = bool(study.targets) or not _is_shared(place)
        return report_document(
            study.pairs,
            source_path=place.source_path,
            target_path=place.target_path if has_target else None,
            kind=place.kind,
            lesson=place.lesson,
            title=place.title,
            # One without a bio or a label in the source language has nothing to be translated.
            translate=place.translate and (bool(study.sources) or not _is_shared(place)),
        )

    def _study(self, place: TranslationPlace, origins: "Origins | None") -> Study:
        from lessongen.tracking.grouping import pair_groups

        groups = self._texts.groups(place)
        record = self._texts.record(place.record_path)
        targets = tuple(unit for _, targets in groups for unit in targets)
        if origins is not None and not record.beads and place.source_path and targets:
            found = origins.record(place, targets)
            record = record if found is None else Record(beads=found.beads, claim=record.claim)
        return Study(
            place=place,
            sources=tuple(unit for sources, _ in groups for unit in sources),
            targets=targets,
            record=record,
            pairs=pair_groups(record, groups),
        )

    @property
    def _texts(self) -> "Texts":
        """Loads the parser, so only where something has changed."""
        if self._read_texts is None:
            from lessongen.tracking.texts import Texts

            self._read_texts = Texts(self._files, self._memo, self._settings.source_language)
        return self._read_texts


def standing_key(place: TranslationPlace, digests: Mapping[str, str]) -> str:
    """What a standing is remembered by."""
    return f"standing {_key(place, digests)}"


def _key(place: TranslationPlace, digests: Mapping[str, str]) -> str:
    paths = (place.source_path, place.target_path, place.record_path)
    names = (f"{path} {digests.get(path) if path else None}" for path in paths)
    return f"{place.locale} {' '.join(names)} {place.translate}"


def _is_shared(place: TranslationPlace) -> bool:
    return place.kind in ("people", "tags")


def _claimed(report: DocumentReport, by: str) -> DocumentReport:
    given = {name: getattr(report, name) for name in fields_of(DocumentReport)}
    return DocumentReport(**{**given, "claimed_by": by})
