"""Which pages the documents make, in which language, and where."""

from collections.abc import Mapping, Sequence
from typing import Literal

from lessongen.graph.families import Family
from lessongen.graph.headings import anchors_of, shared_ids
from lessongen.graph.inheritance import effective_front
from lessongen.graph.links import LinkMap, Target
from lessongen.graph.routes import document_route, slug_of
from lessongen.model.catalog import Catalog
from lessongen.model.document import Document, FrontMatter
from lessongen.model.settings import Settings
from lessongen.model.site import Alternate, AssetFile, Route
from lessongen.model.standing import Standing
from lessongen.model.value import value

Standings = Mapping[str, Mapping[str, Standing]]  # by target language, then by key

Visibility = Literal["public", "planned", "hidden"]


@value
class Page:
    """A document's page in a language, before its links are resolved."""

    family: Family
    document: Document
    front: FrontMatter
    locale: str  # of the frame
    route: Route
    title: str
    ids: tuple[str, ...]
    standing: Standing | None = None  # of a translation

    @property
    def borrowed(self) -> bool:
        """Whether the text is in another language than the frame."""
        return self.document.locale != self.locale


def visibility(front: FrontMatter, today: str, *, drafts: bool) -> Visibility:
    """Whether a document has a page, is only named in the map, or stays out."""
    if front.status == "planned":
        return "planned"
    waits = front.status == "draft" or (front.published or "") > today
    return "hidden" if waits and not drafts else "public"


def plan_pages(
    families: Sequence[Family],
    settings: Settings,
    catalogs: Mapping[str, Catalog],
    standings: Standings,
) -> tuple[Page, ...]:
    """The pages of public families: one for each version, and borrowed ones by the settings."""
    return tuple(
        _page(family, locale, catalogs[locale], standings.get(locale, {}))
        for family in families
        for locale in settings.languages
        if locale in family.members or _borrows(family, settings)
    )


def _borrows(family: Family, settings: Settings) -> bool:
    return (
        settings.untranslated == "fallback"
        and family.source.kind != "series"
        and family.source.front.translate
    )


def _page(family: Family, locale: str, catalog: Catalog, standings: Mapping[str, Standing]) -> Page:
    document = family.members.get(locale, family.source)
    standing = standings.get(family.key) if document is not family.source else None
    front = effective_front(family, document)
    return Page(
        family=family,
        document=document,
        front=front,
        locale=locale,
        route=document_route(document, slug_of(document, front), catalog),
        title=title_of(document),
        ids=shared_ids(family.source, document, standing.headings if standing else ()),
        standing=standing,
    )


def title_of(document: Document) -> str:
    """The document's title; the name of its file if it has none."""
    return document.front.title or document.key.rsplit("/", 1)[-1]


def alternates_of(pages: Sequence[Page]) -> Mapping[str, tuple[Alternate, ...]]:
    """The real versions of each family by its key; borrowed pages are none."""
    alternates: dict[str, tuple[Alternate, ...]] = {}
    for page in pages:
        if not page.borrowed:
            behind = page.standing is not None and page.standing.state == "outdated"
            version = Alternate(locale=page.locale, route=page.route, outdated=behind)
            alternates[page.family.key] = (*alternates.get(page.family.key, ()), version)
    return alternates


def map_links(
    families: Sequence[Family],
    pages: Sequence[Page],
    languages: Sequence[str],
    assets: Mapping[str, AssetFile],
) -> LinkMap:
    """Everything that links may lead to."""
    known = {document.path: each.key for each in families for document in each.members.values()}
    for family in families:
        for locale in languages:
            known.setdefault(f"content/{locale}/{family.key}.md", family.key)
    targets = {(page.locale, page.family.key): _target(page) for page in pages}
    reachable = dict(targets)
    for page in pages:
        if page.document is page.family.source:
            for locale in languages:
                own = targets[page.locale, page.family.key]
                reachable.setdefault((locale, page.family.key), own)
    permalinks = {target.permalink: target for target in targets.values()}
    return LinkMap(families=known, pages=reachable, permalinks=permalinks, assets=assets)


def _target(page: Page) -> Target:
    recorded = page.standing.headings if page.standing else ()
    anchors = anchors_of(page.family.source, page.document, page.ids, recorded)
    return Target(permalink=page.route.permalink, locale=page.document.locale, anchors=anchors)
