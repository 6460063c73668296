"""The words of `tr` and the desk: every message has its Spanish, and Spanish has no others."""

import ast
import re
from collections.abc import Iterator

import pytest

from lessongen.messages import read_catalog
from lessongen.shell.words import Words, read_words
from tests.tools import ROOT

SOURCE = ROOT / "src" / "lessongen"
IN_PAGES = re.compile(r'\bsay\("([^"]+)"')
COUNTED_IN_PAGES = re.compile(r'\bcount\("([^"]+)", "([^"]+)"')
CATALOG = SOURCE / "words" / "es.po"


def _messages() -> set[tuple[str, ...]]:
    """Every message that they may say: one form, or one for each number."""
    files = [*SOURCE.glob("commands/tr*.py"), *SOURCE.glob("commands/tr_output/*.py")]
    files += [*SOURCE.glob("desk/*.py"), *SOURCE.glob("serving/desk/*.py")]
    pages = [path.read_text(encoding="utf-8") for path in SOURCE.glob("serving/desk/files/*.html")]
    shown = {match.groups() for page in pages for match in IN_PAGES.finditer(page)}
    counted = {match.groups() for page in pages for match in COUNTED_IN_PAGES.finditer(page)}
    return {
        *shown,
        *counted,
    } | {
        message
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for message in _said(node)
    }


def _said(node: ast.AST) -> Iterator[tuple[str, ...]]:
    if isinstance(node, ast.Assign) and [ast.unparse(each) for each in node.targets] == ["message"]:
        yield from _literals([node.value], 1)
    if not isinstance(node, ast.Call):
        return
    called = ast.unparse(node.func)
    if called == "term" or (called.endswith("say") and called != "say"):
        yield from _literals(node.args, 1)
    if called.endswith("words.count") or (called == "say" and len(node.args) > 2):
        yield from _literals(node.args, 2)


def _literals(nodes: list[ast.expr], count: int) -> Iterator[tuple[str, ...]]:
    texts = tuple(
        each.value
        for each in nodes[:count]
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )
    if len(texts) == count:
        yield texts


def _spanish() -> dict[str, tuple[str, ...]]:
    read = read_catalog("es", (CATALOG.read_text(encoding="utf-8"),), path="es.po")
    assert not read.problems, read.problems
    return dict(read.value.forms)


def test_every_message_has_its_spanish() -> None:
    spanish = _spanish()
    assert not sorted(each[0] for each in _messages() if each[0] not in spanish)
    for message in _messages():
        assert len(spanish[message[0]]) == len(message), message


def test_spanish_has_no_other_messages() -> None:
    assert not sorted(set(_spanish()) - {each[0] for each in _messages()})


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({"LANGUAGE": "es"}, "es"),
        ({"LANGUAGE": "fr:es_CO:en"}, "es"),
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LC_ALL": "C", "LANG": "es_MX.UTF-8"}, "en"),
        ({"LANGUAGE": "en", "LANG": "es_MX.UTF-8"}, "en"),
        ({"LANG": "../../es"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_names_the_language(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], locale: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, text in environment.items():
        monkeypatch.setenv(name, text)
    assert read_words().locale == locale


def test_a_wish_stands_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert read_words("es").locale == "es"


def test_numbers_choose_their_form() -> None:
    words = read_words("es")
    one, many = "%(number)s word", "%(number)s words"
    assert [words.count(one, many, number) for number in (0, 1, 2)] == [
        "0 palabras",
        "1 palabra",
        "2 palabras",
    ]
    assert Words().count(one, many, 14000) == "14,000 words"
