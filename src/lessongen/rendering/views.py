"""The pages of documents: the overview, lessons, articles and plain pages.

Lists are made in `lists.py`, the whole series on one page in `whole.py`, pages that belong to no
language in `doors.py`. Each function gives every page of its kind in one language.
"""

from collections.abc import Iterator, Mapping, Sequence

from lessongen.model.site import Alternate, Node, Section
from lessongen.model.view import ArticleView, LessonView, SectionView, SeriesView
from lessongen.model.view_pieces import Neighbour
from lessongen.rendering.addresses import path_of, root_of
from lessongen.rendering.document_view import document_view
from lessongen.rendering.frame import Frame
from lessongen.rendering.head import document_head, head_of, versions_of
from lessongen.rendering.maps import counted, first_to_read, section_link, section_map
from lessongen.rendering.page import Page, sources_of
from lessongen.rendering.social import section_image


def series_pages(frame: Frame) -> Iterator[Page]:
    """The overview of the series, one page."""
    edition = frame.edition
    listing, node = edition.listings["series"], edition.series
    permalink = listing.route.permalink
    root, path = root_of(permalink), path_of(permalink)
    published, total = counted(edition.sections)
    view = SeriesView(
        path=path,
        root=root,
        head=head_of(frame, listing.route, listing.alternates, default=""),
        versions=versions_of(frame, _as_told(listing.alternates, node), path),
        document=document_view(frame, _key_of(frame, node), node, root) if node else None,
        sections=tuple(section_map(each, frame.stops, frame.locale) for each in edition.sections),
        published=published,
        total=total,
        first=first_to_read(edition, frame.stops),
        cards=_cards(frame),
    )
    yield Page(output=listing.route.path, view=view, sources=sources_of([node] if node else []))


def _cards(frame: Frame) -> Mapping[str, tuple[str, ...]]:
    """The ids of the takeaways that this language has, lesson by lesson."""
    ids = {key: tuple(each.id for each in frame.takeaways[key]) for key in frame.edition.lessons}
    return {key: each for key, each in ids.items() if each}


def _as_told(alternates: Sequence[Alternate], node: Node | None) -> tuple[Alternate, ...]:
    """The versions of the overview; those whose own text is behind say so."""
    behind = {each.locale for each in node.alternates if each.outdated} if node else set()
    return tuple(
        Alternate(locale=each.locale, route=each.route, outdated=each.locale in behind)
        for each in alternates
    )


def _key_of(frame: Frame, node: Node) -> str:
    return next(key for key, each in frame.edition.nodes.items() if each is node)


def section_pages(frame: Frame) -> Iterator[Page]:
    """A page for every section."""
    sections = frame.edition.sections
    for index, section in enumerate(sections):
        before = sections[index - 1] if index else None
        after = sections[index + 1] if index + 1 < len(sections) else None
        nodes = frame.edition.nodes
        places = [nodes[each.key] for each in section.places if each.key in nodes]
        yield Page(
            output=section.route.path,
            view=_section_view(frame, section, before, after),
            sources=sources_of(places),
        )


def _section_view(
    frame: Frame, section: Section, before: Section | None, after: Section | None
) -> SectionView:
    permalink = section.route.permalink
    path = path_of(permalink)
    alternates = frame.edition.section_alternates.get(section.key, ())
    return SectionView(
        path=path,
        root=root_of(permalink),
        head=head_of(frame, section.route, alternates, image=section_image(frame, section)),
        versions=versions_of(frame, alternates, path),
        section=section_map(section, frame.stops, frame.locale),
        published=counted([section])[0],
        previous=section_link(before, frame.locale) if before else None,
        next=section_link(after, frame.locale) if after else None,
    )


def lesson_pages(frame: Frame) -> Iterator[Page]:
    """A page for every lesson that there is in this language."""
    nodes = frame.edition.nodes
    for key in frame.edition.lessons:
        node = nodes[key]
        neighbours = (nodes[each] for each in (node.previous, node.next) if each)
        yield Page(
            output=node.route.path,
            view=lesson_view(frame, key, node),
            sources=sources_of([node, *neighbours]),
        )


def lesson_view(frame: Frame, key: str, node: Node) -> LessonView:
    """The page of a lesson."""
    permalink = node.route.permalink
    root, path = root_of(permalink), frame.paths[key]
    return LessonView(
        path=path,
        root=root,
        head=document_head(frame, node),
        versions=versions_of(frame, node.alternates, path),
        document=document_view(frame, key, node, root),
        key=key,
        number=node.front.lesson or 0,
        total=frame.total,
        section=frame.sections.get(key),
        takeaways=frame.takeaways[key],
        previous=_neighbour(frame, node, node.previous),
        next=_neighbour(frame, node, node.next),
        map=frame.maps.get(node.section, ()),
        glossary=frame.glossary[node.document.locale],
    )


def _neighbour(frame: Frame, node: Node, key: str) -> Neighbour | None:
    if not key:
        return None
    other = frame.edition.nodes[key]
    return Neighbour(
        number=other.front.lesson or 0,
        title=frame.titles[key],
        path=frame.paths[key],
        section=frame.sections.get(key) if other.section != node.section else None,
    )


def article_pages(frame: Frame) -> Iterator[Page]:
    """A page for every article."""
    return _article_pages(frame, frame.edition.articles)


def plain_pages(frame: Frame) -> Iterator[Page]:
    """A page for every plain page."""
    return _article_pages(frame, frame.edition.pages)


def _article_pages(frame: Frame, keys: Sequence[str]) -> Iterator[Page]:
    for key in keys:
        node = frame.edition.nodes[key]
        root, path = root_of(node.route.permalink), frame.paths[key]
        view = ArticleView(
            path=path,
            root=root,
            head=document_head(frame, node),
            versions=versions_of(frame, node.alternates, path),
            document=document_view(frame, key, node, root),
            key=key,
            glossary=frame.glossary[node.document.locale],
        )
        yield Page(output=node.route.path, view=view, sources=sources_of([node]))
