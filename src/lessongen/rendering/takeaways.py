"""The sentences to keep, as pages show them."""

from collections.abc import Mapping, Sequence

from lessongen.model.document import Document, Takeaway
from lessongen.model.site import Node
from lessongen.model.view_pieces import TakeawayView


def takeaways_of(node: Node, family: Mapping[str, Document]) -> tuple[TakeawayView, ...]:
    """The takeaways of a lesson, each with an anchor that no heading of its body has.

    `family` holds the versions of the lesson by language: a translation shares the ids of its
    source, so that what readers keep under them holds in all languages.
    """
    ids = _ids(node.front.takeaways, _source_takeaways(node, family))
    return tuple(
        TakeawayView(
            number=number,
            anchor=_free(f"t{number}", node.ids),
            id=ids[number - 1],
            text=takeaway.text,
            prompt=takeaway.prompt,
        )
        for number, takeaway in enumerate(node.front.takeaways, start=1)
    )


def _source_takeaways(node: Node, family: Mapping[str, Document]) -> Sequence[Takeaway]:
    source = next((each for each in family.values() if each.path == node.source), node.document)
    return source.front.takeaways


def _ids(own: Sequence[Takeaway], source: Sequence[Takeaway]) -> Sequence[str]:
    """The author's id, else the source's at the same place, else "#" and the number.

    Authors' ids hold no "#". Places mean nothing where one of the lists is longer.

    >>> _ids([Takeaway(text="a"), Takeaway(text="b", id="x")], [])
    ['#1', 'x']
    """
    theirs = [each.id for each in source] if len(source) == len(own) else [""] * len(own)
    used = {each.id for each in own}
    return [
        each.id or (theirs[index] if theirs[index] not in used else "") or f"#{index + 1}"
        for index, each in enumerate(own)
    ]


def _free(anchor: str, taken: Sequence[str]) -> str:
    return anchor if anchor not in taken else _free(f"{anchor}.", taken)
