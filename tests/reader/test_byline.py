"""Who made a lesson (M6): names that lead to a few lines about each, and what machines read."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

MADE = {
    "en/ask-early/": ("By Ana Ruiz", "From an idea by Luis Paz and Ira Sol"),
    "es/pregunta-pronto/": (
        "Por Ana Ruiz",
        "A partir de una idea de Luis Paz e Ira Sol",
        "Traducido por Eva Gil",
    ),
}
PHOTO = {"en/ask-early/": "Photo: Bo Lund", "es/pregunta-pronto/": "Foto: Bo Lund"}

lessons = pytest.mark.parametrize("path", MADE)


@pytest.fixture
def site_url(unfinished_url: str) -> str:
    return unfinished_url


@lessons
def test_the_by_line_is_said_as_the_language_says_it(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator(".byline p")).to_have_text(MADE[path])
    expect(page.get_by_text(PHOTO[path])).to_be_visible()


@lessons
def test_each_name_leads_to_the_lines_about_that_person(page: Page, path: str) -> None:
    page.goto(path)
    names = page.locator(".byline a")
    assert names.count() >= 3
    for name in names.all():
        name.click()
        about = page.locator(":target")
        expect(about).to_be_in_viewport()
        expect(about.get_by_role("heading")).to_have_text(name.inner_text())
        expect(about.locator(".bio")).not_to_be_empty()


def test_the_original_names_its_translators(page: Page) -> None:
    page.goto("en/ask-early/")
    expect(page.locator(".sources")).to_contain_text("translated by Eva Gil")


def test_machines_read_who_wrote_helped_and_translated(page: Page) -> None:
    page.goto("es/pregunta-pronto/")
    data = page.locator('script[type="application/ld+json"]').text_content() or ""
    lesson = next(node for node in nodes(json.loads(data)) if "Article" in node["@type"])
    assert names(lesson["author"]) == {"Ana Ruiz"}
    assert names(lesson["contributor"]) == {"Luis Paz", "Ira Sol"}
    assert names(lesson["translator"]) == {"Eva Gil"}


def nodes(data: dict[str, Any]) -> list[dict[str, Any]]:
    graph: list[dict[str, Any]] = data.get("@graph", [data])
    return graph


def names(people: list[dict[str, str]] | dict[str, str]) -> set[str]:
    return {person["name"] for person in (people if isinstance(people, list) else [people])}
