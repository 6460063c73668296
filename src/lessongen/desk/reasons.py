"""Why a source changed: the subjects of the commits, where there is git."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lessongen.desk.desk import Desk
from lessongen.desk.offers import with_offers
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import DocumentReport, TranslationReport, UnitReport, UnitState
from lessongen.model.value import fields_of
from lessongen.shell.git import Commit, Git
from lessongen.translation.report import unit_ids

_MOST = 50  # texts that git is asked about; each question takes a moment
_CHANGED: frozenset[UnitState] = frozenset({"tokens", "changed", "edited", "new"})
_LINE_END = re.compile(r"\r\n|\r|\n")


def with_notes(
    desk: Desk,
    places: Mapping[str, Sequence[TranslationPlace]],
    report: TranslationReport,
) -> TranslationReport:
    """The report with the reasons of changes, as far as git knows them, and with offers."""
    historian = Historian(desk)
    documents = {
        locale: tuple(with_offers(desk, locale, map(historian.noted, places[locale], found)))
        for locale, found in report.documents.items()
    }
    return TranslationReport(source_language=report.source_language, documents=documents)


class Historian:
    """Asks git why texts have changed; one question for each file, and not too many."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._git = Git(desk.session.root)
        self._blames: dict[str, Mapping[str, Commit]] = {}

    def noted(self, place: TranslationPlace, document: DocumentReport) -> DocumentReport:
        """The report of a text with the reasons of its changes."""
        if document.state != "outdated" or place.source_path is None:
            return document
        pairs = self._desk.tracker.study(place).pairs
        since = {
            name: pair.bead.date if pair.bead else ""
            for name, pair in zip(unit_ids(pairs), pairs, strict=True)
        }
        units = tuple(
            self._noted(place.source_path, unit, since.get(unit.id, ""))
            if unit.state in _CHANGED
            else unit
            for unit in document.units
        )
        given = {name: getattr(document, name) for name in fields_of(DocumentReport)}
        return DocumentReport(**{**given, "units": units})

    def _noted(self, path: str, unit: UnitReport, since: str) -> UnitReport:
        commits = self._commits(path)
        if not commits or unit.source is None or unit.source_line is None:
            return unit
        lines = self._lines(path, unit)
        found = [commits[line] for line in lines if line in commits]
        newest = max(found, key=lambda commit: commit.date, default=None)
        if any(line not in commits for line in lines):
            note = self._desk.words.say("not committed yet")
        elif newest is None or newest.date < since:
            return unit
        else:
            note = f"{newest.subject} ({newest.name}, {newest.author}, {newest.date})"
        given = {name: getattr(unit, name) for name in fields_of(UnitReport)}
        return UnitReport(**{**given, "note": note})

    def _commits(self, path: str) -> Mapping[str, Commit]:
        if path not in self._blames and len(self._blames) < _MOST:
            self._blames[path] = self._git.blame(path)
        return self._blames.get(path, {})

    def _lines(self, path: str, unit: UnitReport) -> Sequence[str]:
        """The lines of the file that the unit stands on, as the history of lines names them."""
        text = self._desk.session.files.read(path).value.text
        start = (unit.source_line or 1) - 1
        count = (unit.source or "").count("\n") + 1
        return tuple(_told(_LINE_END.split(text)[start : start + count]))


def _told(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if line.strip():
            yield line.strip()
