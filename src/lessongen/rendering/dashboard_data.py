"""The translators' dashboard as data: what every translation lacks, and what changed."""

from collections.abc import Mapping

from lessongen.graph.tracked import SHARED_FILES
from lessongen.model.document import Document
from lessongen.model.site import Site
from lessongen.model.standing import Standing
from lessongen.model.tracked_text import TrackedText
from lessongen.rendering.addresses import path_of


def tracked_texts(site: Site) -> Mapping[str, tuple[TrackedText, ...]]:
    """All texts of all target languages; nothing where the dashboard is switched off."""
    if not site.settings.dashboard:
        return {}
    return {
        locale: tuple(_text(site, locale, key, each) for key, each in standings.items())
        for locale, standings in site.standings.items()
    }


def _text(site: Site, locale: str, key: str, standing: Standing) -> TrackedText:
    members = site.families.get(key, {})
    source = members.get(site.settings.source_language)
    named = source or next(iter(members.values()), None)
    claim = standing.claimant(site.today)
    return TrackedText(
        locale=locale,
        key=key,
        kind=named.kind if named else SHARED_FILES[key],
        source_path=_path(source, key, there=named is not None),
        target_path=_target(members.get(locale), key, standing, there=named is not None),
        lesson=named.front.lesson if named else None,
        title=(named.front.title or key.rpartition("/")[2]) if named else key,
        page=_page(site, key),
        published=(source.front.updated or source.front.published or "") if source else "",
        state=standing.state,
        progress=standing.progress,
        words_to_translate=standing.words_to_translate,
        looks=standing.looks,
        claimed_by=claim.by if claim else None,
        changes=standing.changes,
    )


def _page(site: Site, key: str) -> str:
    edition = site.editions[site.settings.source_language]
    series = edition.series
    node = series if series and series.document.key == key else edition.nodes.get(key)
    return path_of(node.route.permalink) if node else ""


def _path(document: Document | None, key: str, *, there: bool) -> str | None:
    """A document's file; people and tags of all languages share one."""
    if document is not None:
        return document.path
    return None if there else f"content/{key}"


def _target(document: Document | None, key: str, standing: Standing, *, there: bool) -> str | None:
    return None if standing.state == "missing" else _path(document, key, there=there)
