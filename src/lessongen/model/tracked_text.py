"""What is told of a text and its translation as data."""

from lessongen.model.standing import Progress, SourceChange, TrackedKind
from lessongen.model.translation import DocumentState
from lessongen.model.value import value


@value
class TrackedText:
    """A text and its translation into one language, by their files."""

    locale: str
    key: str
    kind: TrackedKind
    source_path: str | None
    target_path: str | None
    lesson: int | None
    title: str  # the source's
    page: str  # path of the source's page, or ""
    published: str  # the day that the source was last changed, as far as it says so, or ""
    state: DocumentState
    progress: Progress
    words_to_translate: int
    looks: int
    claimed_by: str | None
    changes: tuple[SourceChange, ...]
