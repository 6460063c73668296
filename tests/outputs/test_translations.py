"""What the dashboard says to programs: data, a feed, a badge."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

from lessongen.model.site import Site
from lessongen.model.translation import DocumentReport, TranslationReport
from lessongen.outputs import translation_badges, translation_changes, translation_status
from lessongen.translation.report import as_data
from tests.rendering.builders import lesson, site
from tests.rendering.rich_site import STANDINGS, rich_site

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def status(made: Site) -> Any:  # noqa: ANN401 JSON
    (artifact,) = translation_status.artifacts(made)
    assert artifact.path == "translations/status.json"
    return json.loads(artifact.produce())


def shape(data: Any) -> Any:  # noqa: ANN401 JSON
    """The keys of data, in order, of the first member of each list."""
    if isinstance(data, Mapping):
        return {key: shape(each) for key, each in data.items()}
    return [shape(each) for each in data[:1]] if isinstance(data, list) else None


def test_the_status_has_the_shape_of_what_tr_prints() -> None:
    unit = STANDINGS["01-lesson"].changes[0].unit
    document = DocumentReport(
        source_path="x", target_path="y", kind="lesson", lesson=1, title="", state="outdated",
        units=(unit,),
    )  # fmt: skip
    printed = as_data(TranslationReport(source_language="en", documents={"es": (document,)}))
    own = status(rich_site())
    own["targets"]["es"]["documents"] = [
        each for each in own["targets"]["es"]["documents"] if each["units"]
    ]
    assert shape(own) == shape(printed)
    assert list(own["targets"]["es"]["summary"]) == list(
        printed["targets"]["es"]["summary"]  # type: ignore[index]
    )


def test_the_status_counts_lessons_and_words() -> None:
    assert status(rich_site())["targets"]["es"]["summary"] == {
        "lessons": 2,
        "translated": 0,
        "outdated": 1,
        "missing": 1,
        "unverified": 0,
        "words": 80,
        "words_to_translate": 34,
        "minutes_to_translate": 5,
    }


def test_the_status_names_files_and_claims() -> None:
    documents = {each["title"]: each for each in status(rich_site())["targets"]["es"]["documents"]}
    one = documents["One < two"]
    assert one["source_path"] == "content/en/01-lesson.md"
    assert one["target_path"] == "content/es/01-lesson.md"
    assert (one["lesson"], one["state"], one["claimed_by"]) == (1, "outdated", "Ana <3")
    assert [unit["previous"] for unit in one["units"]] == ["Text & more."]
    assert documents["Lesson 2 in en"]["target_path"] is None
    assert documents["Lesson 4 in es"]["source_path"] is None
    people = documents["people.yaml"]
    assert people["source_path"] == people["target_path"] == "content/people.yaml"


def test_the_feed_tells_what_changed_and_for_whom() -> None:
    (artifact,) = translation_changes.artifacts(rich_site())
    assert artifact.path == "translations/changes.xml"
    feed = ET.fromstring(artifact.produce())  # noqa: S314 our own
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.findtext("a:title", None, ATOM) == "1. One < two"
    assert entry.findtext("a:updated", None, ATOM) == "2026-02-03T00:00:00Z"
    link = entry.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == "https://example.org/c/en/one-two/"
    assert [each.get("term") for each in entry.findall("a:category", ATOM)] == ["es"]
    assert entry.findtext("a:content", None, ATOM) == "<p>Text &amp; more <ins>now</ins>.</p>"


def test_an_entry_has_another_id_when_its_text_changes_again() -> None:
    def only_id(made: Site) -> str | None:
        (artifact,) = translation_changes.artifacts(made)
        feed = ET.fromstring(artifact.produce())  # noqa: S314 our own
        return feed.findtext("a:entry/a:id", None, ATOM)

    changed = STANDINGS["01-lesson"]
    unit = replace(changed.changes[0].unit, id="ffffffff", source="Else.")
    again = replace(changed, changes=(replace(changed.changes[0], unit=unit),))
    first, second = (
        only_id(replace(rich_site(), standings={"es": {"01-lesson": each}}))
        for each in (changed, again)
    )
    assert first != second
    assert first == only_id(rich_site())


def test_a_change_that_two_languages_lack_is_told_once() -> None:
    standings = {locale: {"01-lesson": STANDINGS["01-lesson"]} for locale in ("es", "fr")}
    made = site(lesson("en", 1), languages=("en", "es", "fr"), standings=standings)
    (artifact,) = translation_changes.artifacts(made)
    feed = ET.fromstring(artifact.produce())  # noqa: S314 our own
    (entry,) = feed.findall("a:entry", ATOM)
    assert [each.get("term") for each in entry.findall("a:category", ATOM)] == ["es", "fr"]


def test_a_badge_says_how_much_is_done() -> None:
    (artifact,) = translation_badges.artifacts(rich_site())
    assert artifact.path == "translations/es.svg"
    badge = ET.fromstring(artifact.produce())  # noqa: S314 our own
    assert badge.get("aria-label") == "es 40%"


def test_all_of_it_can_be_left_out() -> None:
    made = site(lesson("en", 1), standings={"es": STANDINGS}, dashboard=False)
    for output in (translation_status, translation_changes, translation_badges):
        assert list(output.artifacts(made)) == []


def test_data_names_what_the_bytes_depend_on() -> None:
    other = replace(STANDINGS["02-lesson"], words_to_translate=21)
    made = replace(rich_site(), standings={"es": {**STANDINGS, "02-lesson": other}})
    (one,), (two,) = (tuple(translation_status.artifacts(each)) for each in (rich_site(), made))
    assert one.data != two.data
    assert one.produce() != two.produce()
