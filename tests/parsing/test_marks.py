"""A note above a block that somebody has named by its line."""

import pytest

from lessongen.model.source import SourceFile
from lessongen.parsing.document import Parsed, parse_document

NOTE = "[urgent]"

TEXT = """---
title: T
---
One.

## Two

- three
- four

  five

> six

| a | b |
|---|---|
| 1 | 2 |

seven
: eight

::: tip Nine
ten
:::

```
eleven
```

Twelve[^x].

[^x]: thirteen
"""


def parse(*words: str) -> Parsed:
    """The text with the lines marked on which these words stand."""
    lines = TEXT.splitlines()
    marked = [next(n for n, line in enumerate(lines, 1) if word in line) for word in words]
    file = SourceFile(path="content/en/x.md", text=TEXT, digest="")
    return parse_document(file, locale="en", key="x", kind="page", marked=marked).value


def html(parsed: Parsed) -> str:
    """The body with its labels in brackets, other holes left out."""
    body = parsed.document.body
    parts = []
    for part in body.html.parts:
        if isinstance(part, str):
            parts.append(part)
        elif part[0] == "label":
            parts.append(f"[{body.labels[part[1]]}]")
    return "".join(parts)


@pytest.mark.parametrize(
    ("word", "before"),
    [
        ("One.", "<p>One."),
        ("Two", "<h2"),
        ("three", "three"),
        ("four", "four"),
        ("five", "<p>five"),
        ("six", "<p>six"),
        ("| 1", '<div class="table"'),
        ("seven", "<dl"),
        ("eight", "eight"),
        ("Nine", "<aside"),
        ("ten", "<p>ten"),
        ("```", "<pre"),
        ("Twelve", "<p>Twelve"),
        ("thirteen", "thirteen"),
    ],
)
def test_the_note_stands_directly_above_the_block(word: str, before: str) -> None:
    text = html(parse(word))
    assert text.count(NOTE) == 1
    below = text.partition(f'<p class="urgent">{NOTE}</p>')[2].lstrip()
    assert before in below[: len("<p>") + len(before)], below


def test_marks_change_neither_units_nor_ids_nor_words() -> None:
    plain, marked = parse(), parse("One.", "Two", "| 1")
    assert marked.units == plain.units
    assert marked.document.body.ids == plain.document.body.ids
    assert marked.document.body.words == plain.document.body.words
    assert marked.document.body.html.digest != plain.document.body.html.digest


def test_a_line_without_a_block_marks_nothing() -> None:
    file = SourceFile(path="content/en/x.md", text=TEXT, digest="")
    parsed = parse_document(file, locale="en", key="x", kind="page", marked=[1, 5, 900]).value
    assert NOTE not in html(parsed)
