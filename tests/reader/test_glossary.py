"""The terms of the glossary in a lesson (S14): by keyboard, by tap, on paper, without scripts."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.checkers.views import axe_problems, width_problems
from tests.tools import requires

NewReader = Callable[..., BrowserContext]
LESSON = "en/have-a-mentor/"
FOCUSED = "document.activeElement.getAttribute('href')"


def tab_to(page: Page, href: str, most: int = 80) -> None:
    """Press Tab until the link has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == href:
            return
    raise AssertionError(f"{href} is not reached by Tab")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_keyboard_goes_to_a_definition_and_back(new_reader: NewReader, *, scripts: bool) -> None:
    page = new_reader(scripts=scripts).new_page()
    page.goto(LESSON)
    tab_to(page, "#term.mentor")
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_have_id("term.mentor")
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target + dd")).to_contain_text("one learns from")
    tab_to(page, "#use.mentor", most=1)  # the way back comes next
    page.keyboard.press("Enter")
    expect(page.locator("dfn:target")).to_have_text("mentor")
    expect(page.locator("dfn:target")).to_be_in_viewport()
    tab_to(page, "#term.mentor", most=1)  # and reading goes on at the term


def test_a_mouse_that_rests_on_a_term_sees_the_definition(page: Page) -> None:
    page.goto(LESSON)
    for link in page.locator("dfn > .term").all():
        target = (link.get_attribute("href") or "").removeprefix("#")
        definition = page.locator(f'[id="{target}"] + dd')
        expect(definition).to_contain_text(link.get_attribute("title") or "nothing")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    new_reader: NewReader, scheme: Literal["light", "dark"]
) -> None:
    axe = requires("axe")
    page = new_reader(scheme=scheme, width=320).new_page()
    problems: list[str] = []
    for path in (f"{LESSON}#term.mentor", "es/ten-un-mentor/#use.mentor"):
        page.goto(path)
        expect(page.locator(".terms :target, dfn:target")).to_have_count(1)
        problems += [*axe_problems(page, axe), *width_problems(page)]
    assert not problems, "\n".join(problems)


def test_paper_has_the_definitions_and_no_way_back(page: Page) -> None:
    page.goto(LESSON)
    page.emulate_media(media="print")
    expect(page.locator(".terms")).to_be_visible()
    for link in page.locator(".term-back").all():
        expect(link).to_be_hidden()
