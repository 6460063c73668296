"""Pieces that several pages show; how templates write them stands in `model/view.py`."""

from collections.abc import Mapping
from typing import Literal

from lessongen.model.card import SocialImage
from lessongen.model.document import Body, DocumentKind
from lessongen.model.site import PlaceState, ResolvedImage, ResolvedLink
from lessongen.model.value import field, value


@value
class Text:
    """Words that may be in another language than the page."""

    text: str
    lang: str = ""  # "": the page's language


@value
class UrlView:
    """A link that leaves the site."""

    text: str
    url: str


@value
class PathLink:
    """A link to a page of the site."""

    title: Text
    path: str


@value
class AlternateUrl:
    """One `<link rel="alternate" hreflang>`: a locale or "x-default", and an absolute URL."""

    locale: str
    url: str


@value
class Head:
    """What a page says to machines; the templates add title and description."""

    kind: Literal["website", "article", "profile"] = "website"  # og:type
    canonical: str = ""  # also og:url; "" without `base_url`: then write neither
    alternates: tuple[AlternateUrl, ...] = ()  # itself and x-default included; else empty
    og_locale: str = ""  # "es_419"
    og_alternates: tuple[str, ...] = ()
    robots: str = ""  # "noindex" or nothing
    image: SocialImage | None = None  # also as linked data; none without `base_url`


# "here": this page. "available": its version in that language. "missing": there is none, `path`
# is that language's overview. "outdated": available, but the source has changed since.
VersionState = Literal["here", "available", "missing", "outdated"]


@value
class Version:
    """One entry of the language switch, in the order of the site's languages."""

    locale: str
    path: str
    state: VersionState


@value
class PersonLink:
    """A name in a by-line."""

    name: str
    path: str = ""  # the person's page; "": none
    anchor: str = ""  # of the bio on the same page ("person.ana"); "": none


@value
class RoleGroup:
    """The people with one role: a known role, any other word as the author wrote it, or ""."""

    role: str
    people: tuple[PersonLink, ...]
    known: bool = True  # one of author, idea, editor, reviewer, illustrator, or ""


@value
class TranslationCredit:
    """Who made another version of this text, for a line on this one."""

    locale: str
    path: str
    translators: tuple[PersonLink, ...]


@value
class PersonCard:
    """Who somebody is, in a few lines."""

    id: str
    anchor: str  # "person.ana"
    name: str
    path: str
    bio: tuple[str, ...] = ()  # paragraphs, plain text
    lang: str = ""  # of the bio
    links: tuple[UrlView, ...] = ()


@value
class TakeawayView:
    """One sentence to keep."""

    number: int
    anchor: str  # "t1"
    id: str  # the same in all languages: what "test yourself" keeps its days under
    text: str
    prompt: str = ""


@value
class BesideLink:
    """The page that shows a text beside its version in another language."""

    locale: str  # of that version
    path: str


@value
class EpigraphView:
    """A quotation above the text."""

    text: str
    cite: str = ""


@value
class ContentsEntry:
    """A line of a page's contents."""

    level: int  # 2 to 6
    text: str
    anchor: str


@value
class TagLink:
    """A tag of a text."""

    id: str
    label: Text
    path: str


@value
class Definition:
    """A term of the glossary in one language; pages show it where their text has the term."""

    key: str  # in anchors: "term.help-desk" of the definition, "use.help-desk" of its place
    variants: tuple[str, ...]  # how it may be written; the first one is the usual one
    text: str  # plain


@value
class CommentView:
    """An archived comment."""

    author: str
    date: str  # ISO 8601, or ""
    paragraphs: tuple[str, ...]
    replies: tuple["CommentView", ...] = ()


@value
class BodyView:
    """The text of a document, still with its holes; `filling.fill_body` gives the HTML."""

    body: Body = field(compare=False, repr=False)
    digest: str  # stands for the body
    links: tuple[ResolvedLink, ...]
    images: tuple[ResolvedImage, ...]
    ids: tuple[str, ...]
    root: str
    locale: str  # of the text
    remote_images: bool  # False: an image of another site becomes a link
    # On the page that holds all lessons: what ids start with ("lesson-2."), and where links to
    # lessons lead there: permalink → anchor ("lesson-2"), as the page's own lessons say.
    prefix: str = ""
    part: str = ""  # the lesson's title there: landmarks of several lessons must differ in name
    places: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


# --- the series, as lists and maps show it -----------------------------------


@value
class Stop:
    """A lesson in the small map that a lesson's page shows: nothing that a body edit changes."""

    key: str  # the same in all languages: what readers' progress is kept under
    number: int
    title: Text
    state: PlaceState
    path: str = ""  # "": planned, not a link
    hreflang: str = ""


@value
class Leg:
    """A section in the small map; only the present one is open, the others have no stops."""

    number: int
    title: Text
    path: str
    lessons: tuple[str, ...]  # keys of those that can be read; closed in a long series: none
    stops: tuple[Stop, ...] = ()


@value
class PlaceView:
    """A lesson in the map of the series."""

    key: str
    number: int
    title: Text
    summary: Text
    state: PlaceState
    path: str = ""  # "": planned, not a link
    hreflang: str = ""
    minutes: int = 0  # about; 0 where planned


@value
class SectionMap:
    """A section with its lessons."""

    key: str
    number: int
    title: Text
    summary: Text
    path: str
    places: tuple[PlaceView, ...]


@value
class SectionLink:
    """The section that a lesson stands in, or one beside another."""

    number: int
    title: Text
    path: str
    position: int = 0  # of the lesson in its section, from 1
    total: int = 0  # lessons in the section, planned ones included


@value
class Neighbour:
    """The previous or next lesson; `section` is set where it stands in another section."""

    number: int
    title: Text
    path: str
    section: SectionLink | None = None


@value
class Entry:
    """A lesson, article or page in a list."""

    kind: DocumentKind
    number: int  # of a lesson, else 0
    title: Text
    path: str
    summary: Text
    published: str
    minutes: int
    roles: tuple[str, ...] = ()  # of the person whose page this is
