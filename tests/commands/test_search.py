"""The search index as a part of the build: when it is made, and what is left of it."""

import re
from pathlib import Path

import pytest

from tests.commands.builders import Project
from tests.shell.builders import lesson
from tests.tools import requires

INDEXED = re.compile(r", \d+\.\d\d s and \d+\.\d\d s for the search index$")


@pytest.fixture(autouse=True)
def _pagefind() -> None:
    requires("pagefind")


def is_indexed(out: str) -> bool:
    return INDEXED.search(out.strip()) is not None


def pagefind(project: Project) -> dict[str, bytes]:
    return {path: content for path, content in project.tree().items() if "pagefind/" in path}


def test_the_indexer_runs_only_when_a_text_has_changed(project: Project) -> None:
    assert is_indexed(project.build().out)
    first = pagefind(project)
    assert {path for path in first if "/fragment/" in path}
    assert not is_indexed(project.build().out)
    text = project.read("content/en/01-a.md")
    edits = {
        "published: 2026-01-05\n": False,
        "tags: [mentoring]\n": False,
        "collaborators: [Ana]\n": False,
    }
    for edit in edits:
        project.put("content/en/01-a.md", text.replace("---\n", f"---\n{edit}", 1))
        done = project.build()
        assert "written" in done.out
        assert not is_indexed(done.out), edit
    assert pagefind(project) == first
    project.put("content/en/01-a.md", text + "\nA new sentence.\n")
    assert is_indexed(project.build().out)
    assert pagefind(project) != first
    project.put("content/en/01-a.md", text)
    project.build()
    assert pagefind(project) == first


def test_the_index_is_the_same_whatever_is_remembered(project: Project) -> None:
    project.build("--jobs", "1")
    first = project.tree()
    for path in (project.folder / ".lessongen").iterdir():
        path.unlink()
    assert is_indexed(project.build("--jobs", "2").out)
    assert project.tree() == first
    assert is_indexed(project.build("--clean").out)
    assert project.tree() == first
    (project.folder / ".lessongen" / "search").unlink()
    (project.folder / "site" / "pagefind" / "pagefind.js").unlink()
    project.build()
    assert project.tree() == first


def test_a_damaged_memory_is_made_anew(project: Project) -> None:
    project.build()
    first = project.tree()
    memory = project.folder / ".lessongen" / "search"
    content = bytearray(memory.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = bytes(64)
    memory.write_bytes(content)
    for path in (project.folder / "site" / "pagefind").rglob("*.pagefind"):
        path.unlink()
    (project.folder / "site" / "pagefind" / "pagefind.js").unlink()
    assert project.build().code == 0
    assert project.tree() == first


def test_nothing_of_it_is_written_if_there_is_an_error(project: Project) -> None:
    project.build()
    before = project.tree()
    project.put("content/en/02-b.md", lesson(2, "Two", "two", body="New words, [lost](x.md)."))
    assert project.build().code == 1
    assert project.tree() == before


def test_only_pages_that_readers_have_are_found(project: Project) -> None:
    project.put(
        "content/en/03-c.md",
        lesson(3, "Hidden", "hidden").replace("---\n", "---\nstatus: draft\n", 1),
    )
    project.build()
    open_ = len([path for path in pagefind(project) if "/fragment/en" in path])
    project.build("--drafts")
    assert len([path for path in pagefind(project) if "/fragment/en" in path]) == open_ + 1


def test_check_and_explain_never_index(project: Project) -> None:
    assert not is_indexed(project.run("check").out)
    project.run("explain", "/en/search/")
    assert not (project.folder / ".lessongen" / "search").exists()
    assert is_indexed(project.build().out)


def test_without_the_extra_the_search_page_has_no_box(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    assert 'type="search"' in project.read("site/en/search/index.html")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "")
    done = project.build()
    assert done.code == 0
    assert done.err.count("note[no-search]") == 1
    assert not pagefind(project)
    page = project.read("site/en/search/index.html")
    assert 'type="search"' not in page
    assert "wasm" not in page
    assert "letter-lesson" in page
    assert "no-search" in project.build().err
    monkeypatch.delenv("PAGEFIND_BINARY_PATH")
    project.build()
    assert 'type="search"' in project.read("site/en/search/index.html")
    assert pagefind(project)


def test_the_worker_stands_at_the_root_under_its_own_name(project: Project) -> None:
    project.build()
    worker = Path(project.folder, "site", "sw.js").read_text(encoding="utf-8")
    assert "ask-early" not in worker
    assert not list((project.folder / "site" / "assets").glob("sw.*"))
