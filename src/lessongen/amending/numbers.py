"""The translators' dashboard with other numbers of some texts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lessongen.amending.patch import exchanged
from lessongen.amending.prints import Prints
from lessongen.amending.refusal import MoreThanWordsError
from lessongen.build.digest import Digester
from lessongen.model.artifact import Artifact
from lessongen.model.dashboard import Dashboard
from lessongen.model.printed import AmendedPage
from lessongen.model.standing import Standing
from lessongen.model.tracked_text import TrackedText
from lessongen.model.value import fields_of, replaced
from lessongen.model.view_translations import (
    TrackedGroup,
    TrackedLanguage,
    TranslationRow,
    TranslationsView,
)
from lessongen.outputs.translation_badges import badge_artifacts
from lessongen.outputs.translation_changes import changes_artifact
from lessongen.outputs.translation_status import PATH as STATUS
from lessongen.outputs.translation_status import differing_pieces, status_artifact
from lessongen.rendering.progress import facts_of, languages_view
from lessongen.rendering.progress_filters import ProgressFilters
from lessongen.rendering.words import WordsByLanguage

Standings = Mapping[tuple[str, str], Standing]  # by target language and key
Tracked = Mapping[str, tuple[TrackedText, ...]]
_Piece = tuple[Callable[[Any], str], object]  # what writes it, and what it tells


class Numbers:
    """The pages and files of the dashboard, as they were.

    What is shown there, and what is known of the data, is put together as soon as this is made:
    there is time for it while somebody reads the new texts.
    """

    def __init__(self, prints: Prints, words: WordsByLanguage) -> None:
        self.dashboards = prints.dashboards()
        self.tracked = prints.tracked()
        self._prints = prints
        self._digester = Digester()
        self._pages = [
            _Page(each, ProgressFilters(words.of(each.locale)), self._digester)
            for each in self.dashboards
        ]
        self._fields = {each.path: self._digester.fields(each.data) for each in self._files()}

    def outputs(self) -> Iterator[str]:
        """The paths of the pages, and of what is as long as they are."""
        yield from (each.output for each in self.dashboards)
        yield from (STATUS for _ in self.tracked)

    def amended(
        self, standings: Standings, read_page: Callable[[str], str]
    ) -> Iterator[AmendedPage]:
        """The pages and files with what these translations are like now.

        Raises `MoreThanWordsError` for a page in which the old numbers cannot be found for certain.
        """
        if not standings:
            return
        self.dashboards = renewed_dashboards(self.dashboards, standings, self._prints.today)
        before, self.tracked = self.tracked, renewed_texts(self.tracked, standings)
        for page, dashboard in zip(self._pages, self.dashboards, strict=True):
            yield page.amended(dashboard.view, read_page(dashboard.output))
        for artifact in self._files():
            fields = self._digester.fields(artifact.data)
            if fields != self._fields[artifact.path]:
                if artifact.path == STATUS:  # long, and most of it stays
                    pieces = differing_pieces(before, self.tracked)
                    text = _exchanged(STATUS, read_page(STATUS), pieces)
                else:
                    text = artifact.produce().decode()
                yield AmendedPage(output=artifact.path, text=text, fields=fields)

    def _files(self) -> Iterator[Artifact]:
        if self.tracked:
            yield status_artifact(self._prints.settings.source_language, self.tracked)
            yield changes_artifact(self._prints.changes, self.tracked)
            yield from badge_artifacts(self.tracked)


class _Page:
    """A page of the dashboard, as it was."""

    def __init__(self, dashboard: Dashboard, filters: ProgressFilters, digester: Digester) -> None:
        self._output = dashboard.output
        self._filters = filters
        self._digester = digester
        view = with_sums(dashboard.view)
        self._shown = tuple(self._pieces(view))
        self._written = [write(number) for write, number in self._shown]
        digester.fields(_data(view))  # what is the same later is known by then

    def amended(self, tracked: TranslationsView, text: str) -> AmendedPage:
        """The page with what its texts are like now; `text` is the page as it was."""
        view = with_sums(tracked)
        pieces = [
            (written, written if now == before else now[0](now[1]))
            for written, before, now in zip(
                self._written, self._shown, self._pieces(view), strict=True
            )
        ]
        fields = self._digester.fields(_data(view))
        amended = _exchanged(self._output, text, pieces)
        return AmendedPage(output=self._output, text=amended, fields=fields)

    def _pieces(self, view: TranslationsView) -> Iterator[_Piece]:
        """What the page shows of numbers, in the order of `translations.html`."""
        bar, work_left = self._filters.bar, self._filters.work_left
        for language in view.languages:
            yield work_left, language
            yield bar, language.progress
            for group in language.groups:
                if view.is_overview:
                    yield bar, group.progress
                    yield work_left, group
                for row in group.rows:
                    yield from self._pieces_of_row(row)
            if view.is_overview:
                for row in (*language.claims, *language.oldest):
                    yield from self._pieces_of_row(row)

    def _pieces_of_row(self, row: TranslationRow) -> Iterator[_Piece]:
        if row.state == "outdated":
            yield self._filters.bar, row.progress
        yield self._filters.work_left, row


def _exchanged(output: str, page: str, pieces: Iterable[tuple[str, str]]) -> str:
    """The page with these pieces exchanged; raises `MoreThanWordsError` if one is not there."""
    found = exchanged(page, pieces)
    if found is None:
        raise MoreThanWordsError(output)
    return found


def renewed_dashboards(
    dashboards: Sequence[Dashboard], standings: Standings, today: str
) -> tuple[Dashboard, ...]:
    """The pages of the dashboard with what these translations are like now."""
    return tuple(
        replaced(
            each,
            view=replaced(
                each.view,
                tracked=tuple(_language(one, standings, today) for one in each.view.tracked),
            ),
        )
        for each in dashboards
    )


def renewed_texts(tracked: Tracked, standings: Standings) -> Tracked:
    """The dashboard's data with what these translations are like now."""
    return {
        locale: tuple(_text(each, standings.get((locale, each.key))) for each in texts)
        for locale, texts in tracked.items()
    }


def _data(view: TranslationsView) -> Mapping[str, object]:
    """What `outputs.html.page_data` gives for such a view, without loading all other views."""
    return {name: getattr(view, name) for name, each in fields_of(view).items() if each.compare}


def with_sums(view: TranslationsView) -> TranslationsView:
    """The view with what its texts add up to."""
    languages = languages_view(view.tracked, with_rows=not view.is_overview)
    return replaced(view, languages=languages)


def _language(language: TrackedLanguage, standings: Standings, today: str) -> TrackedLanguage:
    groups = tuple(_group(each, language.locale, standings, today) for each in language.groups)
    return replaced(language, groups=groups)


def _group(group: TrackedGroup, locale: str, standings: Standings, today: str) -> TrackedGroup:
    changed = [key for key in group.keys if (locale, key) in standings]
    if not changed:
        return group
    rows = tuple(
        replaced(row, **facts_of(standings[locale, key], today)) if key in changed else row
        for key, row in zip(group.keys, group.rows, strict=True)
    )
    return replaced(group, rows=rows)


def _text(text: TrackedText, standing: Standing | None) -> TrackedText:
    if standing is None:
        return text
    return replaced(
        text,
        state=standing.state,
        progress=standing.progress,
        words_to_translate=standing.words_to_translate,
        looks=standing.looks,
        changes=standing.changes,
    )
