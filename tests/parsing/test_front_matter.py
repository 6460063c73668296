from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.model.document import (
    Credit,
    DocumentKind,
    Epigraph,
    FrontMatter,
    SectionEntry,
    Takeaway,
)
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.parsing.fields import KEYS, KINDS, keys_of
from lessongen.parsing.front_matter import read_front_matter


def read(text: str, kind: DocumentKind = "lesson") -> Outcome[FrontMatter]:
    """The front matter of a file with this text."""
    return read_front_matter(SourceFile(path="x.md", text=text, digest=""), kind)


def fine(yaml: str, kind: DocumentKind = "lesson") -> FrontMatter:
    """The front matter, which has no problem."""
    outcome = read(f"---\n{yaml}\n---\nBody.\n", kind)
    assert not outcome.problems
    return outcome.value


LESSON = """\
title: "If you don't know, say so"
lesson: 2                 # 1..N
section: 1
summary: >
  One sentence,
  on two lines.
takeaways:
  - Saying "I don't know" is taking responsibility.
  - No
  - {id: time, text: "Give a time: today.", prompt: When?}
collaborators: [ira-fialkow, José, {person: ivy, role: editor}, {name: Ana, role: photos}]
slug: say-i-dont-know
translators: [ana]
reviewers: [Luis]
published: 2026-11-21
updated: 2026-11-22
originally_published: 2011-03-07
status: draft
aliases: [/old/path/, /2011/03/lesson.html]
epigraph: {text: "…", cite: "…"}
tags: [mentoring]
credits: ["Photo: …"]
invitation: Write.
translate: no
translation_of: 02-say-i-dont-know
ignore: [missing-alt]"""


def test_every_key_of_a_lesson() -> None:
    assert fine(LESSON) == FrontMatter(
        title="If you don't know, say so",
        lesson=2,
        section="1",
        summary="One sentence, on two lines.",
        takeaways=(
            Takeaway(text='Saying "I don\'t know" is taking responsibility.'),
            Takeaway(text="No"),
            Takeaway(text="Give a time: today.", id="time", prompt="When?"),
        ),
        collaborators=(
            Credit(person="ira-fialkow"),
            Credit(name="José"),
            Credit(person="ivy", role="editor"),
            Credit(name="Ana", role="photos"),
        ),
        slug="say-i-dont-know",
        translators=(Credit(person="ana"),),
        reviewers=(Credit(name="Luis"),),
        published="2026-11-21",
        updated="2026-11-22",
        originally_published="2011-03-07",
        status="draft",
        aliases=("/old/path/", "/2011/03/lesson.html"),
        epigraph=Epigraph(text="…", cite="…"),
        tags=("mentoring",),
        credits=("Photo: …",),
        invitation="Write.",
        translate=False,
        translation_of="02-say-i-dont-know",
        ignore=("missing-alt",),
    )


def test_the_series_page() -> None:
    front = fine(
        "title: A\ntagline: B\nsections:\n"
        "  - {key: self, title: Start with yourself, summary: S}\n"
        "  - title: No key\n",
        "series",
    )
    assert front.tagline == "B"
    assert front.sections == (
        SectionEntry(key="self", title="Start with yourself", summary="S"),
        SectionEntry(key="", title="No key"),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_keys(kind: DocumentKind) -> None:
    refused = {
        "series": {"lesson", "section", "takeaways", "slug", "tags"},
        "lesson": {"tagline", "sections"},
        "article": {"lesson", "section", "takeaways", "tagline", "sections"},
        "page": {"lesson", "section", "takeaways", "tagline", "sections"},
    }
    assert {key.name for key in KEYS} - keys_of(kind).keys() == refused[kind]
    for name in refused[kind]:
        outcome = read(f"---\ntitle: A\n{name}: x\n---\n", kind)
        assert [problem.code for problem in outcome.problems] == ["unknown-key"]
        assert " only; this file is " in outcome.problems[0].hint


def test_the_table_has_every_key_and_every_kind() -> None:
    assert {key.name for key in KEYS} == set(FrontMatter.__dataclass_fields__) - {"spans", "digest"}
    assert set(KINDS) == set(get_args(DocumentKind))


def test_names_for_hints_are_no_keys_and_lead_to_one_key() -> None:
    names = [name for key in KEYS for name in key.also]
    assert len(names) == len(set(names))
    assert not {key.name for key in KEYS} & set(names)


def test_keys_and_items_know_where_they_stand() -> None:
    spans = read(f"---\n{LESSON}\n---\n").value.spans
    places = {name: (span.line, span.column) for name, span in spans.items()}
    assert places["title"] == (2, 8)
    assert places["lesson"] == (3, 9)
    assert places["takeaways"] == (8, 1)
    assert places["takeaways.1"] == (10, 5)
    assert places["takeaways.2"] == (11, 5)
    assert places["takeaways.2.text"] == (11, 22)
    assert places["collaborators.2"] == (12, 36)
    assert places["collaborators.2.person"] == (12, 45)
    assert places["aliases.1"] == (20, 23)
    assert spans["summary"].end_line == 7 + 1  # a block text ends where the next key begins
    assert spans["title"].path == "x.md"


def test_places_are_the_same_with_every_line_end_and_a_byte_order_mark() -> None:
    text = f"---\n{LESSON}\n---\nBody.\n"
    expected = dict(read(text).value.spans)
    for variant in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), f"\ufeff{text}"):
        spans = read(variant).value.spans
        assert {n: (s.line, s.column) for n, s in spans.items()} == {
            n: (s.line, s.column) for n, s in expected.items()
        }
        assert read(variant).value == read(text).value


@pytest.mark.parametrize(
    "typed",
    [
        "02-x",
        "02-x.md",
        "./02-x.md",
        "../en/02-x.md",
        "content/en/02-x.md",
        "../../content/en/02-x",
    ],
)
def test_a_source_may_be_named_by_its_path(typed: str) -> None:
    assert fine(f"title: A\ntranslation_of: {typed}").translation_of == "02-x"


def test_a_source_in_a_folder() -> None:
    assert fine("title: A\ntranslation_of: articles/why").translation_of == "articles/why"
    assert fine("title: A\ntranslation_of: ../../en/articles/why.md").translation_of == (
        "articles/why"
    )


def test_names_are_compared_in_one_spelling() -> None:
    front = fine("title: A\ncollaborators: [Jose\u0301]\ntags: [mentori\u0301a]")
    assert front.collaborators == (Credit(name="Jos\u00e9"),)
    assert front.tags == ("mentor\u00eda",)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("true", True), ("yes", True), ("False", False), ("NO", False), ('"no"', False)],
)
def test_translate(typed: str, value: bool) -> None:  # noqa: FBT001 (the expected value)
    assert fine(f"title: A\ntranslate: {typed}").translate is value


def test_broken_front_matter_still_has_a_title_and_what_else_can_be_read() -> None:
    outcome = read("---\ntitle: One: two\nslug: one-two\nlesson: 3\ntakeaways: [a\n---\n")
    assert outcome.value.title == "One: two"
    assert outcome.value.slug == "one-two"
    assert outcome.value.lesson == 3
    assert {problem.code for problem in outcome.problems} == {"yaml-syntax"}


def test_a_value_in_a_broken_line_is_not_reported_twice() -> None:
    outcome = read("---\ntitle: A\nlesson: two: three\n---\n")
    assert [problem.code for problem in outcome.problems] == ["yaml-syntax"]
    assert outcome.value.lesson is None


TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=20),
    st.sampled_from(
        [
            *"-:[]{}#&*!|>'\"%@\n\r\t ",
            ": ",
            "- ",
            "\n---\n",
            "---\n",
            "...",
            "+++\n",
            "—\n",
            "\ufeff",
        ]
    ),
    st.sampled_from([f"\n{key.name}: " for key in KEYS]),
    st.sampled_from([f"\n{key.name}:\n  - " for key in KEYS]),
    st.sampled_from(["{id: a}", "{person: a, name: b}", "[1, 2]", "07/03/2026", "../..", "x: y"]),
)


@given(st.lists(TEXTS, max_size=25).map("".join), st.sampled_from(KINDS), st.booleans())
@settings(derandomize=True, max_examples=500, deadline=None)
def test_no_text_raises_and_no_problem_stands_outside_it(
    text: str,
    kind: DocumentKind,
    fenced: bool,  # noqa: FBT001 (drawn by hypothesis)
) -> None:
    text = f"---\n{text}\n---\n" if fenced else text
    outcome = read(text, kind)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for span in [
        *outcome.value.spans.values(),
        *(problem.span for problem in outcome.problems),
        *(span for problem in outcome.problems for span in problem.related),
    ]:
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert outcome.value.title or outcome.problems
