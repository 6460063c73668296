import re

import pytest

from tests.commands.builders import Project
from tests.shell.builders import lesson


@pytest.fixture(name="series")
def _series(project: Project) -> Project:
    """Five lessons; one exists in Spanish only, one translation says its number itself."""
    for number in (3, 4):
        project.put(f"content/en/0{number}-x.md", lesson(number, f"X {number}", f"x-{number}"))
    project.put("content/es/05-solo.md", lesson(5, "Solo en español", "solo"))
    project.put(
        "content/es/03-x.md",
        '---\r\ntitle: "X: tres"\r\nlesson: "3" # tres\r\n---\r\nPalabras.\r\n',
    )
    return project


def numbers(project: Project) -> dict[str, str]:
    """What each file says of its number."""
    found = {}
    for path in sorted(project.folder.joinpath("content").rglob("*.md")):
        number = re.search(r"lesson: (.*)", path.read_bytes().decode())
        name = path.relative_to(project.folder / "content").as_posix()
        found[name] = number[1] if number else ""
    return found


def test_a_lesson_moves_and_those_between_make_room(series: Project) -> None:
    before = series.tree("content")
    done = series.run("move", "1", "--to", "4")
    assert done.code == 0
    assert numbers(series) == {
        "en/01-a.md": "4",
        "en/02-b.md": "1",
        "en/03-x.md": "2",
        "en/04-x.md": "3",
        "es/01-a.md": "",
        "es/03-x.md": '"2" # tres\r',
        "es/05-solo.md": "5",
    }
    assert "content/en/01-a.md: 1 becomes 4\n" in done.out
    assert series.build().code == 0
    assert series.run("move", "4", "--to", "1").code == 0
    assert series.tree("content") == before


@pytest.mark.parametrize(
    "words",
    [
        "2",
        "02-b",
        "02-b.md",
        "en/02-b.md",
        "content/en/02-b.md",
        "./content/en/02-b.md",
        "Write it down",
        "write",
        "WRITE   it",
    ],
)
def test_a_lesson_is_named_by_number_file_or_title(series: Project, words: str) -> None:
    assert series.run("move", words, "--to", "1").code == 0
    assert numbers(series)["en/02-b.md"] == "1"


@pytest.mark.parametrize("words", ["solo en", "05-solo", "Pregunta", "content/es/01-a.md"])
def test_any_language_names_a_lesson(series: Project, words: str) -> None:
    assert series.run("move", words, "--to", "2").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["9", "--to", "1"], 'no lesson has the number, the file name or the title "9"'),
        (["nothing", "--to", "1"], "no lesson has"),
        (["", "--to", "1"], "no lesson has"),
        (["X", "--to", "1"], "fits more than one lesson"),
        (["1", "--to", "6"], "there is no place 6: the last lesson is number 5"),
        (["1", "--to", "0"], "--to"),
        (["1", "--to", "x"], "--to"),
        (["1"], "--to"),
        ([], "LESSON"),
    ],
)
def test_what_cannot_be_is_wrong_usage_and_changes_nothing(
    series: Project, arguments: list[str], words: str
) -> None:
    before = series.tree("content")
    done = series.run("move", *arguments)
    assert done.code == 2
    assert words in done.err
    assert series.tree("content") == before


def test_a_number_that_two_lessons_have_names_both(series: Project) -> None:
    series.put("content/en/04-x.md", lesson(3, "X 4", "x-4"))
    done = series.run("move", "3", "--to", "1")
    assert done.code == 2
    assert '"content/en/03-x.md", "content/en/04-x.md"' in done.err


def test_if_one_file_cannot_be_changed_none_is(series: Project) -> None:
    series.put("content/en/03-x.md", '---\ntitle: x\nlesson: "\\x33"\nsection: 1\n---\n')
    before = series.tree("content")
    done = series.run("move", "1", "--to", "4")
    assert done.code == 2
    assert 'cannot change the number in "content/en/03-x.md"' in done.err
    assert series.tree("content") == before


def test_where_it_stands_already_nothing_happens(series: Project) -> None:
    done = series.run("move", "2", "--to", "2")
    assert (done.code, done.out) == (0, "content/en/02-b.md is number 2 already\n")


def test_a_lesson_without_a_number_cannot_move(series: Project) -> None:
    series.put("content/en/09-n.md", "---\ntitle: Numberless\nsection: 1\n---\n")
    done = series.run("move", "Numberless", "--to", "1")
    assert (done.code, "has no number" in done.err) == (2, True)
