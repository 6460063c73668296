import json
from pathlib import Path
from typing import Any

import pytest

from tests.checkers.feeds import atom_problems, feed_problems, json_feed_problems

URN = "urn:uuid:f81d4fae-7dec-51d0-a765-00a0c91e6bf6"
ENTRY = f"""<entry><id>{URN}</id><title>One</title><updated>2026-11-21T00:00:00Z</updated>
<link rel="alternate" href="https://lessons.example/en/one/"/></entry>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>{URN}</id><title>Lessons</title><updated>2026-11-21T00:00:00+00:00</updated>
<author><name>A</name></author><link rel="self" href="https://lessons.example/en/feed.xml"/>
{ENTRY}</feed>"""
ITEM: dict[str, Any] = {
    "id": URN,
    "url": "https://lessons.example/en/one/",
    "title": "One",
    "content_html": "<p>Text.</p>",
    "date_published": "2026-11-21T00:00:00Z",
}
FEED: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Lessons",
    "home_page_url": "https://lessons.example/en/",
    "feed_url": "https://lessons.example/en/feed.json",
    "language": "en",
    "items": [ITEM],
}


def test_sound_feeds_have_no_problem(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(ATOM, encoding="utf-8")
    (tmp_path / "feed.json").write_text(json.dumps(FEED), encoding="utf-8")
    assert not list(feed_problems(tmp_path))


def test_missing_feeds_are_found(tmp_path: Path) -> None:
    assert len(list(feed_problems(tmp_path))) == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("</feed>", "", "does not parse"),
        ("feed", "food", "the root is"),
        (' xml:lang="en"', "", "no xml:lang"),
        ('rel="self"', 'rel="via"', "no link rel=self"),
        ("<author><name>A</name></author>", "", "an entry without an author"),
        ("<title>Lessons</title>", "", "feed has no title"),
        ("<title>One</title>", "<title> </title>", "entry 1 has no title"),
        ("<updated>2026-11-21T00:00:00Z</updated>", "", "entry 1 has no updated"),
        ("2026-11-21T00:00:00Z", "2026-11-21", "entry 1: updated is no date and time"),
        (f"<entry><id>{URN}", "<entry><id>one", "entry 1: the id is no urn:uuid"),
        ('rel="alternate"', 'rel="related"', "entry 1 has no link rel=alternate"),
        (ENTRY, ENTRY * 2, "stands 2 times"),
    ],
)
def test_a_poor_atom_feed_is_found(old: str, new: str, said: str) -> None:
    assert any(said in problem for problem in atom_problems(ATOM.replace(old, new)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"version": "1"}, "the version is"),
        ({"title": ""}, "no title"),
        ({"language": ""}, "no language"),
        ({"items": {}}, "items is no list"),
        ({"items": [ITEM, ITEM]}, "stands 2 times"),
        ({"items": [{**ITEM, "id": 1 * "x"}]}, "the id is no urn:uuid"),
        ({"items": [{**ITEM, "url": ""}]}, "item 1 has no url"),
        ({"items": [{**ITEM, "content_html": ""}]}, "item 1 has no content"),
        ({"items": [{**ITEM, "date_published": "today"}]}, "is no date and time"),
    ],
)
def test_a_poor_json_feed_is_found(changes: dict[str, Any], said: str) -> None:
    assert any(said in problem for problem in json_feed_problems(json.dumps(FEED | changes)))


def test_json_that_does_not_parse_is_found() -> None:
    assert "does not parse" in next(json_feed_problems("{"))
