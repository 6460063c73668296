import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.commands.builders import Done, Project, call, tree
from tests.shell.builders import lesson


def front_matter(text: str) -> dict[str, object]:
    """The front matter as a YAML library reads it."""
    found: dict[str, object] = yaml.safe_load(text.split("---\n")[1])
    return found


# --- new site ----------------------------------------------------------------


def new_site(folder: Path, capsys: pytest.CaptureFixture[str]) -> Done:
    return call("new", "site", str(folder), capsys=capsys)


def test_a_new_site_builds_without_an_error_or_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = new_site(tmp_path / "deep" / "course", capsys)
    assert (done.code, done.err) == (0, "")
    assert f"lessongen --project {tmp_path}/deep/course build" in done.out
    for command in ("check", "build"):
        built = call("--project", str(tmp_path / "deep" / "course"), command, capsys=capsys)
        assert built.code == 0
        assert "warning" not in built.err
        assert "error" not in built.err
    pages = tree(tmp_path / "deep" / "course" / "site")
    assert "en/your-first-lesson/index.html" in pages
    assert "es/tu-primera-leccion/index.html" in pages


def test_with_an_address_a_new_site_has_nothing_to_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new_site(tmp_path / "course", capsys)
    options = ["--base-url", "https://example.org/", "--strict"]
    done = call("--project", str(tmp_path / "course"), "build", *options, capsys=capsys)
    assert (done.code, done.err) == (0, "")


def test_version_control_ignores_what_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new_site(tmp_path, capsys)
    ignored = (tmp_path / ".gitignore").read_text(encoding="utf-8").split()
    assert {"/site/", ".lessongen/"} <= set(ignored)
    assert not (tmp_path / "gitignore").exists()


def test_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = new_site(tmp_path, capsys)
    assert (done.code, "is not empty" in done.err) == (2, True)
    assert list(tree(tmp_path)) == ["mine.txt"]


def test_an_empty_folder_or_a_fresh_repository_will_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    assert new_site(tmp_path, capsys).code == 0
    assert (tmp_path / "content" / "en" / "index.md").exists()


def test_a_file_in_the_place_of_the_folder_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "course"):
        assert new_site(folder, capsys).code == 2


# --- new lesson --------------------------------------------------------------


def test_a_new_lesson_is_a_draft_at_the_end(project: Project) -> None:
    done = project.run("new", "lesson", "Check your work")
    assert (done.code, done.out) == (0, "content/en/03-check-your-work.md\n")
    front = front_matter(project.read("content/en/03-check-your-work.md"))
    assert (front["title"], front["lesson"], front["section"]) == ("Check your work", 3, 1)
    assert front["status"] == "draft"
    built = project.build("--drafts", "--strict")
    assert (built.code, "error" in built.err, "warning" in built.err) == (0, False, False)
    assert project.folder.joinpath("site/en/check-your-work/index.html").exists()


@pytest.mark.parametrize(
    "title",
    [
        'Say "no": it’s fine',
        "It's a - # & * ! | > ' % @ ` {x} [y], z?",
        "back\\slash \\n \\u0041",
        "C:\\Users\\new",
        "No",
        "1:30",
        "2026",
        "~",
        "null",
        "- list",
        "--- end",
        "😀👩‍💻",
        "中文课程",
        "Ñandú: ¿qué tal?",
        "&amp; <b>bold</b> {{ page }}",
        "  many   spaces  ",
        "x" * 300,
        "*",
        "'",
        '"',
        "a\u202eb\u200bc",
    ],
)
def test_any_title_will_do(project: Project, title: str) -> None:
    done = project.run("new", "lesson", title)
    assert done.code == 0, done.err
    path = done.out.strip()
    assert front_matter(project.read(path))["title"] == " ".join(title.split())
    built = project.build("--drafts")
    assert (built.code, "error" in built.err) == (0, False), built.err


@pytest.mark.parametrize("title", ["two\nlines", "a\ttab", "\x00x", "\x1b[31mred", "a\u2028b"])
def test_what_is_no_part_of_a_title_becomes_a_space(project: Project, title: str) -> None:
    assert project.run("new", "lesson", title).code == 0
    assert project.build("--drafts").code == 0


@pytest.mark.parametrize("title", ["", " ", "\n", "\udcff"])
def test_a_title_that_is_none_is_wrong_usage(project: Project, title: str) -> None:
    assert project.run("new", "lesson", title).code == 2
    assert len(list(project.folder.joinpath("content/en").iterdir())) == 2


def test_an_address_that_is_taken_gets_a_number(project: Project) -> None:
    paths = [project.run("new", "lesson", title).out for title in ("Ask early", "Search", "Search")]
    assert paths == [
        "content/en/03-ask-early-2.md\n",
        "content/en/04-search-2.md\n",
        "content/en/05-search-3.md\n",
    ]
    assert project.build("--drafts").code == 0


def test_the_section_may_be_said(project: Project) -> None:
    project.put(
        "content/en/index.md",
        "---\ntitle: T\nsections:\n"
        "- {key: self, title: 'One: yourself'}\n- {key: work, title: W}\n---\n",
    )
    for section, typed in (("2", "2"), ("work", "work"), ("One: yourself", '"One: yourself"')):
        path = project.run("new", "lesson", "X", "--section", section).out.strip()
        assert f"\nsection: {typed}\n" in project.read(path)
    assert project.build("--drafts").code == 0


def test_without_a_word_it_is_the_section_of_the_last_lesson(project: Project) -> None:
    text = project.read("content/en/02-b.md").replace("section: 1", 'section: "At work"')
    project.put("content/en/02-b.md", text)
    path = project.run("new", "lesson", "X").out.strip()
    assert '\nsection: "At work"\n' in project.read(path)


def test_the_first_lesson_of_a_project(project: Project) -> None:
    for path in ("content/en/01-a.md", "content/en/02-b.md", "content/es/01-a.md"):
        project.folder.joinpath(path).unlink()
    project.put("content/en/index.md", "---\ntitle: T\n---\n")
    assert project.run("new", "lesson", "X").out == "content/en/01-x.md\n"
    assert project.build("--drafts").code == 0


def test_in_a_spanish_course_the_words_are_spanish(project: Project) -> None:
    for path in ("content/en/01-a.md", "content/en/02-b.md"):
        project.folder.joinpath(path).unlink()
    project.put("content/es/01-a.md", lesson(1, "Pregunta pronto", "pregunta-pronto"))
    done = project.run("new", "lesson", "Qué sigue")
    assert done.out == "content/es/02-que-sigue.md\n"
    assert "frase" in project.read("content/es/02-que-sigue.md")
    assert project.build("--drafts").code == 0


def test_a_project_with_mistakes_gets_its_lesson_too(project: Project) -> None:
    project.put("content/en/02-b.md", "---\ntitle: [\n---\n[x](gone.md)")
    assert project.run("new", "lesson", "X").code == 0


def test_a_lesson_that_is_there_is_not_overwritten(project: Project) -> None:
    project.put("content/en/03-x.md", "---\ntitle: [\n---\nmine")
    done = project.run("new", "lesson", "X")
    assert (done.code, "is there already" in done.err) == (2, True)
    assert project.read("content/en/03-x.md").endswith("mine")


def test_the_scaffold_needs_no_bundled_place(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "lessongen", "new", "site", "a b"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path("src").absolute())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "--project 'a b' build" in done.stdout) == (0, True)
