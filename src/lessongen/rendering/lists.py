"""The pages that list documents: takeaways, people, articles, tags."""

from collections.abc import Iterator

from lessongen.model.site import Listing, PersonPage, Section
from lessongen.model.view import (
    ArticlesView,
    PeopleView,
    PersonView,
    TagsView,
    TagView,
    TakeawaysView,
)
from lessongen.model.view_lists import Contributor, LessonTakeaways, SectionTakeaways, TagCount
from lessongen.model.view_pieces import Entry, PersonCard
from lessongen.rendering.addresses import path_of, root_of
from lessongen.rendering.frame import Frame
from lessongen.rendering.head import head_of, versions_of
from lessongen.rendering.maps import section_title
from lessongen.rendering.page import Page, sources_of
from lessongen.rendering.people import person_card, roles_of
from lessongen.rendering.site_view import other_language


def takeaways_pages(frame: Frame) -> Iterator[Page]:
    """The page of all takeaways, if there are any."""
    listing = frame.edition.listings.get("takeaways")
    if listing is None:
        return
    wanted = frozenset(listing.keys)
    sections = (_section_takeaways(frame, each, wanted) for each in frame.edition.sections)
    path = path_of(listing.route.permalink)
    view = TakeawaysView(
        path=path,
        root=root_of(listing.route.permalink),
        head=head_of(frame, listing.route, listing.alternates),
        versions=versions_of(frame, listing.alternates, path),
        sections=tuple(each for each in sections if each.lessons),
    )
    yield _page(frame, listing, view)


def _section_takeaways(frame: Frame, section: Section, wanted: frozenset[str]) -> SectionTakeaways:
    keys = [place.key for place in section.places if place.key in wanted]
    return SectionTakeaways(
        number=section.number,
        title=section_title(section, frame.locale),
        path=path_of(section.route.permalink),
        lessons=tuple(_lesson_takeaways(frame, key) for key in keys),
    )


def _lesson_takeaways(frame: Frame, key: str) -> LessonTakeaways:
    node = frame.edition.nodes[key]
    return LessonTakeaways(
        key=key,
        number=node.front.lesson or 0,
        title=frame.titles[key],
        path=frame.paths[key],
        lang=other_language(node.document.locale, frame.locale),
        takeaways=frame.takeaways[key],
    )


def people_pages(frame: Frame) -> Iterator[Page]:
    """The list of everybody credited, if there is anybody."""
    listing = frame.edition.listings.get("people")
    if listing is None:
        return
    people = frame.edition.people
    path = path_of(listing.route.permalink)
    view = PeopleView(
        path=path,
        root=root_of(listing.route.permalink),
        head=head_of(frame, listing.route, listing.alternates),
        versions=versions_of(frame, listing.alternates, path),
        people=tuple(
            Contributor(card=_card(frame, each), count=len(each.listing.keys)) for each in people
        ),
    )
    yield Page(output=listing.route.path, view=view, sources=_people_files(people))


def person_pages(frame: Frame) -> Iterator[Page]:
    """A page for everybody of `people.yaml` who is credited."""
    for each in frame.edition.people:
        listing, nodes = each.listing, frame.edition.nodes
        path = path_of(listing.route.permalink)
        view = PersonView(
            path=path,
            root=root_of(listing.route.permalink),
            head=head_of(frame, listing.route, listing.alternates, kind="profile"),
            versions=versions_of(frame, listing.alternates, path),
            card=_card(frame, each),
            entries=tuple(
                _with_roles(frame.entries[key], roles_of(nodes[key].front, each.person.id))
                for key in listing.keys
            ),
        )
        files = (*_people_files([each]), *sources_of(nodes[key] for key in listing.keys))
        yield Page(output=listing.route.path, view=view, sources=files)


def _with_roles(entry: Entry, roles: tuple[str, ...]) -> Entry:
    return Entry(
        kind=entry.kind,
        number=entry.number,
        title=entry.title,
        path=entry.path,
        summary=entry.summary,
        published=entry.published,
        minutes=entry.minutes,
        roles=roles,
    )


def _card(frame: Frame, page: PersonPage) -> PersonCard:
    """The person, also one of whom nothing but the name is known."""
    known = frame.people.cards.get(page.person.id)
    path = path_of(page.listing.route.permalink)
    return known or person_card(page.person, path, frame.locale, (frame.locale,))


def _people_files(pages: tuple[PersonPage, ...] | list[PersonPage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.person.span.path for each in pages))


def articles_pages(frame: Frame) -> Iterator[Page]:
    """The list of articles, if there are any."""
    listing = frame.edition.listings.get("articles")
    if listing is None:
        return
    path = path_of(listing.route.permalink)
    view = ArticlesView(
        path=path,
        root=root_of(listing.route.permalink),
        head=head_of(frame, listing.route, listing.alternates),
        versions=versions_of(frame, listing.alternates, path),
        entries=tuple(frame.entries[key] for key in listing.keys),
    )
    yield _page(frame, listing, view)


def tags_pages(frame: Frame) -> Iterator[Page]:
    """The list of tags, if there are any."""
    listing = frame.edition.listings.get("tags")
    if listing is None:
        return
    path = path_of(listing.route.permalink)
    view = TagsView(
        path=path,
        root=root_of(listing.route.permalink),
        head=head_of(frame, listing.route, listing.alternates),
        versions=versions_of(frame, listing.alternates, path),
        tags=tuple(
            TagCount(tag=frame.tags[each.id], count=len(each.listing.keys))
            for each in frame.edition.tags
        ),
    )
    yield _page(frame, listing, view)


def tag_pages(frame: Frame) -> Iterator[Page]:
    """A page for every tag in use."""
    for each in frame.edition.tags:
        listing = each.listing
        path = path_of(listing.route.permalink)
        view = TagView(
            path=path,
            root=root_of(listing.route.permalink),
            head=head_of(frame, listing.route, listing.alternates),
            versions=versions_of(frame, listing.alternates, path),
            tag=frame.tags[each.id],
            entries=tuple(frame.entries[key] for key in listing.keys),
        )
        yield _page(frame, listing, view)


def _page(
    frame: Frame, listing: Listing, view: TakeawaysView | ArticlesView | TagsView | TagView
) -> Page:
    nodes = (frame.edition.nodes[key] for key in listing.keys)
    return Page(output=listing.route.path, view=view, sources=sources_of(nodes))
