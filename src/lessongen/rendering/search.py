"""The search page of a language: a box, and below it everything from A to Z."""

from collections.abc import Iterator, Sequence

from lessongen.model.site import Node
from lessongen.model.view import SearchView
from lessongen.model.view_lists import SearchLesson
from lessongen.model.view_pieces import PathLink
from lessongen.rendering.addresses import path_of, root_of
from lessongen.rendering.frame import Frame
from lessongen.rendering.head import head_of, versions_of
from lessongen.rendering.page import Page, sources_of


def search_pages(frame: Frame) -> Iterator[Page]:
    """The search page, if there is a text of this language to find."""
    listing = frame.edition.listings.get("search")
    if listing is None:
        return
    nodes = frame.edition.nodes
    lessons = _own(frame, frame.edition.lessons)
    texts = _own(frame, (*frame.edition.articles, *frame.edition.pages))
    path = path_of(listing.route.permalink)
    view = SearchView(
        path=path,
        root=root_of(listing.route.permalink),
        head=head_of(frame, listing.route, listing.alternates),
        versions=versions_of(frame, listing.alternates, path),
        lessons=tuple(_lesson(frame, key, nodes[key]) for key in lessons),
        texts=tuple(PathLink(title=frame.titles[key], path=frame.paths[key]) for key in texts),
        tags=tuple(frame.tags.values()),
    )
    files = sources_of(nodes[key] for key in (*lessons, *texts))
    yield Page(output=listing.route.path, view=view, sources=files)


def _own(frame: Frame, keys: Sequence[str]) -> Sequence[str]:
    return [key for key in keys if not frame.edition.nodes[key].borrowed]


def _lesson(frame: Frame, key: str, node: Node) -> SearchLesson:
    return SearchLesson(
        number=node.front.lesson or 0,
        title=node.title,
        path=frame.paths[key],
        takeaways=frame.takeaways[key],
    )
