"""Pages become nodes: links resolved, neighbours known."""

from collections.abc import Mapping, Sequence

from lessongen.graph.beside import pages_beside
from lessongen.graph.links import LinkMap, resolve_images, resolve_links
from lessongen.graph.pages import Page, alternates_of
from lessongen.graph.sections import SeriesPlan
from lessongen.graph.series import number_of
from lessongen.model.people import Comment
from lessongen.model.problem import Outcome, Problem
from lessongen.model.settings import Settings
from lessongen.model.site import Alternate, Node

Nodes = Mapping[str, Mapping[str, Node]]  # by locale, then by key


def make_nodes(
    pages: Sequence[Page],
    links: LinkMap,
    series: SeriesPlan,
    settings: Settings,
    comments: Mapping[str, tuple[Comment, ...]],
) -> Outcome[Nodes]:
    """A node for each page, with the problems of its links and images."""
    problems: list[Problem] = []
    alternates = alternates_of(pages)
    neighbours = _neighbours(pages)
    beside = pages_beside(pages)
    nodes: dict[str, dict[str, Node]] = {locale: {} for locale in settings.languages}
    for page in pages:
        key = page.family.key
        previous, following = neighbours.get((page.locale, key), ("", ""))
        linked = resolve_links(page.document, page.locale, _own_anchors(page, links), links)
        shown = resolve_images(page.document, links)
        if not page.borrowed:  # a borrowed page repeats its source's mistakes
            problems += (*linked.problems, *shown.problems)
        nodes[page.locale][key] = Node(
            document=page.document,
            front=page.front,
            locale=page.locale,
            route=page.route,
            title=page.title,
            minutes=page.document.body.words / settings.reading_speed(page.document.locale),
            alternates=_versions(page, alternates),
            source=page.family.source.path,
            ids=page.ids,
            links=linked.value,
            images=shown.value,
            previous=previous,
            next=following,
            section=series.section_of.get(key, ""),
            comments=comments.get(page.document.path, ()),
            standing=page.standing,
            beside=beside.get((page.locale, key), ()),
        )
    return Outcome(value=nodes, problems=tuple(problems))


def _own_anchors(page: Page, links: LinkMap) -> Mapping[str, str]:
    return links.pages[page.locale, page.family.key].anchors


def _versions(page: Page, alternates: Mapping[str, tuple[Alternate, ...]]) -> tuple[Alternate, ...]:
    return alternates.get(page.family.key, ())


def _neighbours(pages: Sequence[Page]) -> Mapping[tuple[str, str], tuple[str, str]]:
    """The keys of the previous and next lesson with a page, by locale and key."""
    order: dict[str, list[str]] = {}
    for page in sorted(pages, key=lambda each: (number_of(each.family), each.family.key)):
        if page.document.kind == "lesson" and page.front.lesson is not None:
            order.setdefault(page.locale, []).append(page.family.key)
    return {
        (locale, key): (before, after)
        for locale, keys in order.items()
        for before, key, after in zip(["", *keys], keys, [*keys[1:], ""], strict=False)
    }
