from xml.etree import ElementTree as ET

from lessongen.model.document import Document
from lessongen.outputs import sitemap
from lessongen.rendering.pages import site_pages
from lessongen.rendering.templates import Renderer
from tests.graph.builders import lesson, site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
BASE = "https://lessons.example/course/"


def listed(*documents: Document, base_url: str = BASE) -> dict[str, dict[str, str]]:
    """The alternates of every listed page, by address without the base."""
    made = site(*documents, base_url=base_url, untranslated="fallback").value
    artifacts = list(sitemap.artifacts(site_pages(made, {}), Renderer({}, {})))
    if not artifacts:
        return {}
    root = ET.fromstring(artifacts[0].produce())  # noqa: S314 ours
    return {
        str(url.findtext(f"{SITEMAP}loc")).removeprefix(BASE): {
            str(link.get("hreflang")): str(link.get("href")).removeprefix(BASE)
            for link in url.findall(LINK)
        }
        for url in root
    }


def test_every_real_page_is_listed_with_its_versions() -> None:
    pages = listed(lesson("en/1.md", 1, slug="one"), lesson("es/1.md", slug="uno"))
    assert pages["es/uno/"] == {"en": "en/one/", "es": "es/uno/", "x-default": "en/one/"}
    assert pages["en/one/"] == pages["es/uno/"]
    assert pages["en/"] == pages[""] == {"en": "en/", "es": "es/", "x-default": ""}
    assert "en/section-1/" in pages
    assert "es/todo/" in pages


def test_borrowed_pages_errors_and_redirects_are_not() -> None:
    pages = listed(lesson("en/1.md", 1, slug="one", aliases=("/old/",)))
    assert "en/one/" in pages
    assert not {"es/one/", "404.html", "en/404.html", "old/"} & set(pages)


def test_without_a_base_url_there_is_none() -> None:
    assert listed(lesson("en/1.md", 1), base_url="") == {}
