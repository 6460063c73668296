"""The translators' dashboard: one page about all languages, and one for each of them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from lessongen.graph.tracked import SHARED_FILES
from lessongen.model.site import Alternate, Edition, Node, Section
from lessongen.model.standing import Standing, TrackedKind
from lessongen.model.view_pieces import Head, SectionLink, Text
from lessongen.model.view_translations import (
    GroupKind,
    TrackedGroup,
    TrackedLanguage,
    TranslationRow,
    TranslationsView,
)
from lessongen.rendering.addresses import path_of, root_of
from lessongen.rendering.frame import Frame
from lessongen.rendering.head import og_locale, versions_of
from lessongen.rendering.maps import section_link
from lessongen.rendering.page import Page
from lessongen.rendering.progress import facts_of, languages_view
from lessongen.rendering.site_view import dashboard_route, other_language


def translations_pages(frame: Frame) -> Iterator[Page]:
    """The dashboard in this language: of all languages in the source's, else of this one alone."""
    site = frame.site
    if not frame.view.translations:
        return
    is_overview = frame.locale == site.settings.source_language
    route = dashboard_route(frame.locale, site.settings.source_language)
    path = path_of(route.permalink)
    base = frame.view.base_url
    tracked = _tracked(frame)
    view = TranslationsView(
        path=path,
        root=root_of(route.permalink),
        # A page for those who work here: nobody has to find it by searching.
        head=Head(
            canonical=base and base + path, og_locale=og_locale(frame.locale), robots="noindex"
        ),
        versions=versions_of(frame, _alternates(frame), path),
        languages=languages_view(tracked, with_rows=not is_overview),
        tracked=tracked,
        changes="translations/changes.xml",
        is_overview=is_overview,
    )
    yield Page(output=route.path, view=view)


def _tracked(frame: Frame) -> tuple[TrackedLanguage, ...]:
    """Text by text what the page is about: in the source's language all others, else itself."""
    source = frame.site.settings.source_language
    locales = tuple(frame.site.standings) if frame.locale == source else (frame.locale,)
    return tuple(
        TrackedLanguage(
            locale=locale,
            path=path_of(dashboard_route(locale, source).permalink),
            badge=f"translations/{locale}.svg",
            groups=tuple(_groups(frame, locale)),
        )
        for locale in locales
    )


def _alternates(frame: Frame) -> tuple[Alternate, ...]:
    source = frame.site.settings.source_language
    return tuple(
        Alternate(locale=locale, route=dashboard_route(locale, source))
        for locale in frame.site.editions
    )


# --- groups ---------------------------------------------------------------------


def _groups(frame: Frame, locale: str) -> Iterator[TrackedGroup]:
    """The series page, the sections, and everything else, as far as there is anything."""
    by_kind = _keys_by_kind(frame, locale)
    yield from _group(frame, locale, "series", by_kind["series"])
    placed: set[str] = set()
    for section in frame.site.editions[frame.site.settings.source_language].sections:
        keys = [place.key for place in section.places if place.key in by_kind["lesson"]]
        placed.update(keys)
        yield from _group(frame, locale, "section", keys, _link(frame, section))
    elsewhere = [key for key in by_kind["lesson"] if key not in placed]
    yield from _group(frame, locale, "section", elsewhere)
    for kind in _OTHERS:
        yield from _group(frame, locale, kind, by_kind[kind])


_OTHERS: tuple[Literal["article", "page", "people", "tags"], ...] = (
    *("article", "page", "people", "tags"),
)


def _link(frame: Frame, section: Section) -> SectionLink:
    """The section as the dashboard's language names it."""
    own = (each for each in frame.edition.sections if each.key == section.key)
    return section_link(next(own, section), frame.locale)


def _keys_by_kind(frame: Frame, locale: str) -> Mapping[str, Collection[str]]:
    found: dict[str, dict[str, None]] = {kind: {} for kind in ("series", "lesson", *_OTHERS)}
    for key, standing in frame.site.standings[locale].items():
        if standing.state != "excluded" or key not in SHARED_FILES:
            found[_kind_of(frame, key)][key] = None
    return found


def _kind_of(frame: Frame, key: str) -> TrackedKind:
    members = frame.site.families.get(key)
    if members is None:
        return SHARED_FILES[key]
    return next(iter(members.values())).kind


def _group(
    frame: Frame,
    locale: str,
    kind: GroupKind,
    keys: Collection[str],
    section: SectionLink | None = None,
) -> Iterator[TrackedGroup]:
    if not keys:
        return
    standings = frame.site.standings[locale]
    yield TrackedGroup(
        kind=kind,
        section=section,
        keys=tuple(keys),
        rows=tuple(_row(frame, locale, key, standings[key]) for key in keys),
    )


# --- rows -----------------------------------------------------------------------


def _row(frame: Frame, locale: str, key: str, standing: Standing) -> TranslationRow:
    node = _node(frame, locale, key)
    shown = "" if node is None else node.document.locale
    return TranslationRow(
        kind=_kind_of(frame, key),
        number=(node.front.lesson or 0) if node else 0,
        title=Text(text=node.title, lang=other_language(shown, frame.locale))
        if node
        else Text(text=""),
        path=path_of(node.route.permalink) if node else "",
        hreflang=other_language(shown, frame.locale),
        **facts_of(standing, frame.site.today),
    )


def _node(frame: Frame, locale: str, key: str) -> Node | None:
    """The page of the translation; where there is none, of any other version."""
    editions = frame.site.editions
    for edition in (editions[locale], *editions.values()):
        node = edition.series if _is_series(edition, key) else edition.nodes.get(key)
        if node is not None and not node.borrowed:
            return node
    return None


def _is_series(edition: Edition, key: str) -> bool:
    return edition.series is not None and key == edition.series.document.key
