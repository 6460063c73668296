"""The terms of the glossary as pages of one language show them."""

from collections.abc import Iterable, Mapping
from unicodedata import normalize

from lessongen.model.people import Term
from lessongen.model.view_pieces import Definition
from lessongen.translation.terms import variants_of


def definitions_in(locale: str, terms: Iterable[Term]) -> tuple[Definition, ...]:
    """The terms that have a definition in a language ("es-MX": or else in "es"), in their order.

    A term whose usual word another one before it has as well is left out: readers could not tell
    the two apart.
    """
    found: dict[str, Definition] = {}
    for term in terms:
        variants = tuple(normalize("NFC", each) for each in variants_of(term.variants, locale))
        text = _definition(term.definitions, locale)
        if variants and text:
            key = "-".join(variants[0].lower().split())
            found.setdefault(key, Definition(key=key, variants=variants, text=text))
    return tuple(found.values())


def _definition(definitions: Mapping[str, str], locale: str) -> str:
    return definitions.get(locale) or definitions.get(locale.partition("-")[0], "")
