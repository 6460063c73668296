"""What a body tells beside its HTML: links, images, ids, headings, words, places, digest."""

import pytest

from lessongen.model.document import Heading, Image, Link
from lessongen.model.source import Span
from lessongen.parsing.body import parse_body
from tests.parsing.bodies import filled, page, parsed, shown_problem, source_file

SPAN = Span(path="")


def places(text: str) -> list[tuple[str, int, int]]:
    """Each link's and image's target, line and column."""
    body = parsed(text).body
    found: list[Link | Image] = [*body.links, *body.images]
    return sorted((each.target, each.span.line, each.span.column) for each in found)


def test_links_have_their_text_and_attributes() -> None:
    body = parsed('[a *b* `c` ![d](e.png)](f.md "g") <https://h.example>').body
    assert body.links == (
        Link(target="f.md", text="a b c d", attributes=(("title", "g"),), span=SPAN),
        Link(target="https://h.example", text="https://h.example", span=SPAN),
    )
    assert body.images == (Image(target="e.png", alt="d", span=SPAN),)


def test_raw_links_and_images_are_links_and_images() -> None:
    text = '<a href="b.md" hreflang="es" lang="es" class="k">a</a> <img src="c.png" alt="">'
    body = parsed(text).body
    attributes = (("hreflang", "es"), ("lang", "es"), ("class", "k"))
    assert body.links == (Link(target="b.md", text="a", attributes=attributes, span=SPAN),)
    assert body.images == (Image(target="c.png", alt="", span=SPAN),)


def test_holes_name_links_images_ids_and_labels_in_their_order() -> None:
    text = '::: note\n[a](b.md) ![c](d.png)\n:::\n\n## E\n\n<a id="f" href="g.md">g</a>'
    body = parsed(text).body
    holes = [part for part in body.html.parts if not isinstance(part, str)]
    assert holes == [
        *(("label", 0), ("label", 0)),
        *(("link", 0), ("/link", 0), ("image", 0)),
        *(("id", 0), ("id", 1), ("link", 1), ("/link", 1)),
    ]
    assert body.ids == ("e", "f")
    assert body.labels == ("note",)


def test_texts_between_holes_are_never_split() -> None:
    parts = parsed("a [b](javascript:x) c [d](http://[) e").body.html.parts
    assert parts == ("<p>a b c d e</p>\n",)


def test_headings_know_their_hole() -> None:
    body = parsed('<b id="x">a</b>\n\n## One\n\n### Two {#two}').body
    assert body.ids == ("x", "one", "two")
    assert body.headings == (
        Heading(level=2, text="One", id="one", explicit=False, hole=1, span=SPAN),
        Heading(level=3, text="Two", id="two", explicit=True, hole=2, span=SPAN),
    )


def test_a_heading_s_text_has_code_and_alternative_texts() -> None:
    body = parsed("## A `b` ![c](d.png)[^1] <kbd>e</kbd>\nx\n\n[^1]: f").body
    assert [heading.text for heading in body.headings] == ["A b c e"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [b](c)", [("c", 1, 3)]),
        ("a\n  [b](c)\n   ![d](e)", [("c", 2, 3), ("e", 3, 4)]),
        ("> a\n> [b](c)\nlazy [d](e)", [("c", 2, 3), ("e", 3, 6)]),
        ("-\ta\n\n\t[b](c)", [("c", 3, 2)]),
        ("1. > - [b](c)", [("c", 1, 8)]),
        ("| a | b |\n|---|---|\n| x | [b\\|c](d) [e](f) |", [("d", 3, 7), ("f", 3, 17)]),
        ("> | a \\| b | [b](c) |\n> |---|---|", [("c", 1, 14)]),
        ("##   [b](c) ##", [("c", 1, 6)]),
        ("[b](c)\n===", [("c", 1, 1)]),
        ("x\n: [b](c)\n\n  [d](e)", [("c", 2, 3), ("e", 4, 3)]),
        ("[b](c)\n: x", [("c", 1, 1)]),
        ("::: note [b](c)\n:::", [("c", 1, 10)]),
        ("x[^1]\n\n[^1]: [b](c)", [("#fn-1", 1, 2), ("#fnref-1", 1, 2), ("c", 3, 7)]),
        ("> <div>\n> <a href='c'>b</a>\n> </div>", [("c", 2, 3)]),
        ("a *b **[c](d)** e*", [("d", 1, 8)]),
        ("a &amp; \\* `c` <b>x</b> [d](e)", [("e", 1, 25)]),
        ("\u00a0\n\u00a0[b](c)", [("c", 2, 2)]),
        ("a\r\n[b](c)\r[d](e)", [("c", 2, 1), ("e", 3, 1)]),
    ],
)
def test_places_are_exact(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert places(text) == expected


def test_places_count_from_the_start_of_the_file() -> None:
    file = source_file("---\r\ntitle: x\r\n---\r\na [b](//c)\r\n")
    result = parse_body(file, start=20, line=4, title="x")
    assert [shown_problem(each) for each in result.problems] == [
        '4:3 unsafe-link: "//c" has no scheme'
    ]
    assert [unit.ranges for unit in result.units] == [((20, 30),)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One two-three don’t 1,500 años ¿no? —sí—", 7),
        ("a\n\n```\nno no\n```\n\n    no no\n\n`code counts`", 3),
        ('![no no](a.png)\n\n![no](a.png "two words")', 2),
        ("# a\n\n> b\n\n- c\n- d\n\n| e | f |\n|---|---|\n| g | h |\n\ni\n: j", 10),
        ("::: note a\nb\n:::\n\n::: tip\nc\n:::", 3),
        ("a[^1]\n\n[^1]: b c\n\n[^2]: not shown", 3),
        ("<div>a <b>b</b></div>\n\n<!-- no -->\n\n<pre>no</pre>", 2),
        ("[a]: no 'no'\n\nb", 1),
    ],
)
def test_words_are_those_that_readers_read(text: str, words: int) -> None:
    assert parsed(text).body.words == words


def test_the_digest_covers_what_fills_the_holes() -> None:
    one = parsed("[a](b) ![c](d)\n\n## E\n\n::: note\n:::").body.html
    same = parsed("[a](b) ![c](d)\n\n\n\n## E\n::: note\n:::").body.html
    others = (
        "[a](x) ![c](d)\n\n## E\n\n::: note\n:::",
        '[a](b "x") ![c](d)\n\n## E\n\n::: note\n:::',
        "[a](b) ![c](x)\n\n## E\n\n::: note\n:::",
        "[a](b) ![x](d)\n\n## E\n\n::: note\n:::",
        "[a](b) ![c](d)\n\n## E {#x}\n\n::: note\n:::",
        "[a](b) ![c](d)\n\n## E\n\n::: tip\n:::",
    )
    assert same.digest == one.digest
    digests = {parsed(text).body.html.digest for text in others}
    assert len(digests | {one.digest}) == len(others) + 1


def test_what_is_clean_is_harmless_and_written_in_one_way() -> None:
    body = parsed("# a\n\n<b title='x'>c</b>\n\n- d\n\n| e |\n|--:|\n| f |\n\n![g](h 'i')").body
    assert "script" not in filled(body)
    assert "style" not in filled(body)
    assert '<b title="x">c</b>' in filled(body)


@pytest.mark.parametrize("character", ["\0", "\x07", "\x9f", "\ufdd0", "\ufffe", "\U0001fffe"])
def test_characters_that_html_forbids_are_replaced_and_reported(character: str) -> None:
    result = parsed(f"a\n\nb {character} c{character}")
    assert filled(result.body) == "<p>a</p>\n<p>b \ufffd c\ufffd</p>\n"
    assert [shown_problem(each)[:22] for each in result.problems] == ["3:3 control-character:"]


@pytest.mark.parametrize("reference", ["&#0;", "&#7;", "&#xFDD0;", "&#xD800;", "&#99999999;"])
def test_references_cannot_bring_them_in_either(reference: str) -> None:
    text = f"{reference} [a](b{reference}c) <b title='{reference}'>d</b>\n\n<p>{reference}</p>"
    html = page(text)
    assert not any(forbidden in html for forbidden in "\0\x07\ufdd0")


def test_one_long_address_cannot_be_repeated_without_end() -> None:
    result = parsed(f"[a]: /{'x' * 30_000}\n\n{'[a] ' * 1_000}")
    assert [each.code for each in result.problems] == ["too-complex"]
    assert 1 < len(result.body.links) < 100


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("```js\na\n\n## b\n", "1:1"),
        ("a\n\n~~~~\nb\n~~~\n", "3:1"),
        ("- a\n\n  ```\n  b\n\nc\n", "3:3"),
        ("> ```\n> a\n\nb\n", "1:3"),
        ("```", "1:1"),
        ('```note title="`a`"\nb\n```\n\n## c', "3:1"),
    ],
)
def test_code_that_is_never_closed_is_reported_where_it_begins(text: str, place: str) -> None:
    (problem,) = parsed(text).problems
    assert shown_problem(problem).startswith(f"{place} unclosed-fence: this code is never closed")


@pytest.mark.parametrize(
    "text",
    [
        "```\na\n```",
        "```\n```",
        "````\n```\n````\n",
        "~~~ a`b\nc\n   ~~~~  \n",
        "- ```\n  a\n  ```\n",
        "> > ```\n> > a\n> > ```",
        "```\r\na\r\n```\r\n",
        "1. a\n\n\t```\n\tb\n\t```\n",
        "    ```\n    a\n",
    ],
)
def test_code_that_is_closed_is_right(text: str) -> None:
    assert parsed(text).problems == ()
