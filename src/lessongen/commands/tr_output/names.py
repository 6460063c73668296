"""What states are called when people are told of them at a terminal, and how they look."""

from collections.abc import Mapping

from lessongen.commands.tr_output.layout import Style
from lessongen.desk import names
from lessongen.model.translation import DocumentState, UnitState
from lessongen.shell.words import Words

_DOCUMENTS: Mapping[DocumentState, Style] = {"translated": "good", "excluded": "dim"}
_UNITS: Mapping[UnitState, Style] = {
    "ok": "good",
    "typography": "dim",
    "moved": "dim",
    "target-only": "dim",
}


def document_state(state: DocumentState, words: Words) -> tuple[str, Style]:
    """The words for a document's state, and how they look."""
    return names.document_state(state, words), _DOCUMENTS.get(state, "open")


def unit_state(state: UnitState, words: Words) -> tuple[str, Style]:
    """The words for a unit's state, and how they look."""
    return names.unit_state(state, words), _UNITS.get(state, "open")
