import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.model.document import Credit, Takeaway
from lessongen.model.site import Site
from lessongen.rendering.linked_data import json_ld
from lessongen.rendering.pages import site_pages
from tests.rendering.builders import ASSETS, document, lesson, person, site, tag, translation

BASE = "https://example.org/course/"
HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    '"quotes" and \\backslashes\\',
    "שלום \u202eright to left",
    "👩‍🏫 & friends\u2028next",
    "]]>",
]


def said(made: Site, output: str) -> dict[str, Any]:
    page = next(page for page in site_pages(made, ASSETS) if page.output == output)
    text = json_ld(page.view, page.site)
    assert "<" not in text
    value = json.loads(text)
    assert isinstance(value, dict)
    return value


def a_site(base_url: str = BASE, **front: Any) -> Site:  # noqa: ANN401
    fields: dict[str, Any] = {
        "published": "2026-01-02",
        "collaborators": (
            Credit(person="ana", role="author"),
            Credit(name="Ira", role="idea"),
            Credit(name="Luz", role="reviewer"),
        ),
        "tags": ("help",),
        "takeaways": (Takeaway(text="Keep."), Takeaway(text="Give.")),
    }
    return site(
        document("en", "index", title="Series", summary="All of it."),
        document("es", "index", title="Serie"),
        lesson("en", 1, **{**fields, **front}),
        lesson("en", 2, status="planned"),
        translation("es", 1, translators=(Credit(name="Teo"),), updated="2026-02-03"),
        document("en", "articles/a", title="An article"),
        document("en", "pages/about", title="About"),
        people=[person("ana", en="Bio.\n\nMore.")],
        tags=[tag("help", en="Help", es="Ayuda")],
        base_url=base_url,
    )


def test_a_lesson_is_a_part_of_the_course() -> None:
    lesson_data = said(a_site(), "en/lesson-1-in-en/index.html")
    url = BASE + "en/lesson-1-in-en/"
    spanish = BASE + "es/leccion-1/"
    assert lesson_data == {
        "@context": "https://schema.org",
        "@type": ["Article", "LearningResource"],
        "name": "Lesson 1 in en",
        "headline": "Lesson 1 in en",
        "description": "About 1.",
        "url": url,
        "inLanguage": "en",
        "timeRequired": "PT1M",
        "datePublished": "2026-01-02",
        "dateModified": "2026-01-02",
        "keywords": ["Help"],
        "author": [{"@type": "Person", "name": "Ana", "url": BASE + "en/people/ana/"}],
        "contributor": [
            {"@type": "Person", "name": "Ira"},
            {"@type": "Person", "name": "Luz"},
        ],
        "workTranslation": [
            {"@type": "CreativeWork", "@id": spanish, "url": spanish, "inLanguage": "es"}
        ],
        "position": 1,
        "isPartOf": {"@type": "Course", "name": "Series", "url": BASE + "en/"},
        "teaches": ["Keep.", "Give."],
    }


def test_a_translation_names_its_source_and_its_translator() -> None:
    data = said(a_site(), "es/leccion-1/index.html")
    url = BASE + "en/lesson-1-in-en/"
    assert data["translationOfWork"] == {
        "@type": "CreativeWork",
        "@id": url,
        "url": url,
        "inLanguage": "en",
    }
    assert "workTranslation" not in data
    assert data["translator"] == [{"@type": "Person", "name": "Teo"}]
    assert data["inLanguage"] == "es"
    assert (data["datePublished"], data["dateModified"]) == ("2026-01-02", "2026-02-03")


def test_the_overview_is_the_course_with_the_lessons_that_can_be_read() -> None:
    data = said(a_site(), "en/index.html")
    assert data["@type"] == "Course"
    assert data["description"] == "All of it."
    assert [part["position"] for part in data["hasPart"]] == [1]
    assert data["workTranslation"][0]["@id"] == BASE + "es/"
    assert said(a_site(), "es/index.html")["translationOfWork"]["@id"] == BASE + "en/"


def test_articles_pages_and_people_say_what_they_are() -> None:
    made = a_site()
    assert said(made, "en/articles/an-article/index.html")["@type"] == "Article"
    assert said(made, "en/about/index.html")["@type"] == "WebPage"
    ana = said(made, "en/people/ana/index.html")
    assert (ana["@type"], ana["description"]) == ("Person", "Bio.\n\nMore.")
    assert ana["sameAs"] == ["https://example.org/ana"]


def test_lists_say_nothing() -> None:
    page = next(p for p in site_pages(a_site(), ASSETS) if p.output == "en/takeaways/index.html")
    assert json_ld(page.view, page.site) == ""


def test_without_a_base_url_there_is_no_address_of_ours() -> None:
    for page in site_pages(a_site(base_url=""), ASSETS):
        text = json_ld(page.view, page.site)
        if text:
            value = json.loads(text)
            assert {"@context", "@type", "name"} <= value.keys()
            assert "@id" not in text
            assert '"url"' not in text


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_leaves_its_script_element(title: str) -> None:
    made = a_site(title=title, slug="x", summary=title)
    assert said(made, "en/x/index.html")["name"] == title


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1))
@settings(max_examples=40)
def test_any_title_comes_back_as_it_was(title: str) -> None:
    assert said(a_site(title=title, slug="x"), "en/x/index.html")["headline"] == title
