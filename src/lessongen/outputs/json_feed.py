"""JSON Feeds (version 1.1), one for each language."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from lessongen.model.artifact import Artifact
from lessongen.model.view import ArticleView, LessonView
from lessongen.rendering.feed import (
    Contents,
    Feed,
    authors_of,
    changed,
    entry_id,
    feed_data,
    moment,
)


def artifacts(feeds: Sequence[Feed], contents: Contents) -> Iterator[Artifact]:
    """`/en/feed.json` and its like."""
    for feed in feeds:
        yield Artifact(
            path=f"{feed.site.locale}/feed.json",
            data=feed_data(feed, contents),
            produce=partial(_write, feed, contents),
        )


def _write(feed: Feed, contents: Contents) -> bytes:
    import json

    site = feed.site
    content: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title.text,
        "language": site.locale,
        "home_page_url": site.base_url and site.base_url + site.path,
        "feed_url": site.base_url and f"{site.base_url}{site.locale}/feed.json",
        "description": site.tagline.text,
    }
    known = {name: value for name, value in content.items() if value}
    known["items"] = [_item(entry, feed, contents) for entry in feed.entries]
    return (json.dumps(known, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: LessonView | ArticleView, feed: Feed, contents: Contents) -> Mapping[str, object]:
    document = entry.document
    item: dict[str, object] = {
        "id": entry_id(feed.site.locale, entry.key),
        # Absolute by the standard, so only where the address of the site is known.
        "url": feed.site.base_url and feed.site.base_url + entry.path,
        "title": document.title,
        "content_html": contents.of(entry, feed),
        "summary": document.summary,
        "date_published": document.published and moment(document.published),
        "date_modified": moment(changed(entry)),
        "authors": [{"name": name} for name in authors_of(entry, feed)],
        "tags": [tag.label.text for tag in document.tags],
        "language": feed.site.locale,
    }
    return {name: value for name, value in item.items() if value}
