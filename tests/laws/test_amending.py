"""The law of amending: pages with new words in them are what a clean build would have written."""

import random
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lessongen.shell.calls import Call
from tests.laws.test_builds import SETTLED, build, tree
from tests.tools import ROOT

EDITS = 10
WORDS = (
    "harbour mentor feedback customer the and of to «cita» 'q' &amp; <b>bold</b> `code` "
    "**strong** *em* ñandú 42 1,5"
).split()

Paragraphs = list[str]
Edit = Callable[[Paragraphs, int, str], object]

# What is done to the paragraph at a place, with some words.
KINDS: tuple[Edit, ...] = (
    lambda texts, at, words: texts.__setitem__(at, f"{texts[at]} {words}"),
    lambda texts, at, words: texts.insert(at, f"{words.capitalize()}."),
    lambda texts, at, _: texts.pop(at) if len(texts) > 4 else None,
    lambda texts, _, words: texts.append(f"{words}."),
    lambda texts, at, words: texts.__setitem__(
        at, re.sub(r"\b\w{5,}\b", lambda _: words, texts[at], count=1)
    ),
    lambda texts, at, words: texts.insert(at, f"- {words}\n- more"),
    lambda texts, at, words: texts.insert(at, f"> {words}"),
    lambda texts, at, _: texts.insert(at, texts[at]),
    lambda texts, at, _: texts.insert(at - 1, texts.pop(at)),
    lambda texts, at, _: texts.__setitem__(at, texts[at].replace(". ", ".\n", 1)),
    lambda texts, at, words: texts.insert(at, f"[There](https://example.org/{len(words)}?a&b)."),
)


def change_words(file: Path, chance: random.Random) -> None:
    """One edit of a text below its front matter; headings stay."""
    head, end, body = file.read_text(encoding="utf-8").partition("\n---\n")
    texts = body.split("\n\n")
    places = [at for at, text in enumerate(texts) if text.strip() and text.lstrip()[0] != "#"]
    if places:
        words = " ".join(chance.choices(WORDS, k=chance.randint(1, 6)))
        chance.choice(KINDS)(texts, chance.choice(places), words)
        file.write_text(head + end + "\n\n".join(texts), encoding="utf-8")


class Case(NamedTuple):
    """A project, and how it is edited."""

    seed: int
    settings: str
    fewest: int  # edits that must go the short way
    records: bool = False


def the_series(folder: Path, case: Case) -> Path:
    """A copy of the real series; without records nobody has confirmed any translation."""
    ignored = shutil.ignore_patterns(*(() if case.records else (".sync",)))
    shutil.copytree(ROOT / "content", folder / "content", ignore=ignored)
    (folder / "lessongen.yaml").write_text(case.settings, encoding="utf-8")
    time.sleep(SETTLED)
    return folder


@pytest.mark.parametrize(
    "case",
    [
        Case(1, "base_url: https://lessons.example/course/\n", EDITS // 3),
        Case(2, "dashboard: false\nuntranslated: fallback\n", EDITS // 3),
        Case(3, "base_url: https://lessons.example/\n", 1, records=True),
    ],
    ids=lambda case: str(case.seed),
)
def test_amended_pages_equal_those_of_a_clean_build(
    tmp_path: Path,
    case: Case,
    whole_builds: list[Call],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "")  # an index is made of all texts
    course = the_series(tmp_path / "course", case)
    documents = sorted((course / "content").glob("*/**/*.md"))
    chance = random.Random(case.seed)
    build(course, capsys)
    amended = 0
    for number in range(EDITS):
        for file in chance.sample(documents, chance.choice((1, 1, 1, 2))):
            change_words(file, chance)
        time.sleep(SETTLED)
        whole_builds.clear()
        incremental = build(course, capsys)
        amended += not whole_builds
        copy = tmp_path / f"clean-{number}" / "course"
        shutil.copytree(course, copy, ignore=shutil.ignore_patterns("site", ".lessongen"))
        assert build(copy, capsys) == incremental
        if incremental[0] == 0:
            assert tree(copy / "site") == tree(course / "site"), number
        shutil.rmtree(copy.parent)
    assert amended >= case.fewest
