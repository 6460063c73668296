"""One page of each kind, found from the site itself: no slug of the content is written here."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin

from tests.checkers.site import BuiltSite


class Words(NamedTuple):
    """The fixed words of a language's addresses; they are public and never change."""

    section: str
    takeaways: str
    people: str
    articles: str
    tags: str
    all: str
    search: str


WORDS: Mapping[str, Words] = {
    "en": Words("section-1", "takeaways", "people", "articles", "tags", "all", "search"),
    "es": Words("seccion-1", "ideas-clave", "personas", "articulos", "etiquetas", "todo", "buscar"),
}


class MissingPageError(AssertionError):
    """The site lacks a page of a kind that it must have."""


def kinds(site: BuiltSite) -> Mapping[str, Path]:
    """Return one page of each kind, such as `en lesson`, in every language with known words.

    Raises MissingPageError for a kind that every complete site has.
    """
    found = {"chooser": _page(site, ""), "404": _page(site, "404.html")}
    found |= _if_there(site, "dashboard", "translations/")
    for language in site.languages:
        if language in WORDS:
            found |= {f"{language} {kind}": page for kind, page in _of_language(site, language)}
    return found


def _of_language(site: BuiltSite, language: str) -> Iterator[tuple[str, Path]]:
    words = WORDS[language]
    lists = {
        "overview": "",
        "section": words.section,
        "takeaways": words.takeaways,
        "people": words.people,
        "articles": words.articles,
        "tags": words.tags,
        "all": words.all,
    }
    for kind, word in lists.items():
        yield kind, _page(site, f"{language}/{word}/".replace("//", "/"))
    yield "404", _page(site, f"{language}/404.html")
    leaves = {"person": words.people, "article": words.articles, "tag": words.tags}
    for kind, word in leaves.items():
        yield kind, _first(site.folder.glob(f"{language}/{word}/*/index.html"), kind)
    lesson = _first(lessons(site, language), "lesson")
    yield "lesson", lesson
    yield "page", _first(plain_pages(site, language), "page")
    yield from _if_there(site, "search", f"{language}/{words.search}/").items()
    for beside in sorted(lesson.parent.glob("*/index.html"))[:1]:
        yield "side by side", beside


def lessons(site: BuiltSite, language: str) -> tuple[Path, ...]:
    """Return the published lessons in the order in which the section pages link to them."""
    section = WORDS[language].section.removesuffix("1")
    pages = sorted(site.folder.glob(f"{language}/{section}*/index.html"), key=_number)
    targets = chain.from_iterable(_targets(site, page) for page in pages)
    in_order = dict.fromkeys(page for page in targets if _is_lesson(site, page, language))
    return tuple(in_order)


def plain_pages(site: BuiltSite, language: str) -> tuple[Path, ...]:
    """Return the pages of a language that are neither lessons nor lists."""
    taken = {*lessons(site, language), *_fixed_pages(site, language)}
    pages = sorted(site.folder.glob(f"{language}/*/index.html"))
    return tuple(p for p in pages if p not in taken and not site.document(p).redirects)


def _is_lesson(site: BuiltSite, page: Path, language: str) -> bool:
    own = page.parent.parent == site.folder / language
    return own and page not in _fixed_pages(site, language) and page.name == "index.html"


def _fixed_pages(site: BuiltSite, language: str) -> frozenset[Path]:
    words = WORDS[language]
    section = words.section.removesuffix("1")
    fixed = [site.folder / language / word / "index.html" for word in words]
    return frozenset([*fixed, *site.folder.glob(f"{language}/{section}*/index.html")])


def _targets(site: BuiltSite, page: Path) -> Iterator[Path]:
    """Yield the pages that the main part of a page links to."""
    for link in site.document(page).all("a", within="main"):
        target = site.file(urldefrag(urljoin(site.url(page), link.get("href"))).url)
        if target:
            yield target


def _number(section: Path) -> int:
    return int("".join(filter(str.isdigit, section.parent.name)) or 0)


def _page(site: BuiltSite, path: str) -> Path:
    page = site.file(site.base_url + path)
    if page is None:
        raise MissingPageError(f"the site has no page {path or '/'}")
    return page


def _if_there(site: BuiltSite, kind: str, path: str) -> dict[str, Path]:
    page = site.file(site.base_url + path)
    return {kind: page} if page else {}


def _first(pages: Iterator[Path] | tuple[Path, ...], kind: str) -> Path:
    page = min(pages, default=None) if not isinstance(pages, tuple) else next(iter(pages), None)
    if page is None:
        raise MissingPageError(f"the site has no {kind}")
    return page
