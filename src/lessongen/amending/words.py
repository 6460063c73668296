"""Whether a text differs from what it was in nothing but its words, and how it is filled then."""

from collections.abc import Mapping

from lessongen.amending.refusal import MoreThanWordsError
from lessongen.graph.outside import outside_link
from lessongen.model.document import Body, Document
from lessongen.model.printed import Printed
from lessongen.model.settings import Settings
from lessongen.model.site import ResolvedLink
from lessongen.model.value import field, value
from lessongen.model.view_pieces import BodyView
from lessongen.rendering.minutes import shown_minutes


@value
class ChangedText:
    """A document before and after, and the pages that show its text."""

    printed: tuple[Printed, ...]  # at least one
    before: Document
    after: Document

    @property
    def key(self) -> str:
        """The key of its family."""
        return self.printed[0].key


@value
class Setting:
    """How a page shows a text: where it lies, and what its ids start with there."""

    root: str
    remote_images: bool
    prefix: str = ""
    part: str = ""
    places: Mapping[str, str] = field(default_factory=dict)


def hold_to_words(old: Document, new: Document, settings: Settings) -> None:
    """Raise `MoreThanWordsError` for what other pages, or the rest of the text's own, may show."""
    same = (
        new.front == old.front
        and new.body.headings == old.body.headings
        and new.body.ids == old.body.ids
        and _minutes(new, settings) == _minutes(old, settings)
    )
    if not same:
        raise MoreThanWordsError(new.path)


def _minutes(document: Document, settings: Settings) -> int:
    return shown_minutes(document.body.words / settings.reading_speed(document.locale))


def body_view(printed: Printed, setting: Setting, body: Body) -> BodyView:
    """The text as a page shows it, its links and images as the last whole build resolved them.

    Raises `MoreThanWordsError` for a target on this site that it has not seen: the graph resolves
    those.
    """
    try:
        return BodyView(
            body=body,
            digest=body.html.digest,
            links=tuple(
                printed.links.get(each.target) or _outside(each.target) for each in body.links
            ),
            images=tuple(printed.images[each.target] for each in body.images),
            ids=printed.ids,
            root=setting.root,
            locale=printed.text_locale,
            remote_images=setting.remote_images,
            prefix=setting.prefix,
            part=setting.part,
            places=setting.places,
        )
    except KeyError as target:
        raise MoreThanWordsError(printed.document) from target


def _outside(target: str) -> ResolvedLink:
    found = outside_link(target)
    if found is None:
        raise MoreThanWordsError(target)
    return found
