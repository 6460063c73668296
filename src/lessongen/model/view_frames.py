"""The two values that fill most of a page: its document, and what all pages share.

How templates write them stands in `model/view.py`.
"""

from collections.abc import Mapping
from typing import Literal

from lessongen.model.site import ListingKind
from lessongen.model.value import value
from lessongen.model.view_pieces import (
    BesideLink,
    BodyView,
    CommentView,
    ContentsEntry,
    EpigraphView,
    PathLink,
    PersonCard,
    PersonLink,
    RoleGroup,
    TagLink,
    Text,
    TranslationCredit,
    UrlView,
)


@value
class Borrowed:
    """Says that the text below is in another language, and where that version is."""

    locale: str
    path: str


@value
class Stale:
    """Says that the source of the text has changed since it was translated."""

    since: str  # the day that the translation follows, ISO 8601, or ""
    urgent: bool  # a text outside the body misleads: title, summary, takeaways


@value
class DocumentView:
    """What a page shows of its Markdown file. All its words are in `lang`, names aside."""

    lang: str  # "" but where the page is borrowed
    title: str
    summary: str
    minutes: int  # about, at least 1
    status: Literal["published", "draft", "scheduled"]
    published: str
    updated: str
    originally_published: str
    epigraph: EpigraphView | None
    body: BodyView
    contents: tuple[ContentsEntry, ...]  # only if there are more than three headings
    byline: tuple[RoleGroup, ...]  # translators are not in it
    translators: tuple[PersonLink, ...]  # of this version
    reviewers: tuple[PersonLink, ...]  # of this version
    translations: tuple[TranslationCredit, ...]  # other versions that name their translators
    people: tuple[PersonCard, ...]  # everybody above who has an entry, each once
    tags: tuple[TagLink, ...]
    credits: tuple[str, ...]
    invitation: Text  # the document's own, or the language's; "": the theme's words
    comments: tuple[CommentView, ...]
    comment_count: int  # replies included
    edit_url: str  # "": none
    borrowed: Borrowed | None
    stale: Stale | None
    source_locale: str  # language of the document this is a translation of; "": it is the source
    source_path: str  # its page, if there is one
    beside: tuple[BesideLink, ...]  # pages with both: this text, and a version of it


# --- the site, one value per language ----------------------------------------


@value
class LanguageView:
    """A language of the site."""

    locale: str
    direction: Literal["ltr", "rtl"]
    path: str  # its overview


@value
class NavigationItem:
    """A page of the main navigation; here if `path` is the page's own."""

    kind: ListingKind
    path: str


@value
class FeedLink:
    """A feed of the language."""

    type: str  # media type
    path: str


@value
class SiteView:
    """What all pages of a language share."""

    locale: str
    direction: Literal["ltr", "rtl"]
    directions: Mapping[str, str]  # of every language: "ltr", "rtl"
    title: Text
    tagline: Text
    summary: Text
    path: str  # the overview in this language
    navigation: tuple[NavigationItem, ...]  # series, takeaways, people, … as far as they exist
    languages: tuple[LanguageView, ...]
    links: tuple[UrlView, ...]  # the footer's
    pages: tuple[PathLink, ...]  # plain pages: about, credits
    contact: str  # URL where readers can write; "": none
    feeds: tuple[FeedLink, ...]
    assets: Mapping[str, str]  # `Renderer.assets`: "style.css" → "assets/style.1a2b.css"
    remote_images: bool  # pages show images of other sites: the policy must allow them
    translations: str  # path of the dashboard in this language; "": none
    base_url: str  # "" or absolute, ends with "/"
    words: str  # digest of all catalogs: pages speak more than one language
