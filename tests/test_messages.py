import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.messages import read_catalog
from lessongen.model.catalog import CONTEXT_END
from tests.tools import ROOT

HEADER = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals={}; plural=x;\\n"\n\n'
CATALOGS = sorted((ROOT / "templates" / "messages").glob("*.po"))


def forms(*texts: str) -> dict[str, tuple[str, ...]]:
    """The messages of the texts, which have no problem."""
    outcome = read_catalog("es", texts)
    assert not outcome.problems
    return dict(outcome.value.forms)


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.name)
def test_it_reads_what_babel_reads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = {}
    for message in read_po(io.StringIO(text)):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        string = message.string if isinstance(message.string, tuple) else (message.string,)
        if ids[0] and all(string) and not message.fuzzy:
            key = f"{message.context}{CONTEXT_END}{ids[0]}" if message.context else ids[0]
            expected[key] = string
    assert forms(text) == expected


def test_contexts_plurals_escapes_and_texts_of_several_lines() -> None:
    text = (
        'msgctxt "url"\nmsgid "section"\nmsgstr "seccion"\n'
        'msgid "section"\nmsgstr "sección"\n\n'
        '#, python-format\nmsgid "%(count)s lesson"\nmsgid_plural "%(count)s lessons"\n'
        'msgstr[0] "%(count)s lección"\nmsgstr[1] "%(count)s lecciones"\n\n'
        'msgid ""\n"one "\n"two\\n"\nmsgstr ""\n"\\"uno\\"\\t"\n"dos \\\\ %"\n'
    )
    expected = {
        f"url{CONTEXT_END}section": ("seccion",),
        "section": ("sección",),
        "%(count)s lesson": ("%(count)s lección", "%(count)s lecciones"),
        "one two\n": ('"uno"\tdos \\ %',),
    }
    assert forms(text) == expected
    assert forms(text.replace("\n", "\r\n")) == expected
    assert forms("\ufeff" + text.replace("\n", "\r")) == expected


def test_fuzzy_empty_and_obsolete_messages_are_not_used() -> None:
    assert forms(
        '#, fuzzy\nmsgid "a"\nmsgstr "b"\n\n'
        '#, python-format, fuzzy\nmsgid "c"\nmsgstr "d"\n\n'
        'msgid "e"\nmsgstr ""\n\n'
        'msgid "f"\nmsgid_plural "g"\nmsgstr[0] "h"\nmsgstr[1] ""\n\n'
        '#~ msgid "i"\n#~ msgstr "j"\n'
        '#| msgid "before"\nmsgid "k"\nmsgstr "l"\n'
    ) == {"k": ("l",)}


def test_later_texts_override_earlier_ones() -> None:
    bundled = 'msgid "a"\nmsgstr "1"\n\nmsgid "b"\nmsgstr "2"\n'
    assert forms(bundled, 'msgid "b"\nmsgstr "3"\n') == {"a": ("1",), "b": ("3",)}
    assert forms(bundled, '#, fuzzy\nmsgid "b"\nmsgstr "3"\n') == {"a": ("1",), "b": ("2",)}


@pytest.mark.parametrize(("number", "given"), [(1, 1), (3, 3), (6, 6)])
def test_a_language_has_as_many_forms_as_its_header_says(number: int, given: int) -> None:
    lines = "".join(f'msgstr[{i}] "{i}"\n' for i in range(given))
    text = HEADER.format(number) + f'msgid "a"\nmsgid_plural "b"\n{lines}'
    assert forms(text) == {"a": tuple(str(i) for i in range(given))}


def test_a_header_nobody_filled_in_is_no_mistake() -> None:
    text = (
        HEADER.format("INTEGER") + '"POT-Creation-Date: YEAR-MO-DA\\n"\n\nmsgid "a"\nmsgstr "b"\n'
    )
    assert forms(text) == {"a": ("b",)}


@pytest.mark.parametrize(
    ("text", "code", "line", "used"),
    [
        ('msgid "a"\nmsgstr b\n\nmsgid "c"\nmsgstr "d"\n', "catalog-syntax", 2, {"c"}),
        ('msgid "a"\nmsgstr "b\n', "catalog-syntax", 2, set()),
        ('msgid "a"\nmsgstr "b" c"\n', "catalog-syntax", 2, set()),
        ('"a"\nmsgid "b"\nmsgstr "c"\n', "catalog-syntax", 1, {"b"}),
        ('foo "a"\nmsgid "b"\nmsgstr "c"\n', "catalog-syntax", 1, {"b"}),
        ('msgid "a"\n\n# b\nmsgid "c"\nmsgstr "d"\n', "catalog-syntax", 1, {"c"}),
        ('msgstr "a"\n\nmsgid "b"\nmsgstr "c"\n', "catalog-syntax", 1, {"b"}),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "catalog-syntax", 3, set()),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', "catalog-syntax", 1, set()),
        ('msgid "a"\nmsgstr "b"\n"c\n\nmsgid "d"\nmsgstr "e"\n', "catalog-syntax", 3, {"d"}),
        (
            'msgid "a"\nmsgstr b\n\n#, fuzzy\nmsgid "c"\nmsgstr "d"\n',
            "catalog-syntax",
            2,
            set(),
        ),
        ('msgid "a"\nmsgstr[x] "b"\n', "catalog-syntax", 2, set()),
        ('msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"\n', "duplicate-key", 3, {"a"}),
        ('msgid "%(n)s a"\nmsgstr "%(m)s b"\n', "bad-value", 1, {"%(n)s a"}),
    ],
)
def test_mistakes_are_reported_and_the_rest_is_used(
    text: str, code: str, line: int, used: set[str]
) -> None:
    outcome = read_catalog("es", [text])
    (first,) = outcome.problems
    assert (first.code, first.span.line) == (code, line)
    assert first.span.path == "templates/messages/es.po"
    assert set(outcome.value.forms) == used


PARTS = st.sampled_from(
    [
        "msgid",
        "msgid_plural",
        "msgstr",
        "msgstr[0]",
        "msgstr[9]",
        "msgctxt",
        ' "a"',
        ' "',
        "\\",
        "\n",
    ]
)


@given(st.lists(st.one_of(PARTS, st.text(max_size=4)), max_size=30).map("".join))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_no_text_raises(text: str) -> None:
    outcome = read_catalog("es", [text, HEADER + text])
    assert all(all(each) for each in outcome.value.forms.values())
