"""Who is at the desk, and in which language they are spoken to: two cookies and the project."""

from collections.abc import Mapping
from urllib.parse import quote, unquote

from lessongen.desk.signing import signer
from lessongen.model.value import value
from lessongen.shell.words import Words, languages, read_words

NAME, LANGUAGE = "lessongen-name", "lessongen-ui"
_LONGEST_NAME = 80
_YEAR = 365 * 24 * 60 * 60


@value
class Visitor:
    """A person with a browser: the name that they sign with, the words that they read."""

    name: str
    words: Words


def visitor_of(root: str, cookies: Mapping[str, str], wish: str, spoken: str) -> Visitor:
    """Who sent a request: `wish` is the language asked for now, `spoken` that of their work."""
    chosen = next((each for each in (wish, cookies.get(LANGUAGE, "")) if is_spoken(each)), spoken)
    words = read_words(chosen) if is_spoken(chosen) else Words()
    name = clean_name(unquote(cookies.get(NAME, "")))
    return Visitor(name=name or signer(root, None, words), words=words)


def is_spoken(language: str) -> bool:
    """Whether the desk has words in a language; its region makes no difference."""
    return language.partition("-")[0].lower() in languages()


def clean_name(name: str) -> str:
    """A name as it can be signed: one line, not too long; empty if nothing is left of it."""
    printable = "".join(each if each.isprintable() else " " for each in name)
    return " ".join(printable.split())[:_LONGEST_NAME].strip()


def cookie(name: str, text: str) -> str:
    """The header that lets this browser remember something of its own for a year."""
    return f"{name}={quote(text)}; Path=/_translate/; Max-Age={_YEAR}; SameSite=Strict; HttpOnly"
