"""Colours and comfort (M20): both themes, contrast, zoom, text spacing, nothing that moves."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.checkers.views import axe_problems, width_problems
from tests.tools import requires

NewReader = Callable[..., BrowserContext]
LESSON = "en/have-a-mentor/"
PAGES = ("", "en/", "es/seccion-4/", "es/ten-un-mentor/", "en/takeaways/", "es/articulos/")
LONG_TITLES = ("es/", "es/la-ultima/", "es/la-ultima/en/", "es/dilo/", "es/todo/", "es/404.html")

TEXTS = ("ink", "muted", "accent", *(f"section-{number}" for number in range(1, 6)))
GROUNDS = ("paper", "leaf")
# What stands on what, beside text on paper and cards; and the least contrast of WCAG or ours.
PAIRS = (
    *((text, ground, 7.0) for text, ground in product(TEXTS, GROUNDS)),
    *(("paper", f"section-{number}", 7.0) for number in range(1, 6)),  # a pressed button
    ("ink", "mark", 7.0),
    *(("edge", ground, 3.0) for ground in GROUNDS),
)
CONTRAST = """([text, ground]) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const probe = document.body.appendChild(document.createElement("i"))
  const luminance = name => {
    probe.style.color = `var(--${name})`
    canvas.fillStyle = getComputedStyle(probe).color
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
      .map(each => each / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark, light] = [luminance(text), luminance(ground)].sort((a, b) => a - b)
  probe.remove()
  return (light + 0.05) / (dark + 0.05)
}"""
# WCAG 2.2, 1.4.12: what a reader may set, and what must still be seen.
SPACING = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
}"""
CUT_OFF = """() => [...document.querySelectorAll("body *:not(.visually-hidden)")]
  .filter(e => e.checkVisibility() && e.clientHeight > 0)
  .filter(e => ["hidden", "clip"].includes(getComputedStyle(e).overflowY))
  .filter(e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""
# Text below WCAG's highest contrast: 7:1, or 4.5:1 where letters are large.
WEAK = """async () => {
  const rule = { runOnly: ["color-contrast-enhanced"], resultTypes: ["violations", "passes"],
                 rules: { "color-contrast-enhanced": { enabled: true } } }
  const { violations, passes } = await axe.run(document, rule)
  if (!passes.length) return ["nothing was measured"]
  return violations.flatMap(each => each.nodes.map(node => node.any[0].message + node.html))
}"""
MOVING = """() => [...document.querySelectorAll("*")]
  .filter(e => getComputedStyle(e).transitionDuration !== "0s"
            || getComputedStyle(e).animationName !== "none"
            || getComputedStyle(e).scrollBehavior !== "auto")
  .map(e => e.outerHTML.slice(0, 80))"""
FRAMES = """window.frames_ = []
const look = () => {
  if (document.body) frames_.push(getComputedStyle(document.body).backgroundColor)
  requestAnimationFrame(look)
}
requestAnimationFrame(look)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_can_be_read_on_what_it_stands_on(
    new_reader: NewReader, scheme: Literal["light", "dark"]
) -> None:
    page = new_reader(scheme=scheme).new_page()
    page.goto("en/")
    weak = []
    for text, ground, least in PAIRS:
        contrast: float = page.evaluate(CONTRAST, [text, ground])
        if contrast < least:
            weak.append(f"{text} on {ground}: {contrast:.2f}, at least {least}")
    assert not weak, "\n".join(weak)


def test_pages_follow_the_device_and_what_the_reader_chose(new_reader: NewReader) -> None:
    page = new_reader(scheme="dark").new_page()
    page.goto("en/")
    dark = background(page)
    page.emulate_media(color_scheme="light")
    light = background(page)
    assert dark != light
    page.get_by_label("Dark", exact=True).check()
    assert background(page) == dark
    page.goto("es/ten-un-mentor/")
    assert background(page) == dark
    page.get_by_label("Automático").check()
    assert background(page) == light


def until(condition: str) -> str:
    """Return a script that ends when this holds (Playwright's own needs eval, which we forbid)."""
    return f"""new Promise(done => {{
      const timer = setInterval(() => {condition} && done(clearInterval(timer)), 10) }})"""


def background(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


@pytest.mark.parametrize(
    ("device", "chosen", "back"), [("light", "dark", "Light"), ("dark", "light", "Dark")]
)
def test_a_chosen_theme_is_there_in_the_first_frame(
    new_reader: NewReader, device: Literal["light", "dark"], chosen: str, back: str
) -> None:
    page = new_reader(scheme=device).new_page()
    page.add_init_script(f'localStorage.setItem("lessongen:/course/:theme", "{chosen}")')
    page.add_init_script(FRAMES)
    held: list[Route] = []
    # It comes after the style sheet, as on a slow network.
    page.route("**/theme.*.js", lambda route: held.append(route))  # noqa: PLW0108 Playwright marks it
    with page.expect_response("**/style.*.css"), page.expect_request("**/theme.*.js"):
        page.goto(LESSON, wait_until="commit")
    page.evaluate(until("document.styleSheets.length > 0"))
    held[0].continue_()
    page.evaluate(until("frames_.length > 3"))
    shown = set(page.evaluate("frames_"))
    assert len(shown) == 1
    page.get_by_label(back, exact=True).check()
    assert background(page) not in shown


@pytest.mark.parametrize("way", [{"storage": False}, {"scripts": False}], ids=str)
def test_where_nothing_can_be_chosen_pages_follow_the_device(
    new_reader: NewReader, way: dict[str, bool]
) -> None:
    page = new_reader(scheme="dark", **way).new_page()
    page.goto(LESSON)
    expect(page.locator("body")).not_to_have_css("background-color", "rgb(252, 249, 243)")
    dark = page.locator("html").evaluate("each => getComputedStyle(each).color")
    page.emulate_media(color_scheme="light")
    light = page.locator("html").evaluate("each => getComputedStyle(each).color")
    assert dark != light


@pytest.mark.parametrize("width", [320, 640])
def test_zoom_and_wider_text_lose_nothing(new_reader: NewReader, width: int) -> None:
    """A screen of 1280 px at 200 % and 400 % is one of 640 and 320."""
    page = new_reader(width=width).new_page()
    problems = []
    for path in PAGES:
        page.goto(path)
        page.evaluate(SPACING)
        found: Iterator[str] = iter([*width_problems(page), *page.evaluate(CUT_OFF)])
        problems += [f"{path}: {each}" for each in found]
    assert not problems, "\n".join(problems)


def test_a_long_title_breaks_wherever_it_stands(new_reader: NewReader, unfinished_url: str) -> None:
    page = new_reader(width=320).new_page()
    problems = []
    for path in LONG_TITLES:
        page.goto(unfinished_url + path)
        page.evaluate(SPACING)
        found: Iterator[str] = iter([*width_problems(page), *page.evaluate(CUT_OFF)])
        problems += [f"{path}: {each}" for each in found]
    assert not problems, "\n".join(problems)


def test_text_of_twice_the_size_loses_nothing(new_reader: NewReader) -> None:
    """WCAG 2.2, 1.4.4: also where only the letters grow, and the screen does not."""
    page = new_reader(width=1280).new_page()
    problems = []
    for path in PAGES:
        page.goto(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        found: Iterator[str] = iter([*width_problems(page), *page.evaluate(CUT_OFF)])
        problems += [f"{path}: {each}" for each in found]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_a_contrast_of_seven_as_painted(
    new_reader: NewReader, scheme: Literal["light", "dark"]
) -> None:
    axe = requires("axe").read_text(encoding="utf-8")
    page = new_reader(scheme=scheme).new_page()
    problems = []
    for path in (*PAGES, "en/have-a-mentor/es/", "es/buscar/?q=mentor", "translations/"):
        page.goto(path)
        page.evaluate(axe + "; null")
        weak: list[str] = page.evaluate(WEAK)
        problems += [f"{path}: {each}" for each in weak]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_a_reader_has_begun(
    new_reader: NewReader, scheme: Literal["light", "dark"]
) -> None:
    axe = requires("axe")
    page = new_reader(scheme=scheme, width=320).new_page()
    page.goto(LESSON)
    page.get_by_role("button", name="Mark as read").click()
    page.get_by_role("button", name="Test yourself").click()
    page.get_by_role("button", name="Show takeaway 2").click()
    problems = [*axe_problems(page, axe)]
    page.goto("es/")
    expect(page.locator(".stop-read")).to_have_count(1)
    page.get_by_role("button", name="Borrar mi avance").click()
    page.get_by_role("button", name="Deshacer").click()
    problems += axe_problems(page, axe)
    assert not problems, "\n".join(problems)


def test_nothing_moves(new_reader: NewReader) -> None:
    page = new_reader().new_page()
    page.emulate_media(reduced_motion="no-preference")
    for path in PAGES:
        page.goto(path)
        assert page.evaluate(MOVING) == []


def test_more_contrast_is_given_where_it_is_asked_for(new_reader: NewReader) -> None:
    page = new_reader().new_page()
    page.goto(LESSON)
    before: float = page.evaluate(CONTRAST, ["muted", "paper"])
    page.emulate_media(contrast="more")
    after: float = page.evaluate(CONTRAST, ["muted", "paper"])
    assert after > before
    assert page.evaluate(CONTRAST, ["rule", "paper"]) >= 3.0


def test_what_is_pressed_can_be_told_in_forced_colours(new_reader: NewReader) -> None:
    page = new_reader().new_page()
    page.emulate_media(forced_colors="active")
    page.goto(LESSON)
    button = page.get_by_role("button", name="Mark as read")
    look = "button => getComputedStyle(button).backgroundColor"
    before = button.evaluate(look)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert button.evaluate(look) != before


def test_where_one_is_and_has_been_can_be_told_in_forced_colours(new_reader: NewReader) -> None:
    page = new_reader().new_page()
    page.emulate_media(forced_colors="active")
    page.goto(LESSON)
    page.get_by_role("button", name="Mark as read").click()
    here = page.locator(".small-map .stop:has([aria-current])")
    bar = "each => getComputedStyle(each, '::before').borderInlineStartWidth"
    assert here.evaluate(bar) == "3px"
    page.goto("en/")
    line = "each => getComputedStyle(each, '::before').borderTopWidth"
    assert page.locator(".chapter").first.evaluate(line) == "3px"
    for link in (page.locator(".start-link:visible"), page.locator(".stop a").nth(3)):
        link.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        assert link.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
