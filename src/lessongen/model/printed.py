"""What is kept of pages so that words of a text can be changed in them, and pages so changed."""

from collections.abc import Mapping

from lessongen.model.document import DocumentKind
from lessongen.model.site import Beside, ResolvedImage, ResolvedLink, Route
from lessongen.model.value import value


@value
class Printed:
    """A text on its page in one language: what fills the holes of its body, and where it stands."""

    document: str  # path
    text_locale: str
    key: str  # of the family
    kind: DocumentKind
    locale: str  # of the page
    route: Route
    title: str
    ids: tuple[str, ...]
    links: Mapping[str, ResolvedLink]  # by what stands in the text, whatever their order
    images: Mapping[str, ResolvedImage]
    beside: tuple[Beside, ...]
    is_translation: bool
    is_in_feeds: bool


@value
class AmendedPage:
    """A page with other words in it, and the digests of the fields of its view that differ."""

    output: str
    text: str
    fields: Mapping[str, int]
