"""Permalinks: where every page lives, and that no two want the same place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lessongen.graph.slugs import slugify
from lessongen.model.catalog import Catalog
from lessongen.model.document import Document, FrontMatter
from lessongen.model.problem import Problem
from lessongen.model.site import Redirect, Route
from lessongen.model.source import Span


def url_word(catalog: Catalog, word: str) -> str:
    """The word as the language's URLs say it: "ideas-clave" for "takeaways"; else itself."""
    return next(iter(catalog.find(word, "url")), "") or word


def listing_route(catalog: Catalog, *parts: str) -> Route:
    """The route of a page that lists others, below the language's folder."""
    return Route(permalink="/".join(("", catalog.locale, *parts, "")))


def section_route(number: int, catalog: Catalog) -> Route:
    """`/en/section-3/`, `/es/seccion-3/`."""
    return listing_route(catalog, f"{url_word(catalog, 'section')}-{number}")


def document_route(document: Document, slug: str, catalog: Catalog) -> Route:
    """The route of a document's page in the catalog's language."""
    if document.kind == "series":
        return listing_route(catalog)
    if document.kind == "article":
        return listing_route(catalog, url_word(catalog, "articles"), slug)
    return listing_route(catalog, slug)


def slug_of(document: Document, front: FrontMatter) -> str:
    """The written slug, else one made from the title, else from the file's name."""
    name = document.key.rsplit("/", 1)[-1]
    return front.slug or slugify(front.title or "", slugify(name, "page"))


@dataclass(slots=True)
class Claims:
    """Which file wants which permalink; later claims on the same one become problems."""

    owners: dict[str, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def claim(self, route: Route, span: Span) -> None:
        """Notes that the file at `span` makes the page at `route`."""
        owner = self.owners.setdefault(route.path.casefold(), span)
        if owner is not span:
            self.problems.append(_collision(route, span, owner))


def claim_routes(
    pages: Iterable[tuple[Route, Span]], catalogs: Mapping[str, Catalog], sections: Sequence[int]
) -> Claims:
    """The claims of all pages, after those of lessongen's own pages."""
    claims = Claims()
    for route in _own_routes(catalogs, sections):
        claims.claim(route, Span(path=""))
    for route, span in pages:
        claims.claim(route, span)
    return claims


def redirects_of(
    claims: Claims, pages: Iterable[tuple[Document, Route, str]]
) -> Iterator[Redirect]:
    """The pages at old paths; an alias that is taken is reported and left out.

    `pages` are documents with their route and title; only a document's own aliases count.
    """
    aliases: dict[str, Span] = {}
    for document, route, title in pages:
        for index, alias in enumerate(document.front.aliases):
            span = document.span_of(f"aliases.{index}")
            old = Route(permalink=alias if _is_file(alias) else alias.rstrip("/") + "/")
            taken = claims.owners.get(old.path.casefold()) or aliases.get(old.path.casefold())
            if taken is not None:
                claims.problems.append(_alias_collision(alias, span, taken))
                continue
            aliases[old.path.casefold()] = span
            yield Redirect(path=old.path, target=route, title=title, locale=document.locale)


def _is_file(alias: str) -> bool:
    return alias.endswith((".html", ".htm"))


def _own_routes(catalogs: Mapping[str, Catalog], sections: Sequence[int]) -> Iterator[Route]:
    """Paths that lessongen itself writes, or will, whatever the documents say."""
    yield Route(permalink="/")
    yield Route(permalink="/404.html")
    yield Route(permalink="/translations/")
    for locale, catalog in catalogs.items():
        yield Route(permalink=f"/{locale}/404.html")
        for word in ("takeaways", "people", "articles", "tags", "all", "search"):
            yield listing_route(catalog, url_word(catalog, word))
        for number in sections:
            yield section_route(number, catalog)


def _collision(route: Route, span: Span, owner: Span) -> Problem:
    if owner.path:
        message = f'this page and "{owner.path}" both want the address {route.permalink}'
        related: tuple[Span, ...] = (owner,)
    else:
        message = f"the address {route.permalink} is lessongen's own"
        related = ()
    return Problem(
        code="route-collision",
        severity="error",
        message=message,
        span=span,
        hint='give one of them another "slug"' if related else 'choose another "slug"',
        related=related,
    )


def _alias_collision(alias: str, span: Span, taken: Span) -> Problem:
    where = f'"{taken.path}" already' if taken.path else "lessongen itself"
    return Problem(
        code="alias-collision",
        severity="error",
        message=f'{where} makes a page at "{alias}"',
        span=span,
        hint="remove the alias: that address leads to a page of its own",
        related=(taken,) if taken.path else (),
    )
