"""A finished site becomes what `prints.Prints` reads."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from lessongen.amending.prints import packed_numbers
from lessongen.build.codec import encode
from lessongen.model.dashboard import Dashboard
from lessongen.model.document import Image, Link
from lessongen.model.printed import Printed
from lessongen.model.problem import Problem
from lessongen.model.site import Edition, Node, Site
from lessongen.model.source import Span
from lessongen.model.value import replaced
from lessongen.model.view_translations import TranslationsView
from lessongen.outputs.translation_changes import head_of
from lessongen.rendering.dashboard_data import tracked_texts
from lessongen.rendering.feed import feeds_of
from lessongen.rendering.page import SitePage
from lessongen.rendering.whole import anchor_of

Found = TypeVar("Found")


def pack_prints(
    site: Site,
    pages: Sequence[SitePage],
    problems: Iterable[Problem],
) -> Mapping[str, object]:
    """The prints of a site as plain values that can be stored, but what `pack_numbers` gives."""
    editions = site.editions.values()
    return {
        "today": site.today,
        "named": sorted({span.path for span in _places(problems) if span.line > 1}),
        "whole": {each.locale: each.listings["all"].route.permalink for each in editions},
        "anchors": {each.locale: dict(_anchors(each)) for each in editions},
        "settings": encode(site.settings),
        "terms": encode(site.terms),
        "catalogs": encode({each.locale: each.catalog for each in editions}),
        "texts": _texts(editions, pages),
        "paths": {
            each.locale: {key: node.document.path for key, node in each.nodes.items()}
            for each in editions
        },
        "places": {
            locale: {each.key: encode(each) for each in places}
            for locale, places in site.places.items()
        },
        "changes": head_of(site),
    }


def pack_numbers(site: Site, pages: Sequence[SitePage]) -> Mapping[str, object]:
    """What is told of all translations, which any change of words may change."""
    return packed_numbers(tuple(_dashboards(pages)), tracked_texts(site))


def _places(problems: Iterable[Problem]) -> Iterator[Span]:
    """Where problems are; what is wrong with a file as a whole stays in its first line."""
    for each in problems:
        yield from (each.span, *each.related)


def _anchors(edition: Edition) -> Iterator[tuple[str, str]]:
    for key in edition.lessons:
        node = edition.nodes[key]
        yield node.route.permalink, anchor_of(node)


def _texts(editions: Iterable[Edition], pages: Sequence[SitePage]) -> Mapping[str, list[object]]:
    in_feeds = {(each.site.locale, entry.key) for each in feeds_of(pages) for entry in each.entries}
    found: dict[str, list[object]] = {}
    for edition in editions:
        for key, node in edition.nodes.items():
            found.setdefault(node.document.path, []).append(encode(_printed(key, node, in_feeds)))
    return found


def _printed(key: str, node: Node, in_feeds: Container[tuple[str, str]]) -> Printed:
    return Printed(
        document=node.document.path,
        text_locale=node.document.locale,
        key=key,
        kind=node.document.kind,
        locale=node.locale,
        route=node.route,
        title=node.title,
        ids=node.ids,
        links=_by_target(node.document.body.links, node.links),
        images=_by_target(node.document.body.images, node.images),
        beside=node.beside,
        is_translation=node.standing is not None,
        is_in_feeds=(node.locale, key) in in_feeds,
    )


def _by_target(written: Iterable[Link | Image], resolved: Iterable[Found]) -> Mapping[str, Found]:
    return {one.target: found for one, found in zip(written, resolved, strict=True)}


def _dashboards(pages: Iterable[SitePage]) -> Iterator[Dashboard]:
    for page in pages:
        if isinstance(page.view, TranslationsView):
            view = replaced(page.view, languages=())
            yield Dashboard(output=page.output, locale=page.site.locale, view=view)
