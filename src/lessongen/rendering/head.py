"""What a page says to machines, and its versions in the other languages."""

from collections.abc import Sequence
from typing import Literal

from lessongen.model.card import SocialImage
from lessongen.model.site import Alternate, Node, Route
from lessongen.model.view_pieces import AlternateUrl, Head, Version, VersionState
from lessongen.rendering.addresses import path_of
from lessongen.rendering.frame import Frame
from lessongen.rendering.social import document_image, overview_image

PageKind = Literal["website", "article", "profile"]


def head_of(
    frame: Frame,
    route: Route,
    alternates: Sequence[Alternate],
    *,
    kind: PageKind = "website",
    default: str | None = None,
    image: SocialImage | None = None,
) -> Head:
    """The head of a page with its own words; `default` is the path for unmatched languages.

    Without a default it is the source language's version, else the first one; without an image
    it is that of the series.
    """
    base = frame.view.base_url
    others = [each.locale for each in alternates if each.locale != frame.locale]
    return Head(
        kind=kind,
        canonical=base and base + path_of(route.permalink),
        alternates=_alternate_urls(frame, alternates, default) if base and alternates else (),
        og_locale=og_locale(frame.locale),
        og_alternates=tuple([og_locale(locale) for locale in others]),
        image=image or overview_image(frame),
    )


def _alternate_urls(
    frame: Frame, alternates: Sequence[Alternate], default: str | None
) -> tuple[AlternateUrl, ...]:
    base = frame.view.base_url
    urls = [
        AlternateUrl(locale=each.locale, url=base + path_of(each.route.permalink))
        for each in alternates
    ]
    source = frame.site.settings.source_language
    main = next((each.url for each in urls if each.locale == source), urls[0].url)
    fallback = main if default is None else base + default
    return (*urls, AlternateUrl(locale="x-default", url=fallback))


def document_head(frame: Frame, node: Node) -> Head:
    """The head of a document's page; a borrowed page points to the page it borrows from."""
    kind: PageKind = "website" if node.document.kind == "page" else "article"
    if node.borrowed:
        return _borrowed_head(frame, node, kind)
    if not is_public(frame, node):
        return _unlisted(head_of(frame, node.route, node.alternates, kind=kind))
    image = document_image(frame, node)
    return head_of(frame, node.route, node.alternates, kind=kind, image=image)


def is_public(frame: Frame, node: Node) -> bool:
    """Whether a document is meant to be read already."""
    front = node.front
    return front.status != "draft" and (front.published or "") <= frame.site.today


def _borrowed_head(frame: Frame, node: Node, kind: PageKind) -> Head:
    route = borrowed_route(node)
    base = frame.view.base_url
    return Head(
        kind=kind,
        canonical=base and base + path_of(route.permalink),
        og_locale=og_locale(node.document.locale),
    )


def borrowed_route(node: Node) -> Route:
    """The page whose text the node shows."""
    locale = node.document.locale
    return next((each.route for each in node.alternates if each.locale == locale), node.route)


def _unlisted(head: Head) -> Head:
    """The head of a page that search engines should not keep; nothing announces it."""
    return Head(
        kind=head.kind, canonical=head.canonical, og_locale=head.og_locale, robots="noindex"
    )


def noindex_head(frame: Frame, canonical: str = "") -> Head:
    """The head of a page that is none of the site's own: not found, or moved."""
    return Head(canonical=canonical, og_locale=og_locale(frame.locale), robots="noindex")


def og_locale(locale: str) -> str:
    """The language as Open Graph writes it.

    >>> og_locale("es-419")
    'es_419'
    """
    return locale.replace("-", "_")


def versions_of(
    frame: Frame, alternates: Sequence[Alternate], own_path: str
) -> tuple[Version, ...]:
    """The language switch of a page: every language of the site, and what is there."""
    paths = {each.locale: path_of(each.route.permalink) for each in alternates}
    paths[frame.locale] = own_path
    behind = {each.locale for each in alternates if each.outdated}
    return tuple(
        [
            Version(
                locale=locale,
                path=paths.get(locale, overview),
                state=_state(locale, frame.locale, there=locale in paths, behind=locale in behind),
            )
            for locale, overview in frame.overviews.items()
        ]
    )


def overview_versions(frame: Frame, own_path: str = "") -> tuple[Version, ...]:
    """The language switch of a page without versions: it leads to the overviews.

    Without a path of its own the page belongs to no language.
    """
    here = frame.locale if own_path else ""
    return tuple(
        Version(
            locale=locale,
            path=own_path if locale == here else overview,
            state=_state(locale, here, there=True),
        )
        for locale, overview in frame.overviews.items()
    )


def _state(locale: str, here: str, *, there: bool, behind: bool = False) -> VersionState:
    if locale == here:
        return "here"
    if behind:
        return "outdated"
    return "available" if there else "missing"
