"""Links, code and numbers, carried over to the translation."""

import pytest

from lessongen.translation.mechanical import propose
from lessongen.translation.pairing import pair_units
from tests.translation.builders import confirmed, units


def proposal(before: str, now: str, target: str) -> str | None:
    record = confirmed(units([before]), units([target]))
    (pair,) = pair_units(record, units([now]), units([target]))
    return propose(pair)


@pytest.mark.parametrize(
    ("before", "now", "target", "proposed"),
    [
        ("p In 3 days.", "p In 5 days.", "p En 3 días.", "En 5 días."),
        ("p 3 of 5 days.", "p 5 of 3 days.", "p 3 de 5 días.", "5 de 3 días."),
        (
            "p It costs 1.5 times.",
            "p It costs 2.5 times.",
            "p Cuesta 1,5 veces.",
            "Cuesta 2,5 veces.",
        ),
        ("p All 1,500 boxes.", "p All 2,500 boxes.", "p Las 1.500 cajas.", "Las 2.500 cajas."),
        ("p All 1,500 boxes.", "p All 2,500 boxes.", "p Las 1500 cajas.", "Las 2500 cajas."),
        (
            "p See [it](a.md#x).",
            "p See [it](b.md).",
            "p Mira [esto](a.md#x).",
            "Mira [esto](b.md).",
        ),
        ("p Run `make x` now.", "p Run `make y` now.", "p Haz `make x` ya.", "Haz `make y` ya."),
        ("img ![A](a.png)", "img ![A](b.png)", "img ![Una](a.png)", "![Una](b.png)"),
        ("code make x", "code make y", "code make x", "make y"),
        # Unsure: not as often on both sides, one for two, written as a word, or two ways to write.
        ("p In 3 days.", "p In 5 days.", "p En 3 días, 3.", None),
        ("p In 3 days.", "p In 5 days.", "p En tres días.", None),
        ("p In 3 or 3 days.", "p In 3 or 5 days.", "p En 3 o 3 días.", None),
        ("p In 2 days.", "p In 2.5 days.", "p En 2 días.", None),
        ("code make x", "code make y", "code make x  # así", None),
        # Not a matter of tokens at all.
        ("p In 3 days.", "p After 5 days.", "p En 3 días.", None),
    ],
)
def test_proposals(before: str, now: str, target: str, proposed: str | None) -> None:
    assert proposal(before, now, target) == proposed


def test_what_the_translator_touched_is_left_alone() -> None:
    record = confirmed(units(["p In 3 days."]), units(["p En 3 días."]))
    (pair,) = pair_units(record, units(["p In 5 days."]), units(["p A los 3 días."]))
    assert pair.state == "edited"
    assert propose(pair) is None
