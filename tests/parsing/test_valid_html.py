"""Whatever an author types, the Nu HTML checker accepts the page: only with --audit."""

import json
import random
import re
import subprocess
from pathlib import Path

import pytest

from lessongen.parsing.html_elements import ELEMENTS
from tests.parsing.bodies import page
from tests.tools import requires

PAGES = 600

# A heading may come too early and a term twice: those are checks, or the author's business.
ALLOWED = ("skipping", "Duplicate “dt”", "first occurrence")

_NAMES = (*ELEMENTS, "script", "font", "center", "foo", "section", "iframe", "svg", "button")
_ATTRIBUTES = (
    *('id="a"', 'class="x y"', "lang=es", "lang=x_y", "dir=rtl", 'title="t & u"', 'id="a b"'),
    *('href="b.md#x"', 'href="https://x.example/a b"', "src=p.png", 'alt="z"', "onclick=x"),
    *('style="a"', "align=left", "colspan=2", "rowspan=2", "scope=col", "scope=zz", "open"),
    *("datetime=2026-11-21", "datetime=soon", "start=3", 'cite="https://a.example/c"', "name=n"),
)
_SHAPES = ("{}", "{}", "## {}", "- {}\n- b", "> {}", "| a |\n|---|\n| {} |", "a\n: {}")
_TEXTS = ("word", "*em*", "`co`", "[l](x.md)", "![i](p.png)", "a & b", "<!-- c -->", "[^1]", "\n")

pytestmark = pytest.mark.audit


def test_pages_are_valid(tmp_path: Path) -> None:
    dice = random.Random(1)
    for number in range(PAGES):
        text = "\n\n".join(_block(dice) for _ in range(4)) + "\n\n[^1]: note"
        body = re.sub('(<img src="[^"]*")(?! alt)', r'\1 alt=""', page(text))
        html = f"<!DOCTYPE html><html lang=en><title>T</title><h1>T</h1>{body}</html>"
        (tmp_path / f"{number}.html").write_text(html, "utf-8")
    command: list[str | Path] = [requires("java"), "-jar", requires("nu"), "--format", "json"]
    command.append(tmp_path)
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    messages = {
        f"{message['message']}: {message.get('extract')}"
        for message in json.loads(done.stderr)["messages"]
        if not any(words in message["message"] for words in ALLOWED)
    }
    assert not messages, "\n".join(sorted(messages))


def _block(dice: random.Random) -> str:
    line = _line(dice)
    shape = dice.choice(_SHAPES)
    if shape != "{}":
        return shape.format(line.replace("\n", " "))
    if dice.random() < 0.5:
        return line
    return "\n".join(_tag(dice) + dice.choice(("", "text", _tag(dice))) for _ in range(4))


def _line(dice: random.Random) -> str:
    pieces = (dice.choice((*_TEXTS, _tag(dice), _tag(dice))) for _ in range(dice.randint(1, 6)))
    return " ".join(pieces)


def _tag(dice: random.Random) -> str:
    name = dice.choice(_NAMES)
    if dice.random() < 0.4:
        return f"</{name}>"
    attributes = dice.sample(_ATTRIBUTES, dice.choice((0, 0, 1, 2)))
    return f"<{' '.join((name, *attributes))}>"
