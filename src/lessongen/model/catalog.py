"""The theme's words in one language."""

from collections.abc import Mapping

from lessongen.model.value import field, value

CONTEXT_END = "\x04"  # gettext's own separator between msgctxt and msgid


@value
class Catalog:
    """Translated messages: `context + CONTEXT_END + msgid` (or `msgid`) to its plural forms."""

    locale: str
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, msgid: str, context: str = "") -> tuple[str, ...]:
        """The forms of a message, or nothing if the catalog lacks it."""
        return self.forms.get(f"{context}{CONTEXT_END}{msgid}" if context else msgid, ())
