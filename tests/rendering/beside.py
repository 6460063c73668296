"""Sites with a text in two languages, really parsed, and their pages side by side."""

from typing import Any

from lessongen.model.site import Site
from lessongen.model.source import SourceFile
from lessongen.model.standing import Standing
from lessongen.model.translation import UnitPair
from lessongen.parsing.document import Parsed, parse_document
from lessongen.rendering.pages import site_pages
from lessongen.tracking.side_by_side import rows_of
from tests.rendering.builders import site
from tests.rendering.html_page import Page
from tests.rendering.theme import ASSETS, renderer
from tests.tools import ROOT

CASES = ROOT / "tests" / "cases" / "beside"
HEAD = "---\ntitle: {}\nlesson: 1\nsection: 1\nslug: {}\n---\n"


def case(locale: str) -> str:
    """A text with everything in it that a body can hold."""
    return (CASES / f"{locale}.md").read_text(encoding="utf-8")


def english(body: str) -> str:
    """A lesson with this body."""
    return HEAD.format("Start", "start") + body


def spanish(body: str) -> str:
    """Its translation."""
    return HEAD.format("Empieza", "empieza") + body


def parsed(locale: str, text: str) -> Parsed:
    """The lesson in a language."""
    file = SourceFile(path=f"content/{locale}/01-x.md", text=text, digest="")
    return parse_document(file, locale=locale, key="01-x", kind="lesson").value


def pair_site(
    source: str,
    target: str,
    *,
    locale: str = "es",
    pairs: tuple[UnitPair, ...] | None = None,
    **settings: Any,  # noqa: ANN401 the fields of Settings
) -> Site:
    """The site of a lesson and its translation; without `pairs`, by the kinds of blocks."""
    both = parsed("en", source).document, parsed(locale, target).document
    rows = rows_of(*both, pairs)
    standing = Standing(
        state="outdated" if pairs else "unverified", rows=rows.rows, rows_digest=rows.digest
    )
    settings = {"base_url": "https://example.org/c/", **settings}
    standings = {locale: {"01-x": standing}}
    return site(*both, languages=("en", locale), standings=standings, **settings)


def page_of(made: Site, output: str, *locales: str) -> Page:
    """One page of the site, by its path in the output."""
    (page,) = [each for each in site_pages(made, ASSETS) if each.output == output]
    return Page(renderer(*locales).render(page.template, page.view, page.site))
