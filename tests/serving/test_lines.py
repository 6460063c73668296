"""From a block of a page to its line in the file."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from lessongen.serving.lines import lined_page
from tests.serving.serving import FILES, Serving, served
from tests.shell.builders import PNG, lesson, make_project

BODY = """First paragraph,
on two lines.

## A heading

- One
- Two

> A quote.

```sh
code
```

![A photo](x.png "A caption")

1. Item with [a link](02-b.md)

   and a second paragraph

Last."""


def places(html: str) -> list[tuple[str, str, int]]:
    """Tags with their files and lines."""
    found = re.findall(r'<(\w+)[^<>]* data-source="([^"]+)" data-line="(\d+)"', html)
    return [(tag, source, int(line)) for tag, source, line in found]


def test_every_block_knows_its_line(serving: Serving) -> None:
    (serving.root / "content/en/x.png").write_bytes(PNG)
    serving.write("content/en/01-a.md", lesson(1, body=BODY))
    build = serving.live.rebuild()
    html = lined_page(build, str(serving.root), "/en/a/")
    lines = (serving.root / "content/en/01-a.md").read_text(encoding="utf-8").split("\n")
    found = places(html)
    assert [tag for tag, _, _ in found] == "p h2 li li blockquote pre figure li p".split()
    starts = ("First", "## A", "- One", "- Two", "> A", "code", "![A", "1. Item", "Last.")
    for (_, source, line), start in zip(found, starts, strict=True):
        assert source == "content/en/01-a.md"
        assert lines[line - 1].startswith(start)


def test_the_page_is_otherwise_the_same(serving: Serving) -> None:
    build = serving.live.current
    assert build.pages is not None
    for path in build.pages:
        if not path.endswith(".html"):
            continue
        html = lined_page(build, str(serving.root), "/" + path.removesuffix("index.html"))
        plain = re.sub(r' data-source="[^"]*" data-line="\d+"', "", html)
        assert plain == build.pages.read(path).content.decode(), path


def test_a_file_that_has_changed_since_has_no_lines(project: Path) -> None:
    with served(project) as serving:
        build = serving.live.current
        serving.write("content/en/01-a.md", lesson(1, body="More.\n\nFirst words."))
        assert places(lined_page(build, str(project), "/en/a/")) == []
        assert lined_page(build, str(project), "/en/none/") == ""


def test_a_click_and_the_keyboard_open_the_paragraph(
    tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "opened"
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{note}"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("LESSONGEN_EDITOR", f"'{editor}' +{{line}} {{file}}")
    files = {**FILES, "content/en/01-a.md": lesson(body=BODY), "content/en/x.png": PNG}
    project = make_project(tmp_path / "course", files)
    file = project / "content/en/01-a.md"
    lines = [line.strip() for line in file.read_text(encoding="utf-8").split("\n")]
    last, heading, item = (
        lines.index(text) + 1
        for text in ("Last.", "## A heading", "1. Item with [a link](02-b.md)")
    )
    with served(project) as serving:
        page = browser.new_page(viewport={"width": 1000, "height": 3000})
        page.goto(f"{serving.address}en/a/")
        said = page.locator("#_serve [role=status]")
        page.locator("main p", has_text="Last.").click(modifiers=["Alt"])
        expect(said).to_contain_text(f"Opened content/en/01-a.md, line {last}")
        assert note.read_text(encoding="utf-8").split() == [f"+{last}", str(file)]
        page.get_by_role("button", name="Open a paragraph").focus()
        page.keyboard.press("Enter")
        expect(said).to_contain_text("Up and down choose")
        page.keyboard.press("ArrowDown")
        expect(said).to_contain_text("A heading")
        page.keyboard.press("Enter")
        expect(said).to_contain_text(f"Opened content/en/01-a.md, line {heading}")
        # A link is opened in the editor too, instead of followed.
        page.locator("main a", has_text="a link").click(modifiers=["Alt"])
        expect(said).to_contain_text(f"line {item}")
        page.get_by_role("button", name="Open content/en/01-a.md").click()
        expect(said).to_contain_text("Opened content/en/01-a.md, line 1")
        page.close()
