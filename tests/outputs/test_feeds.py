"""Atom and JSON Feed: what is in them, in which order, with which ids and links."""

import json
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from lessongen.model.artifact import Artifact
from lessongen.model.document import Credit, Document
from lessongen.outputs import atom, json_feed
from lessongen.rendering.feed import Contents, feeds_of
from lessongen.rendering.pages import site_pages
from lessongen.rendering.templates import Renderer
from tests.graph.builders import document, lesson, site

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://lessons.example/course/"
RENDERER = Renderer({"feed_entry.html": "<p>{{ page.document.title }}</p>"}, {})


def feeds(*documents: Document, base_url: str = BASE, drafts: bool = False) -> dict[str, Artifact]:
    made = site(*documents, base_url=base_url, drafts=drafts, people=["ana"]).value
    pages = site_pages(made, {})

    found, contents = feeds_of(pages), Contents(RENDERER)

    def every() -> Iterator[Artifact]:
        yield from atom.artifacts(found, contents)
        yield from json_feed.artifacts(found, contents)

    return {artifact.path: artifact for artifact in every()}


def entries(artifact: Artifact) -> list[ET.Element]:
    return ET.fromstring(artifact.produce()).findall(f"{ATOM}entry")  # noqa: S314 ours


def titles(artifact: Artifact) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in entries(artifact)]


def test_dated_lessons_and_articles_are_listed_the_newest_first() -> None:
    made = feeds(
        lesson("en/1.md", 1, title="One", published="2026-01-01"),
        lesson("en/2.md", 2, title="Two", published="2026-01-01"),
        lesson("en/3.md", 3, title="Undated"),
        document("en/articles/x.md", title="Article", published="2026-01-01", updated="2026-02-01"),
        document("en/pages/about.md", title="About", published="2026-03-01"),
    )
    assert titles(made["en/feed.xml"]) == ["Article", "Two", "One"]
    items = json.loads(made["en/feed.json"].produce())["items"]
    assert [item["title"] for item in items] == ["Article", "Two", "One"]
    assert items[0]["date_published"] == "2026-01-01T00:00:00Z"
    assert items[0]["date_modified"] == "2026-02-01T00:00:00Z"


def test_what_is_not_meant_to_be_read_yet_or_here_is_left_out() -> None:
    made = feeds(
        lesson("en/1.md", 1, published="2026-01-01"),
        lesson("en/2.md", 2, published="2026-01-01", status="draft"),
        lesson("en/3.md", 3, published="2027-01-01"),
        drafts=True,
    )
    assert titles(made["en/feed.xml"]) == ["1"]
    assert titles(made["es/feed.xml"]) == []


def test_ids_depend_on_language_and_key_alone() -> None:
    before = feeds(
        lesson("en/1.md", 1, title="One", published="2026-01-01"), lesson("es/1.md", title="Uno")
    )
    after = feeds(
        lesson("en/1.md", 9, title="Nine", slug="nine", published="2026-05-05"), base_url=""
    )
    ids = {path: [e.findtext(f"{ATOM}id") for e in entries(before[path])] for path in _ATOMS}
    assert ids["en/feed.xml"] == [e.findtext(f"{ATOM}id") for e in entries(after["en/feed.xml"])]
    assert ids["en/feed.xml"] != ids["es/feed.xml"]
    items = json.loads(before["en/feed.json"].produce())["items"]
    assert [item["id"] for item in items] == ids["en/feed.xml"]
    assert all(str(each).startswith("urn:uuid:") for each in ids["en/feed.xml"])


_ATOMS = ("en/feed.xml", "es/feed.xml")


def test_an_entry_names_its_version_in_the_other_language() -> None:
    made = feeds(
        lesson("en/1.md", 1, slug="one", published="2026-01-01"), lesson("es/1.md", slug="uno")
    )
    [entry] = entries(made["es/feed.xml"])
    links = {link.get("hreflang"): link.get("href") for link in entry.findall(f"{ATOM}link")}
    assert links == {"es": f"{BASE}es/uno/", "en": f"{BASE}en/one/"}


def test_authors_are_named_or_the_series_stands_for_them() -> None:
    made = feeds(
        lesson("en/1.md", 1, published="2026-01-02", collaborators=(Credit(person="ana"),)),
        lesson(
            "en/2.md", 2, published="2026-01-01", collaborators=(Credit(name="I", role="idea"),)
        ),
    )
    names = [e.findtext(f"{ATOM}author/{ATOM}name") for e in entries(made["en/feed.xml"])]
    assert names == ["ana", "course"]


def test_without_a_base_url_links_are_relative_and_json_leaves_them_out() -> None:
    made = feeds(lesson("en/1.md", 1, slug="one", published="2026-01-01"), base_url="")
    [entry] = entries(made["en/feed.xml"])
    [link] = entry.findall(f"{ATOM}link")
    assert link.get("href") == "../en/one/"
    [item] = json.loads(made["en/feed.json"].produce())["items"]
    assert "url" not in item


def test_text_that_xml_forbids_never_breaks_the_feed() -> None:
    title = "a\x08b <c> & \u2028 \U0001f389"
    made = feeds(lesson("en/1.md", 1, title=title, published="2026-01-01"))
    assert titles(made["en/feed.xml"]) == ["ab <c> & \u2028 \U0001f389"]


def test_every_required_element_is_there_even_in_an_empty_feed() -> None:
    feed = ET.fromstring(feeds()["es/feed.xml"].produce())  # noqa: S314 ours
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "es"
    assert all(feed.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
