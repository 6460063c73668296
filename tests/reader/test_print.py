"""A page of a book (M13): what a reader prints is text, addresses and nothing to press."""

from base64 import b64encode
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.tools import ROOT

NewReader = Callable[..., BrowserContext]
LESSON = "en/have-a-mentor/"
# How many sheets a text takes is a matter of the font, and systems have different ones.
FONT = ROOT / "src/lessongen/cards/newsreader.ttf"
OWN_FONT = """async font => {
  const bytes = Uint8Array.from(atob(font), each => each.charCodeAt(0))
  document.fonts.add(await new FontFace("Of the test", bytes.buffer).load())
  for (const name of ["--serif", "--sans"])
    document.documentElement.style.setProperty(name, "Of the test")
}"""


def printed(new_reader: NewReader, path: str) -> Page:
    """Return the page as paper sees it, from a dark screen with scripts running."""
    page = new_reader(scheme="dark").new_page()
    page.goto(path)
    page.emulate_media(media="print")
    return page


def test_a_printed_lesson_has_no_interface(new_reader: NewReader) -> None:
    page = printed(new_reader, LESSON)
    for kind in ("button", "input", "nav", ".neighbours", ".skip-link", ".read-count"):
        for part in page.locator(kind).all():
            expect(part).to_be_hidden()
    for name in ("h1", ".summary", ".byline", ".text", ".takeaways", ".people"):
        expect(page.locator(name).first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_printed_page_says_where_and_when_it_is_from(new_reader: NewReader) -> None:
    page = printed(new_reader, LESSON)
    source = page.locator(".printed-source")
    expect(source).to_be_visible()
    expect(source).to_contain_text("https://lessons.example/course/en/have-a-mentor/")
    expect(source).to_contain_text("November 21, 2026")


def test_the_addresses_of_other_sites_are_printed(new_reader: NewReader) -> None:
    page = printed(new_reader, LESSON)
    page.locator(".text p").first.evaluate(
        "p => p.insertAdjacentHTML('beforeend', '<a href=\"https://example.org/x\">there</a>')"
    )
    link = page.locator(".text a[href^=http]")
    shown = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert "https://example.org/x" in shown
    inside = page.locator(".text a:not([href^=http])").first
    assert inside.evaluate("link => getComputedStyle(link, '::after').content") == "none"


def test_takeaways_stay_on_one_sheet(new_reader: NewReader) -> None:
    page = printed(new_reader, LESSON)
    for card in page.locator(".takeaways, .takeaway").all():
        assert card.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
    page.evaluate(OWN_FONT, b64encode(FONT.read_bytes()).decode())
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= 3


def test_the_series_on_one_page_has_every_lesson_and_links_within(new_reader: NewReader) -> None:
    page = new_reader().new_page()
    for path in ("en/all/", "es/todo/"):
        page.goto(path)
        expect(page.locator(".whole-lesson")).to_have_count(25)
        numbers = page.locator(".whole-lesson .numeral").all_inner_texts()
        assert numbers == [str(number) for number in range(1, 26)]
        page.locator("main .contents .stop a").nth(6).click()
        expect(page.locator("#lesson-7")).to_be_in_viewport()
