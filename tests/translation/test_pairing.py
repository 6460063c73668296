"""Pairs of units: the cases of cases/pairing.txt."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from lessongen.model.translation import Record, UnitPair
from lessongen.translation.pairing import pair_units
from tests.translation.builders import confirmed, units

_CASES = Path(__file__).parent / "cases" / "pairing.txt"
_SECTION = re.compile(r"(confirmed|source|target|expected)(?: \[(.*)\])?")


def _cases() -> Mapping[str, str]:
    text = _CASES.read_text(encoding="utf-8").replace("⏎", "\\n")
    cases = (case.partition("\n") for case in text.split("\n=== ")[1:])
    return {title: body for title, _, body in cases}


def _sections(body: str) -> Mapping[str, Sequence[str]]:
    sections: dict[str, list[str]] = {}
    name = ""
    for line in body.splitlines():
        if found := _SECTION.fullmatch(line):
            name = found[1]
            sections[name] = []
            sections[f"flags of {name}"] = [found[2] or ""]
        elif line.strip():
            sections[name].append(line.strip())
    return sections


def _shown(pair: UnitPair) -> str:
    sides = (
        " + ".join(each.text.replace("\n", "\\n") for each in side)
        for side in (pair.sources, pair.targets)
    )
    return " | ".join((pair.state, *sides)).strip()


@pytest.mark.parametrize("title", _cases())
def test_case(title: str) -> None:
    sections = _sections(_cases()[title])
    sides = [line.partition(" => ") for line in sections.get("confirmed", ())]
    then = units([source for source, _, _ in sides])
    there = units([target for _, _, target in sides])
    flags = sections.get("flags of confirmed", [""])[0]
    record = confirmed(then, there, flags=flags) if sides else Record()
    sources = units(sections["source"]) if "source" in sections else then
    targets = units(sections["target"]) if "target" in sections else there
    shown = [_shown(pair) for pair in pair_units(record, sources, targets)]
    assert [re.sub(r"\s*\|\s*", "|", each) for each in shown] == [
        re.sub(r"\s*\|\s*", "|", each) for each in sections["expected"]
    ]
