"""What pages that list or gather documents are made of; see `model/view.py`."""

from typing import Literal

from lessongen.model.value import value
from lessongen.model.view_pieces import (
    BodyView,
    EpigraphView,
    PersonCard,
    PersonLink,
    RoleGroup,
    TagLink,
    TakeawayView,
    Text,
)


@value
class LessonTakeaways:
    """A lesson's takeaways, on the page of all; each is at `path` + "#" + its anchor."""

    key: str  # the same in all languages
    number: int
    title: Text
    path: str
    lang: str  # of the takeaways
    takeaways: tuple[TakeawayView, ...]


@value
class SectionTakeaways:
    """The lessons of a section that have takeaways."""

    number: int
    title: Text
    path: str
    lessons: tuple[LessonTakeaways, ...]


@value
class Contributor:
    """A person in the list of people, with the number of their texts."""

    card: PersonCard
    count: int


@value
class SearchLesson:
    """A lesson and its takeaways, as the index from A to Z finds them."""

    number: int
    title: str
    path: str
    takeaways: tuple[TakeawayView, ...]


@value
class TagCount:
    """A tag in the list of tags, with the number of its texts."""

    tag: TagLink
    count: int


@value
class WholeLesson:
    """A lesson on the page of all; every id in it starts with the anchor and a "."."""

    anchor: str  # "lesson-2": its id on this page
    number: int
    path: str  # its own page
    lang: str  # of everything below; "": the page's language
    title: str
    summary: str
    minutes: int
    byline: tuple[RoleGroup, ...]
    translators: tuple[PersonLink, ...]
    epigraph: EpigraphView | None
    body: BodyView
    takeaways: tuple[TakeawayView, ...]  # anchors: "lesson-2.t1"
    credits: tuple[str, ...]


@value
class WholeSection:
    """A section on the page of all."""

    anchor: str  # "section-1"
    number: int
    title: Text
    summary: Text
    lessons: tuple[WholeLesson, ...]


@value
class Door:
    """A language of the site on the pages that belong to none."""

    locale: str
    direction: Literal["ltr", "rtl"]
    title: Text  # of the series; `lang` is always set here
    tagline: Text
    path: str  # the overview
