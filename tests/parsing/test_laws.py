"""Laws of bodies and units, over Markdown that nobody wrote."""

import re
from collections import Counter
from html import unescape
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessongen.model.unit import Unit
from lessongen.parsing.body import ParsedBody
from lessongen.parsing.body_text import body_text
from lessongen.parsing.document import parse_document
from lessongen.parsing.fragment import clean
from lessongen.parsing.markdown import parse_markdown
from lessongen.parsing.page import Page
from lessongen.parsing.units import BodyUnits, replace_unit
from lessongen.parsing.write_blocks import write_body
from tests.parsing.bodies import filled, parsed, source_file
from tests.parsing.markdown_strategies import documents, soup

SLOW = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
WORD = re.compile(r"w[0-9]+")


def visible_words(result: ParsedBody) -> Counter[str]:
    """The words that a reader sees, code and alternative texts left out."""
    html = re.sub("<pre.*?</pre>|<code>.*?</code>", "", filled(result.body), flags=re.DOTALL)
    return Counter(WORD.findall(unescape(re.sub("<[^>]*>", " ", html))))


def tags(html: str) -> list[str]:
    """The tags in order; a table gets its body by itself."""
    return [tag for tag in re.findall("</?[a-z0-9]+", html) if not tag.endswith("tbody")]


def text_of(html: str) -> str:
    """The text; at the very start the cleaner takes U+FEFF for a byte order mark."""
    return unescape(re.sub("<[^>]*>", "", html)).lstrip("\ufeff")


def kinds_and_texts(result: ParsedBody) -> list[tuple[str, str]]:
    """What the units are."""
    return [(unit.kind, unit.text) for unit in result.units]


def harmless(unit: Unit) -> str:
    """A text that has no meaning for Markdown, in the form of the unit."""
    cells = unit.plain.count(" | ") + 1
    return f"| {' | '.join(['word'] * cells)} |" if unit.kind == "row" else "word"


@settings(max_examples=300)
@given(soup)
def test_anything_is_a_body_with_exact_ranges(text: str) -> None:
    check_ranges(text, parsed(text))


@settings(max_examples=100)
@given(soup, st.sampled_from(["---\n", "---\ntitle: x\n---\n", "\ufeff---\n", ""]))
def test_anything_is_a_document(text: str, start: str) -> None:
    file = source_file(start + text)
    parsed_file = parse_document(file, locale="en", key="01-x", kind="lesson").value
    for unit in parsed_file.units:
        assert replace_unit(file.text, unit, unit.text) == file.text


@settings(max_examples=300)
@given(soup)
def test_the_cleaner_finds_nothing_to_change(text: str) -> None:
    source = body_text(source_file(text), 0, 1)
    tokens = parse_markdown(source.text)
    page = Page(source, BodyUnits(source_file(text), source), title="", shift=0)
    written = write_body(page, tokens)
    assert tags(clean(written)) == tags(written)
    # A line end right after <pre> means nothing.
    assert text_of(clean(written)) == text_of(re.sub("(<pre[^>]*>)\n", r"\1", written))


@settings(max_examples=200)
@given(soup)
def test_holes_are_filled_once_and_ids_are_unique(text: str) -> None:
    body = parsed(text).body
    assert len(set(body.ids)) == len(body.ids)
    kinds = Counter(part[0] for part in body.html.parts if not isinstance(part, str))
    assert kinds["link"] == kinds["/link"] == len(body.links)
    assert kinds["image"] == len(body.images)
    assert kinds["id"] == len(body.ids)
    assert {heading.hole for heading in body.headings} <= set(range(len(body.ids)))


@SLOW
@given(documents())
def test_ranges_are_exact(text: str) -> None:
    check_ranges(text, parsed(text))


@SLOW
@given(documents())
def test_every_visible_word_is_in_one_unit(text: str) -> None:
    result = parsed(text)
    in_units = Counter(word for unit in result.units for word in WORD.findall(unit.plain))
    # A footnote that nothing refers to is a unit, but not visible.
    assert not visible_words(result) - in_units
    if "[^1]:" not in text:
        assert visible_words(result) == in_units


@SLOW
@given(documents(), st.data())
def test_replacing_a_unit_changes_that_unit_only(text: str, data: st.DataObject) -> None:
    result = parsed(text)
    numbers = [i for i, unit in enumerate(result.units) if unit.kind != "code"]
    if not numbers:
        return
    number = data.draw(st.sampled_from(numbers))
    unit = result.units[number]
    new = harmless(unit)
    after = kinds_and_texts(parsed(replace_unit(text, unit, new)))
    expected = kinds_and_texts(result)
    kind = after[number][0] if unit.kind == "image" else unit.kind
    expected[number] = (kind, new)
    assert after == expected


@SLOW
@given(documents(), st.data())
def test_more_lines_stay_in_their_unit(text: str, data: st.DataObject) -> None:
    result = parsed(text)
    numbers = [i for i, unit in enumerate(result.units) if unit.kind not in ("code", "row")]
    if not numbers:
        return
    number = data.draw(st.sampled_from(numbers))
    after = parsed(replace_unit(text, result.units[number], "one\ntwo\nthree"))
    assert after.units[number].text.split() == ["one", "two", "three"]
    before, others = kinds_and_texts(result), kinds_and_texts(after)
    del before[number], others[number]
    assert others == before


def check_ranges(text: str, result: ParsedBody) -> None:
    """Ranges are in order, do not overlap and hold the text; putting it back changes nothing."""
    ranges = [each for unit in result.units for each in unit.ranges]
    assert ranges == sorted(ranges)
    assert all(one[1] <= other[0] for one, other in pairwise(ranges))
    for unit in result.units:
        assert unit.text == "\n".join(text[start:end] for start, end in unit.ranges)
        assert replace_unit(text, unit, unit.text) == text
