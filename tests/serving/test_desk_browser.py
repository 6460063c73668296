"""The translator's desk in a real browser: with the keyboard, without scripts, beside an editor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.checkers.views import (
    NARROW,
    VIEWS,
    View,
    axe_problems,
    no_script_problems,
    quiet_problems,
    visit,
    width_problems,
)
from tests.serving.desk import (
    ALL,
    ENGLISH_FILE,
    LATE,
    RECORD,
    SECOND_TEXT,
    SPANISH,
    SPANISH_FILE,
    TEXT,
    Bench,
    bench,
)
from tests.serving.serving import PATIENCE
from tests.tools import requires

expect.set_options(timeout=PATIENCE * 1000)

MINE = LATE.replace("tres", "cinco")


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as desk:
        yield desk


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


def open_page(desk: Bench, page: Page, path: str = TEXT) -> None:
    """Go to a page of the desk."""
    page.goto(desk.serving.address.rstrip("/") + path)


def hears(page: Page, path: str) -> None:
    """Wait until the script of this page is there: it is what hears keys."""
    page.wait_for_url(f"**{path}")
    expect(page.locator("html.scripted")).to_have_count(1)


def late(page: Page) -> Locator:
    """The paragraph that the tests change."""
    return page.locator(".unit", has_text="A late question")


def said(page: Page) -> Locator:
    """What the page says of the last action."""
    return page.get_by_role("status")


def test_from_a_changed_paragraph_to_listo(desk: Bench, page: Page) -> None:
    open_page(desk, page, ALL)
    expect(page.locator("#need")).to_have_text("Lo que te espera")
    desk.change_english()
    open_page(desk, page, ALL)
    page.get_by_role("link", name="Ask early").click()
    expect(late(page).locator("del")).to_contain_text("three")
    expect(late(page).locator("ins")).to_contain_text("five")
    button = late(page).get_by_role("button", name="Sigue bien")
    expect(button).to_be_visible()
    late(page).get_by_role("textbox").fill(MINE)
    expect(button).to_be_hidden()
    late(page).get_by_role("button", name="Listo").click()
    expect(said(page)).to_have_text("1 párrafo confirmado.")
    expect(page.locator(".unit[data-focus]")).to_have_count(0)
    assert desk.read(SPANISH_FILE) == SPANISH.replace(LATE, MINE)
    assert "five days" in desk.read(RECORD)
    page.get_by_role("link", name="La página", exact=True).click()
    expect(page.locator("main")).to_contain_text(MINE)


def test_all_of_it_with_the_keyboard(desk: Bench, page: Page) -> None:
    desk.change_english()
    desk.serving.replace(ENGLISH_FILE, "example.org/one", "example.org/two")
    before = desk.read(RECORD)
    open_page(desk, page, ALL)
    hears(page, ALL)
    keys = page.keyboard
    keys.press("j")
    expect(page.locator(".row").first).to_be_focused()
    keys.press("Enter")
    hears(page, TEXT)
    keys.press("j")
    expect(late(page)).to_be_focused()
    keys.press("ArrowDown")
    linked = page.locator(".unit", has_text="example.org/two")
    expect(linked).to_be_focused()
    keys.press("k")
    keys.press("e")
    field = late(page).get_by_role("textbox")
    expect(field).to_be_focused()
    field.fill(MINE)
    keys.type("jo")  # letters are letters in a text
    expect(field).to_have_value(f"{MINE}jo")
    keys.press("Backspace")
    keys.press("Backspace")
    keys.press("Control+Enter")
    expect(said(page)).to_have_text("1 párrafo confirmado.")
    expect(linked).to_be_focused()
    keys.press("f")
    expect(said(page)).to_contain_text("corregido")
    assert "org/two" in desk.read(SPANISH_FILE)
    keys.press("u")
    expect(said(page)).to_contain_text("Deshecho")
    keys.press("u")
    expect(late(page)).to_have_attribute("data-focus", "")
    assert (desk.read(SPANISH_FILE), desk.read(RECORD)) == (SPANISH, before)


def test_letters_are_keys_until_somebody_says_otherwise(desk: Bench, page: Page) -> None:
    desk.change_english()
    open_page(desk, page)
    hears(page, TEXT)
    keys = page.keyboard
    keys.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Las letras sueltas son teclas").uncheck()
    keys.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    late(page).focus()
    keys.press("e")
    expect(late(page)).to_be_focused()
    keys.press("Enter")  # on a paragraph that is no letter
    expect(late(page).get_by_role("textbox")).to_be_focused()
    keys.press("Escape")
    expect(late(page)).to_be_focused()
    page.reload()
    hears(page, TEXT)
    page.get_by_role("button", name="Teclas").click()
    page.get_by_label("Las letras sueltas son teclas").check()
    keys.press("Escape")
    late(page).focus()
    keys.press("o")
    expect(said(page)).to_have_text("1 párrafo confirmado.")
    assert desk.read(SPANISH_FILE) == SPANISH


def test_a_paragraph_is_edited_while_another_program_edits_it(desk: Bench, page: Page) -> None:
    desk.change_english()
    open_page(desk, page)
    field = late(page).get_by_role("textbox")
    field.fill(MINE)
    theirs = LATE.replace("tardía", "de última hora")
    desk.serving.replace(SPANISH_FILE, LATE, theirs)
    expect(late(page).locator(".beneath")).to_contain_text("sigue aquí")
    expect(said(page)).to_contain_text("Un archivo ha cambiado")
    expect(field).to_have_value(MINE)
    late(page).get_by_role("button", name="Guardar").click()
    conflict = late(page).locator(".conflict")
    expect(conflict).to_contain_text(theirs)
    expect(field).to_have_value(MINE)
    expect(field).to_be_focused()
    assert theirs in desk.read(SPANISH_FILE)
    late(page).get_by_role("button", name="Guardar").click()  # having seen both
    expect(said(page)).to_contain_text("guardado")
    assert MINE in desk.read(SPANISH_FILE)


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_in_the_file_can_be_kept(desk: Bench, browser: Browser, *, scripts: bool) -> None:
    desk.change_english()
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    open_page(desk, page)
    late(page).get_by_role("textbox").fill(MINE)
    theirs = LATE.replace("tardía", "de última hora")
    desk.serving.replace(SPANISH_FILE, LATE, theirs)
    late(page).get_by_role("button", name="Guardar").click()
    late(page).get_by_role("link", name="Dejar lo que está en el archivo").click()
    expect(late(page).locator(".conflict")).to_have_count(0)
    expect(late(page).get_by_role("textbox")).to_have_value(theirs)
    context.close()


def test_news_of_another_paragraph_leave_the_writing_alone(desk: Bench, page: Page) -> None:
    desk.change_english()
    open_page(desk, page)
    field = late(page).get_by_role("textbox")
    field.fill("A medio escr")
    desk.serving.replace(SPANISH_FILE, "## Lo que ahorra", "## Lo que te ahorra")
    expect(page.locator("#units")).to_contain_text("Lo que te ahorra")
    expect(field).to_have_value("A medio escr")
    expect(field).to_be_focused()
    field.fill(MINE)
    late(page).get_by_role("button", name="Listo").click()
    expect(said(page)).to_contain_text("confirmado")
    assert desk.read(SPANISH_FILE) == SPANISH.replace("Lo que", "Lo que te").replace(LATE, MINE)


def test_everything_works_without_scripts(desk: Bench, browser: Browser) -> None:
    desk.change_english()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_page(desk, page)
    late(page).get_by_role("textbox").fill(MINE)
    late(page).get_by_role("button", name="Listo").click()
    expect(said(page)).to_have_text("1 párrafo confirmado.")
    assert MINE in desk.read(SPANISH_FILE)
    page.get_by_role("button", name="Deshacer").click()
    expect(said(page)).to_contain_text("Deshecho")
    assert desk.read(SPANISH_FILE) == SPANISH
    late(page).get_by_role("textbox").fill("Uno.\n\nDos.")
    late(page).get_by_role("button", name="Guardar").click()
    expect(late(page).locator(".conflict")).to_be_visible()
    expect(late(page).get_by_role("textbox")).to_have_value("Uno.\n\nDos.")
    open_page(desk, page, SECOND_TEXT)
    page.get_by_role("button", name="Empezar la traducción").click()
    expect(page.locator(".unit").first).to_be_visible()
    assert "Write down" in desk.read("content/es/02-write-it-down.md")
    context.close()


def test_a_missing_lesson_is_begun_written_and_shown(desk: Bench, page: Page) -> None:
    open_page(desk, page, ALL)
    page.get_by_role("button", name="Empezar").click()
    unit = page.locator(".unit", has_text="Write down what was decided")
    unit.get_by_role("textbox").fill("Anota lo decidido, y por quién.")
    unit.get_by_role("button", name="Listo").click()
    expect(said(page)).to_have_text("1 párrafo confirmado.")
    page.locator("#preview summary").click()
    preview = page.frame_locator("#preview iframe")
    expect(preview.locator("main")).to_contain_text("Anota lo decidido")


def test_what_is_half_written_is_not_left_by_mistake(desk: Bench, page: Page) -> None:
    desk.change_english()
    open_page(desk, page)
    late(page).get_by_role("textbox").press_sequentially("x")
    page.on("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        page.get_by_role("link", name="Todos los textos").click(no_wait_after=True)
    assert asked.value.type == "beforeunload"
    expect(late(page)).to_be_visible()


def test_the_author_has_a_word(desk: Bench, page: Page) -> None:
    desk.change_english()
    open_page(desk, page, f"{TEXT}?side=author")
    late(page).get_by_role("button", name="It means the same").click()
    expect(said(page)).to_contain_text("means the same")
    assert "harmless" in desk.read(RECORD)


def _pages(desk: Bench) -> tuple[str, ...]:
    desk.change_english()
    desk.serving.replace(ENGLISH_FILE, "example.org/one", "example.org/two")
    desk.serving.replace(SPANISH_FILE, "temprana", "temprana temprana")  # a finding
    return (
        ALL,
        f"{ALL}?minutes=20",
        f"{ALL}?side=author",
        TEXT,
        f"{TEXT}?all=1",
        f"{TEXT}?side=author",
        SECOND_TEXT,
        "/_translate/es/nothing/",
    )


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.width}-{view.scheme}")
def test_axe_finds_nothing_and_nothing_sticks_out(
    desk: Bench, browser: Browser, view: View
) -> None:
    axe = requires("axe")
    found: list[str] = []
    pages = _pages(desk)
    root = desk.serving.address.rstrip("/")
    with visit(browser, root + pages[0], view, past_policy=True) as seen:
        for path in pages:
            seen.go(root + path)
            seen.page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
            found += (f"{path}: {problem}" for problem in axe_problems(seen.page, axe))
            found += (f"{path}: {problem}" for problem in width_problems(seen.page))
    assert not found, "\n".join(found)


def test_pages_are_quiet_and_lose_nothing_without_scripts(desk: Bench, browser: Browser) -> None:
    found: list[str] = []
    root = desk.serving.address.rstrip("/")
    pages = _pages(desk)[:-1]
    with visit(browser, root + pages[0], View(NARROW, scripts=False)) as seen:
        for path in pages:
            seen.go(root + path)
            found += no_script_problems(seen.page)
            found += quiet_problems(seen)
    assert not found, "\n".join(found)
