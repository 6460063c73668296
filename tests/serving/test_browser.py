"""Saving, and seeing it in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving.serving import PATIENCE, Serving, served
from tests.shell.builders import lesson

expect.set_options(timeout=PATIENCE * 1000)

LONG = "\n\n".join(f"Paragraph {number} of [a link](02-b.md)." for number in range(80))
DIALOG = "#_serve dialog"


@pytest.fixture(name="page")
def _page(browser: Browser) -> Iterator[Page]:
    """A page whose console must stay quiet."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda said: errors.append(said.text) if "Content Security" in said.text else None,
    )
    yield page
    page.close()
    assert errors == []


def stay(page: Page) -> None:
    """Mark the page as it is now: a reload would lose the mark."""
    page.evaluate("window.marked = true")


def stayed(page: Page) -> bool:
    """Whether the page was not loaded anew since."""
    return bool(page.evaluate("window.marked === true"))


def test_a_save_reaches_the_page_and_scrolling_focus_and_details_stay(
    serving: Serving, page: Page
) -> None:
    body = f"<details><summary>More</summary>Inside.</details>\n\n{LONG}\n\nThe end."
    serving.write("content/en/01-a.md", lesson(1, body=body))
    serving.shows("/en/a/", "The end.")
    page.goto(f"{serving.address}en/a/")
    page.locator("main details summary", has_text="More").click()
    link = page.locator("main a", has_text="a link").nth(40)
    link.focus()
    page.evaluate("scrollTo(0, 1500)")
    stay(page)
    serving.replace("content/en/01-a.md", "The end.", "Another end, **bold**.")
    expect(page.locator("main")).to_contain_text("Another end, bold.")
    assert page.evaluate("scrollY") == 1500
    assert link.evaluate("it => it === document.activeElement")
    assert page.locator("main details", has_text="Inside").get_attribute("open") is not None
    assert stayed(page)


def test_words_above_what_is_seen_do_not_move_it(serving: Serving, page: Page) -> None:
    serving.write("content/en/01-a.md", lesson(1, body=LONG))
    serving.shows("/en/a/", "Paragraph 79")
    page.goto(f"{serving.address}en/a/")
    seen = page.locator("main p", has_text="Paragraph 60 ")
    seen.scroll_into_view_if_needed()
    before = seen.bounding_box()
    stay(page)
    serving.replace("content/en/01-a.md", "Paragraph 1 ", "New.\n\nAlso new.\n\nParagraph 1 ")
    expect(page.locator("main")).to_contain_text("Also new.")
    after = seen.bounding_box()
    assert stayed(page)
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2


def test_title_and_head_follow_and_a_change_outside_the_text_loads_the_page(
    serving: Serving, page: Page
) -> None:
    page.goto(f"{serving.address}en/a/")
    stay(page)
    serving.replace("content/en/01-a.md", "summary: What A is about.", "summary: Something else.")
    expect(page.locator("head meta[name=description]")).to_have_attribute(
        "content", "Something else."
    )
    assert stayed(page)
    serving.replace("content/en/index.md", "title: A course", "title: Another course")
    expect(page).to_have_title("A · Another course")
    assert not stayed(page)


def test_spanish_pages_too_and_several_at_once(serving: Serving, browser: Browser) -> None:
    context = browser.new_context()
    pages = [context.new_page() for _ in range(4)]
    for page in pages[:2]:
        page.goto(f"{serving.address}es/la-a/")
    for page in pages[2:]:
        page.goto(f"{serving.address}en/a/")
    for page in pages:
        stay(page)
    serving.replace("content/es/01-a.md", "Otras palabras.", "Palabras nuevas.")
    for page in pages[:2]:
        expect(page.locator("main")).to_contain_text("Palabras nuevas.")
    serving.replace("content/en/01-a.md", "Second words.", "New words.")
    for page in pages[2:]:
        expect(page.locator("main")).to_contain_text("New words.")
    assert all(stayed(page) for page in pages)
    context.close()


def test_a_style_sheet_is_changed_without_loading_the_page(serving: Serving, page: Page) -> None:
    serving.write("templates/assets/own.css", "main { color: rgb(1, 2, 3) }")
    serving.shows("/en/a/", "own.")
    page.goto(f"{serving.address}en/a/")
    expect(page.locator("main")).to_have_css("color", "rgb(1, 2, 3)")
    stay(page)
    serving.write("templates/assets/own.css", "main { color: rgb(4, 5, 6) }")
    expect(page.locator("main")).to_have_css("color", "rgb(4, 5, 6)")
    assert stayed(page)


def test_broken_front_matter_is_shown_over_the_last_good_page_until_it_is_mended(
    serving: Serving, page: Page
) -> None:
    page.goto(f"{serving.address}en/a/")
    stay(page)
    serving.replace("content/en/02-b.md", "lesson: 2", "lesson: two")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("content/en/02-b.md:3:9")
    expect(dialog).to_contain_text("wrong-type")
    expect(dialog.locator("pre").nth(1)).to_contain_text("lesson: two")
    expect(page.locator("#_serve\\.title")).to_be_focused()
    expect(page.locator("main")).to_contain_text("First words.")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    # Hidden is hidden, until there are other problems.
    serving.replace("content/en/02-b.md", "lesson: two", "lesson: three")
    expect(dialog).to_be_visible()
    serving.replace("content/en/02-b.md", "lesson: three", "lesson: 2")
    expect(dialog).to_be_hidden()
    expect(page.locator("#_serve [role=status]")).to_contain_text("No errors any more")
    assert stayed(page)


def test_a_page_that_was_never_there_shows_why(project: Path, page: Page) -> None:
    (project / "content/en/02-b.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    with served(project) as serving:
        page.goto(f"{serving.address}es/anything/")
        expect(page.get_by_role("dialog")).to_contain_text("content/en/02-b.md:")
        serving.write("content/en/02-b.md", lesson(2, "B", "b"))
        expect(page.locator("main")).to_contain_text("no existe")
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.goto("about:blank")


def test_a_template_that_fails_shows_its_line_and_goes_on_with_the_last_good_page(
    serving: Serving, page: Page
) -> None:
    page.goto(f"{serving.address}en/a/")
    text = '{% extends "base.html" %}\n{% block main %}\n{{ page.nothing }}\n{% endblock %}\n'
    serving.write("templates/lesson.html", text)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("templates/lesson.html:3")
    expect(dialog.locator("pre").first).to_contain_text("{{ page.nothing }}")
    expect(page.locator("main")).to_contain_text("First words.")
    serving.write("templates/lesson.html", text.replace("page.nothing", "page.number"))
    expect(dialog).to_be_hidden()
    expect(page.locator("main")).to_have_text("1")


def test_a_new_lesson_appears_where_there_was_nothing(serving: Serving, page: Page) -> None:
    page.goto(f"{serving.address}en/c/")
    expect(page.locator("main")).to_contain_text("does not exist")
    serving.write("content/en/03-c.md", lesson(3, "C", "c", body="Words of C."))
    expect(page.locator("main")).to_contain_text("Words of C.")


def test_a_renamed_file_and_a_deleted_one(serving: Serving, page: Page) -> None:
    page.goto(f"{serving.address}en/b/")
    (serving.root / "content/en/02-b.md").rename(serving.root / "content/en/02-bee.md")
    source = page.locator("#_serve [data-open]", has_text="content/en/02-bee.md")
    expect(source).to_be_visible()
    (serving.root / "content/en/02-bee.md").unlink()
    expect(page.locator("main")).to_contain_text("does not exist")


def test_a_draft_says_that_it_is_one(project: Path, page: Page) -> None:
    text = lesson(2, "B", "b").replace("slug:", "status: draft\nslug:")
    (project / "content/en/02-b.md").write_text(text, encoding="utf-8")
    with served(project, drafts=True) as serving:
        page.goto(f"{serving.address}en/b/")
        expect(page.locator("#_serve .\\_serve-state")).to_have_text("draft")
        expect(page.locator("#_serve a[href='/_translate/es/02-b/']")).to_have_text("es: missing")
        page.goto("about:blank")


def test_the_page_lives_on_when_the_server_begins_again(project: Path, page: Page) -> None:
    with served(project) as serving:
        page.goto(f"{serving.address}en/a/")
        stay(page)
        port = serving.port
    (project / "content/en/01-a.md").write_text(lesson(1, body="After it."), encoding="utf-8")
    with served(project, port=port):
        expect(page.locator("main")).to_contain_text("After it.")
        assert not stayed(page)
        page.goto("about:blank")


def test_a_service_worker_of_the_site_is_removed_and_none_comes(
    serving: Serving, page: Page
) -> None:
    page.goto(f"{serving.address}robots.txt")
    page.evaluate("navigator.serviceWorker.register('/sw.js').then(() => true)")
    page.goto(f"{serving.address}en/a/")
    page.wait_for_function(
        "navigator.serviceWorker.getRegistrations().then(all => all.length === 0)"
    )
    assert page.evaluate("Promise.race([navigator.serviceWorker.register('/sw.js'), 'no'])") == "no"


def test_nothing_of_the_author_is_in_a_build(serving: Serving) -> None:
    from lessongen.cli import main

    assert main(["--project", str(serving.root), "build"]) == 0
    for file in (serving.root / "site").rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"_serve" not in content, file
            assert b"data-line" not in content, file
            assert serving.token.encode() not in content, file
