"""A parsed Markdown file: its front matter, its body as clean HTML with typed holes."""

from collections.abc import Mapping, Sequence
from typing import Literal

from lessongen.model.source import Span
from lessongen.model.value import field, value

DocumentKind = Literal["series", "lesson", "article", "page"]
Status = Literal["planned", "draft", "published"]

# What a hole in a fragment stands for: the opening tag of `Body.links[i]`, its closing tag,
# the whole tag of `Body.images[i]`, the value of an id attribute, `Body.ids[i]`, or a word of the
# theme, `Body.labels[i]` (in texts and in attributes: always escape it, quotes too).
HoleKind = Literal["link", "/link", "image", "id", "label"]
Hole = tuple[HoleKind, int]

# A block of a body as it can be shown by itself: what it is, a number, and where it begins: in
# which of `HtmlFragment.parts`, at which character. It goes up to the next one. The number is a
# heading's place in `Body.ids`, a footnote's own, that of an item in an ordered list, and -1 in a
# bulleted one. A "frame" is what stands around items, or nothing: it is not shown alone.
BlockKind = Literal[
    "frame",
    "paragraph",
    "heading",
    "item",
    "image",
    "code",
    "quote",
    "table",
    "terms",
    "container",
    "rule",
    "html",
    "footnote",
]
Block = tuple[BlockKind, int, int, int]
Part = str | Hole
Place = tuple[int, int]  # in a fragment: one of its parts, a character in it


@value
class Takeaway:
    """One sentence to keep. The id is the author's, or empty; the prompt may be empty."""

    text: str
    id: str = ""
    prompt: str = ""


@value
class Credit:
    """Somebody's part in a document: an id of `people.yaml` or a plain name, and a role."""

    person: str = ""  # an id; empty where `name` is given
    name: str = ""
    role: str = ""  # a known role or any other word; empty: not said


@value
class Epigraph:
    """A quotation above the text, and its source."""

    text: str
    cite: str = ""


@value
class SectionEntry:
    """A section as the series page declares it."""

    key: str
    title: str
    summary: str = ""


@value
class FrontMatter:
    """What a file says of itself. None: the file does not say (a translation may inherit)."""

    title: str | None = None
    lesson: int | None = None
    section: str | None = None  # a number, a key or a title, as typed
    summary: str | None = None
    takeaways: tuple[Takeaway, ...] = ()
    collaborators: tuple[Credit, ...] | None = None
    slug: str | None = None
    translators: tuple[Credit, ...] = ()
    reviewers: tuple[Credit, ...] = ()
    published: str | None = None  # dates are ISO 8601, "2026-11-21": they sort as text
    updated: str | None = None
    originally_published: str | None = None
    status: Status | None = None
    aliases: tuple[str, ...] = ()
    epigraph: Epigraph | None = None
    tags: tuple[str, ...] | None = None
    credits: tuple[str, ...] = ()
    invitation: str | None = None
    translate: bool = True
    translation_of: str | None = None
    ignore: tuple[str, ...] = ()
    tagline: str | None = None  # the series page only
    sections: tuple[SectionEntry, ...] = ()  # the series page only
    # Where each key stands: "title", "takeaways", "takeaways.0", "sections.2.title", …
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)
    # Of the text that says all this, up to the body; "": it has problems.
    digest: str = field(default="", compare=False)


@value
class HtmlFragment:
    """Well-formed, harmless HTML with holes where other pages have a say."""

    parts: tuple[Part, ...] = ()
    digest: str = ""  # of the parts and of everything that fills the holes


def pieces(parts: Sequence[Part], start: Place, end: Place) -> list[Part]:
    """What stands between two places of a fragment.

    >>> pieces(["<p>a</p><p>", ("link", 0), "b"], (0, 8), (2, 0))
    ['<p>', ('link', 0)]
    """
    (first, at), (last, until) = start, end
    found = list(parts[first : last + 1])
    if last < len(parts):
        found[-1] = found[-1][:until] if isinstance(found[-1], str) else ""
    if found and isinstance(found[0], str):
        found[0] = found[0][at:]
    return [each for each in found if each]


@value
class Heading:
    """A heading of the body, as shown: level 2 to 6."""

    level: int
    text: str  # plain
    id: str  # explicit, or made from the text by GitHub's rule
    explicit: bool  # written as {#id}
    hole: int  # its place in `Body.ids`
    span: Span


@value
class Link:
    """A link of the body, as written."""

    # As the author wrote it, entities and backslashes resolved. A relative target is neither
    # percent-encoded nor decoded; an address (https:…) is encoded, fit for an href.
    target: str
    text: str  # plain; the alternative text of images inside counts
    attributes: tuple[tuple[str, str], ...] = ()  # all but href, clean
    span: Span


@value
class Image:
    """An image of the body, as written. `alt` is None where nobody gave one: `![](x.png)` too."""

    target: str
    alt: str | None
    attributes: tuple[tuple[str, str], ...] = ()  # all but src and alt, clean
    span: Span


@value
class Body:
    """The text of a document."""

    html: HtmlFragment
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    ids: tuple[str, ...] = ()  # every id of the body, in order of the id holes
    # Words of the theme in the text: the kind of a container without a title ("note", "tip",
    # "warning", "example"), "footnotes" (names their section), "footnote-back" (link to the text).
    labels: tuple[str, ...] = ()
    words: int = 0  # as a reader counts: text of blocks; no code blocks, no alternative text
    blocks: tuple[Block, ...] = ()  # of the whole text, in its order


@value
class Document:
    """One Markdown file. `key` is its path below the language folder, without the ending."""

    path: str
    locale: str
    key: str
    kind: DocumentKind
    front: FrontMatter
    body: Body

    @property
    def span(self) -> Span:
        """The start of the file."""
        return Span(path=self.path)

    def span_of(self, name: str) -> Span:
        """Where the front matter says `name`, or the start of the file."""
        return self.front.spans.get(name) or self.span
