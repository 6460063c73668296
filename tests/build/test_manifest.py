from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.build.manifest import manifest_text, read_manifest
from lessongen.build.places import is_safe

PATHS = st.text("abñ /.-", min_size=1, max_size=12).filter(is_safe)
DIGESTS = st.sets(st.text("0123456789abcdef", min_size=4, max_size=4), min_size=1, max_size=2)


@settings(max_examples=60)
@given(st.dictionaries(PATHS, DIGESTS.map(frozenset), max_size=5))
def test_what_is_listed_is_read_again(digests: dict[str, frozenset[str]]) -> None:
    assert read_manifest(manifest_text(digests)) == digests


def test_lines_are_sorted_whatever_the_order() -> None:
    one = manifest_text({"b": ["2"], "a": ["1"]})
    assert one == manifest_text({"a": ["1"], "b": ["2"]}) == "1  a\n2  b\n"


def test_lines_that_lead_out_of_the_folder_are_ignored() -> None:
    lines = "1  ../x\n2  /etc/passwd\n3  a/../../b\n4  \n5\n  y\n6  good\n7  a\0b\nrubbish"
    assert read_manifest(lines) == {"good": frozenset({"6"})}


def test_a_name_may_hold_spaces() -> None:
    assert read_manifest("1   a  b\n") == {" a  b": frozenset({"1"})}
