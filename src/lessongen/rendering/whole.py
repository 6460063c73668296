"""The whole series on one page, for print and for reading in one go."""

from collections.abc import Iterator, Mapping

from lessongen.model.site import Node, Section
from lessongen.model.view import AllView
from lessongen.model.view_lists import WholeLesson, WholeSection
from lessongen.model.view_pieces import BodyView, PersonCard, TakeawayView, Text
from lessongen.rendering.addresses import path_of, root_of
from lessongen.rendering.document_view import epigraph_of
from lessongen.rendering.frame import Frame
from lessongen.rendering.head import head_of, versions_of
from lessongen.rendering.maps import section_title
from lessongen.rendering.minutes import shown_minutes
from lessongen.rendering.page import Page, sources_of
from lessongen.rendering.site_view import other_language


def whole_pages(frame: Frame) -> Iterator[Page]:
    """All lessons of the language in order, on one page."""
    edition = frame.edition
    listing = edition.listings["all"]
    lessons = [edition.nodes[key] for key in edition.lessons]
    places = {node.route.permalink: anchor_of(node) for node in lessons}
    root, path = root_of(listing.route.permalink), path_of(listing.route.permalink)
    sections = (_whole_section(frame, each, places, root) for each in edition.sections)
    view = AllView(
        path=path,
        root=root,
        head=head_of(frame, listing.route, listing.alternates),
        versions=versions_of(frame, listing.alternates, path),
        sections=tuple(each for each in sections if each.lessons),
        people=_everybody(frame),
    )
    yield Page(output=listing.route.path, view=view, sources=sources_of(lessons))


def _whole_section(
    frame: Frame, section: Section, places: Mapping[str, str], root: str
) -> WholeSection:
    nodes = frame.edition.nodes
    keys = [place.key for place in section.places if place.key in nodes]
    return WholeSection(
        anchor=f"section-{section.number}",
        number=section.number,
        title=section_title(section, frame.locale),
        summary=Text(text=section.summary, lang=other_language(section.locale, frame.locale)),
        lessons=tuple(_whole_lesson(frame, key, nodes[key], places, root) for key in keys),
    )


def _whole_lesson(
    frame: Frame, key: str, node: Node, places: Mapping[str, str], root: str
) -> WholeLesson:
    anchor = anchor_of(node)
    return WholeLesson(
        anchor=anchor,
        number=node.front.lesson or 0,
        path=frame.paths[key],
        lang=other_language(node.document.locale, node.locale),
        title=node.title,
        summary=node.front.summary or "",
        minutes=shown_minutes(node.minutes),
        byline=frame.credited[key].byline,
        translators=frame.credited[key].translators,
        epigraph=epigraph_of(node),
        body=_body(frame, node, places, root),
        takeaways=tuple(_prefixed(each, anchor) for each in frame.takeaways[key]),
        credits=node.front.credits,
    )


def anchor_of(node: Node) -> str:
    """Where a lesson stands on the page of all lessons."""
    return f"lesson-{node.front.lesson or 0}"


def _body(frame: Frame, node: Node, places: Mapping[str, str], root: str) -> BodyView:
    """The text, with ids of its own on the page, and links to other lessons staying there."""
    return BodyView(
        body=node.document.body,
        digest=node.document.body.html.digest,
        links=node.links,
        images=node.images,
        ids=node.ids,
        root=root,
        locale=node.document.locale,
        remote_images=frame.view.remote_images,
        prefix=f"{anchor_of(node)}.",
        part=node.title,
        places=places,
    )


def _prefixed(takeaway: TakeawayView, anchor: str) -> TakeawayView:
    return TakeawayView(
        number=takeaway.number,
        anchor=f"{anchor}.{takeaway.anchor}",
        id=takeaway.id,
        text=takeaway.text,
        prompt=takeaway.prompt,
    )


def _everybody(frame: Frame) -> tuple[PersonCard, ...]:
    """The people of all lessons, each once, in the order of the lessons."""
    cards = (card for key in frame.edition.lessons for card in frame.credited[key].cards)
    return tuple({card.id: card for card in cards}.values())
