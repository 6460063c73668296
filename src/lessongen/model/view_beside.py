"""What the page shows on which a text and its translation stand side by side."""

from collections.abc import Sequence

from lessongen.model.document import DocumentKind, Takeaway
from lessongen.model.standing import Row
from lessongen.model.value import field, value
from lessongen.model.view_frames import Stale
from lessongen.model.view_pieces import (
    BodyView,
    EpigraphView,
    Head,
    Neighbour,
    PersonLink,
    RoleGroup,
    SectionLink,
    TakeawayView,
    Version,
)


@value
class Side:
    """One of the two texts."""

    locale: str
    path: str  # the page that shows it alone
    anchor: str  # of its title, where links of the text to its own page lead
    title: str
    summary: str
    epigraph: EpigraphView | None
    body: BodyView


@value
class BesideRows:
    """Which blocks of the source and of its translation stand side by side."""

    rows: Sequence[Row] = field(compare=False, repr=False)
    digest: str  # stands for the rows
    turned: bool  # the reader's own text is the translation


@value
class BesideView:
    """bilingual.html: a lesson, article or page with its translation beside it.

    `page | rows_beside` gives the rows, as HTML.
    """

    path: str
    root: str
    head: Head
    versions: tuple[Version, ...]
    kind: DocumentKind
    key: str  # the same in all languages: what readers' progress is kept under
    number: int  # of a lesson, else 0
    total: int  # lessons in the series
    section: SectionLink | None
    own: Side  # in the language of the page
    other: Side
    rows: BesideRows
    takeaways: tuple[TakeawayView, ...]
    other_takeaways: tuple[Takeaway, ...]  # they have no anchors
    byline: tuple[RoleGroup, ...]  # the people's anchors do not hold here: only their pages
    translators: tuple[PersonLink, ...]  # of the translation, whichever side it is
    stale: Stale | None  # the source has changed since
    previous: Neighbour | None  # side by side too, where that page exists
    next: Neighbour | None
