"""The pages on which a text and its translation stand side by side."""

from collections.abc import Iterator, Sequence

from lessongen.model.site import Alternate, Beside, Node
from lessongen.model.standing import Standing
from lessongen.model.view_beside import BesideRows, BesideView, Side
from lessongen.model.view_pieces import BodyView, Head, Neighbour, SectionLink
from lessongen.rendering.addresses import path_of, root_of
from lessongen.rendering.document_view import epigraph_of, stale_of
from lessongen.rendering.frame import Frame
from lessongen.rendering.head import is_public, og_locale, versions_of
from lessongen.rendering.page import Page, sources_of
from lessongen.rendering.people import translators_of
from lessongen.rendering.social import document_image


def pages_beside(frame: Frame) -> Iterator[Page]:
    """A page for every text of the language and each of its versions that stands beside it."""
    for key, node in frame.edition.nodes.items():
        for beside in node.beside:
            other = frame.site.editions[beside.locale].nodes[key]
            yield Page(
                output=beside.route.path,
                view=_view(frame, key, beside, node, other),
                sources=sources_of([node, other]),
            )


def _view(frame: Frame, key: str, beside: Beside, node: Node, other: Node) -> BesideView:
    path, root = path_of(beside.route.permalink), root_of(beside.route.permalink)
    translation = other if other.standing else node
    return BesideView(
        path=path,
        root=root,
        head=_head(frame, node),
        versions=versions_of(frame, _alternates(node, other), path),
        kind=node.document.kind,
        key=key,
        number=node.front.lesson or 0,
        total=frame.total,
        section=frame.sections.get(key),
        own=_side(frame, node, root, ""),
        other=_side(frame, other, root, f"page.{other.locale}"),
        rows=_rows(node, other),
        takeaways=frame.takeaways[key],
        other_takeaways=other.front.takeaways,
        byline=frame.credited[key].byline,
        translators=translators_of(translation.front, frame.people),
        stale=stale_of(translation),
        previous=_neighbour(frame, node, node.previous, other.locale),
        next=_neighbour(frame, node, node.next, other.locale),
    )


def _head(frame: Frame, node: Node) -> Head:
    """The text's own page is the one to be found; this one shows it once more."""
    base = frame.view.base_url
    return Head(
        kind="article",
        canonical=base and base + path_of(node.route.permalink),
        og_locale=og_locale(frame.locale),
        robots="" if base and is_public(frame, node) else "noindex",
        image=document_image(frame, node) if is_public(frame, node) else None,
    )


def _alternates(node: Node, other: Node) -> Sequence[Alternate]:
    """The versions of the text; that of the other side leads to the same page from there."""
    route = next(each.route for each in other.beside if each.locale == node.locale)
    return [
        Alternate(locale=each.locale, route=route, outdated=each.outdated)
        if each.locale == other.locale
        else each
        for each in node.alternates
    ]


def _side(frame: Frame, node: Node, root: str, anchor: str) -> Side:
    return Side(
        locale=node.locale,
        path=path_of(node.route.permalink),
        anchor=anchor,
        title=node.title,
        summary=node.front.summary or "",
        epigraph=epigraph_of(node),
        body=BodyView(
            body=node.document.body,
            digest=node.document.body.html.digest,
            links=node.links,
            images=node.images,
            ids=node.ids,
            root=root,
            locale=node.locale,
            remote_images=frame.view.remote_images,
            prefix=f"{anchor}." if anchor else "",
        ),
    )


def _rows(node: Node, other: Node) -> BesideRows:
    standing = other.standing or node.standing or Standing(state="missing")
    return BesideRows(
        rows=standing.rows, digest=standing.rows_digest, turned=other.standing is None
    )


def _neighbour(frame: Frame, node: Node, key: str, locale: str) -> Neighbour | None:
    """The lesson before or after, beside the same language if it can be."""
    if not key:
        return None
    lesson = frame.edition.nodes[key]
    own = frame.paths[key]
    return Neighbour(
        number=lesson.front.lesson or 0,
        title=frame.titles[key],
        path=next((path_of(x.route.permalink) for x in lesson.beside if x.locale == locale), own),
        section=_other_section(frame, node, lesson, key),
    )


def _other_section(frame: Frame, node: Node, lesson: Node, key: str) -> SectionLink | None:
    return frame.sections.get(key) if lesson.section != node.section else None
