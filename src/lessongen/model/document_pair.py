"""A document beside its translation: what the checks of a pair look at."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lessongen.model.document import Document
from lessongen.model.people import Term
from lessongen.model.settings import Settings
from lessongen.model.translation import UnitPair, UnitState
from lessongen.model.value import value

# Where the target is the translation of some version of the source …
_TRANSLATED: frozenset[UnitState] = frozenset(
    {"ok", "typography", "moved", "edited", "tokens", "unverified"}
)
# … and where it should agree with today's: being behind is no mistake.
_UP_TO_DATE = _TRANSLATED - {"tokens"}


@value
class DocumentPair:
    """A source, its translation, and all their units in pairs.

    `keys` knows documents whose own key is not that of their family, by path: files that have
    a name of their own in their language.
    """

    source: Document
    target: Document
    units: tuple[UnitPair, ...]
    settings: Settings
    terms: tuple[Term, ...] = ()
    keys: Mapping[str, str] = MappingProxyType({})

    @property
    def source_language(self) -> str:
        """The source's language without its region: "es" of "es-MX"."""
        return self.source.locale.partition("-")[0].lower()

    @property
    def target_language(self) -> str:
        """The translation's language without its region."""
        return self.target.locale.partition("-")[0].lower()

    def translated(self) -> Iterator[UnitPair]:
        """The pairs whose target is a translation, even if the source's tokens changed since."""
        return self._in_state(_TRANSLATED)

    def up_to_date(self) -> Iterator[UnitPair]:
        """The pairs whose target should say what the source says today."""
        return self._in_state(_UP_TO_DATE)

    def _in_state(self, states: frozenset[UnitState]) -> Iterator[UnitPair]:
        return (
            pair for pair in self.units if pair.state in states and pair.sources and pair.targets
        )
