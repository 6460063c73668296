"""All documents and shared data become the site. Start reading the graph here."""

from collections.abc import Iterator, Sequence

from lessongen.graph.editions import assemble_editions
from lessongen.graph.families import Family, pair_documents
from lessongen.graph.ingredients import Ingredients
from lessongen.graph.inheritance import contradictions
from lessongen.graph.nodes import Nodes, make_nodes
from lessongen.graph.pages import Page, map_links, plan_pages, visibility
from lessongen.graph.routes import claim_routes, redirects_of
from lessongen.graph.sections import SeriesPlan, missing_numbers, plan_sections
from lessongen.graph.series import duplicate_numbers, in_series_order
from lessongen.model.problem import Outcome, Problem
from lessongen.model.site import Asset, Redirect, Route, Site
from lessongen.model.source import Span


def assemble(given: Ingredients) -> Outcome[Site]:
    """The whole site, and everything in which the documents contradict one another.

    The site is whole even then, so that checks can go on and all problems come in one run.
    """
    paired = pair_documents(given.documents, given.settings.languages)
    families = paired.value
    lessons = in_series_order(families)
    head = next((family for family in families if family.source.kind == "series"), None)
    series = plan_sections(head, lessons)

    visible = _visible(families, given, "public")
    pages = plan_pages(visible, given.settings, given.catalogs, given.standings)
    links = map_links(families, pages, given.settings.languages, given.assets)
    nodes = make_nodes(pages, links, series.value, given.settings, given.comments)
    named = in_series_order(_visible(families, given, "public", "planned"))
    redirects = _claim_addresses(pages, nodes.value, given, series.value)

    site = Site(
        settings=given.settings,
        editions=assemble_editions(given, named, series.value, nodes.value),
        documents=tuple(sorted(given.documents, key=lambda each: each.path)),
        families={family.key: family.members for family in families},
        people=given.people,
        tags=given.tags,
        assets=_assets(nodes.value),
        redirects=redirects.value,
        today=given.today,
        standings=given.standings,
        places=given.places,
        terms=tuple(given.terms),
    )
    found = (paired, series, nodes, redirects)
    problems = [problem for each in found for problem in each.problems]
    return Outcome(value=site, problems=(*problems, *_contradictions(families, lessons)))


def _contradictions(families: Sequence[Family], lessons: Sequence[Family]) -> Iterator[Problem]:
    """What documents that belong together say differently, and lessons with a wrong number."""
    for family in families:
        yield from contradictions(family)
    yield from missing_numbers(lessons)
    yield from duplicate_numbers(lessons)


def _visible(families: Sequence[Family], given: Ingredients, *wanted: str) -> Sequence[Family]:
    return [
        family
        for family in families
        if visibility(family.source.front, given.today, drafts=given.drafts) in wanted
    ]


def _claim_addresses(
    pages: Sequence[Page], nodes: Nodes, given: Ingredients, series: SeriesPlan
) -> Outcome[tuple[Redirect, ...]]:
    claims = claim_routes(
        (*_own_claims(pages), *_claims_beside(nodes)),
        given.catalogs,
        [section.number for section in series.sections],
    )
    versions = [page for page in pages if not page.borrowed]
    redirects = redirects_of(claims, ((p.document, p.route, p.title) for p in versions))
    return Outcome(value=tuple(redirects), problems=tuple(claims.problems))


def _own_claims(pages: Sequence[Page]) -> Iterator[tuple[Route, Span]]:
    return ((page.route, page.document.span_of("slug")) for page in pages)


def _claims_beside(nodes: Nodes) -> Iterator[tuple[Route, Span]]:
    for own in nodes.values():
        for node in own.values():
            yield from ((each.route, node.document.span_of("slug")) for each in node.beside)


def _assets(nodes: Nodes) -> tuple[Asset, ...]:
    """Every file that some page shows or links to, once, by its path in the output."""
    found: dict[str, Asset] = {}
    for asset in _referred(nodes):
        found.setdefault(asset.path, asset)
    return tuple(found[path] for path in sorted(found))


def _referred(nodes: Nodes) -> Iterator[Asset]:
    for own in nodes.values():
        for node in own.values():
            yield from (image.asset for image in node.images if image.asset)
            yield from (link.asset for link in node.links if link.asset)
