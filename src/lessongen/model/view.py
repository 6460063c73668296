"""What pages show: everything a template may say about a page, and nothing else.

A template sees two values: `page`, one of the views below, and `site`, a `SiteView`.

- **Addresses.** A `path` is counted from the site's root and has no leading slash
  ("en/have-a-mentor/", "assets/photo.1a2b.jpg", "" for the chooser). Write each of them as
  `{{ page.root }}{{ x.path }}`: `root` leads from the page to the site's root ("../../"), so
  all links are relative; on 404 pages it starts at the path of `base_url`. A `url` is absolute
  (http, https, mailto, tel) and is written as it is.
- **Languages.** A `lang` (also in `Text`) is "" where the words are in the page's own language,
  `site.locale`; else it is the `lang` attribute to write, with `dir="{{ site.directions[lang] }}"`
  on blocks. `hreflang` says the same of the page that a link leads to.
- **Words.** Views hold authors' words, numbers and ISO dates ("2026-11-21"). The theme's words,
  formatted dates, lists, plurals and names of languages are the templates' business, `<title>`
  included.
- **Bodies** are written as `{{ document.body | fill }}`, linked data as
  `{{ page | json_ld(site) }}`: filters around `rendering.filling.fill_body` and
  `rendering.linked_data.json_ld` (both give safe text), which run only when a page is written.
- **Ids.** Anchors given here hold a "." or are `t1`, `t2`, …; headings of a body can be named
  anything, so ids of the theme's own furniture should hold a "." too ("page.main").

- **`Renderer.assets`** (name in the theme → path in the output) comes back as `site.assets`.

Equal views give equal pages: what a page shows is in its view, or in `site`.
"""

from collections.abc import Mapping

from lessongen.model.value import value
from lessongen.model.view_beside import BesideView
from lessongen.model.view_frames import DocumentView
from lessongen.model.view_lists import (
    Contributor,
    Door,
    SearchLesson,
    SectionTakeaways,
    TagCount,
    WholeSection,
)
from lessongen.model.view_pieces import (
    Definition,
    Entry,
    Head,
    Leg,
    Neighbour,
    PathLink,
    PersonCard,
    SectionLink,
    SectionMap,
    Stop,
    TagLink,
    TakeawayView,
    Version,
)
from lessongen.model.view_translations import TranslationsView


@value
class LessonView:
    """lesson.html: a lesson."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    document: DocumentView
    key: str  # the same in all languages: what readers' progress is kept under
    number: int
    total: int  # lessons in the series, planned ones included
    section: SectionLink | None
    takeaways: tuple[TakeawayView, ...]  # in the document's language
    previous: Neighbour | None
    next: Neighbour | None
    map: tuple[Leg, ...]
    glossary: tuple[Definition, ...]  # all of the text's language: `mark_terms` finds those in it


@value
class ArticleView:
    """article.html, page.html: an article outside the series, a plain page."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    document: DocumentView
    key: str
    glossary: tuple[Definition, ...]  # as in lessons


@value
class SeriesView:
    """series.html: the overview. Its title, tagline and summary are the site's."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    document: DocumentView | None  # the introduction, if there is an index.md
    sections: tuple[SectionMap, ...]
    published: int  # lessons to read in this language
    total: int  # planned and untranslated ones included
    first: Stop | None  # the first lesson to read
    cards: Mapping[str, tuple[str, ...]]  # key of a lesson: ids of its takeaways


@value
class SectionView:
    """section.html: a section."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    section: SectionMap
    published: int
    previous: SectionLink | None
    next: SectionLink | None


@value
class TakeawaysView:
    """takeaways.html: all takeaways."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    sections: tuple[SectionTakeaways, ...]


@value
class PeopleView:
    """people.html: all collaborators."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    people: tuple[Contributor, ...]


@value
class PersonView:
    """person.html: one of them, with their texts."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    card: PersonCard
    entries: tuple[Entry, ...]  # with roles; lessons first


@value
class ArticlesView:
    """articles.html: all articles."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    entries: tuple[Entry, ...]


@value
class TagsView:
    """tags.html: all tags."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    tags: tuple[TagCount, ...]


@value
class TagView:
    """tag.html: the texts with a tag."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    tag: TagLink
    entries: tuple[Entry, ...]


@value
class SearchView:
    """search.html: the search, and everything from A to Z for `page | alphabetical`.

    There is a search box only if there is an index: if `site.assets` has "pagefind.js".
    """

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    lessons: tuple[SearchLesson, ...]  # those with a text in this language
    texts: tuple[PathLink, ...]  # articles and pages
    tags: tuple[TagLink, ...]


@value
class AllView:
    """all.html: the whole series on one page."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    sections: tuple[WholeSection, ...]
    people: tuple[PersonCard, ...]  # each once, whoever has a bio in a lesson


@value
class NotFoundView:
    """not_found.html: nothing here, but the map."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    sections: tuple[SectionMap, ...]  # without minutes and summaries


@value
class ChooserView:
    """chooser.html (`/`) and not_found_all.html (`/404.html`): all languages as equals.

    `site` is the source language's; words in another language come from that one's catalog.
    """

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    doors: tuple[Door, ...]


@value
class RedirectView:
    """redirect.html: an old address; `target` is the new one."""

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    title: str  # of the page it leads to
    target: str  # path


PageView = (
    LessonView
    | ArticleView
    | BesideView
    | SeriesView
    | SectionView
    | TakeawaysView
    | PeopleView
    | PersonView
    | ArticlesView
    | TagsView
    | TagView
    | SearchView
    | AllView
    | NotFoundView
    | ChooserView
    | RedirectView
    | TranslationsView
)
