"""The one table of front matter keys: reading, the schema for editors and hints use it."""

from collections.abc import Mapping

from lessongen.model.document import DocumentKind
from lessongen.parsing.field_groups import CREDITS, EPIGRAPH, SECTIONS, TAKEAWAYS
from lessongen.parsing.field_kinds import ALIAS, CODE, DATE, DOCUMENT, NAME, SLUG
from lessongen.yaml_nodes.groups import Key, list_of
from lessongen.yaml_nodes.values import TEXT, YES_OR_NO, one_of, whole_number

KINDS: tuple[DocumentKind, ...] = ("series", "lesson", "article", "page")

_LESSON = ("lesson",)
_SERIES = ("series",)
_TEXTS = ("lesson", "article", "page")  # all but the series page

KEYS = (
    Key(
        name="title",
        kind=TEXT,
        about="The title, as readers see it.",
        required=True,
        also=("name", "headline"),
    ),
    Key(
        name="tagline",
        kind=TEXT,
        about="A few words below the title of the series.",
        where=_SERIES,
        also=("subtitle", "slogan"),
    ),
    Key(
        name="lesson",
        kind=whole_number(1, 9999),
        about="The lesson's number, from 1, over the whole series.",
        where=_LESSON,
        also=("number", "order", "weight", "part", "nav_order"),
    ),
    Key(
        name="section",
        kind=TEXT,
        about="The section: its number, its key or its title.",
        where=_LESSON,
        also=("chapter", "category", "categories"),
    ),
    Key(
        name="summary",
        kind=TEXT,
        about="One sentence for lists, search engines and feeds.",
        also=("description", "abstract", "excerpt"),
    ),
    Key(
        name="sections",
        kind=SECTIONS,
        about="The sections of the series, in order.",
        where=_SERIES,
        also=("chapters",),
    ),
    Key(
        name="takeaways",
        kind=TAKEAWAYS,
        about="Three to five sentences to keep.",
        where=_LESSON,
        also=("key_points", "highlights"),
    ),
    Key(
        name="collaborators",
        kind=CREDITS,
        about="Who made it: ids of people.yaml, plain names, or {person or name, role}.",
        also=("author", "authors", "contributors", "by"),
    ),
    Key(
        name="slug",
        kind=SLUG,
        about="The last part of the page's address.",
        where=_TEXTS,
        also=("permalink", "url"),
    ),
    Key(
        name="translators",
        kind=CREDITS,
        about="Who translated it.",
        also=("translator", "translated_by"),
    ),
    Key(name="reviewers", kind=CREDITS, about="Who reviewed it.", also=("reviewer",)),
    Key(
        name="published",
        kind=DATE,
        about="The day it is published, as 2026-11-21.",
        also=("date", "publishdate", "publish_date", "pubdate"),
    ),
    Key(
        name="updated",
        kind=DATE,
        about="The day of the last change that readers should know of.",
        also=("lastmod", "last_modified", "modified"),
    ),
    Key(
        name="originally_published",
        kind=DATE,
        about="The day it was first published elsewhere.",
    ),
    Key(
        name="status",
        kind=one_of("planned", "draft", "published"),
        about="planned: only named; draft: only with --drafts; published: for everybody.",
        also=("draft", "state"),
    ),
    Key(
        name="aliases",
        kind=list_of(ALIAS, once=True),
        about="Old paths of the page that lead to it.",
        also=("redirect_from", "redirects", "alias"),
    ),
    Key(name="epigraph", kind=EPIGRAPH, about="A quotation above the text.", also=("quote",)),
    Key(
        name="tags",
        kind=list_of(NAME, once=True),
        about="Ids of tags.yaml.",
        where=_TEXTS,
        also=("tag", "keywords", "topics"),
    ),
    Key(
        name="credits",
        kind=list_of(TEXT),
        about="Whom to thank for photos and the like.",
        also=("credit",),
    ),
    Key(
        name="invitation",
        kind=TEXT,
        about="The invitation to write, instead of the language's.",
    ),
    Key(
        name="translate",
        kind=YES_OR_NO,
        about="false: deliberately not translated.",
    ),
    Key(
        name="translation_of",
        kind=DOCUMENT,
        about="The source it translates: 02-say-i-dont-know.",
        also=("translationkey", "translation_key", "original"),
    ),
    Key(
        name="ignore",
        kind=list_of(CODE, once=True),
        about="Codes of problems that are silenced in this file.",
    ),
)

_NAMES = {"series": "the series page", "lesson": "lessons", "article": "articles", "page": "pages"}
_ONE = {
    "series": "the series page",
    "lesson": "a lesson",
    "article": "an article",
    "page": "a page",
}


def keys_of(kind: DocumentKind) -> Mapping[str, Key]:
    """The keys that a kind of document takes, by name."""
    return _KEYS_OF[kind]


def misplaced(name: str, kind: DocumentKind) -> str:
    """Which documents take a key that this kind does not; nothing for a key nobody takes."""
    where = next((key.where for key in KEYS if key.name == name), ())
    takers = [_NAMES[taker] for taker in where]
    if not takers:
        return ""
    *others, last = takers
    belongs = f"{', '.join(others)} and {last}" if others else last
    return f"it belongs to {belongs} only; this file is {_ONE[kind]}"


_KEYS_OF = {
    kind: {key.name: key for key in KEYS if not key.where or kind in key.where} for kind in KINDS
}
