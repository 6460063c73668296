"""Where a translation and everything about it lies, and how it stands, in short."""

from typing import Literal

from lessongen.model.document import DocumentKind
from lessongen.model.translation import Claim, DocumentState, UnitReport
from lessongen.model.unit import UnitKind
from lessongen.model.value import value

# What careful translators write; and a look at both sides, where nothing has to be written.
_WORDS_PER_MINUTE = 500 / 60
_MINUTES_TO_LOOK = 0.25

# Blocks of a source and of its translation that stand side by side: from, up to; from, up to; and
# whether the source has changed since. One of both may be without any.
Row = tuple[int, int, int, int, bool]

TrackedKind = DocumentKind | Literal["people", "tags"]


@value
class TranslationPlace:
    """One text in one target language: its files, whether they exist or not."""

    locale: str  # the target language
    key: str  # of the family; "people.yaml" and "tags.yaml" are no documents: their own names
    kind: TrackedKind
    source_path: str | None  # None: its source is gone
    target_path: str | None  # None: nobody has begun
    record_path: str  # where the record is read
    record_home: str  # where the record is to be written: another path after a renaming
    lesson: int | None = None
    title: str = ""
    translate: bool = True  # False: not to be translated


@value
class Progress:
    """Words of a source by what is to be done about their translation."""

    done: int = 0
    changed: int = 0
    missing: int = 0
    unverified: int = 0

    @property
    def total(self) -> int:
        """All words."""
        return self.done + self.changed + self.missing + self.unverified

    def plus(self, other: "Progress") -> "Progress":
        """The words of both."""
        return Progress(
            done=self.done + other.done,
            changed=self.changed + other.changed,
            missing=self.missing + other.missing,
            unverified=self.unverified + other.unverified,
        )


@value
class SourceChange:
    """A text of the source that its translation does not say yet."""

    unit: UnitReport
    since: str  # the day its translation was last confirmed, ISO 8601; "": never


@value
class UrgentBlock:
    """A block of the translation whose old wording misleads."""

    kind: UnitKind
    line: int  # in the translation's file


@value
class Standing:
    """How one translation stands: what pages and the dashboard need to know of it."""

    state: DocumentState
    progress: Progress = Progress()
    words_to_translate: int = 0
    looks: int = 0  # units that may need no more than a look and an `ok`
    since: str = ""  # the oldest confirmation among what is behind, else the newest of all
    urgent: tuple[UrgentBlock, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()  # lines: source, translation; by the record
    changes: tuple[SourceChange, ...] = ()
    claim: Claim | None = None
    rows: tuple[Row, ...] = ()  # both texts side by side; none where there is only one
    rows_digest: str = ""  # of the rows, and of the blocks that they speak of

    def claimant(self, today: str) -> Claim | None:
        """The claim, if it has not lapsed."""
        return self.claim if self.claim is not None and today <= self.claim.until else None


def minutes_for(words: int, looks: int) -> int:
    """How long it takes to write so many words, and to look at so many texts."""
    exact = words / _WORDS_PER_MINUTE + looks * _MINUTES_TO_LOOK
    return -int(-exact // 1)  # rounded up
