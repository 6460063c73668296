"""What states and kinds are called when people are told of them."""

from collections.abc import Mapping

from lessongen.commands.tr_output.layout import Style
from lessongen.model.translation import DocumentState, UnitState
from lessongen.model.unit import UnitKind
from lessongen.shell.words import Words, term

_DOCUMENTS: Mapping[DocumentState, tuple[str, Style]] = {
    "translated": (term("up to date"), "good"),
    "outdated": (term("outdated"), "open"),
    "missing": (term("missing"), "open"),
    "orphan": (term("source is gone"), "open"),
    "excluded": (term("not to be translated"), "dim"),
    "unverified": (term("unverified"), "open"),
}
_UNITS: Mapping[UnitState, tuple[str, Style]] = {
    "ok": (term("up to date"), "good"),
    "typography": (term("only spaces or punctuation changed"), "dim"),
    "moved": (term("stands elsewhere in the source"), "dim"),
    "tokens": (term("only links, code or numbers changed"), "open"),
    "changed": (term("changed"), "open"),
    "edited": (term("looks done: confirm it"), "open"),
    "new": (term("not translated"), "open"),
    "removed": (term("source is gone: delete it, or keep it with ok"), "open"),
    "target-only": (term("only in the translation"), "dim"),
    "unverified": (term("paired by the machine: confirm it"), "open"),
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


def document_state(state: DocumentState, words: Words) -> tuple[str, Style]:
    """The words for a document's state, and how they look."""
    name, style = _DOCUMENTS[state]
    return words.say(name), style


def unit_state(state: UnitState, words: Words) -> tuple[str, Style]:
    """The words for a unit's state, and how they look."""
    name, style = _UNITS[state]
    return words.say(name), style


def unit_kind(kind: UnitKind, words: Words) -> str:
    """The word for a kind of unit."""
    return words.say(_KINDS[kind])
