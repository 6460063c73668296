"""The theme's own words: complete in every language, none left over, each with a note."""

import re
import subprocess

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from lessongen.rendering.used_messages import missing_messages, used_messages
from tests.rendering.theme import TEMPLATES, bundled_catalog, bundled_templates
from tests.tools import requires

LOCALES = sorted(path.stem for path in (TEMPLATES / "messages").glob("*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")


def messages(locale: str) -> list[Message]:
    with (TEMPLATES / "messages" / f"{locale}.po").open("rb") as file:
        return [message for message in read_po(file, locale=locale) if message.id]


def texts(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def test_english_and_spanish_are_there() -> None:
    assert LOCALES == ["en", "es"]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_catalog_has_the_words_that_the_theme_says_and_no_others(locale: str) -> None:
    used = {(each.context, each.text, each.plural) for each in used_messages(bundled_templates())}
    there = {(each.context or "", *(*texts(each.id), "")[:2]) for each in messages(locale)}
    assert there == used


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_is_translated_with_its_placeholders_and_has_a_note(locale: str) -> None:
    for message in messages(locale):
        known = set(PLACEHOLDER.findall(" ".join(texts(message.id))))
        forms = texts(message.string)
        assert all(forms), message.id
        assert set(PLACEHOLDER.findall(" ".join(forms))) == known, message.id
        assert message.auto_comments, message.id
        assert not message.fuzzy, message.id


def test_english_says_what_the_templates_say() -> None:
    for message in messages("en"):
        assert texts(message.string) == texts(message.id)


def test_nothing_is_missing_in_spanish() -> None:
    catalogs = {"es": bundled_catalog("es")}
    assert list(missing_messages(bundled_templates(), catalogs)) == []


def test_the_words_of_addresses_are_those_of_the_contract() -> None:
    words = ("section", "takeaways", "people", "articles", "tags", "all", "search")
    spanish = ("seccion", "ideas-clave", "personas", "articulos", "etiquetas", "todo", "buscar")
    for word, own in zip(words, spanish, strict=True):
        assert bundled_catalog("en").find(word, "url") == (word,)
        assert bundled_catalog("es").find(word, "url") == (own,)


@pytest.mark.parametrize("locale", LOCALES)
def test_gettext_accepts_the_catalog(locale: str) -> None:
    path = TEMPLATES / "messages" / f"{locale}.po"
    run = subprocess.run(
        [str(requires("msgfmt")), "--check", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
