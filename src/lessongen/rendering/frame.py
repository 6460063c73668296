"""What the pages of one language have in common, worked out once."""

from collections.abc import Mapping

from lessongen.model.card import Cards
from lessongen.model.site import Edition, Node, Site
from lessongen.model.value import value
from lessongen.model.view_frames import SiteView
from lessongen.model.view_pieces import (
    Definition,
    Entry,
    Leg,
    SectionLink,
    Stop,
    TagLink,
    TakeawayView,
    Text,
)
from lessongen.rendering.addresses import path_of
from lessongen.rendering.definitions import definitions_in
from lessongen.rendering.maps import maps_by_section, section_links, stops_of
from lessongen.rendering.minutes import shown_minutes
from lessongen.rendering.people import Credited, People, credited, people_of
from lessongen.rendering.site_view import other_language, overview_path, site_view, words_digest
from lessongen.rendering.takeaways import takeaways_of


@value
class Frame:
    """An edition with everything that several of its pages show; keys are those of nodes."""

    site: Site
    edition: Edition
    view: SiteView
    overviews: Mapping[str, str]  # locale → path, in the order of the site's languages
    locales: Mapping[str, str]  # path of a document → its language
    people: People
    tags: Mapping[str, TagLink]
    stops: Mapping[str, Stop]
    maps: Mapping[str, tuple[Leg, ...]]  # by section key
    sections: Mapping[str, SectionLink]  # by lesson: its section, and its position there
    titles: Mapping[str, Text]
    paths: Mapping[str, str]
    entries: Mapping[str, Entry]  # as lists show them
    takeaways: Mapping[str, tuple[TakeawayView, ...]]
    credited: Mapping[str, Credited]
    glossary: Mapping[str, tuple[Definition, ...]]  # by the language of a text
    total: int  # lessons in the series
    cards: Cards  # which social cards there can be

    @property
    def locale(self) -> str:
        """The language of the pages."""
        return self.edition.locale


def frames_of(
    site: Site, assets: Mapping[str, str], cards: Cards | None = None
) -> Mapping[str, Frame]:
    """A frame for every language, source language first; `assets` are the theme's."""
    shared = _Shared(
        site=site,
        assets=assets,
        words=words_digest(site),
        overviews={each.locale: overview_path(each) for each in site.editions.values()},
        locales={document.path: document.locale for document in site.documents},
        cards=cards or Cards(),
        glossary={locale: definitions_in(locale, site.terms) for locale in site.editions},
    )
    return {locale: _frame(edition, shared) for locale, edition in site.editions.items()}


@value
class _Shared:
    """What all frames have in common."""

    site: Site
    assets: Mapping[str, str]
    words: str
    overviews: Mapping[str, str]
    locales: Mapping[str, str]
    cards: Cards
    glossary: Mapping[str, tuple[Definition, ...]]


def _frame(edition: Edition, shared: _Shared) -> Frame:
    nodes = edition.nodes
    stops = stops_of(edition)
    people = people_of(shared.site, edition)
    titles = {key: _title(node) for key, node in nodes.items()}
    paths = {key: path_of(node.route.permalink) for key, node in nodes.items()}
    return Frame(
        site=shared.site,
        edition=edition,
        view=site_view(shared.site, edition, shared.assets, shared.words),
        overviews=shared.overviews,
        locales=shared.locales,
        people=people,
        tags=_tags(edition),
        stops=stops,
        maps=maps_by_section(edition, stops),
        sections=section_links(edition),
        titles=titles,
        paths=paths,
        entries={key: _entry(node, titles[key], paths[key]) for key, node in nodes.items()},
        takeaways={
            key: takeaways_of(node, shared.site.families.get(key, {}))
            for key, node in nodes.items()
        },
        credited=_credited(nodes, people),
        glossary=shared.glossary,
        total=_total(edition),
        cards=shared.cards,
    )


def _credited(nodes: Mapping[str, Node], people: People) -> Mapping[str, Credited]:
    """The people of each text; most texts of a series name the same ones."""
    known: dict[tuple[object, ...], Credited] = {}
    found = {}
    for key, node in nodes.items():
        front = node.front
        named = (front.collaborators, front.translators, front.reviewers)
        if named not in known:
            known[named] = credited(front, people)
        found[key] = known[named]
    return found


def _title(node: Node) -> Text:
    return Text(text=node.title, lang=other_language(node.document.locale, node.locale))


def _tags(edition: Edition) -> Mapping[str, TagLink]:
    return {
        page.id: TagLink(
            id=page.id,
            label=Text(text=page.label, lang=other_language(page.locale, edition.locale)),
            path=path_of(page.listing.route.permalink),
        )
        for page in edition.tags
    }


def _total(edition: Edition) -> int:
    """Lessons in the series, and never less than a lesson's number."""
    numbers = [place.number for section in edition.sections for place in section.places]
    return max(len(numbers), max(numbers, default=0))


def _entry(node: Node, title: Text, path: str) -> Entry:
    return Entry(
        kind=node.document.kind,
        number=node.front.lesson or 0,
        title=title,
        path=path,
        summary=Text(text=node.front.summary or "", lang=title.lang),
        published=node.front.published or "",
        minutes=shown_minutes(node.minutes),
    )
