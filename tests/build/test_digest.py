import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.build.digest import Digester, canonical, digest_of, digest_of_bytes
from lessongen.model.document import Credit, FrontMatter, Takeaway
from lessongen.model.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page with a place that does not count."""

    title: str
    words: int = 0
    notes: tuple[str, ...] = ()
    span: Span = field(default=Span(path="x"), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The same fields under another name."""

    title: str
    words: int = 0
    notes: tuple[str, ...] = ()


class Markup(str):
    """Text that says it is safe."""

    __slots__ = ()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.tuples(inner, inner) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60)
@given(VALUES, VALUES)
def test_digests_are_equal_exactly_when_the_canonical_forms_are(one: object, two: object) -> None:
    assert (digest_of(one) == digest_of(two)) == (repr(canonical(one)) == repr(canonical(two)))


@settings(max_examples=30)
@given(st.lists(VALUES, max_size=5))
def test_a_digester_that_knows_parts_gives_the_same_digests(values: list[object]) -> None:
    digester = Digester()
    pages = [value for value in values for _ in range(2)]
    assert [digester.digest(page) for page in pages] == [digest_of(page) for page in pages]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (1, True),
        (1, 1.0),
        (0, None),
        ("", None),
        ("1", 1),
        ((), ""),
        ((1, 2), (2, 1)),
        (("a", "b"), ("ab",)),
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, (("a", 1),)),
        (Page(title="x"), Card(title="x")),
        (Page(title="x"), Page(title="x", words=1)),
        (Takeaway(text="x"), Takeaway(text="x", prompt="y")),
        (Credit(person="x"), Credit(name="x")),
    ],
)
def test_different_values_have_different_digests(one: object, two: object) -> None:
    assert digest_of(one) != digest_of(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, MappingProxyType({"a": 1})),
        ("x", Markup("x") + ""),
        (Page(title="x", span=Span(path="a")), Page(title="x", span=Span(path="b", line=7))),
        (FrontMatter(title="x"), FrontMatter(title="x", spans={"title": Span(path="a")})),
        ((Span(path="a"),), (Span(path="b"),)),
    ],
)
def test_values_that_mean_the_same_have_equal_digests(one: object, two: object) -> None:
    assert digest_of(one) == digest_of(two)


def test_text_that_calls_itself_markup_counts_as_text_but_is_told_apart_from_a_list() -> None:
    assert digest_of((Markup("x"),)) == digest_of((Markup("x"),))
    assert digest_of(Markup("x")) != digest_of(("x", "x"))


def test_equal_texts_give_equal_digests_whether_they_are_one_object_or_two() -> None:
    one, other = (f"lesson {number}" for number in (1, 1))
    assert one is not other
    assert digest_of((one, one)) == digest_of((one, other))


def test_another_process_finds_the_same_digest() -> None:
    code = (
        "from lessongen.build.digest import digest_of;"
        "from lessongen.model.document import Takeaway;"
        "print(digest_of({'b': (1, 2.5, None, 'ñ'), 'a': Takeaway(text='x')}))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": "src", "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert found == {digest_of({"a": Takeaway(text="x"), "b": (1, 2.5, None, "ñ")})}


def test_the_digest_of_bytes_is_what_b2sum_writes() -> None:
    assert digest_of_bytes(b"abc") == "cf4ab791c62b8d2b2109c90275287816"


@pytest.mark.parametrize("value", [["x"], {"a": {1}}, object(), (frozenset({1}),)])
def test_what_has_no_fixed_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no digest"):
        digest_of(value)


def fields_of(**data: object) -> Mapping[str, int]:
    return Digester().fields(data)


def test_fields_are_named_by_the_way_to_them() -> None:
    page = Page(title="x", notes=("a",))
    assert list(fields_of(page=page, template="t", site=1)) == [
        "page.title",
        "page.words",
        "page.notes",
        "site",
        "template",
    ]


def test_only_the_field_that_differs_has_another_digest() -> None:
    one = fields_of(page=Page(title="x", words=1), site="s")
    two = fields_of(page=Page(title="x", words=2), site="s")
    assert {name for name in one if one[name] != two[name]} == {"page.words"}


def test_markup_in_a_field_that_is_declared_as_text_is_text() -> None:
    digester = Digester()
    plain, marked = Takeaway(text="x", prompt="y"), Takeaway(text=Markup("x"), prompt="y")
    before = digester.digest((plain, marked.id))
    assert digester.digest((marked,) * 9) == digest_of((plain,) * 9)
    assert digester.digest((plain, marked.id)) == before


def test_long_tuples_differ_by_every_item() -> None:
    one = tuple(Takeaway(text=str(number)) for number in range(20))
    two = (*one[:19], Takeaway(text="other"))
    assert digest_of(one) != digest_of(two)
    assert digest_of({"a": one}) != digest_of({"a": two})
    assert digest_of(one) == digest_of((*one[:10], *one[10:]))
