"""The whole site as one value: every document in its place, every link resolved."""

from collections.abc import Iterator, Mapping
from typing import Literal

from lessongen.model.catalog import Catalog
from lessongen.model.document import Document, FrontMatter
from lessongen.model.people import Comment, Person, Tag, Term
from lessongen.model.settings import Settings
from lessongen.model.standing import Standing, TranslationPlace
from lessongen.model.value import field, value

# The pages of a language that list others; each has a fixed word of the catalog in its URL.
ListingKind = Literal[
    "series", "takeaways", "people", "articles", "tags", "all", "search", "not-found"
]
# "untranslated": exists in another language only. "planned": named, not written yet.
PlaceState = Literal["published", "planned", "untranslated"]
LinkKind = Literal["page", "here", "asset", "external", "none"]


@value
class Route:
    """Where a page lives. The permalink starts at the site's root: "/es/ideas-clave/"."""

    permalink: str

    @property
    def path(self) -> str:
        """The file in the output folder."""
        path = self.permalink.removeprefix("/")
        return path + "index.html" if path == "" or path.endswith("/") else path


@value
class Alternate:
    """A real version of a page in a language."""

    locale: str
    route: Route
    outdated: bool = False  # its source has changed since


@value
class Beside:
    """The page that shows a text beside its version in another language."""

    locale: str  # of that version
    route: Route


@value
class AssetFile:
    """A file under `content/` that is no text of ours; pixels are 0 where unknown."""

    path: str
    digest: str
    size: int  # bytes
    width: int = 0
    height: int = 0


@value
class Asset:
    """A file that pages refer to, under its hashed name in the output."""

    file: AssetFile
    path: str  # "assets/photo.1a2b3c4d.jpg"


@value
class ResolvedLink:
    """Where `Body.links[i]` leads: permalink, output path of an asset, or URL."""

    kind: LinkKind  # "here": a fragment of the same page; "none": the text stays, unlinked
    href: str = ""
    fragment: str = ""
    locale: str = ""  # of the target's text, only where it differs from the linking text's
    asset: Asset | None = None


@value
class ResolvedImage:
    """What `Body.images[i]` shows: an asset, or a remote URL, or nothing (missing)."""

    asset: Asset | None = None
    url: str = ""


@value
class Node:
    """A document's page in a language.

    `locale` is the language of the page's frame; `document.locale` that of its text. They
    differ only where the page is borrowed (`untranslated: fallback`).
    """

    document: Document
    front: FrontMatter  # with everything inherited from the source
    locale: str
    route: Route
    title: str  # never empty: the front matter's, or the file's name
    minutes: float  # to read the body, by the language's words per minute
    alternates: tuple[Alternate, ...]  # real versions, itself included, in the site's order
    source: str  # path of the document it is a translation of; its own path for a source
    ids: tuple[str, ...]  # the id in each id hole: a translation has its source's heading ids
    links: tuple[ResolvedLink, ...]
    images: tuple[ResolvedImage, ...]
    previous: str = ""  # keys of lessons with a page in this language, in series order
    next: str = ""
    section: str = ""  # key of a lesson's section
    comments: tuple[Comment, ...] = ()
    standing: Standing | None = None  # of a translation
    beside: tuple[Beside, ...] = ()

    @property
    def borrowed(self) -> bool:
        """Whether the text is in another language than the page's frame."""
        return self.locale != self.document.locale


@value
class Place:
    """A lesson's place in the series, as one language sees it."""

    number: int
    key: str
    title: str
    locale: str  # of the title
    state: PlaceState
    route: Route | None  # None: planned; another language's page where untranslated
    summary: str = ""
    minutes: float = 0.0


@value
class Section:
    """A section of the series in one language."""

    number: int
    key: str
    title: str
    locale: str  # of title and summary
    summary: str
    route: Route
    places: tuple[Place, ...]


@value
class Listing:
    """A page that lists documents: its route, its versions, the keys of what it lists."""

    route: Route
    alternates: tuple[Alternate, ...]
    keys: tuple[str, ...] = ()  # of nodes of the same edition: lessons first, then articles


@value
class PersonPage:
    """A collaborator's page: an entry of `people.yaml` credited somewhere in the edition."""

    person: Person
    listing: Listing


@value
class TagPage:
    """A tag's page in one language."""

    id: str
    label: str
    locale: str  # of the label
    listing: Listing


@value
class Edition:
    """The site in one language.

    `nodes` holds lessons (in series order), articles and pages (by key); `listings` has
    "series" and "all" always, the others only where there is something to list.
    """

    locale: str
    title: str
    title_locale: str
    tagline: str
    summary: str
    series: Node | None  # the page's own text, if there is an index.md
    catalog: Catalog
    sections: tuple[Section, ...]
    nodes: Mapping[str, Node]
    lessons: tuple[str, ...]  # keys
    articles: tuple[str, ...]
    pages: tuple[str, ...]
    listings: Mapping[str, Listing]  # by ListingKind
    section_alternates: Mapping[str, tuple[Alternate, ...]]  # by section key
    people: tuple[PersonPage, ...]
    tags: tuple[TagPage, ...]


@value
class Redirect:
    """An old path of a page."""

    path: str  # in the output: "old/path/index.html"
    target: Route
    title: str
    locale: str


@value
class Site:
    """Everything that can be published, in every language."""

    settings: Settings
    editions: Mapping[str, Edition]  # source language first
    documents: tuple[Document, ...]  # all that were read, drafts too, by path
    families: Mapping[str, Mapping[str, Document]]  # key of the source: locale: document
    people: Mapping[str, Person]
    tags: Mapping[str, Tag]
    assets: tuple[Asset, ...]
    redirects: tuple[Redirect, ...] = ()
    today: str = ""  # ISO 8601
    # How each translation stands, by target language and key; "people.yaml" and "tags.yaml" too.
    standings: Mapping[str, Mapping[str, Standing]] = field(default_factory=dict)
    places: Mapping[str, tuple[TranslationPlace, ...]] = field(default_factory=dict)  # their files
    terms: tuple[Term, ...] = ()  # of the glossary

    def own_nodes(self) -> Iterator[Node]:
        """Every page of a document whose text is in the language of its frame."""
        for edition in self.editions.values():
            yield from (node for node in edition.nodes.values() if not node.borrowed)
