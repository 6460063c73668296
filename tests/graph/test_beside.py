"""The pages on which two versions of a text stand side by side: which there are, and where."""

from typing import Any

from lessongen.model.document import Document
from lessongen.model.problem import Outcome
from lessongen.model.site import Site
from lessongen.model.standing import Row, Standing
from tests.graph.builders import codes, document, lesson, site

ROWS: tuple[Row, ...] = ((0, 1, 0, 1, False),)


def made(
    *documents: Document,
    languages: tuple[str, ...] = ("en", "es"),
    **settings: Any,  # noqa: ANN401 the fields of Settings
) -> Outcome[Site]:
    """A site in which every translation has something to show beside its source."""
    both = Standing(state="unverified", rows=ROWS, rows_digest="1")
    standings = {
        locale: dict.fromkeys({each.key for each in documents}, both) for locale in languages
    }
    return site(*documents, languages=languages, standings=standings, **settings)


def beside(site: Site) -> dict[str, list[tuple[str, str]]]:
    """By permalink, the languages of other versions and where they stand beside it."""
    return {
        node.route.permalink: [(each.locale, each.route.permalink) for each in node.beside]
        for edition in site.editions.values()
        for node in edition.nodes.values()
    }


def test_a_pair_has_a_page_in_both_languages() -> None:
    found = made(lesson("en/1.md", 1, slug="start"), lesson("es/1.md", slug="empieza")).value
    assert beside(found) == {
        "/en/start/": [("es", "/en/start/es/")],
        "/es/empieza/": [("en", "/es/empieza/en/")],
    }


def test_articles_and_pages_have_one_too() -> None:
    documents = (
        document(f"{locale}/{path}.md", slug="x")
        for locale in ("en", "es")
        for path in ("articles/a", "pages/b")
    )
    found = {each for pages in beside(made(*documents).value).values() for each in pages}
    assert ("es", "/en/x/es/") in found
    assert len(found) == 4


def test_a_text_of_one_language_has_none() -> None:
    assert beside(made(lesson("en/1.md", 1, slug="start")).value) == {"/en/start/": []}


def test_what_is_borrowed_has_none() -> None:
    found = beside(made(lesson("en/1.md", 1, slug="start"), untranslated="fallback").value)
    assert (len(found), *found.values()) == (2, [], [])


def test_a_third_language_pairs_with_the_source_only() -> None:
    languages = ("en", "es", "fr")
    documents = (lesson(f"{locale}/1.md", 1, slug=f"s-{locale}") for locale in languages)
    assert beside(made(*documents, languages=languages).value) == {
        "/en/s-en/": [("es", "/en/s-en/es/"), ("fr", "/en/s-en/fr/")],
        "/es/s-es/": [("en", "/es/s-es/en/")],
        "/fr/s-fr/": [("en", "/fr/s-fr/en/")],
    }


def test_an_alias_may_not_take_its_address() -> None:
    outcome = made(
        lesson("en/1.md", 1, slug="start", aliases=("/en/start/es/",)),
        lesson("es/1.md", slug="empieza"),
    )
    assert codes(outcome) == ["alias-collision"]
    assert outcome.value.redirects == ()
