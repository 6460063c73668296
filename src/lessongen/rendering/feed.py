"""What feeds show of lessons and articles, the newest first."""

from collections.abc import Iterable, Mapping, Sequence

from lessongen.model.value import replaced, value
from lessongen.model.view import ArticleView, LessonView
from lessongen.model.view_frames import SiteView
from lessongen.rendering.page import SitePage
from lessongen.rendering.templates import Renderer

LONGEST = 100  # entries: readers poll feeds, so they stay small; the series has its own pages
_TEMPLATE = "feed_entry.html"


@value
class Feed:
    """The feed of one language; `root` leads from the feed to the site's root."""

    site: SiteView
    root: str  # the base URL, or a relative path where that is not known
    entries: tuple[LessonView | ArticleView, ...]

    @property
    def updated(self) -> str:
        """The day of the newest change, ISO 8601; empty if there is no entry."""
        return max((changed(entry) for entry in self.entries), default="")


class Contents:
    """The HTML of entries; each is rendered once, however many formats show it."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer
        self._made: dict[tuple[str, str], str] = {}

    @property
    def template(self) -> str:
        """The digest of the template and of all that it uses."""
        return self._renderer.closure_digest(_TEMPLATE)

    def of(self, entry: LessonView | ArticleView, feed: "Feed") -> str:
        """The text of an entry in a feed: its links start where the feed is."""
        key = (feed.site.locale, entry.key)
        if key not in self._made:
            body = replaced(entry.document.body, root=feed.root)
            document = replaced(entry.document, body=body)
            view = replaced(entry, root=feed.root, document=document)
            self._made[key] = self._renderer.render(_TEMPLATE, view, feed.site)
        return self._made[key]


def feed_data(feed: Feed, contents: Contents) -> Mapping[str, object]:
    """All that the bytes of a feed depend on, whatever its format."""
    return {
        "site": feed.site,
        "root": feed.root,
        "entries": tuple(_shown(entry) for entry in feed.entries),
        **{text_field(entry.key): entry.document.body for entry in feed.entries},
        "template": contents.template,
    }


def text_field(key: str) -> str:
    """The name under which the text of an entry is among a feed's data."""
    return f"texts.{key}"


def _shown(entry: LessonView | ArticleView) -> tuple[object, ...]:
    """All that a feed shows of an entry but its text: its address, its words, its people."""
    document = entry.document
    return (
        entry.key,
        entry.path,
        entry.versions,
        document.title,
        document.summary,
        document.published,
        document.updated,
        document.byline,
        document.tags,
        document.epigraph,
        entry.takeaways if isinstance(entry, LessonView) else (),
    )


def changed(entry: LessonView | ArticleView) -> str:
    """The day on which an entry changed: `updated`, else `published`."""
    return entry.document.updated or entry.document.published


def authors_of(entry: LessonView | ArticleView, feed: Feed) -> tuple[str, ...]:
    """The names of an entry's authors; the series' title where nobody is named as one."""
    groups = {group.role: group for group in entry.document.byline}
    group = groups.get("author") or groups.get("")
    return tuple(each.name for each in group.people) if group else (feed.site.title.text,)


def entry_id(locale: str, key: str) -> str:
    """The id of an entry, for good: a v5 UUID (RFC 9562) of language and key."""
    from uuid import NAMESPACE_URL, uuid5

    return uuid5(uuid5(NAMESPACE_URL, "lessongen"), f"{locale}/{key}").urn


def moment(day: str) -> str:
    """The start of a day as RFC 3339 writes it."""
    return f"{day}T00:00:00Z"


def feeds_of(pages: Sequence[SitePage]) -> tuple[Feed, ...]:
    """A feed for every language, also for one that has nothing dated yet."""
    sites = {page.site.locale: page.site for page in pages}
    return tuple(_feed(site, pages) for site in sites.values())


def _feed(site: SiteView, pages: Iterable[SitePage]) -> Feed:
    root = site.base_url or "../"
    entries = [
        page.view
        for page in pages
        if page.site is site
        and isinstance(page.view, LessonView | ArticleView)
        and page.template != "page.html"
        and page.view.document.borrowed is None
        and page.view.document.status == "published"
        and changed(page.view)
    ]
    # Of one day's lessons, the later in the series is the newer.
    newest = sorted(entries, key=changed)[::-1]
    return Feed(site=site, root=root, entries=tuple(newest[:LONGEST]))
