"""The translators' dashboard: one page about all languages, and one for each of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from lessongen.graph.tracked import SHARED_FILES
from lessongen.model.site import Alternate, Edition, Node, Section
from lessongen.model.standing import Progress, Standing, TrackedKind, minutes_for
from lessongen.model.view import TranslationsView
from lessongen.model.view_pieces import Head, SectionLink, Text
from lessongen.model.view_translations import (
    GroupKind,
    LanguageProgress,
    TranslationGroup,
    TranslationRow,
)
from lessongen.rendering.addresses import path_of, root_of
from lessongen.rendering.frame import Frame
from lessongen.rendering.head import og_locale, versions_of
from lessongen.rendering.maps import section_link
from lessongen.rendering.page import Page
from lessongen.rendering.site_view import dashboard_route, other_language

_MOST_NAMED = 10  # of the oldest: a list to begin with, not to finish


def translations_pages(frame: Frame) -> Iterator[Page]:
    """The dashboard in this language: of all languages in the source's, else of this one alone."""
    site = frame.site
    if not frame.view.translations:
        return
    is_overview = frame.locale == site.settings.source_language
    locales = tuple(site.standings) if is_overview else (frame.locale,)
    route = dashboard_route(frame.locale, site.settings.source_language)
    path = path_of(route.permalink)
    base = frame.view.base_url
    view = TranslationsView(
        path=path,
        root=root_of(route.permalink),
        # A page for those who work here: nobody has to find it by searching.
        head=Head(
            canonical=base and base + path, og_locale=og_locale(frame.locale), robots="noindex"
        ),
        versions=versions_of(frame, _alternates(frame), path),
        languages=tuple(_progress(frame, locale, with_rows=not is_overview) for locale in locales),
        changes="translations/changes.xml",
        is_overview=is_overview,
    )
    yield Page(output=route.path, view=view)


def _alternates(frame: Frame) -> tuple[Alternate, ...]:
    source = frame.site.settings.source_language
    return tuple(
        Alternate(locale=locale, route=dashboard_route(locale, source))
        for locale in frame.site.editions
    )


def _progress(frame: Frame, locale: str, *, with_rows: bool) -> LanguageProgress:
    site = frame.site
    groups = tuple(_groups(frame, locale))
    rows = [row for group in groups for row in group.rows]
    lessons = [row.state for row in rows if row.kind == "lesson" and row.state in _COUNTED]
    standings = [each for each in site.standings[locale].values() if each.state in _COUNTED]
    route = dashboard_route(locale, site.settings.source_language)
    return LanguageProgress(
        locale=locale,
        path=path_of(route.permalink),
        badge=f"translations/{locale}.svg",
        lessons=len(lessons),
        translated=lessons.count("translated"),
        outdated=lessons.count("outdated"),
        missing=lessons.count("missing"),
        unverified=lessons.count("unverified"),
        progress=_sum(standings),
        words=sum(each.words_to_translate for each in standings),
        minutes=_minutes(standings),
        groups=groups if with_rows else tuple(map(_without_rows, groups)),
        claims=tuple(row for row in rows if row.claimed_by),
        oldest=tuple(sorted((row for row in rows if row.since), key=_age)[:_MOST_NAMED]),
    )


_COUNTED = ("translated", "outdated", "missing", "unverified")


def _age(row: TranslationRow) -> str:
    return row.since


def _without_rows(group: TranslationGroup) -> TranslationGroup:
    return TranslationGroup(
        kind=group.kind,
        section=group.section,
        progress=group.progress,
        words=group.words,
        minutes=group.minutes,
    )


# --- groups ---------------------------------------------------------------------


def _groups(frame: Frame, locale: str) -> Iterator[TranslationGroup]:
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
) -> Iterator[TranslationGroup]:
    if not keys:
        return
    standings = [frame.site.standings[locale][key] for key in keys]
    yield TranslationGroup(
        kind=kind,
        section=section,
        progress=_sum(standings),
        words=sum(each.words_to_translate for each in standings),
        minutes=_minutes(standings),
        rows=tuple(
            _row(frame, locale, key, each) for key, each in zip(keys, standings, strict=True)
        ),
    )


def _sum(standings: Sequence[Standing]) -> Progress:
    return Progress(
        done=sum(each.progress.done for each in standings),
        changed=sum(each.progress.changed for each in standings),
        missing=sum(each.progress.missing for each in standings),
        unverified=sum(each.progress.unverified for each in standings),
    )


def _minutes(standings: Sequence[Standing]) -> int:
    words = sum(each.words_to_translate for each in standings)
    return minutes_for(words, sum(each.looks for each in standings))


# --- rows -----------------------------------------------------------------------


def _row(frame: Frame, locale: str, key: str, standing: Standing) -> TranslationRow:
    node = _node(frame, locale, key)
    claim = standing.claimant(frame.site.today)
    shown = "" if node is None else node.document.locale
    return TranslationRow(
        kind=_kind_of(frame, key),
        number=(node.front.lesson or 0) if node else 0,
        title=Text(text=node.title, lang=other_language(shown, frame.locale))
        if node
        else Text(text=""),
        path=path_of(node.route.permalink) if node else "",
        hreflang=other_language(shown, frame.locale),
        state=standing.state,
        progress=standing.progress,
        words=standing.words_to_translate,
        minutes=_minutes([standing]),
        since=standing.since if standing.state == "outdated" else "",
        claimed_by=claim.by if claim else "",
        claimed_until=claim.until if claim else "",
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
