"""The site in each language: its map of the series, its listings, its names."""

from collections.abc import Mapping, Sequence

from lessongen.graph.families import Family
from lessongen.graph.ingredients import Ingredients
from lessongen.graph.listings import (
    Contents,
    fixed_listings,
    person_pages,
    sections_of,
    tag_pages,
)
from lessongen.graph.nodes import Nodes
from lessongen.graph.pages import title_of
from lessongen.graph.routes import section_route
from lessongen.graph.sections import SectionPlan, SeriesPlan
from lessongen.model.catalog import Catalog
from lessongen.model.document import Document
from lessongen.model.site import Alternate, Edition, Node, Place, PlaceState


def assemble_editions(
    given: Ingredients, named: Sequence[Family], series: SeriesPlan, nodes: Nodes
) -> Mapping[str, Edition]:
    """One edition for each language; `named` are the lessons that maps show, in series order."""
    every = [
        _contents(given.catalogs[locale], named, nodes[locale])
        for locale in given.settings.languages
    ]
    listings = fixed_listings(every)
    people = person_pages(every, given.people)
    tags = tag_pages(every, given.tags)
    alternates = {plan.key: _section_versions(plan, every) for plan in series.sections}
    editions = {}
    for contents in every:
        locale = contents.locale
        head = _series_texts(given, locale)
        editions[locale] = Edition(
            locale=locale,
            title=title_of(head) if head else given.name,
            title_locale=head.locale if head else locale,
            tagline=head.front.tagline or "" if head else "",
            summary=head.front.summary or "" if head else "",
            series=next((n for n in contents.nodes.values() if n.document.kind == "series"), None),
            catalog=contents.catalog,
            sections=sections_of(
                series.sections,
                _places(given, named, series, locale, nodes),
                contents.catalog,
                given.settings.languages,
            ),
            nodes=contents.nodes,
            lessons=contents.lessons,
            articles=contents.articles,
            pages=tuple(k for k, node in contents.nodes.items() if node.document.kind == "page"),
            listings=listings[locale],
            section_alternates=alternates,
            people=people[locale],
            tags=tags[locale],
        )
    return editions


def _contents(catalog: Catalog, named: Sequence[Family], nodes: Mapping[str, Node]) -> Contents:
    """Lessons by number; articles newest first, as readers of lists of articles expect."""
    articles = sorted(
        (key for key, node in nodes.items() if node.document.kind == "article"),
        key=lambda key: nodes[key].front.published or "",
        reverse=True,
    )
    lessons = [f.key for f in named if f.key in nodes and f.source.front.lesson is not None]
    others = [key for key, node in nodes.items() if node.document.kind in ("page", "series")]
    return Contents(
        catalog=catalog,
        nodes={key: nodes[key] for key in (*lessons, *articles, *others)},
        lessons=tuple(lessons),
        articles=tuple(articles),
    )


def _section_versions(plan: SectionPlan, every: Sequence[Contents]) -> tuple[Alternate, ...]:
    return tuple(
        Alternate(locale=contents.locale, route=section_route(plan.number, contents.catalog))
        for contents in every
    )


def _series_texts(given: Ingredients, locale: str) -> Document | None:
    """The series page in the language, else in the first language that has one."""
    heads = {each.locale: each for each in given.documents if each.kind == "series"}
    wanted = (locale, *given.settings.languages)
    return next((heads[each] for each in wanted if each in heads), None)


def _places(
    given: Ingredients,
    named: Sequence[Family],
    series: SeriesPlan,
    locale: str,
    nodes: Nodes,
) -> Mapping[str, Sequence[Place]]:
    """By section key, the places that the language's map shows, in series order."""
    places: dict[str, list[Place]] = {}
    for family in named:
        section = series.section_of.get(family.key)
        if section is None or family.source.front.lesson is None:
            continue
        place = _place(family, locale, nodes)
        if place.state != "untranslated" or given.settings.untranslated != "hide":
            places.setdefault(section, []).append(place)
    return places


def _place(family: Family, locale: str, nodes: Nodes) -> Place:
    document = family.members.get(locale, family.source)
    own = nodes[locale].get(family.key)
    shown = own or nodes[document.locale].get(family.key)
    state: PlaceState = "published"
    if shown is None:
        state = "planned"
    elif document.locale != locale:
        state = "untranslated"
    return Place(
        number=family.source.front.lesson or 0,
        key=family.key,
        title=title_of(document),
        locale=document.locale,
        state=state,
        route=shown.route if shown else None,
        summary=document.front.summary or "",
        minutes=shown.minutes if shown else 0.0,
    )
