"""Pages and the glossary: where its terms are shown, and where nothing changes for them."""

from collections.abc import Mapping

from lessongen.build.digest import digest_of
from lessongen.model.people import Term
from lessongen.model.site import Site
from lessongen.model.source import Span
from lessongen.rendering.pages import site_pages
from tests.rendering.builders import document, lesson, site, text, translation
from tests.rendering.html_page import Page
from tests.rendering.theme import ASSETS, renderer

SPAN = Span(path="content/glossary.csv", line=2)
MENTOR = Term(
    variants={"en": ("mentor", "mentors"), "es": ("mentor", "mentora")},
    definitions={"en": "Who <helps>.", "es": "Quien ayuda."},
    span=SPAN,
)
UNDEFINED = Term(variants={"en": ("text",)}, span=SPAN)


def a_site(*terms: Term) -> Site:
    """A lesson with a term and its translation, an article and a page; a lesson in one language."""
    return site(
        lesson("en", 1, body=text("<p>Some mentors. Text.</p>")),
        translation("es", 1, body=text("<p>Una mentora.</p>")),
        lesson("en", 2, body=text("<p>A mentor</p>")),
        lesson("en", 3, body=text("<p>Text.</p>")),
        document("en", "index", title="Series", body=text("<p>A mentor</p>")),
        document("en", "articles/talk", published="2026-01-02", body=text("<p>A mentor</p>")),
        document("en", "pages/about", body=text("<p>A mentor</p>")),
        terms=terms,
        untranslated="fallback",
    )


def rendered(made: Site) -> Mapping[str, str]:
    press = renderer("en", "es")
    return {
        page.output: press.render(page.template, page.view, page.site)
        for page in site_pages(made, ASSETS)
    }


def test_the_terms_of_a_text_are_listed_below_it_with_a_way_back() -> None:
    page = Page(rendered(a_site(MENTOR))["en/lesson-1-in-en/index.html"])
    assert not page.unnested
    assert [each.words for each in page.all("dfn", id="use.mentor")] == ["mentors"]
    assert page.one("a", **{"class": "term"}).attributes["href"] == "#term.mentor"
    assert page.one("dt", id="term.mentor").words == "mentor"
    assert page.one("dd").words.strip() == "Who <helps>. ↩"
    back = page.one("a", **{"class": "term-back"}).attributes
    assert back["href"] == "#use.mentor"
    assert back["aria-label"] == "Back to the text: mentor"
    classes = [each.attributes.get("class") for each in page.elements]
    assert classes.index("text") < classes.index("takeaways") < classes.index("terms")
    assert classes.index("terms") < classes.index("colophon")


def test_a_borrowed_text_has_the_terms_of_its_own_language() -> None:
    page = Page(rendered(a_site(MENTOR))["es/lesson-2-in-en/index.html"])
    assert page.one("dl").attributes["lang"] == "en"
    assert "Who <helps>." in page.one("dd").words
    label = page.one("a", **{"class": "term-back"}).attributes["aria-label"]
    assert label == "Back to the text: mentor"


def test_only_lessons_articles_and_pages_show_terms() -> None:
    shown = {output for output, html in rendered(a_site(MENTOR)).items() if "term" in html}
    assert shown == {
        "en/lesson-1-in-en/index.html",
        "es/leccion-1/index.html",
        "en/lesson-2-in-en/index.html",
        "es/lesson-2-in-en/index.html",
        "en/articles/talk/index.html",
        "es/articulos/talk/index.html",
        "en/about/index.html",
        "es/about/index.html",
    }


def test_a_page_without_a_term_is_the_same_with_a_glossary_as_without() -> None:
    without, with_one = rendered(a_site()), rendered(a_site(UNDEFINED, MENTOR))
    same = {output for output, html in without.items() if html == with_one[output]}
    assert {"en/lesson-3-in-en/index.html", "en/index.html", "en/all/index.html"} <= same
    assert without == rendered(a_site(UNDEFINED))


def test_a_definition_is_part_of_what_a_page_is_made_from() -> None:
    def digest(made: Site) -> str:
        pages = site_pages(made, ASSETS)
        return next(digest_of(p.view) for p in pages if p.output == "en/lesson-1-in-en/index.html")

    other = Term(variants=MENTOR.variants, definitions={"en": "Somebody else."}, span=SPAN)
    assert digest(a_site(MENTOR)) != digest(a_site(other))
    assert digest(a_site(MENTOR)) == digest(a_site(UNDEFINED, MENTOR))
