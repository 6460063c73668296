"""Archived comments (M19): nested, dated, harmless, and always with the invitation to write."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.checkers.server import serve

PAYLOAD = "<img src=x onerror='window.hurt = 1'><script>window.hurt = 1</script>"
LINK = "[press me](javascript:window.hurt=1) <a href='javascript:window.hurt=1' onclick='x()'>a</a>"
FILES = {
    "lessongen.yaml": "contact: {en: mailto:us@example.org}\n",
    "content/en/01-x.md": "---\ntitle: First\nlesson: 1\nsection: One\nslug: first\n---\nText.\n",
    "content/en/02-y.md": "---\ntitle: Second\nlesson: 2\nsection: One\nslug: second\n---\nText.\n",
    "content/en/comments/01-x.yaml": f"""\
- author: Ana
  date: 2011-03-05
  text: It helped.
  replies:
    - author: "Bo <b onmouseover='window.hurt = 1'>"
      date: 2011-03-06
      text: "{PAYLOAD}"
      replies:
        - {{author: Cy, text: "{LINK}"}}
- {{author: Di, date: 2012-01-01, text: Later.}}
""",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small course with comments."""
    from lessongen.cli import main

    project = tmp_path_factory.mktemp("comments")
    for name, text in FILES.items():
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert main(["--project", str(project), "build"]) == 0
    with serve(Path(project, "site"), below="/") as url:
        yield url


def test_a_thread_is_nested_dated_and_harmless(
    new_reader: Callable[..., BrowserContext], address: str
) -> None:
    page = new_reader(quiet=False).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "en/first/")
    talk = page.get_by_role("region", name="4 comments")
    expect(talk.locator(".comment .comment .comment")).to_have_count(1)
    expect(talk.locator("time")).to_have_text(["March 5, 2011", "March 6, 2011", "January 1, 2012"])
    expect(talk).to_contain_text(PAYLOAD)
    assert talk.locator("a, img, script, [onmouseover], [onerror]").count() == 0
    for comment in talk.locator(".comment p").all():
        comment.hover()
    assert page.evaluate("window.hurt") is None
    assert [url for url in asked if not url.startswith(address)] == []


@pytest.mark.parametrize("path", ["en/first/", "en/second/"])
def test_the_invitation_to_write_is_always_there(
    new_reader: Callable[..., BrowserContext], address: str, path: str
) -> None:
    page = new_reader(scripts=False).new_page()
    page.goto(address + path)
    link = page.locator(".invitation").get_by_role("link", name="Write to us")
    expect(link).to_have_attribute("href", "mailto:us@example.org")
