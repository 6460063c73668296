"""Forms of texts: what must be the same, and what must not."""

import pytest

from lessongen.translation.normal import bare, digest, form, normal
from lessongen.translation.tokens import tokens, without_tokens
from tests.translation.builders import unit

SAME = [
    ("one two", "one\ntwo"),
    ("one two", "  one \t two  "),
    ("caf\u00e9", "cafe\u0301"),
    ("a *so* b", "a _so_ b"),
    ("**so** and *so*", "__so__ and _so_"),
    ("***both***", "___both___"),
    ("*one **two** three*", "_one __two__ three_"),
]
DIFFERENT = [
    ("one two", "one to"),
    ("`_a_`", "`*a*`"),
    ("[x](_a_)", "[x](*a*)"),
    ("snake_case_name", "snake*case*name"),
    (r"\_a\_", r"\*a\*"),
    ("name: ____", "name: ****"),
    ("café", "cafe"),
]
TYPOGRAPHY = [
    ('He said "no".', "He said “no”."),
    ("don't", "don’t"),
    ("one - two", "one — two"),
    ("one--two", "one — two"),
    ("520-700", "520–700"),
    ("well-known", "well\u2011known"),
    ("wait...", "wait…"),
    ("a word", "a **word**"),
    ("The end.", "The end"),
]
NO_TYPOGRAPHY = [
    ("The end.", "The end?"),
    ("two words", "twowords"),
    ("5 * 3", "5 3"),
    ("~50", "50"),
    ("a re-sort", "a resort"),
    ("May", "may"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_means_the_same_has_the_same_normal_form(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_reads_otherwise_has_another_normal_form(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(("one", "other"), TYPOGRAPHY)
def test_typography_is_no_word(one: str, other: str) -> None:
    assert normal(one) != normal(other)
    assert bare(one) == bare(other)


@pytest.mark.parametrize(("one", "other"), NO_TYPOGRAPHY)
def test_words_and_questions_are_no_typography(one: str, other: str) -> None:
    assert bare(one) != bare(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See [it](02-b.md#x), `make`, in 3 days.", ("02-b.md#x", "`make`", "3")),
        ('![alt](a_(1).png "A title")', ("a_(1).png",)),
        ("<https://x.org/a_b> and me@x.org <me@x.org>", ("<https://x.org/a_b>", "<me@x.org>")),
        ("at https://x.org/a_b.", ("https://x.org/a_b",)),
        ("1,500.50 and 16:00", ("1,500.50", "16:00")),
        ("{name} or {{ title }} or %(count)d", ("{name}", "{{ title }}", "%(count)d")),
        ("a note[^late] and [a link][ref]", ("late", "ref")),
        ("`` a`b ``", ("`a`b`",)),
        ("nothing", ()),
    ],
)
def test_tokens(text: str, found: tuple[str, ...]) -> None:
    assert tokens(text) == found


def test_texts_that_differ_in_a_title_differ_in_more_than_tokens() -> None:
    one, other = '![a](x.png "One")', '![a](x.png "Two")'
    assert tokens(one) == tokens(other)
    assert without_tokens(one) != without_tokens(other)


def test_in_code_every_space_counts_but_those_at_the_ends_of_lines() -> None:
    code = unit(r"code if x:\n    go()")
    assert form(code) == form(unit(r"code if x:  \n    go()"))
    assert form(code) != form(unit(r"code if x:\n  go()"))
    assert digest(code) != digest(unit(r"code if x: go()"))


@pytest.mark.parametrize(
    "text",
    [
        "_a " * 30_000,
        "[^" * 30_000,
        "`a``" * 20_000,
        "](" * 30_000,
        "," * 60_000 + "x",
        "*a " * 9_000,
    ],
)
def test_hostile_text_takes_no_longer_than_other_text(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert len(bare(text)) <= len(text)
    assert without_tokens(text)
