"""Previous and next lead through every published lesson once."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from tests.checkers.kinds import lessons
from tests.checkers.site import BuiltSite


def reading_order_problems(site: BuiltSite, language: str) -> Iterator[str]:
    """Yield where the walk through a language's lessons strays from the order of the map."""
    expected = lessons(site, language)
    if not expected:
        yield f"{language}: the section pages link to no lesson"
        return
    for rel, order in (("next", expected), ("prev", expected[::-1])):
        walked = walk(site, order[0], rel)
        if walked != order:
            names = ", ".join(site.path(page) for page in walked)
            yield f"{language}: rel={rel} does not follow the map: {names}"


def walk(site: BuiltSite, start: Path, rel: str) -> tuple[Path, ...]:
    """Return the pages that one visits by following the links of this relation, until a repeat."""
    visited = [start]
    while following := neighbour(site, visited[-1], rel):
        visited.append(following)
        if following in visited[:-1]:
            break
    return tuple(visited)


def neighbour(site: BuiltSite, page: Path, rel: str) -> Path | None:
    """Return the page that the first visible link of this relation leads to."""
    for link in site.document(page).all("a"):
        if rel in link.tokens("rel"):
            return site.file(urldefrag(urljoin(site.url(page), link.get("href"))).url)
    return None
