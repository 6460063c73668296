"""The rooms of docs/architecture.md, held: who imports whom, and who uses which library."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools import ROOT

SOURCE = ROOT / "src" / "lessongen"
ARCHITECTURE = ROOT / "docs" / "architecture.md"

# In these rooms every file stands alone: only a table knows them all.
APART = ("checks", "outputs")
TABLES = ("__init__.py", "formats.py")
# What a library calls itself in Python, where that is another name than in the table.
MODULES = {
    "jinja2": {"jinja2", "markupsafe"},
    "markdown-it-py": {"markdown_it"},
    "mdit-py-plugins": {"mdit_py_plugins"},
    "pillow": {"PIL"},
    "pyyaml": {"yaml"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of the table: its place in the order, and the libraries it may use."""

    rank: int
    libraries: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import of a module: from which room, and which one, or which library."""

    place: str  # path:line
    room: str
    is_table: bool  # one of the tables that know all files of a kind
    package: str
    module: str  # the part of lessongen, or nothing: the package itself


def read_rooms(text: str) -> dict[str, Room]:
    """The rooms by name, from the rows of the table of rooms.

    >>> sorted(read_rooms("| 7 | `commands/`, `cli.py` | the door | stdlib only |"))
    ['cli', 'commands']
    """
    rooms = {}
    for rank, row in enumerate(re.findall(r"^\| *\d+ *\|(.+)\|$", text, re.MULTILINE)):
        names, _purpose, use = row.split("|")
        words = set(re.findall(r"[\w-]+", use)) - {"stdlib", "only"}
        libraries = frozenset(name for word in words for name in MODULES.get(word, {word}))
        for name in re.findall(r"`(\w+)(?:/|\.py)`", names):
            rooms[name] = Room(rank=rank, libraries=libraries)
    return rooms


def imports_below(source: Path) -> Iterator[Import]:
    """Every import of every module of the package, also those inside functions."""
    for path in sorted(source.rglob("*.py")):
        parts = path.relative_to(source).parts
        if parts in {("__init__.py",), ("__main__.py",)}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for name in _imported(node):
                package, _, rest = name.partition(".")
                yield Import(
                    place=f"{path.relative_to(source.parent)}:{getattr(node, 'lineno', 0)}",
                    room=parts[0].removesuffix(".py"),
                    is_table=parts[-1] in TABLES,
                    package=package,
                    module=rest.partition(".")[0],
                )


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module == "lessongen":
        return [f"lessongen.{alias.name}" for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def wrong_imports(source: Path, rooms: dict[str, Room]) -> list[str]:
    """What breaks a rule: `path:line: room may not import …`."""
    return [
        f"{each.place}: {each.room} may not {wrong}"
        for each in imports_below(source)
        if (wrong := _wrong(each, rooms))
    ]


def _wrong(each: Import, rooms: dict[str, Room]) -> str:
    if each.room not in rooms:
        return "be missing in the table of rooms"
    if each.package != "lessongen":
        own = each.package in sys.stdlib_module_names or each.package in rooms[each.room].libraries
        return "" if own else f"use {each.package}"
    if each.module in ("", "__version__"):
        return "" if each.room == "cli" else "import the package root"
    if each.module == each.room:
        apart = each.room in APART and not each.is_table
        return "import its own files" if apart else ""
    above = each.module in rooms and rooms[each.module].rank <= rooms[each.room].rank
    return "" if above else f"import {each.module}"


@pytest.fixture(scope="module", name="rooms")
def _rooms() -> dict[str, Room]:
    return read_rooms(ARCHITECTURE.read_text(encoding="utf-8"))


def test_the_table_names_every_room_and_no_other(rooms: dict[str, Room]) -> None:
    assert {each.room for each in imports_below(SOURCE)} == set(rooms)


def test_rooms_import_what_stands_above_them(rooms: dict[str, Room]) -> None:
    wrong = wrong_imports(SOURCE, rooms)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("path", "line", "wrong"),
    [
        ("model/x.py", "from lessongen.parsing.units import Unit", "model may not import parsing"),
        ("graph/x.py", "import lessongen.cli", "graph may not import cli"),
        ("checks/x.py", "from lessongen.checks.y import A", "checks may not import its own files"),
        (
            "shell/x.py",
            "from lessongen import __version__",
            "shell may not import the package root",
        ),
        ("graph/x.py", "def f():\n    import yaml", "graph may not use yaml"),
    ],
)
def test_a_wrong_import_is_named_with_its_place(
    rooms: dict[str, Room], tmp_path: Path, path: str, line: str, wrong: str
) -> None:
    source = tmp_path / "lessongen"
    (source / path).parent.mkdir(parents=True)
    (source / path).write_text(line, encoding="utf-8")
    number = len(line.splitlines())
    assert wrong_imports(source, rooms) == [f"lessongen/{path}:{number}: {wrong}"]
