from typing import Any

from lessongen.model.document import Body, Credit, Document, SectionEntry, Takeaway
from lessongen.model.people import Comment
from lessongen.model.site import Site
from lessongen.model.view import LessonView
from lessongen.model.view_pieces import Text
from lessongen.rendering.views import lesson_view, series_pages
from tests.rendering.builders import (
    document,
    frames,
    heading,
    lesson,
    link,
    person,
    site,
    tag,
    text,
    translation,
)

SECTIONS = (SectionEntry(key="a", title="First"), SectionEntry(key="b", title="Second"))
SERIES = document("en", "index", title="Series", sections=SECTIONS)


def view(made: Site, number: int = 1, locale: str = "en") -> LessonView:
    frame = frames(made)[locale]
    key = f"{number:02}-lesson"
    return lesson_view(frame, key, frame.edition.nodes[key])


def series_of(*numbers: int, **front: Any) -> list[Document]:  # noqa: ANN401
    return [lesson("en", number, **front) for number in numbers]


def test_a_lesson_knows_its_place() -> None:
    made = site(
        SERIES,
        *series_of(1, 2, section="a"),
        lesson("en", 3, section="b"),
        lesson("en", 4, section="b", status="planned"),
    )
    second = view(made, 2)
    assert (second.number, second.total) == (2, 4)
    assert second.section is not None
    assert (second.section.position, second.section.total) == (2, 2)
    assert second.previous is not None
    assert second.previous.section is None
    assert second.next is not None
    assert second.next.number == 3
    assert second.next.section is not None
    assert second.next.section.title == Text(text="Second")


def test_the_ends_of_the_series_have_no_neighbour() -> None:
    made = site(*series_of(1, 2))
    assert view(made, 1).previous is None
    assert view(made, 2).next is None


def test_the_small_map_opens_only_the_present_section() -> None:
    made = site(SERIES, *series_of(1, 2, section="a"), lesson("en", 3, section="b"))
    assert [len(leg.stops) for leg in view(made, 1).map] == [2, 0]
    assert [len(leg.stops) for leg in view(made, 3).map] == [0, 1]


def test_planned_lessons_are_named_but_no_links() -> None:
    made = site(*series_of(1), lesson("en", 2, status="planned", title="Later"))
    planned = view(made).map[0].stops[1]
    assert (planned.title.text, planned.state, planned.path) == ("Later", "planned", "")


def test_what_is_in_another_language_says_so() -> None:
    made = site(SERIES, *series_of(1, 2, section="a"), translation("es", 1))
    untranslated = view(made, 1, "es").map[0].stops[1]
    assert untranslated.title == Text(text="Lesson 2 in en", lang="en")
    assert untranslated.hreflang == "en"
    assert untranslated.state == "untranslated"
    assert view(made, 1, "es").map[0].title.lang == "en"
    assert view(made, 1, "en").map[0].title.lang == ""
    assert frames(made)["es"].view.title == Text(text="Series", lang="en")


def test_neighbours_are_those_that_exist_in_the_language() -> None:
    made = site(*series_of(1, 2, 3), translation("es", 1), translation("es", 3))
    following = view(made, 1, "es").next
    assert following is not None
    assert following.title == Text(text="Lección 3")


def test_the_language_switch_says_what_is_there() -> None:
    made = site(*series_of(1, 2), translation("es", 1), languages=("en", "es", "fr"))
    states = [(each.locale, each.state, each.path) for each in view(made, 1).versions]
    assert states == [
        ("en", "here", "en/lesson-1-in-en/"),
        ("es", "available", "es/leccion-1/"),
        ("fr", "missing", "fr/"),
    ]


def test_a_borrowed_page_says_whose_words_it_shows() -> None:
    body = text(link("02-lesson.md"), *[heading(n, f"H {n}") for n in range(4)])
    made = site(
        *[lesson("en", n, body=body, invitation="Write!") for n in (1, 2)],
        untranslated="fallback",
        base_url="https://example.org/",
    )
    page = view(made, 1, "es")
    assert page.document.lang == "en"
    assert page.document.invitation == Text(text="Write!", lang="en")
    assert page.document.borrowed is not None
    assert page.document.borrowed.path == "en/lesson-1-in-en/"
    assert page.head.canonical == "https://example.org/en/lesson-1-in-en/"
    assert page.head.alternates == ()
    assert page.next is not None
    assert page.next.title.lang == "en"
    assert page.map[0].stops[0].hreflang == ""  # it leads to a page in this language's frame
    assert view(made, 1, "en").document.borrowed is None


def test_people_stand_in_the_order_of_their_roles_and_translators_apart() -> None:
    named = (
        Credit(person="luz", role="editor"),
        Credit(name="Somebody Else", role="singer"),
        Credit(person="ana", role="author"),
        Credit(person="ira"),
    )
    made = site(
        *series_of(1, collaborators=named),
        translation("es", 1, translators=(Credit(person="luz"),)),
        people=[person("ana", en="Bio.", es="Vida."), person("ira", en="Bio."), person("luz")],
    )
    english, spanish = view(made, 1).document, view(made, 1, "es").document
    assert [(group.role, group.known) for group in english.byline] == [
        ("author", True),
        ("", True),
        ("editor", True),
        ("singer", False),
    ]
    assert english.byline[0].people[0].path == "en/people/ana/"
    assert english.byline[3].people[0].path == ""
    assert english.translators == ()
    assert [each.name for each in spanish.translators] == ["Luz"]
    assert [(each.locale, each.path) for each in english.translations] == [("es", "es/leccion-1/")]
    assert english.translations[0].translators[0].anchor == ""  # that bio is on the other page
    assert (spanish.source_locale, spanish.source_path) == ("en", "en/lesson-1-in-en/")
    assert [card.id for card in spanish.people] == ["luz", "ana", "ira"]
    assert [card.lang for card in spanish.people] == ["", "", "en"]


def test_an_unknown_person_is_shown_as_written() -> None:
    made = site(*series_of(1, collaborators=(Credit(person="nobody"),)))
    assert view(made).document.byline[0].people[0].name == "nobody"


def test_contents_are_for_long_texts_only() -> None:
    def entries(count: int) -> int:
        body = text(*[heading(n, f"H {n}") for n in range(count)])
        return len(view(site(lesson("en", 1, body=body))).document.contents)

    assert (entries(3), entries(4)) == (0, 4)


def test_contents_name_the_ids_that_the_page_has() -> None:
    headings = [heading(n, f"H {n}") for n in range(4)]
    spanish = [heading(n, f"Título {n}") for n in range(4)]
    made = site(lesson("en", 1, body=text(*headings)), translation("es", 1, body=text(*spanish)))
    entry = view(made, 1, "es").document.contents[1]
    assert (entry.text, entry.anchor) == ("Título 1", "h-1")


def test_a_takeaway_never_takes_the_id_of_a_heading() -> None:
    takeaways = (Takeaway(text="One", prompt="Why?"), Takeaway(text="Two"))
    made = site(lesson("en", 1, body=text(heading(0, "T2")), takeaways=takeaways))
    assert [(each.anchor, each.prompt) for each in view(made).takeaways] == [
        ("t1", "Why?"),
        ("t2.", ""),
    ]


def test_minutes_are_whole_and_at_least_one() -> None:
    assert view(site(lesson("en", 1, body=text(words=10)))).document.minutes == 1
    assert view(site(lesson("en", 1, body=text(words=600)))).document.minutes == 3


def test_drafts_are_marked_and_kept_out_of_search_engines() -> None:
    made = site(
        lesson("en", 1, status="draft"),
        lesson("en", 2, published="2027-01-01"),
        lesson("en", 3, published="2026-11-21"),
        drafts=True,
        base_url="https://example.org/",
    )
    pages = [view(made, number) for number in (1, 2, 3)]
    assert [page.document.status for page in pages] == ["draft", "scheduled", "published"]
    assert [page.head.robots for page in pages] == ["noindex", "noindex", ""]
    assert [bool(page.head.alternates) for page in pages] == [False, False, True]


def test_comments_keep_their_answers() -> None:
    answer = Comment(author="Luz", date="", text="Yes.")
    thread = (Comment(author="Ana", date="2011-03-05", text="One.\n\nTwo.", replies=(answer,)),)
    made = site(lesson("en", 1), comments={"content/en/01-lesson.md": thread})
    page = view(made).document
    assert page.comment_count == 2
    assert page.comments[0].paragraphs == ("One.", "Two.")
    assert page.comments[0].replies[0].author == "Luz"


def test_tags_are_labelled_in_the_language_that_has_a_label() -> None:
    made = site(
        lesson("en", 1, tags=("help", "mentoring")),
        translation("es", 1),
        tags=[tag("mentoring", en="Mentoring", es="Mentoría"), tag("help", en="Help")],
    )
    labels = [each.label for each in view(made, 1, "es").document.tags]
    assert labels == [Text(text="Help", lang="en"), Text(text="Mentoría")]


def test_the_address_to_edit_a_file_is_safe_in_a_link() -> None:
    made = site(
        document("en", "10 % más", lesson=1, section="1"),
        edit_url="https://example.org/edit/main/{path}",
    )
    frame = frames(made)["en"]
    page = lesson_view(frame, "10 % más", frame.edition.nodes["10 % más"])
    assert page.document.edit_url == (
        "https://example.org/edit/main/content/en/10%20%25%20m%C3%A1s.md"
    )


def test_the_overview_counts_what_can_be_read() -> None:
    made = site(
        document("en", "index", title="Series", body=Body(html=text().html), sections=SECTIONS),
        *series_of(1, 2, section="a"),
        lesson("en", 3, section="b", status="planned"),
        translation("es", 2),
    )
    english, spanish = (next(series_pages(frame)).view for frame in frames(made).values())
    assert getattr(english, "published", None) == 2
    assert getattr(spanish, "published", None) == 1
    assert getattr(spanish, "total", None) == 3
    assert getattr(spanish, "document", "") is None
    first = getattr(spanish, "first", None)
    assert first is not None
    assert first.number == 2
