"""The translators' dashboard with other numbers of some texts."""

from collections.abc import Iterator, Mapping, Sequence

from lessongen.amending.prints import Prints
from lessongen.model.artifact import Artifact
from lessongen.model.dashboard import Dashboard
from lessongen.model.standing import Standing
from lessongen.model.tracked_text import TrackedText
from lessongen.model.value import fields_of, replaced
from lessongen.model.view_translations import TrackedGroup, TrackedLanguage, TranslationsView
from lessongen.outputs.translation_badges import badge_artifacts
from lessongen.outputs.translation_changes import changes_artifact
from lessongen.outputs.translation_status import status_artifact
from lessongen.rendering.progress import facts_of, languages_view
from lessongen.rendering.templates import Renderer

Standings = Mapping[tuple[str, str], Standing]  # by target language and key
Tracked = Mapping[str, tuple[TrackedText, ...]]


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


def dashboard_artifacts(
    dashboards: Sequence[Dashboard], tracked: Tracked, prints: Prints, renderer: Renderer
) -> Iterator[Artifact]:
    """The pages and files of the dashboard; of a page, `data` is what its numbers change."""
    for each in dashboards:
        view = with_sums(each.view)
        text = renderer.render(each.template, view, prints.sites[each.locale])
        yield Artifact(path=each.output, data=_data(view), produce=text.encode)
    if tracked:
        yield status_artifact(prints.settings.source_language, tracked)
        yield changes_artifact(prints.changes, tracked)
        yield from badge_artifacts(tracked)


def _data(view: TranslationsView) -> Mapping[str, object]:
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
