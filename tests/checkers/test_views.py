from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.checkers.samples import page, sound_site
from tests.checkers.server import serve
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
from tests.tools import requires

BROKEN = {
    "en/about/index.html": page("About", "<p>Text.</p>", root="../../"),
    "en/grey/index.html": page("Grey", '<p style="color: #bbb; background: #fff">Text.</p>'),
    "en/wide/index.html": page("Wide", '<pre style="width: 900px">Text.</pre>'),
    "en/loud/index.html": page("Loud", "<script>console.error('no')</script>", root="../../"),
    "en/failing/index.html": page("Failing", "<script>nothing()</script>", root="../../"),
    "en/asking/index.html": page("Asking", '<img src="http://127.0.0.2:9/x.png" alt="">'),
    "en/hidden/index.html": page("Hidden", '<p style="display: none">Text.</p>'),
    "en/idle/index.html": page("Idle", '<p><button type="button">Press</button></p>'),
    "en/fine/index.html": page(
        "Fine", "<details><summary>More</summary><p>Text.</p></details><p hidden>Script's.</p>"
    ),
    "_headers": "/en/policy/*\n  Content-Security-Policy: script-src 'none'\n",
    "en/policy/index.html": page("Policy", "<script>document.title = 'x'</script>", root="../../"),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site")
    sound_site(folder, BROKEN)
    with serve(folder, below="/course/") as address:
        yield address


@pytest.mark.parametrize("view", VIEWS)
def test_a_sound_page_has_no_problem(browser: Browser, address: str, view: View) -> None:
    axe = requires("axe")
    with visit(browser, f"{address}en/about/", view, past_policy=True) as seen:
        assert not list(axe_problems(seen.page, axe))
        assert not list(width_problems(seen.page))
        assert not list(quiet_problems(seen))


def test_low_contrast_is_found(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}en/grey/", View(), past_policy=True) as seen:
        assert any("color-contrast" in said for said in axe_problems(seen.page, requires("axe")))


def test_a_page_that_scrolls_sideways_is_found(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}en/wide/", View(NARROW)) as seen:
        assert "the page is" in next(width_problems(seen.page))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("loud", "error: no"),
        ("failing", "exception: "),
        ("asking", "asks another host: http://127.0.0.2:9/x.png"),
        ("policy", "error: "),
    ],
)
def test_a_page_that_is_not_quiet_is_found(
    browser: Browser, address: str, name: str, said: str
) -> None:
    with visit(browser, f"{address}en/{name}/", View()) as seen:
        assert any(problem.startswith(said) for problem in quiet_problems(seen))


@pytest.mark.parametrize(("name", "said"), [("hidden", "text is"), ("idle", "control without")])
def test_a_page_that_needs_scripts_is_found(
    browser: Browser, address: str, name: str, said: str
) -> None:
    with visit(browser, f"{address}en/{name}/", View(scripts=False)) as seen:
        assert any(problem.startswith(said) for problem in no_script_problems(seen.page))


def test_what_a_reader_can_open_is_not_missing(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}en/fine/", View(scripts=False)) as seen:
        assert not list(no_script_problems(seen.page))


def test_outside_the_sub_path_there_is_nothing(browser: Browser, address: str) -> None:
    root = address.removesuffix("course/")
    with visit(browser, f"{root}en/about/", View()) as seen:
        assert seen.page.title() == "Lost"
