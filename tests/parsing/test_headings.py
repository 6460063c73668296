"""Ids by GitHub's rule, checked against what its own library makes."""

import json

import pytest

from lessongen.parsing.headings import Ids, github_id, same_words
from tests.tools import ROOT

IDS = ROOT / "tests" / "cases" / "heading_ids.json"
NAMES: dict[str, str] = json.loads(IDS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", NAMES)
def test_ids_are_those_of_github(text: str) -> None:
    assert github_id(text) == NAMES[text]


def test_repeats_are_numbered_and_never_meet() -> None:
    ids = Ids()
    wanted = ["a", "a", "a-1", "a", "a-1", "b"]
    assert [ids.take(each) for each in wanted] == ["a", "a-1", "a-1-1", "a-2", "a-1-2", "b"]


def test_words_are_the_same_in_any_composition_and_spacing() -> None:
    assert same_words("Café  olé", " Cafe\u0301 olé ")
    assert not same_words("Cafe", "Café")
