"""The page with both languages: nothing lost, nothing twice, everything valid."""

import re
from collections import Counter
from functools import cache

import pytest

from lessongen.model.site import Site
from lessongen.model.translation import UnitPair, UnitState
from lessongen.outputs.html import page_data
from lessongen.rendering.feed import feeds_of
from lessongen.rendering.pages import site_pages
from tests.rendering.beside import case, english, page_of, pair_site, parsed, spanish
from tests.rendering.html_page import Element, Page
from tests.rendering.theme import ASSETS

EN, ES = "en/everything/es/index.html", "es/todo-a-la-vez/en/index.html"
LESSON_ES = "es/todo-a-la-vez/index.html"
START, EMPIEZA = "en/start/es/index.html", "es/empieza/en/index.html"


@cache
def full(output: str) -> Page:
    return page_of(pair_site(case("en"), case("es")), output)


def small(source: str, target: str, *states: UnitState) -> Page:
    """The English page of two bodies; with states, recorded pairs of their paragraphs."""
    texts = english(source), spanish(target)
    pairs = None
    if states:
        units = [
            [unit for unit in parsed(locale, text).units if unit.block >= 0]
            for locale, text in zip(("en", "es"), texts, strict=True)
        ]
        pairs = tuple(
            UnitPair(state=state, sources=(ours,), targets=(theirs,))
            for state, ours, theirs in zip(states, *units, strict=True)
        )
    return page_of(pair_site(*texts, pairs=pairs), START)


def rows(page: Page) -> list[Element]:
    return [each for each in page.all("div") if "pair" in each.attributes.get("class", "").split()]


def columns(page: Page, locale: str) -> list[Element]:
    """The cells of a language, in order."""
    cells = [each for each in page.elements if "cell" in each.attributes.get("class", "").split()]
    return [each for each in cells if each.attributes["lang"] == locale]


def told(page: Page, locale: str) -> str:
    """What the text itself says in the cells of a language."""
    found, here = [], ""
    for each in page.elements:
        names = each.attributes.get("class", "").split()
        if "cell" in names:
            here = each.attributes["lang"]
        elif names == ["text"] and here == locale:
            found.append(each.words)
    return " ".join(" ".join(found).split())


def text_of(lesson: Page) -> str:
    """What a lesson's text says, without the links below its headings."""
    (text,) = [each for each in lesson.all("div") if each.attributes.get("class") == "text"]
    words = text.words
    for each in lesson.all("p", class_="beside-here"):
        words = words.replace(each.words, "\n", 1)
    return " ".join(words.split())


# --- both texts, whole and in order ------------------------------------------------


@pytest.mark.parametrize("output", [EN, ES])
def test_each_column_says_what_the_lesson_says_once_and_in_order(output: str) -> None:
    english, spanish = text_of(full("en/everything/index.html")), text_of(full(LESSON_ES))
    once = 'print("same") '  # in the reader's column, for both
    theirs, ours = (english, spanish) if output == ES else (spanish, english)
    own, other = ("es", "en") if output == ES else ("en", "es")
    assert told(full(output), own) == ours
    assert told(full(output), other) == theirs.replace(once, "")


@pytest.mark.parametrize("output", [EN, ES])
def test_the_page_is_sound(output: str) -> None:
    page = full(output)
    assert page.unnested == []
    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    inner = [each.attributes["href"][1:] for each in page.all("a") if _is_inner(each)]
    assert set(inner) <= set(ids)


def _is_inner(link: Element) -> bool:
    return link.attributes.get("href", "").startswith("#")


@pytest.mark.parametrize(("output", "own", "other"), [(EN, "en", "es"), (ES, "es", "en")])
def test_every_column_says_its_language_and_the_readers_comes_first(
    output: str, own: str, other: str
) -> None:
    page = full(output)
    assert page.one("html").attributes["lang"] == own
    assert len(columns(page, own)) >= len(columns(page, other)) > 10
    for each in columns(page, own) + columns(page, other):
        assert each.attributes["dir"] == "ltr"
    assert page.elements.index(columns(page, own)[3]) < page.elements.index(columns(page, other)[3])


def test_the_other_language_is_a_disclosure_but_for_headings() -> None:
    page = full(EN)
    for each in columns(page, "es")[1:]:
        is_heading = each.words.strip() in ("Primero", "Segundo", "p3")
        assert (each.name == "details") != is_heading, each.words
    summaries = [each for each in page.all("summary") if "español" in each.words]
    assert {each.words.strip() for each in summaries} == {"Ver en español"}


# --- ids and links -----------------------------------------------------------------


def test_headings_keep_their_ids_and_those_of_the_other_column_are_other_ones() -> None:
    page = full(EN)
    assert page.one("h2", id="second").words == "Second"
    assert page.one("h2", id="page.es.second").words == "Segundo"
    assert page.one("a", href="#page.es.second").words == "aquí"
    assert page.one("li", id="page.es.fn-1").words.startswith("La primera nota")


def test_every_paragraph_of_the_readers_text_has_an_address() -> None:
    page = full(EN)
    there = {each.attributes["id"] for each in page.elements if "id" in each.attributes}
    # A heading is called "p3": the third paragraph gives way.
    assert {f"p{number}" for number in range(1, 22)} | {"p3."} <= there
    assert page.one("h3", id="p3").words == "p3"
    assert page.one("a", href="#p3.").words == "3"


def test_a_lesson_leads_to_its_page_with_both_languages_from_its_head_and_its_headings() -> None:
    page = full("en/everything/index.html")
    link = page.one("a", href="../../en/everything/es/")
    assert link.words.strip() == "Read in both languages"
    below = [each for each in page.all("a") if "/es/#" in each.attributes.get("href", "")]
    fragments = [each.attributes["href"].partition("#")[2] for each in below]
    assert fragments == ["first", "second", "p3"]
    assert {each.words for each in below} == {"Ver en español"}
    assert {each.attributes["lang"] for each in below} == {"es"}


def test_headings_inside_other_blocks_have_no_such_link() -> None:
    made = pair_site(english("> ## A\n\n## B"), spanish("> ## A\n\n## B"))
    html = page_of(made, "en/start/index.html").html
    assert "/es/#a" not in html
    assert "/es/#b" in html


# --- rows ------------------------------------------------------------------------------


def test_items_stand_in_lists_that_go_on_counting() -> None:
    html = small("3. a\n4. b", "3. a\n4. b").html
    assert html.count('<ol start="3">\n<li>a') == html.count('<ol start="4">\n<li>b') == 2


def test_items_of_a_row_stand_in_one_list() -> None:
    html = small("- a\n- b", "- a\n- b\n- c").html
    assert re.search(r"<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>", html)


def test_what_says_the_same_in_every_language_is_shown_once() -> None:
    page = small("```\nx\n```\n\n***\n\na", "```\nx\n```\n\n***\n\nb")
    assert len(page.all("pre")) == len(page.all("hr")) == 1
    assert len(small("```\nx\n```", "```\ny\n```").all("pre")) == 2


def test_what_has_no_twin_says_so_and_stands_alone() -> None:
    texts = english("a\n\nb"), spanish("c")
    ours = [unit for unit in parsed("en", texts[0]).units if unit.block >= 0]
    (theirs,) = [unit for unit in parsed("es", texts[1]).units if unit.block >= 0]
    pairs = (
        UnitPair(state="ok", sources=(ours[0],), targets=(theirs,)),
        UnitPair(state="new", sources=(ours[1],)),
    )
    made = pair_site(*texts, pairs=pairs)
    (alone,) = [
        each for each in rows(page_of(made, START)) if "pair-alone" in each.attributes["class"]
    ]
    assert alone.words.split() == ["2", "b", "Only", "in", "English"]
    (alone,) = [
        each for each in rows(page_of(made, EMPIEZA)) if "pair-alone" in each.attributes["class"]
    ]
    assert alone.words.split() == ["Show", "in", "English", "b", "Solo", "en", "inglés"]
    assert "id" not in alone.attributes


def test_a_paragraph_says_that_its_original_has_changed() -> None:
    page = small("a\n\nb", "c\n\nd", "changed", "ok")
    assert page.html.count("The original of this paragraph has changed since.") == 1
    (row,) = [each for each in rows(page) if "has changed" in each.words]
    assert row.attributes["id"] == "p1"


# --- what the page says of itself --------------------------------------------------------


def test_the_lesson_is_the_one_to_be_found() -> None:
    made = pair_site(case("en"), case("es"))
    page = page_of(made, EN)
    canonical = page.one("link", rel="canonical").attributes["href"]
    assert canonical == "https://example.org/c/en/everything/"
    assert not [each for each in page.all("link") if "hreflang" in each.attributes]
    assert not page.all("meta", name="robots")
    entries = [entry.path for feed in feeds_of(site_pages(made, ASSETS)) for entry in feed.entries]
    assert "en/everything/es/" not in entries


@pytest.mark.parametrize(
    "made",
    [
        pair_site(case("en"), case("es"), base_url=""),
        pair_site(case("en").replace("lesson:", "status: draft\nlesson:"), case("es"), drafts=True),
    ],
)
def test_where_no_canonical_can_say_so_it_asks_to_be_left_out(made: Site) -> None:
    page = page_of(made, EN)
    assert page.one("meta", name="robots").attributes["content"] == "noindex"


def test_the_title_names_both_languages() -> None:
    assert full(EN).one("title").words.startswith("Everything at once, in English and Spanish")
    assert full(ES).one("title").words.startswith("Todo a la vez, en español e inglés")


def test_the_language_switch_turns_the_page_round() -> None:
    links = full(EN).all("a", hreflang="es", rel="alternate")
    assert {each.attributes["href"] for each in links} == {"../../../es/todo-a-la-vez/en/"}
    links = full(ES).all("a", hreflang="en", rel="alternate")
    assert {each.attributes["href"] for each in links} == {"../../../en/everything/es/"}


def test_a_language_from_right_to_left_keeps_its_direction() -> None:
    texts = english("a"), spanish("b").replace("empieza", "ibda")
    made = pair_site(*texts, locale="ar")
    page = page_of(made, "en/start/ar/index.html", "en", "ar")
    assert {each.attributes["dir"] for each in columns(page, "ar")} == {"rtl"}
    assert {each.attributes["dir"] for each in columns(page, "en")} == {"ltr"}
    page = page_of(made, "ar/ibda/en/index.html", "en", "ar")
    assert page.one("html").attributes["dir"] == "rtl"
    assert {each.attributes["dir"] for each in columns(page, "en")} == {"ltr"}


def test_takeaways_stand_side_by_side_where_both_lists_are_as_long() -> None:
    front = "takeaways: [{}]\n---\n"
    texts = [
        text.replace("---\n", front.format(own), 2).replace(front.format(own), "---\n", 1)
        for text, own in ((english("a"), "One, Two"), (spanish("b"), "Uno, Dos"))
    ]
    page = page_of(pair_site(*texts), START)
    found = [each for each in rows(page) if "pair-takeaway" in each.attributes["class"]]
    assert [each.attributes.get("id") for each in found] == ["t1", "t2"]
    assert [each.words.split() for each in found] == [
        ["One", "Ver", "en", "español", "Uno"],
        ["Two", "Ver", "en", "español", "Dos"],
    ]
    unequal = [each for each in rows(full(EN)) if "pair-takeaway" in each.attributes["class"]]
    assert len(unequal) == 1


# --- and when it is made anew -----------------------------------------------------------


def test_an_edit_makes_both_pages_anew_and_names_the_side() -> None:
    before = data(english("a"), spanish("b"))
    after = data(english("a"), spanish("c"))
    changed = {
        path: {name for name in fields if fields[name] != after[path][name]}
        for path, fields in before.items()
        if fields != after[path] and path in (START, EMPIEZA)
    }
    assert changed == {START: {"other"}, EMPIEZA: {"own"}}


def test_other_pairs_make_the_page_anew() -> None:
    texts = english("a\n\nb"), spanish("c\n\nd")
    before = data(*texts)[START]
    joined = english("a\n\nb"), spanish("c\n\nd\n\n***")
    assert data(*joined)[START]["rows"] != before["rows"]


def data(source: str, target: str) -> dict[str, dict[str, object]]:
    """What each page's bytes depend on."""
    pages = site_pages(pair_site(source, target), ASSETS)
    return {page.output: dict(page_data(page.view)) for page in pages}
