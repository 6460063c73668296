"""What may be known of translations that have no record."""

from collections.abc import Sequence
from typing import Protocol

from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Record
from lessongen.model.unit import Unit


class Origins(Protocol):
    """What is known elsewhere of translations that have no record."""

    @property
    def stamp(self) -> str:
        """What must differ when an answer may differ, for the same texts."""

    def record(self, place: TranslationPlace, targets: Sequence[Unit]) -> Record | None:
        """A record of what the source was when it was translated: of nothing that is confirmed."""
