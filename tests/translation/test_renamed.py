"""Documents that were renamed or renumbered, found by what was recorded of them."""

from lessongen.model.translation import Record
from lessongen.translation.renamed import find_renamed
from tests.translation.builders import confirmed, units

FIRST = ("title Start small", "p Choose one skill.", "p Then rest.", "h This week")
SECOND = ("title Say it", "p Nobody had asked.", "p So nobody knew.", "h This week")
RECORDS = {
    "07-first": confirmed(units(FIRST), units(FIRST)),
    "08-second": confirmed(units(SECOND), units(SECOND)),
}


def test_a_renamed_source_is_found_by_half_of_its_units() -> None:
    sources = {
        "09-said": units((*SECOND[:2], "p Something else.", "h Another week")),
        "01-small": units(FIRST),
    }
    assert find_renamed(RECORDS, sources) == {"07-first": "01-small", "08-second": "09-said"}


def test_less_than_half_is_another_document() -> None:
    sources = {"09-said": units((SECOND[0], "p One.", "p Two.", "p Three."))}
    assert find_renamed(RECORDS, sources) == {}


def test_one_source_is_given_to_one_record() -> None:
    twice = {"a": RECORDS["07-first"], "b": RECORDS["07-first"], "c": Record()}
    assert find_renamed(twice, {"01-small": units(FIRST)}) == {"a": "01-small"}
