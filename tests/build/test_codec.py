import marshal
from pathlib import Path
from typing import Any

import pytest

from lessongen.build.codec import DecodingError, decode, encode
from lessongen.model.document import (
    Body,
    Credit,
    Document,
    FrontMatter,
    Heading,
    HtmlFragment,
    Link,
    Takeaway,
)
from lessongen.model.people import Comment, Person
from lessongen.model.problem import Outcome
from lessongen.model.settings import FooterLink, Settings
from lessongen.model.source import Span
from lessongen.model.spans import Spans
from tests.build.builders import problem

SPAN = Span(path="content/en/01-x.md", line=3, column=7)
DOCUMENT = Document(
    path="content/en/01-x.md",
    locale="en",
    key="01-x",
    kind="lesson",
    front=FrontMatter(
        title="Ñandú \ud800",
        lesson=1,
        takeaways=(Takeaway(text="a"), Takeaway(text="b", prompt="?")),
        collaborators=(Credit(person="ana"),),
        spans=Spans(path="content/en/01-x.md", spots={"title": (2, 8, 0)}),
    ),
    body=Body(
        html=HtmlFragment(parts=("<p>", ("id", 0), "</p>"), digest="d"),
        headings=(Heading(level=2, text="h", id="h", explicit=False, hole=0, span=SPAN),),
        links=(Link(target="02.md", text="t", attributes=(("title", "x"),), span=SPAN),),
        ids=("h",),
    ),
)


def through(value: object) -> object:
    plain: Any = encode(value)
    return decode(marshal.loads(marshal.dumps(plain)))  # noqa: S302 our own


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        -1,
        2**70,
        1.5,
        "text",
        b"bytes",
        (),
        (1, ("a", None)),
        {"a": 1, "b": (2, 3)},
        SPAN,
        (SPAN, 1, (SPAN,)),
        {"a": SPAN, "b": (1,)},
        Comment(author="a", date="", text="t", replies=(Comment(author="b", date="", text="u"),)),
        Person(id="a", name="A", bios={"en": "x"}, span=SPAN),
        Settings(languages=("en",), links={"en": (FooterLink(text="t", url="u"),)}),
        DOCUMENT,
        Outcome(value=DOCUMENT, problems=(problem("x", related=(SPAN,)),)),
    ],
)
def test_what_is_encoded_comes_back_equal(value: object) -> None:
    found = through(value)
    assert found == value
    assert type(found) is type(value)


def test_places_come_back_although_they_take_no_part_in_equality() -> None:
    found = through(DOCUMENT)
    assert isinstance(found, Document)
    assert found.body.headings[0].span.line == 3
    assert found.span_of("title") == SPAN
    assert (found.span_of("title").line, found.span_of("title").column) == (2, 8)


def test_what_comes_back_cannot_be_changed() -> None:
    found = through(SPAN)
    with pytest.raises(AttributeError):
        found.line = 9  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", [["list"], {"a": [1]}, {1, 2}, object(), Path("x")])
def test_what_cannot_be_kept_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be kept"):
        encode(value)


@pytest.mark.parametrize(
    "encoded",
    [
        [],
        [1],
        [None],
        ["model.source:Span"],
        ["model.source:Span", 1, 2, 3, 4, 5],
        ["model.source:Nothing", 1],
        ["model.nothing:Span", 1],
        ["model.source:SourceFile.__init__", 1],
        ["model.problem:has_errors", 1],
        ["model.problem:replace", 1],
        ["os:system", "true"],
        ["__main__:main"],
        ["cli:main", ()],
        ["shell.store:remove", "x"],
        ["{}", 1],
        ["()", ["model.source:Nothing"]],
        ("ok", ["unmarked"]),
    ],
)
def test_what_is_no_value_of_this_version_is_refused(encoded: object) -> None:
    if isinstance(encoded, tuple):
        assert decode(encoded) == encoded  # a plain tuple holds nothing to be made
    else:
        with pytest.raises(DecodingError):
            decode(encoded)
