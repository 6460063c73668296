"""Bodies that try to hang or break the parser: a page comes back, and says what it left out."""

import pytest

from lessongen.parsing.document import parse_document
from lessongen.parsing.limits import DEEPEST
from tests.parsing.bodies import filled, parsed, source_file

MANY = 10_000

# What is repeated often enough to hurt a parser that is careless; some are cut short in time.
HOSTILE = {
    "quotes in quotes": ">" * 10_000 + "a",
    "quotes around lazy lines": ">" * 30 + "a\n" + "a\n" * MANY,
    "lists in lists, one line": "- " * 10_000 + "a",
    "lists in lists, many lines": "".join(f"{'  ' * depth}- a\n" for depth in range(300)),
    "quotes and lists": "> - " * 5_000 + "a",
    "definitions in definitions": "a\n" + ": " * 5_000 + "a",
    "containers that never end": "::: note\n" * MANY,
    "footnotes in footnotes": "".join(f"{'    ' * i}[^{i}]: x\n\n" for i in range(200)),
    "a line of 100,000 characters": "a" * 100_000,
    "100,000 spaces": " " * 100_000 + "a",
    "100,000 tabs": "\t" * 100_000 + "a",
    "opening brackets": "[" * 50_000,
    "closing brackets": "]" * 50_000,
    "brackets in brackets": "[" * MANY + "a" + "]" * MANY,
    "links in links": "[" * 5_000 + "a" + "](b)" * 5_000,
    "images in images": "![" * 5_000 + "a" + "](b)" * 5_000,
    "images that never end": "![" * MANY,
    "links that never end": "[a](" * MANY,
    "footnote references that never end": "[^a]: b\n\n" + "[^" * MANY,
    "stars": "*" * 50_000,
    "stars and underscores": "*a_ " * MANY,
    "emphasis in emphasis": "*a **a " * 10_000,
    "backticks": "".join(f"e{'`' * length}" for length in range(500)),
    "references that never end": "[a\n" * MANY,
    "references to one long address": f"[a]: /{'x' * 20_000}\n\n" + "[a] " * MANY,
    "footnotes again and again": "[^1] " * 10_000 + "\n\n[^1]: a",
    "unknown footnotes": "[^1]: a\n\n" + "".join(f"[^x{number}] " for number in range(MANY)),
    "a table that fills itself up": ("a|" * 256 + "\n" + "-|" * 256 + "\n" + "a\n" * 250 + "\n")
    * 9,
    "a wide table": "|a" * MANY + "\n" + "|-" * MANY + "\n" + "|[a](b)" * MANY,
    "a long table": "|a|\n|-|\n" + "|a|\n" * MANY,
    "comments that never end": "<div>\n" + "<!-- " * MANY,
    "tags that never end": "<a " * MANY,
    "tags in tags": "<b>" * MANY,
    "blocks in blocks of HTML": "<div>" * MANY,
    "end tags": "</div>" * MANY,
    "scripts that never end": "a <script> " * MANY,
    "unknown tags": "<a-b>" * MANY,
    "attributes": f"<b {'c=1 ' * MANY}>d</b>",
    "a table of HTML": "<table>" + "<tr><td>a" * MANY,
    "the same id": "<b id=a>b</b>" * 5_000,
    "the same heading": "## a\n" * 5_000,
    "braces": "## " + "{#a} " * MANY,
    "numbers too long for Python": f"&#{'9' * 10_000}; <p>&#{'9' * 10_000};</p>",
    "entities": "&amp;" * MANY,
    "NUL": "\0" * MANY,
    "byte order marks": "\ufeff" * MANY,
    "no-break spaces": "\u00a0\n" * MANY,
    "short paragraphs": "a\n\n" * MANY * 3,
    "line ends": "\r\n\r" * MANY,
    "accents on one letter": "# e" + "\u0301" * MANY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_comes_back(name: str) -> None:
    file = source_file(f"---\ntitle: x\n---\n{HOSTILE[name]}")
    outcome = parse_document(file, locale="en", key="01-x", kind="page")
    assert all(each.severity == "warning" for each in outcome.problems)
    for unit in outcome.value.units[:20]:
        assert unit.text == "\n".join(file.text[start:end] for start, end in unit.ranges) or (
            unit.kind == "title"
        )


def test_five_megabytes_of_prose_are_a_page() -> None:
    paragraph = "Somebody who never agreed to teach you can teach you all the same. " * 12
    result = parsed(f"{paragraph}\n\n" * 6_000)
    assert result.problems == ()
    assert result.body.words == 6_000 * 12 * 13
    assert len(result.units) == 6_000


@pytest.mark.parametrize("text", ["", "\n", " \t\n", "\ufeff", "\r", "\0"])
def test_next_to_nothing_is_a_page(text: str) -> None:
    assert parsed(text).body.links == ()


def test_what_is_nested_too_deeply_is_shown_as_it_was_typed() -> None:
    result = parsed(">" * 100 + " *deep* <b>")
    html = filled(result.body)
    assert html.count("<blockquote>") == DEEPEST
    assert f"<p>{'&gt;' * (100 - DEEPEST)} *deep* &lt;b&gt;</p>" in html
    assert [each.code for each in result.problems] == ["too-complex"]
    assert result.units[0].text == ">" * (100 - DEEPEST) + " *deep* <b>"


def test_a_paragraph_with_too_much_markup_is_plain_and_the_others_are_not() -> None:
    result = parsed("*one*\n\n" + "![" * MANY + "\n\n*two*")
    html = filled(result.body)
    assert html.startswith("<p><em>one</em></p>")
    assert html.endswith("<p><em>two</em></p>\n")
    assert [each.span.line for each in result.problems] == [3]


def test_a_body_that_takes_too_long_is_plain_as_a_whole() -> None:
    result = parsed("- *a*\n" * 100_000 + "\n# b\n\nc")
    assert [(each.code, each.span.line) for each in result.problems] == [("too-complex", 1)]
    # 100,000 lines in one piece are nothing that anybody will translate.
    assert [unit.text for unit in result.units] == ["# b", "c"]
    assert filled(result.body).endswith("- *a*</p>\n<p># b</p>\n<p>c</p>\n")
