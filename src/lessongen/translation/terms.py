"""Finding the terms of a glossary in texts, in whatever form they stand there."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from lessongen.translation.prose import folded

_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?:[aeo]s|[aeos])\Z")
_SHORTEST = 4  # letters that tell a word
_NEVER = r"(?!)"


def variants_of(term: Mapping[str, tuple[str, ...]], locale: str) -> tuple[str, ...]:
    """The variants in a language: of "es-MX" itself, else of "es"."""
    return term.get(locale) or term.get(locale.partition("-")[0], ())


def exactly(variants: Iterable[str]) -> str:
    """A pattern for these words as they are, with a plural's ending, in a folded text."""
    words = (r"[\s-]+".join(map(re.escape, _words(variant))) for variant in variants)
    return _either(rf"{each}(?:e?s)?" for each in words if each)


def loosely(variants: Iterable[str]) -> str:
    """A pattern for all words that begin like these: plurals, the other gender, verbs."""
    return _either(
        r"\W+".join(rf"{_stem(word)}\w*" for word in _words(variant)) for variant in variants
    )


def _either(patterns: Iterable[str]) -> str:
    kept = [each for each in patterns if each]
    return rf"(?<!\w)(?:{'|'.join(kept)})(?!\w)" if kept else _NEVER


def _words(variant: str) -> list[str]:
    return _WORD.findall(folded(variant))


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return re.escape(stem if len(stem) >= _SHORTEST else word)


def first_words(variants: Iterable[str]) -> frozenset[str]:
    """How a text must begin a word to have one of these: quicker to see than the whole term."""
    words = {
        found[0] for variant in variants for found in (_words(variant), words_of(variant)) if found
    }
    return frozenset(f"{word}{ending}" for word in words for ending in ("", "s", "es"))


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(normalize("NFC", text).lower())
