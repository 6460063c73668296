"""The bundled theme: every kind of page, rendered, as browsers and screen readers meet it."""

import gzip
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

import pytest

from lessongen.rendering.pages import EDITION_PAGES, SITE_PAGES, site_pages
from lessongen.rendering.templates import Renderer
from tests.rendering.builders import lesson, site, translation
from tests.rendering.html_page import Page
from tests.rendering.rich_site import rendered, rich_site
from tests.rendering.theme import ASSETS, TEMPLATES, bundled_templates, renderer


def outputs() -> Iterator[str]:
    yield from rendered()


@pytest.fixture(name="page", params=list(outputs()))
def _page(request: pytest.FixtureRequest) -> Page:
    output: str = request.param
    return rendered()[output]


def test_every_kind_of_page_has_its_template_and_is_rendered_here() -> None:
    kinds = {template for template, _ in (*EDITION_PAGES, *SITE_PAGES)}
    assert {page.template for page in site_pages(rich_site(), ASSETS)} == kinds
    assert kinds < set(bundled_templates())


def test_elements_nest(page: Page) -> None:
    assert page.unnested == []
    assert page.open == []


def test_there_is_one_first_heading_and_no_level_is_left_out(page: Page) -> None:
    levels = [int(each.name[1]) for each in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_first_link_leads_to_the_content(page: Page) -> None:
    first = page.all("a")[0]
    assert first.attributes["class"] == "skip-link"
    assert first.attributes["href"] == "#" + page.one("main").attributes["id"]


def test_ids_are_unique_and_all_that_names_one_finds_it(page: Page) -> None:
    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    for each in page.elements:
        for name in each.attributes.get("aria-labelledby", "").split():
            assert name in ids
        if each.attributes.get("href", "").startswith("#"):
            assert unquote(each.attributes["href"][1:]) in ids


def test_nothing_runs_or_is_styled_inline_and_nothing_is_loaded_from_elsewhere(page: Page) -> None:
    for each in page.elements:
        assert "style" not in each.attributes
        assert not [name for name in each.attributes if name.startswith("on")]
        for name in ("src", "srcset"):
            assert "//" not in each.attributes.get(name, "")
    assert not page.all("style", "iframe", "object", "base")
    for script in page.all("script"):
        data = script.attributes.get("type") == "application/ld+json"
        own = tuple(path for path in ASSETS.values() if path.endswith(".js"))
        assert data or script.attributes["src"].endswith(own)
        assert data or {"async", "defer"} & set(script.attributes)
        assert data == bool(script.words.strip())
    sheets = tuple(path for path in ASSETS.values() if path.endswith(".css"))
    for resource in page.all("link", rel="stylesheet"):
        assert resource.attributes["href"].endswith(sheets)


def test_the_policy_stands_before_everything_it_governs(page: Page) -> None:
    names = [each.attributes.get("http-equiv") or each.name for each in page.elements]
    policy = names.index("Content-Security-Policy")
    assert policy < min(names.index("script"), names.index("link"))
    content = page.elements[policy].attributes["content"]
    assert "script-src 'self';" in content
    assert "unsafe" not in content


def test_the_language_is_said_of_the_page_and_of_every_link_that_leaves_it(page: Page) -> None:
    html = page.one("html").attributes
    assert html["lang"] in {"en", "es"}
    assert html["dir"] == "ltr"
    for each in page.all("a"):
        if "hreflang" in each.attributes:
            assert each.attributes["hreflang"] in {"en", "es"}


def test_linked_data_is_json(page: Page) -> None:
    for script in page.all("script", type="application/ld+json"):
        assert json.loads(script.words)["@context"] == "https://schema.org"


def test_links_within_the_site_lead_to_pages() -> None:
    pages = rendered()
    data = ("translations/changes.xml", "translations/status.json")
    known = {*pages, "en/feed.xml", "es/feed.xml", *data}
    for output, page in pages.items():
        folder = output.rpartition("/")[0].split("/") if "/" in output else []
        for each in page.all("a"):
            href = each.attributes["href"].partition("#")[0]
            if not href or ":" in href:
                continue
            assert _target(folder, href) in known, (output, href)


def _target(folder: list[str], href: str) -> str:
    """The output that a relative address leads to; "/c/" is the path of the base URL."""
    if href.startswith("/c/"):
        folder, href = [], href.removeprefix("/c/")
    parts = list(folder)
    for part in href.removeprefix("./").split("/"):
        if part == "..":
            parts.pop()
        elif part:
            parts.append(part)
    path = "/".join(parts)
    if not href.endswith("/") and not href.endswith("..") and "." in path:
        return path
    return f"{path}/index.html".removeprefix("/")


def test_a_lesson_says_where_it_stands_who_made_it_and_how_long_it_takes() -> None:
    page = rendered()["en/one-two/index.html"]
    words = re.sub(r"\s+", " ", page.one("main").words)
    for said in (
        "Lesson 1 of 4",
        "Section 1: First",
        "One < two",
        "about 1 min",
        "January 2, 2026",
        "updated February 3, 2026",
        "In collaboration with Ana",
        "From an idea by Ira",
        "Sound: Bo",
        "Takeaways",
        "Why?",
        "Next: lesson 2",
        "Spanish: translated by Ana",
        "Have you tried it?",
    ):
        assert said in words
    assert page.one("title").words == "One < two · Series & more"


def test_a_translation_speaks_its_language() -> None:
    page = rendered()["es/leccion-1/index.html"]
    words = re.sub(r"\s+", " ", page.one("main").words)
    for said in (
        "Lección 1 de 4",
        "alrededor de 1 min",
        "2 de enero de 2026",
        "A partir de una idea de Ira",
        "Traducido por Ana",
        "Ideas clave",
        "Traducido del inglés",
    ):
        assert said in words


def test_the_language_switch_speaks_the_language_it_leads_to() -> None:
    page = rendered()["en/one-two/index.html"]
    links = page.all("a", hreflang="es", lang="es", rel="alternate")
    assert {each.words for each in links} == {"Leer en español (versión anterior)"}
    assert {each.attributes["href"] for each in links} == {"../../es/leccion-1/"}
    back = rendered()["es/leccion-1/index.html"].all("a", hreflang="en", rel="alternate")
    assert {each.words for each in back} == {"Read in English"}


def test_an_older_translation_says_so_in_the_flow_with_its_day_and_a_link() -> None:
    page = rendered()["es/leccion-1/index.html"]
    notice = page.one("p", class_="notice stale")
    assert "sigue el original del 3 de febrero de 2026" in notice.words
    assert "El cambio es importante." in notice.words
    assert "Read in English" in notice.words
    after = page.elements[page.elements.index(notice) + 1]
    assert (after.name, after.attributes["href"]) == ("a", "../../en/one-two/")
    assert not rendered()["en/one-two/index.html"].all("p", class_="notice stale")
    assert not rendered()["en/articles/an-article/index.html"].all("p", class_="notice stale")


def test_a_missing_translation_is_named_in_its_language_and_is_no_dead_link() -> None:
    page = rendered()["en/lesson-2-in-en/index.html"]
    missing = page.one("p", class_="missing-version", lang="es")
    assert "Aún no está traducida al español." in missing.words
    assert {each.attributes["href"] for each in page.all("a", hreflang="es")} == {"../../es/"}


def test_the_map_tells_planned_and_untranslated_lessons_apart() -> None:
    page = rendered()["es/index.html"]
    states = {each.words.split()[0]: each for each in page.all("li", class_="stop")}
    assert "próximamente" in states["3"].words
    assert "(en inglés)" in states["2"].words
    foreign = [each for each in page.all("a", hreflang="en") if "Lesson 2" in each.words]
    assert [each.attributes["href"] for each in foreign] == ["../en/lesson-2-in-en/"]
    assert not [each for each in page.all("a") if "Lesson 3" in each.words]


def test_a_borrowed_text_says_so_and_is_marked() -> None:
    page = rendered("fallback")["es/lesson-2-in-en/index.html"]
    assert "Este texto aún no está traducido; se muestra en inglés." in page.one("main").words
    assert page.one("h1").attributes["lang"] == "en"
    assert page.one("div", class_="text").attributes["lang"] == "en"


def test_comments_are_nested_and_harmless() -> None:
    page = rendered()["en/articles/an-article/index.html"]
    assert "2 comments" in page.one("main").words
    assert len(page.all("ol", class_="comments")) == 2
    assert "<script>alert(1)</script>" in page.all("li", class_="comment")[1].words


def test_the_whole_series_keeps_the_order_of_headings_and_frames_its_tables() -> None:
    page = rendered()["en/all/index.html"]
    assert [each.words for each in page.all("h3")][:2] == ["One < two", "Lesson 2 in en"]
    assert page.all("h4")[0].words == "Part 0"
    assert page.one("div", class_="table", tabindex="0").attributes["aria-label"] == "Table"


def test_an_old_address_leads_on_without_scripts() -> None:
    page = rendered()["old/index.html"]
    assert page.one("meta", http_equiv="refresh").attributes["content"] == "0; url=../en/one-two/"
    assert page.one("link", rel="canonical").attributes["href"].endswith("/en/one-two/")
    assert [each for each in page.all("a") if each.attributes["href"] == "../en/one-two/"]


def test_a_language_without_words_of_its_own_is_served_in_english() -> None:
    made = site(lesson("tlh", 1), lesson("fr", 1), languages=("fr", "tlh"))
    press = renderer("fr", "tlh")
    for page in site_pages(made, ASSETS):
        assert press.render(page.template, page.view, page.site).startswith("<!doctype html>")


def test_languages_from_right_to_left_say_so() -> None:
    made = site(lesson("en", 1), translation("ar", 1), languages=("en", "ar"))
    press = renderer("en", "ar")
    pages = {
        page.output: Page(press.render(page.template, page.view, page.site))
        for page in site_pages(made, ASSETS)
    }
    assert pages["ar/index.html"].one("html").attributes["dir"] == "rtl"
    switch = pages["en/index.html"].all("a", hreflang="ar")[0].attributes
    assert (switch["lang"], switch["dir"]) == ("ar", "rtl")


def test_a_project_can_add_styles_of_its_own() -> None:
    assets = {**ASSETS, "own.css": "assets/own.9f8e7d6c.css"}
    press = Renderer(bundled_templates(), {}, assets)
    page = site_pages(site(lesson("en", 1), languages=("en",)), assets)[0]
    html = press.render(page.template, page.view, page.site)
    assert html.index("style.1a2b3c4d.css") < html.index('href="./assets/own.9f8e7d6c.css"')


@pytest.mark.parametrize(
    ("name", "limit"),
    [("style.css", 8192), ("theme.js", 512), ("lessongen.js", 2560), ("progress.js", 4096)],
)
def test_styles_and_scripts_are_small(name: str, limit: int) -> None:
    assert len(gzip.compress((TEMPLATES / "assets" / name).read_bytes())) <= limit


def test_a_lesson_page_is_small() -> None:
    assert len(gzip.compress(rendered()["en/one-two/index.html"].html.encode())) <= 6144
