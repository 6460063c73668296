"""Takeaways as pages show them: the ids under which readers' recall is kept."""

from lessongen.model.document import Takeaway
from lessongen.model.view import SeriesView
from lessongen.rendering.views import series_pages
from tests.rendering.builders import frames, lesson, site, translation

PLAIN = (Takeaway(text="a"), Takeaway(text="b"))
NAMED = (Takeaway(text="A", id="first"), Takeaway(text="B"))


def ids(source: tuple[Takeaway, ...], own: tuple[Takeaway, ...]) -> tuple[list[str], list[str]]:
    """Return the ids of the takeaways in English and in their translation."""
    made = site(lesson("en", 1, takeaways=source), translation("es", 1, takeaways=own))
    shown = (frames(made)[locale].takeaways["01-lesson"] for locale in ("en", "es"))
    english, spanish = ([each.id for each in takeaways] for takeaways in shown)
    return english, spanish


def test_a_translation_shares_the_ids_of_its_source() -> None:
    assert ids(NAMED, PLAIN) == (["first", "#2"], ["first", "#2"])
    assert ids(NAMED, NAMED) == (["first", "#2"], ["first", "#2"])
    assert ids(PLAIN, PLAIN) == (["#1", "#2"], ["#1", "#2"])


def test_places_mean_nothing_where_one_list_is_longer() -> None:
    assert ids(NAMED, PLAIN[:1]) == (["first", "#2"], ["#1"])


def test_no_two_takeaways_of_a_lesson_share_an_id() -> None:
    turned = (Takeaway(text="B"), Takeaway(text="A", id="first"))
    assert ids(NAMED, turned) == (["first", "#2"], ["#1", "first"])


def test_the_overview_knows_the_cards_that_its_language_has() -> None:
    made = site(
        lesson("en", 1, takeaways=NAMED),
        lesson("en", 2, takeaways=()),
        translation("es", 2, takeaways=PLAIN),
    )
    cards = {}
    for locale in ("en", "es"):
        (page,) = series_pages(frames(made)[locale])
        assert isinstance(page.view, SeriesView)
        cards[locale] = dict(page.view.cards)
    assert cards == {"en": {"01-lesson": ("first", "#2")}, "es": {"02-lesson": ("#1", "#2")}}


def test_a_closed_section_of_the_small_map_names_what_can_be_read_in_it() -> None:
    made = site(
        lesson("en", 1, section="a"),
        lesson("en", 2, section="b"),
        lesson("en", 3, section="b", status="planned"),
    )
    _, closed = frames(made)["en"].maps["a"]
    assert closed.stops == ()
    assert closed.lessons == ("02-lesson",)


def test_in_a_long_series_a_page_does_not_grow_with_every_lesson() -> None:
    made = site(
        *(lesson("en", number, section="a") for number in range(1, 31)),
        *(lesson("en", number, section="b") for number in range(31, 65)),
    )
    opened, closed = frames(made)["en"].maps["a"]
    assert len(opened.lessons) == 30
    assert closed.lessons == ()
