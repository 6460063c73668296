"""What the translators' dashboard shows; how templates write it stands in `model/view.py`."""

from typing import Literal

from lessongen.model.standing import Progress, TrackedKind
from lessongen.model.translation import DocumentState
from lessongen.model.value import field, value
from lessongen.model.view_pieces import Head, SectionLink, Text, Version

GroupKind = Literal["series", "section", "article", "page", "people", "tags"]


@value
class TranslationRow:
    """One text and its translation."""

    kind: TrackedKind
    number: int  # of a lesson, else 0
    title: Text  # the translation's, else its source's; "" for people and tags
    path: str  # the translation's page, else the source's; "": none
    hreflang: str  # of that page, where it is not the language of the dashboard
    state: DocumentState
    progress: Progress
    words: int  # to translate
    looks: int  # texts in it that may need no more than a look
    minutes: int
    since: str  # the oldest confirmation among what is behind, ISO 8601, or ""
    claimed_by: str
    claimed_until: str


@value
class TranslationGroup:
    """The texts of a section, or of another kind."""

    kind: GroupKind
    section: SectionLink | None  # None also for lessons that stand in none
    progress: Progress
    words: int
    minutes: int
    rows: tuple[TranslationRow, ...] = ()  # left out where a page is about several languages


@value
class LanguageProgress:
    """How the translation into one language is getting on."""

    locale: str
    path: str  # its dashboard
    badge: str  # its badge
    lessons: int
    translated: int
    outdated: int
    missing: int
    unverified: int
    progress: Progress
    words: int
    minutes: int
    groups: tuple[TranslationGroup, ...]
    claims: tuple[TranslationRow, ...]
    oldest: tuple[TranslationRow, ...]  # those that are behind, the oldest first


# --- what the pages are made of ----------------------------------------------


@value
class TrackedGroup:
    """The texts of a group, each with its key; what is told of the group follows from them."""

    kind: GroupKind
    section: SectionLink | None
    keys: tuple[str, ...]
    rows: tuple[TranslationRow, ...]


@value
class TrackedLanguage:
    """The translation into one language, text by text."""

    locale: str
    path: str
    badge: str
    groups: tuple[TrackedGroup, ...]


@value
class TranslationsView:
    """translations.html: what there is to translate, and how far it is."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    languages: tuple[LanguageProgress, ...]  # all, or the page's own with every text
    changes: str  # path of the feed of changes
    is_overview: bool  # about all languages
    # What `languages` adds up, text by text; no template needs it.
    tracked: tuple[TrackedLanguage, ...] = field(default=(), compare=False, repr=False)
