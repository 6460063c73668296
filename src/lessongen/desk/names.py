"""What states and kinds are called when people are told of them."""

from collections.abc import Mapping

from lessongen.model.translation import DocumentState, UnitState
from lessongen.model.unit import UnitKind
from lessongen.shell.words import Words, term

_DOCUMENTS: Mapping[DocumentState, str] = {
    "translated": term("up to date"),
    "outdated": term("outdated"),
    "missing": term("missing"),
    "orphan": term("source is gone"),
    "excluded": term("not to be translated"),
    "unverified": term("unverified"),
}
_UNITS: Mapping[UnitState, str] = {
    "ok": term("up to date"),
    "typography": term("only spaces or punctuation changed"),
    "moved": term("stands elsewhere in the source"),
    "tokens": term("only links, code or numbers changed"),
    "changed": term("changed"),
    "edited": term("looks done: confirm it"),
    "new": term("not translated"),
    "removed": term("source is gone: delete it, or keep it with ok"),
    "target-only": term("only in the translation"),
    "unverified": term("paired by the machine: confirm it"),
}
_KINDS: Mapping[UnitKind, str] = {
    "title": term("title"),
    "summary": term("summary"),
    "takeaway": term("takeaway"),
    "prompt": term("question"),
    "epigraph": term("epigraph"),
    "section": term("section"),
    "bio": term("biography"),
    "tag": term("tag"),
    "heading": term("heading"),
    "paragraph": term("paragraph"),
    "item": term("list item"),
    "quote": term("quotation"),
    "row": term("table row"),
    "image": term("image"),
    "code": term("code"),
    "footnote": term("footnote"),
    "definition": term("definition"),
}


def document_state(state: DocumentState, words: Words) -> str:
    """The words for a document's state."""
    return words.say(_DOCUMENTS[state])


def unit_state(state: UnitState, words: Words) -> str:
    """The words for a unit's state."""
    return words.say(_UNITS[state])


def unit_kind(kind: UnitKind, words: Words) -> str:
    """The word for a kind of unit."""
    return words.say(_KINDS[kind])
