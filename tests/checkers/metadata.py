"""What every page must say about itself: one h1, a language, a title, unique ids, sound JSON-LD."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urldefrag

from tests.checkers.document import Document
from tests.checkers.site import BuiltSite


def metadata_problems(site: BuiltSite) -> Iterator[str]:
    """Yield what is missing or doubled in the heads and outlines of all pages."""
    for page, document in site.documents():
        for rule in RULES:
            for problem in rule(document):
                yield f"{site.name(page)}: {problem}"


def _language(document: Document) -> Iterator[str]:
    if not document.language:
        yield "html has no lang"


def _title(document: Document) -> Iterator[str]:
    titles = [title for title in document.all("title") if "svg" not in title.within]
    if len(titles) != 1 or not titles[0].text.strip():
        yield "needs exactly one title with text"


def _heading(document: Document) -> Iterator[str]:
    count = sum(1 for _ in document.all("h1"))
    if count != 1 and not document.redirects:
        yield f"{count} h1 instead of one"


def _unique_ids(document: Document) -> Iterator[str]:
    ids = Counter(element.get("id") for element in document.elements if "id" in element.attributes)
    for name, count in ids.items():
        if count > 1:
            yield f"id {name!r} stands {count} times"


def _one_canonical(document: Document) -> Iterator[str]:
    if sum(1 for _ in document.links("canonical")) > 1:
        yield "more than one canonical"


def _json_ld(document: Document) -> Iterator[str]:
    for script in document.all("script"):
        if script.get("type") == "application/ld+json":
            yield from _json_ld_problems(script.text)


def _json_ld_problems(text: str) -> Iterator[str]:
    try:
        data = json.loads(text)
    except ValueError as error:
        yield f"JSON-LD does not parse: {error}"
        return
    if not isinstance(data, dict) or data.get("@context") != "https://schema.org":
        yield "JSON-LD has not the context of schema.org"
    elif not {"@type", "@graph"} & data.keys():
        yield "JSON-LD says no type"


Rule = Callable[[Document], Iterator[str]]
RULES: tuple[Rule, ...] = (_language, _title, _heading, _unique_ids, _one_canonical, _json_ld)


def hreflang_problems(site: BuiltSite) -> Iterator[str]:
    """Yield pages whose alternates leave out themselves, a default, or a page that names them."""
    stated = {page: alternates(site, page) for page, _ in site.documents()}
    for page, languages in stated.items():
        if languages:
            for problem in _alternate_problems(site, page, stated):
                yield f"{site.name(page)}: {problem}"


def alternates(site: BuiltSite, page: Path) -> dict[str, str]:
    """Return language → address of the versions that a page names."""
    links = site.document(page).links("alternate")
    return {
        link.get("hreflang"): link.get("href")
        for link in links
        if "hreflang" in link.attributes and "type" not in link.attributes
    }


def _alternate_problems(
    site: BuiltSite, page: Path, stated: dict[Path, dict[str, str]]
) -> Iterator[str]:
    languages = stated[page]
    language = site.document(page).language
    if site.url(page) not in {languages.get(language), languages.get("x-default")}:
        yield f"hreflang does not name the page itself as {language!r}"
    if "x-default" not in languages:
        yield "hreflang has no x-default"
    for other, url in languages.items():
        target = site.file(urldefrag(url).url)
        if not url.startswith(site.base_url):
            yield f"hreflang {other} is not a full address: {url}"
        elif target is None:
            yield f"hreflang {other} leads nowhere: {url}"
        elif other != "x-default" and stated.get(target) != languages:
            yield f"hreflang {other} is not answered by {url}"
