"""What the terminal and the pages say, also when we are to blame."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lessongen.serving.building import Builder
from lessongen.serving.pages import Pages
from tests.checkers.views import axe_problems
from tests.serving.serving import FILES, Serving, served, until
from tests.shell.builders import lesson
from tests.tools import requires


def test_a_line_for_each_build_and_the_problems_when_they_change(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with served(project) as serving:
        assert capsys.readouterr().out.startswith("2 lessons in 2 languages, ")
        serving.replace("content/en/01-a.md", "Second words.", "Other words.")
        serving.live.rebuild()
        serving.live.rebuild()  # what is said is said before the next look
        said = capsys.readouterr()
        assert said.out.startswith("content/en/01-a.md: ")
        assert "/en/a/ (body.digest" in said.out
        assert said.err == ""
        serving.replace("content/en/02-b.md", "lesson: 2", "lesson: two")
        serving.live.rebuild()
        serving.live.rebuild()
        said = capsys.readouterr()
        assert "content/en/02-b.md: the pages stay as they were, 2 errors" in said.out
        assert 'content/en/02-b.md:3:9: error[wrong-type]: "lesson" must be' in said.err
        serving.replace("content/en/01-a.md", "Other words.", "More words.")
        serving.live.rebuild()
        serving.live.rebuild()
        said = capsys.readouterr()
        assert "2 errors" in said.out
        assert said.err == ""  # as before


def test_a_bug_of_ours_is_shown_as_one_and_serving_goes_on(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("our bug")

    with monkeypatch.context() as broken:
        broken.setattr(Builder, "build", fail)
        serving.replace("content/en/01-a.md", "Second words.", "Other words.")
        until(lambda: "our bug" in serving.ask("/en/a/").text, "the bug in the page")
    page = serving.ask("/en/a/").text
    assert "this is a bug of ours" in page
    assert "First words." in page
    assert "ZeroDivisionError: our bug" in capsys.readouterr().err
    serving.replace("content/en/01-a.md", "Other words.", "Words at last.")
    serving.shows("/en/a/", "Words at last.")
    assert "our bug" not in serving.ask("/en/a/").text


def test_so_is_one_that_shows_in_a_single_page(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("our bug")

    with monkeypatch.context() as broken:
        broken.setattr(Pages, "read", fail)
        serving.live.publish(serving.live.current)
        reply = serving.ask("/en/b/")
        assert (reply.status, "our bug" in reply.text) == (500, True)


def test_all_problems_on_a_page_without_scripts(serving: Serving) -> None:
    assert "No problems" in serving.ask("/_serve/problems/").text
    for number in range(3, 70):
        name = f"l{number}"
        body = f"[x](<no {number} & more.md>)"
        serving.write(f"content/en/{number}-{name}.md", lesson(number, name, name, body=body))
    serving.live.rebuild()
    every = serving.ask("/_serve/problems/").text
    assert "no 69 &amp; more" in every
    page = serving.ask("/en/a/").text
    assert "17 more</a>" in page


def test_axe_finds_nothing_in_what_we_add(project: Path, browser: Browser) -> None:
    axe = requires("axe")
    broken = FILES["content/en/02-b.md"]
    assert isinstance(broken, str)
    with served(project) as serving:
        context = browser.new_context(bypass_csp=True)
        page = context.new_page()
        for path in ("en/a/", "es/la-a/", "_serve/problems/"):
            page.goto(serving.address + path)
            assert list(axe_problems(page, axe)) == []
        page.goto(f"{serving.address}en/a/")
        serving.write("content/en/02-b.md", broken.replace("lesson: 2", "lesson: two"))
        page.get_by_role("dialog").wait_for()
        assert list(axe_problems(page, axe)) == []
        context.close()


def test_the_index_for_searching_is_made_when_somebody_searches(serving: Serving) -> None:
    build = serving.live.current
    assert build.site is not None
    requires("pagefind")
    reply = serving.ask("/pagefind/pagefind-entry.json")
    assert reply.headers["content-type"] == "application/json"
    assert b"languages" in reply.body
