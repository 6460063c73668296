"""The pages of a language that list others: sections, tags, people, and the fixed ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lessongen.graph.routes import listing_route, section_route, url_word
from lessongen.graph.sections import SectionPlan
from lessongen.graph.slugs import slugify
from lessongen.model.catalog import Catalog
from lessongen.model.people import Person, Tag
from lessongen.model.site import (
    Alternate,
    Listing,
    Node,
    PersonPage,
    Place,
    Route,
    Section,
    TagPage,
)
from lessongen.model.value import value


@value
class Contents:
    """The documents of one language that have a page: lessons in series order, articles."""

    catalog: Catalog
    nodes: Mapping[str, Node]
    lessons: tuple[str, ...]
    articles: tuple[str, ...]

    @property
    def locale(self) -> str:
        """The language."""
        return self.catalog.locale

    def listed(self, wanted: Callable[[Node], bool]) -> tuple[str, ...]:
        """The keys of the lessons, then articles, that are wanted."""
        return tuple(key for key in (*self.lessons, *self.articles) if wanted(self.nodes[key]))


def fixed_listings(every: Sequence[Contents]) -> Mapping[str, Mapping[str, Listing]]:
    """By locale and kind: series and all always; the others where there is something to list."""
    keys = {contents.locale: _keys_by_kind(contents) for contents in every}
    catalogs = {contents.locale: contents.catalog for contents in every}
    return _across(keys, lambda locale, kind: _route(kind, catalogs[locale]))


def _across(
    keys: Mapping[str, Mapping[str, tuple[str, ...]]], route: Callable[[str, str], Route]
) -> Mapping[str, Mapping[str, Listing]]:
    """Listings by locale and name; the versions of one are the languages that have it too."""
    routes = {locale: {name: route(locale, name) for name in own} for locale, own in keys.items()}
    return {
        locale: {
            name: Listing(
                route=routes[locale][name], alternates=_versions(name, routes), keys=listed
            )
            for name, listed in own.items()
        }
        for locale, own in keys.items()
    }


def _versions(name: str, routes: Mapping[str, Mapping[str, Route]]) -> tuple[Alternate, ...]:
    return tuple(
        Alternate(locale=locale, route=own[name]) for locale, own in routes.items() if name in own
    )


def _keys_by_kind(contents: Contents) -> dict[str, tuple[str, ...]]:
    kinds = {
        "series": contents.lessons,
        "all": contents.lessons,
        "takeaways": contents.listed(lambda node: bool(node.front.takeaways)),
        "people": contents.listed(lambda node: any(_people(node))),
        "articles": contents.articles,
        "tags": contents.listed(lambda node: bool(node.front.tags)),
        "search": contents.listed(lambda node: not node.borrowed),
    }
    return {kind: keys for kind, keys in kinds.items() if keys or kind in ("series", "all")}


def _route(kind: str, catalog: Catalog, *parts: str) -> Route:
    if kind == "series":
        return listing_route(catalog)
    return listing_route(catalog, url_word(catalog, kind), *parts)


def sections_of(
    plans: Sequence[SectionPlan],
    places: Mapping[str, Sequence[Place]],
    catalog: Catalog,
    languages: Sequence[str],
) -> tuple[Section, ...]:
    """The sections in the catalog's language; `places` by section key, in series order."""
    return tuple(_section(plan, places.get(plan.key, ()), catalog, languages) for plan in plans)


def _section(
    plan: SectionPlan, places: Sequence[Place], catalog: Catalog, languages: Sequence[str]
) -> Section:
    named = [locale for locale in (catalog.locale, *languages) if locale in plan.texts]
    texts = plan.texts[named[0]] if named else None
    return Section(
        number=plan.number,
        key=plan.key,
        title=texts.title if texts else unnamed_section(plan.number, catalog),
        locale=named[0] if named else catalog.locale,
        summary=texts.summary if texts else "",
        route=section_route(plan.number, catalog),
        places=tuple(places),
    )


def unnamed_section(number: int, catalog: Catalog) -> str:
    """The title of a section that nobody named: "Section 3"."""
    pattern = next(iter(catalog.find("Section {number}")), "") or "Section {number}"
    return pattern.replace("{number}", str(number))


def person_pages(
    every: Sequence[Contents], people: Mapping[str, Person]
) -> Mapping[str, tuple[PersonPage, ...]]:
    """By locale: a page for everyone of `people.yaml` who is credited in that language."""
    keys = {contents.locale: _by_person(contents, people) for contents in every}
    catalogs = {contents.locale: contents.catalog for contents in every}
    listings = _across(keys, lambda locale, person: _route("people", catalogs[locale], person))
    return {
        locale: tuple(
            PersonPage(person=people[name], listing=listing) for name, listing in own.items()
        )
        for locale, own in listings.items()
    }


def _by_person(contents: Contents, people: Mapping[str, Person]) -> Mapping[str, tuple[str, ...]]:
    """In the order of `people.yaml`."""
    keys: dict[str, list[str]] = {}
    for key, node in contents.nodes.items():
        for person in dict.fromkeys(_people(node)):
            keys.setdefault(person, []).append(key)
    return {name: tuple(keys[name]) for name in people if name in keys}


def _people(node: Node) -> Iterator[str]:
    front = node.front
    for credit in (*(front.collaborators or ()), *front.translators, *front.reviewers):
        if credit.person:
            yield credit.person


def tag_pages(
    every: Sequence[Contents], tags: Mapping[str, Tag]
) -> Mapping[str, tuple[TagPage, ...]]:
    """By locale: a page for every tag in use, by label; tags are joined across languages by id."""
    keys = {contents.locale: _by_tag(contents) for contents in every}
    catalogs = {contents.locale: contents.catalog for contents in every}
    listings = _across(keys, lambda locale, tag: _route("tags", catalogs[locale], _slug(tag)))
    return {
        locale: tuple(
            sorted(
                (
                    _tag_page(tag, locale, tuple(keys), tags, listing)
                    for tag, listing in own.items()
                ),
                key=lambda page: (page.label.casefold(), page.id),
            )
        )
        for locale, own in listings.items()
    }


def _by_tag(contents: Contents) -> Mapping[str, tuple[str, ...]]:
    keys: dict[str, list[str]] = {}
    for key in (*contents.lessons, *contents.articles):
        for tag in dict.fromkeys(contents.nodes[key].front.tags or ()):
            keys.setdefault(tag, []).append(key)
    return {tag: tuple(keys[tag]) for tag in sorted(keys)}


def _tag_page(
    tag: str, locale: str, languages: Sequence[str], tags: Mapping[str, Tag], listing: Listing
) -> TagPage:
    labels = tags[tag].labels if tag in tags else {}
    named = next((each for each in (locale, *languages) if each in labels), None)
    return TagPage(
        id=tag,
        label=labels[named] if named else tag,
        locale=named or locale,
        listing=listing,
    )


def _slug(tag: str) -> str:
    return slugify(tag, "tag")
