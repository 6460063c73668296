"""How a translation stands to its source: what was confirmed, and what has changed since."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from lessongen.model.document import DocumentKind
from lessongen.model.unit import Unit, UnitKind
from lessongen.model.value import value

UnitState = Literal[
    "ok",
    "typography",  # only spaces, quotes, dashes, emphasis, final punctuation or the blocks differ
    "moved",  # stands elsewhere than its translation
    "tokens",  # only links, code or numbers differ
    "changed",
    "edited",  # both sides changed since they were confirmed: probably done
    "new",  # not translated
    "removed",  # its source is gone
    "target-only",  # a translator's own
    "unverified",  # paired by the machine, confirmed by nobody
]
DocumentState = Literal["translated", "outdated", "missing", "orphan", "excluded", "unverified"]

# States in which nobody has to do anything.
SETTLED: frozenset[UnitState] = frozenset({"ok", "typography", "moved", "target-only"})
# States in which a look and an `ok` may be all that is needed.
TO_CONFIRM: frozenset[UnitState] = frozenset({"edited", "removed", "tokens", "unverified"})


@value
class RecordedUnit:
    """A source unit as it was when its translation was last confirmed."""

    kind: UnitKind
    text: str


@value
class Bead:
    """One confirmation: these source units are right in these target units.

    Targets are known by digest only: their text is in the translator's file. Without sources it
    is a translator's own text, and has the flag "target-only".
    """

    sources: tuple[RecordedUnit, ...]
    targets: tuple[str, ...]
    date: str  # ISO 8601
    by: str
    # One word each: allow:length and reviewed:Luis say of what; harmless, moved, same-on-purpose,
    # target-only, untranslated, unverified and urgent stand alone.
    flags: tuple[str, ...] = ()


def in_doubt(bead: Bead) -> Bead:
    """The bead as one that nobody confirmed."""
    if "unverified" in bead.flags:
        return bead
    return Bead(
        sources=bead.sources,
        targets=bead.targets,
        date=bead.date,
        by=bead.by,
        flags=(*bead.flags, "unverified"),
    )


@value
class Claim:
    """Somebody is at work on a translation; the claim lapses by itself."""

    by: str
    since: str  # ISO 8601
    until: str


@value
class Record:
    """What is known of one translation: its beads in the order of the source."""

    beads: tuple[Bead, ...] = ()
    claim: Claim | None = None


@value
class UnitPair:
    """Source units now, the target units that stand for them, and how they agree.

    `previous` is the source as last confirmed; empty if nobody ever confirmed it.
    """

    state: UnitState
    sources: tuple[Unit, ...] = ()
    targets: tuple[Unit, ...] = ()
    previous: tuple[RecordedUnit, ...] = ()
    bead: Bead | None = None


@value
class UnitReport:
    """A pair as it is told to people and programs; None where there is nothing to tell."""

    id: str
    number: int  # its place in the document's report, from 1
    kind: UnitKind
    state: UnitState
    source: str | None = None
    previous: str | None = None
    target: str | None = None
    source_line: int | None = None
    target_line: int | None = None
    words: int = 0  # of the source
    words_to_translate: int = 0
    urgent: bool = False
    note: str | None = None  # why the source changed, where somebody knows


@value
class DocumentReport:
    """How the translation of one document stands."""

    source_path: str | None  # None: an orphan
    target_path: str | None  # None: missing
    kind: DocumentKind | Literal["people", "tags"]
    lesson: int | None
    title: str
    state: DocumentState
    units: tuple[UnitReport, ...] = ()
    claimed_by: str | None = None

    @property
    def words(self) -> int:
        """How many words the source has; 0 for what is not to be translated."""
        return sum(unit.words for unit in self.units)

    @property
    def words_to_translate(self) -> int:
        """How many words a translator has to write anew."""
        return sum(unit.words_to_translate for unit in self.units)


@value
class Totals:
    """A language's documents in numbers. Documents are lessons; words and minutes are of all."""

    lessons: int
    translated: int
    outdated: int
    missing: int
    unverified: int
    words: int
    words_to_translate: int
    minutes_to_translate: int


@value
class TranslationReport:
    """All documents of the project, by target language."""

    source_language: str
    documents: Mapping[str, tuple[DocumentReport, ...]] = MappingProxyType({})
