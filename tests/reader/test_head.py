"""What machines read of a page (M14, M16, S13), as a browser has it: versions, feeds, a picture."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from tests.checkers.kinds import kinds
from tests.checkers.site import BuiltSite
from tests.reader.unfinished import BASE_URL

HEAD = """() => {
  const all = (selector, name) => [...document.head.querySelectorAll(selector)]
    .map(each => each.getAttribute(name))
  return {
    canonical: all('link[rel="canonical"]', "href"),
    description: all('meta[name="description"]', "content"),
    locale: all('meta[property="og:locale"]', "content"),
    other_locales: all('meta[property="og:locale:alternate"]', "content"),
    image: all('meta[property="og:image"]', "content"),
    width: all('meta[property="og:image:width"]', "content"),
    height: all('meta[property="og:image:height"]', "content"),
    robots: all('meta[name="robots"]', "content"),
    data: [...document.querySelectorAll('script[type="application/ld+json"]')]
      .map(each => JSON.parse(each.textContent)["@context"]),
  }
}"""
# The size that a picture really has.
SIZE = """async path => {
  const picture = await createImageBitmap(await (await fetch(path)).blob())
  return [String(picture.width), String(picture.height)]
}"""
FEEDS = """async () => {
  const found = {}
  const links = document.head.querySelectorAll('link[rel="alternate"][type]')
  for (const link of links) found[link.type] = await (await fetch(link.href)).text()
  const atom = new DOMParser().parseFromString(found["application/atom+xml"], "text/xml")
  const json = JSON.parse(found["application/feed+json"])
  return {
    language: [atom.documentElement.getAttribute("xml:lang"), json.language],
    entries: [...atom.querySelectorAll("entry")].map(entry => [
      entry.querySelector("title").textContent,
      entry.querySelector("id").textContent,
      [...entry.querySelectorAll("link[hreflang]")].map(link => link.getAttribute("hreflang")),
    ]),
    ids: json.items.map(item => item.id),
  }
}"""


class Shared(NamedTuple):
    """A kind of page that people share, and what its head says."""

    name: str
    said: Mapping[str, list[str]]


def shared(page: Page, site: BuiltSite) -> Iterator[Shared]:
    """Visit one page of each kind that machines may find."""
    for name, file in kinds(site).items():
        page.goto(site.path(file))
        said: Mapping[str, list[str]] = page.evaluate(HEAD)
        if not said["robots"]:
            yield Shared(name, said)


def test_every_page_that_can_be_found_says_what_it_is(page: Page, built_site: BuiltSite) -> None:
    seen = list(shared(page, built_site))
    assert len(seen) > 20
    for name, said in seen:
        assert len(said["canonical"]) == 1, name
        assert len(said["description"]) == 1, name
        assert 20 < len(said["description"][0]) < 500, name
        assert len(said["image"]) == 1, name
        picture = "/course/" + said["image"][0].removeprefix(BASE_URL)
        size = [said["width"][0], said["height"][0]]
        assert page.evaluate(SIZE, picture) == size == ["1200", "630"], name
        for data in said["data"]:
            assert data == "https://schema.org", name
        language = name.partition(" ")[0]
        if language in {"en", "es"}:
            assert said["locale"][0].startswith(language), name
            assert len(said["other_locales"]) == (0 if "side by side" in name else 1), name


@pytest.mark.parametrize(("language", "other"), [("en", "es"), ("es", "en")])
def test_a_reader_s_program_finds_the_feeds_and_the_other_versions(
    *, page: Page, unfinished_url: str, language: str, other: str
) -> None:
    page.goto(f"{unfinished_url}{language}/404.html")
    found = page.evaluate(FEEDS)
    assert found["language"] == [language, language]
    entries = {title: versions for title, _, versions in found["entries"]}
    alone = entries.pop("Call xylophonists first", None)
    assert alone == (["en"] if language == "en" else None)
    assert len(entries) == 4
    assert all(versions == [language, other] for versions in entries.values())
    assert {entry[1] for entry in found["entries"]} == set(found["ids"])
