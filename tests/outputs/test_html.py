from collections.abc import Mapping
from typing import Any

import pytest

from lessongen.model.artifact import Artifact
from lessongen.model.document import Body, Credit, Document, SectionEntry
from lessongen.model.site import Site
from lessongen.model.value import fields_of
from lessongen.model.view import ArticleView, LessonView
from lessongen.model.view_frames import DocumentView
from lessongen.outputs.html import artifacts, page_data
from lessongen.rendering.pages import EDITION_PAGES, SITE_PAGES, site_pages
from tests.rendering.builders import (
    ASSETS,
    document,
    frames,
    lesson,
    link,
    person,
    site,
    tag,
    text,
    translation,
)

SECTIONS = (SectionEntry(key="a", title="First"), SectionEntry(key="b", title="Second"))


class Renderer:
    """Names the template and the page; counts what was rendered."""

    def __init__(self) -> None:
        self.rendered: list[str] = []

    def render(self, template: str, page: object, site: object) -> str:
        """A text that names what was asked for."""
        self.rendered.append(template)
        return f"{template} {getattr(page, 'path', None)} {getattr(site, 'locale', None)}"

    def closure_digest(self, template: str) -> str:
        """A digest that names the template."""
        return f"digest of {template}"


def made_of(made: Site) -> Mapping[str, Artifact]:
    return {each.path: each for each in artifacts(site_pages(made, ASSETS), Renderer())}


def a_site(
    changed: Document | None = None,
    spanish: Document | None = None,
    **settings: Any,  # noqa: ANN401
) -> Site:
    """Five lessons, the middle one as given; all but the last translated."""
    credit = (Credit(person="ana", role="author"),)
    english = [
        lesson("en", number, section="a" if number < 4 else "b", collaborators=credit)
        for number in range(1, 6)
    ]
    translations = [translation("es", number) for number in range(1, 5)]
    if changed is not None:
        english[1] = changed
    if spanish is not None:
        translations[1] = spanish
    return site(
        document("en", "index", title="Series", sections=SECTIONS),
        document("en", "articles/a", title="An article"),
        *english,
        *translations,
        people=[person("ana", en="Bio.", es="Vida.")],
        tags=[tag("help", en="Help", es="Ayuda")],
        **settings,
    )


def second(*, body: Body | None = None, **front: Any) -> Document:  # noqa: ANN401
    given = {"section": "a", "collaborators": (Credit(person="ana", role="author"),), **front}
    return lesson("en", 2, body=body, **given)


def differing(before: Site, after: Site) -> dict[str, set[str]]:
    """Which fields of which pages differ."""
    old, new = made_of(before), made_of(after)
    assert old.keys() == new.keys()
    changes = {
        path: {name for name in new[path].data if old[path].data.get(name) != new[path].data[name]}
        for path in new
    }
    return {path: names for path, names in changes.items() if names}


def test_an_edited_body_changes_its_page_and_the_page_of_all() -> None:
    edited = second(body=text("<p>Other text.</p>"))
    assert differing(a_site(), a_site(edited)) == {
        "en/lesson-2-in-en/index.html": {"body"},
        "en/all/index.html": {"lesson-2"},
    }


def test_a_longer_body_changes_only_what_shows_the_minutes() -> None:
    changes = differing(a_site(), a_site(second(body=text("<p>Text.</p>", words=700))))
    assert set(changes) == {
        "en/index.html",
        "en/section-1/index.html",
        "en/lesson-2-in-en/index.html",
        "en/all/index.html",
        "en/people/ana/index.html",
    }
    assert changes["en/lesson-2-in-en/index.html"] == {"minutes"}


def test_an_edited_title_changes_neighbours_and_what_lists_it() -> None:
    before, after = second(slug="x"), second(slug="x", title="Another title")
    changes = differing(a_site(before), a_site(after))
    assert changes == {
        "en/index.html": {"sections"},
        "en/section-1/index.html": {"section"},
        "en/x/index.html": {"title", "map"},
        "en/lesson-1-in-en/index.html": {"next", "map"},
        "en/lesson-3-in-en/index.html": {"previous", "map"},
        "en/takeaways/index.html": {"sections"},
        "en/all/index.html": {"lesson-2"},
        "en/search/index.html": {"lessons"},
        "en/people/ana/index.html": {"entries"},
        "en/404.html": {"sections"},
    }


def test_an_edited_translation_changes_no_page_of_its_source() -> None:
    edited = translation("es", 2, title="Otro título", slug="leccion-2", summary="Nuevo.")
    changes = differing(a_site(), a_site(spanish=edited))
    assert {path.partition("/")[0] for path in changes} == {"es"}


def test_an_edited_bio_changes_the_pages_that_show_it() -> None:
    before = site(lesson("en", 1), people=[person("ana", en="Bio.")])
    after = site(lesson("en", 1), people=[person("ana", en="New.")])
    assert differing(before, after) == {}
    credit = (Credit(person="ana"),)
    lessons = (lesson("en", 1, collaborators=credit), lesson("en", 2))
    before = site(*lessons, people=[person("ana", en="Bio.")])
    after = site(*lessons, people=[person("ana", en="New.")])
    assert differing(before, after) == {
        "en/lesson-1-in-en/index.html": {"people"},
        "en/people/index.html": {"people"},
        "en/people/ana/index.html": {"card"},
        "en/all/index.html": {"people"},
    }


def test_a_neighbours_new_address_changes_the_links_to_it() -> None:
    body = text(link("02-lesson.md"))
    english = (lesson("en", 1), lesson("en", 9, body=body, section="b"))
    before = site(*english, lesson("en", 2, slug="x"), document("en", "index", sections=SECTIONS))
    after = site(*english, lesson("en", 2, slug="y"), document("en", "index", sections=SECTIONS))
    old, new = made_of(before), made_of(after)
    path = "en/lesson-9-in-en/index.html"
    assert {n for n in new[path].data if old[path].data[n] != new[path].data[n]} >= {
        "body",
        "previous",
    }


def test_a_setting_that_all_pages_show_changes_all_pages() -> None:
    changes = differing(a_site(), a_site(contact={"en": "ana@example.org"}))
    assert set(changes) == {path for path in made_of(a_site()) if not path.startswith("es/")}
    assert all(names == {"site"} for names in changes.values())


def test_nothing_is_rendered_before_it_is_asked_for() -> None:
    renderer = Renderer()
    every = {each.path: each for each in artifacts(site_pages(a_site(), ASSETS), renderer)}
    assert renderer.rendered == []
    page = every["es/leccion-1/index.html"]
    assert page.produce() == b"lesson.html es/leccion-1/ es"
    assert renderer.rendered == ["lesson.html"]
    assert page.data["template"] == "digest of lesson.html"


def test_a_page_names_the_files_it_is_made_from() -> None:
    assert made_of(a_site())["es/leccion-1/index.html"].sources == (
        "content/es/01-lesson.md",
        "content/en/01-lesson.md",
        "content/es/02-lesson.md",
        "content/en/02-lesson.md",
    )


def test_documents_and_their_pages_have_no_field_of_the_same_name() -> None:
    for kind in (LessonView, ArticleView):
        assert not set(fields_of(kind)) & set(fields_of(DocumentView))


def test_the_data_of_a_page_holds_everything_it_shows() -> None:
    for page in site_pages(a_site(), ASSETS):
        names = set(page_data(page.view))
        shown = set(fields_of(type(page.view)))
        assert shown - names <= {"document"}


@pytest.mark.parametrize("template", [name for name, _ in (*EDITION_PAGES, *SITE_PAGES)])
def test_each_kind_of_page_has_one_line_in_the_table(template: str) -> None:
    assert [name for name, _ in (*EDITION_PAGES, *SITE_PAGES)].count(template) == 1


def test_the_same_site_gives_the_same_data() -> None:
    assert differing(a_site(), a_site()) == {}
    assert list(frames(a_site())) == ["en", "es"]
