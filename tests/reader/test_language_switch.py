"""The language switch lands on the heading that is being read, and remembers nothing of it."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

NewReader = Callable[..., BrowserContext]
LESSON = "en/have-a-mentor/"


def read_at(page: Page, path: str, heading: str) -> None:
    """Open a page and bring the heading with this id to the top of the view."""
    page.goto(path)
    page.evaluate("id => document.getElementById(id).scrollIntoView()", heading)


def top_of(page: Page, heading: str) -> float:
    top: float = page.evaluate(
        "id => document.getElementById(id).getBoundingClientRect().top", heading
    )
    return top


def test_the_switch_keeps_the_place(page: Page) -> None:
    heading = "you-are-already-somebodys-mentor"
    read_at(page, LESSON, heading)
    page.get_by_role("navigation", name="The series").get_by_role("link", name="español").click()
    page.wait_for_url(f"**/es/ten-un-mentor/#{heading}")
    assert 0 <= top_of(page, heading) < 100
    page.evaluate("id => document.getElementById(id).scrollIntoView()", "page.takeaways")
    page.get_by_role("navigation", name="La serie").get_by_role("link", name="English").click()
    page.wait_for_url("**/en/have-a-mentor/#page.takeaways")
    assert page.evaluate("Object.keys(localStorage)") == ["lessongen:/course/:language"]


def test_on_a_small_screen_too(new_reader: NewReader) -> None:
    page = new_reader(width=320).new_page()
    read_at(page, LESSON, "page.people")
    page.get_by_role("link", name="Leer en español").last.click()
    page.wait_for_url("**/es/ten-un-mentor/#page.*")
    assert 0 <= top_of(page, page.url.partition("#")[2]) < 800


def test_from_the_top_one_comes_to_the_top(page: Page) -> None:
    read_at(page, LESSON, "this-week")
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("link", name="Leer en español").first.click()
    page.wait_for_url("**/es/ten-un-mentor/")
    assert page.evaluate("scrollY") == 0


def test_lists_keep_the_place_too(page: Page) -> None:
    read_at(page, "en/takeaways/", "lesson.9")
    page.get_by_role("link", name="Leer en español").first.evaluate("link => link.click()")
    page.wait_for_url("**/es/ideas-clave/#lesson.9")
    read_at(page, "es/", "section.4")
    page.get_by_role("link", name="Read in English").first.evaluate("link => link.click()")
    page.wait_for_url("**/en/#section.4")


def test_without_scripts_the_switch_leads_to_the_top_of_the_same_page(
    new_reader: NewReader,
) -> None:
    page = new_reader(scripts=False).new_page()
    page.goto(LESSON + "#this-week")
    page.get_by_role("link", name="Leer en español").first.click()
    page.wait_for_url("**/es/ten-un-mentor/")
    expect(page.locator("h1")).to_be_in_viewport()


def test_a_takeaway_has_an_address_that_scrolls_and_takes_the_focus(page: Page) -> None:
    page.goto(LESSON + "#t3")
    third = page.locator("#t3")
    expect(third).to_be_in_viewport()
    page.goto(LESSON)
    page.get_by_role("link", name="Takeaway 3").press("Enter")
    page.wait_for_url("**/#t3")
    expect(third).to_be_in_viewport()
    third.focus()
    expect(third).to_be_focused()
    page.goto("es/ideas-clave/")
    page.get_by_role("link", name="Idea clave 3").first.click()
    page.wait_for_url("**/es/ten-un-mentor/#t3")
    expect(third).to_be_in_viewport()
