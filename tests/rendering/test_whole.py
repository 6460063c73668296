import re
from collections import Counter
from typing import Any

from lessongen.model.document import Body, Hole, HtmlFragment, Takeaway
from lessongen.model.site import Site
from lessongen.model.view import AllView
from lessongen.rendering.filling import Phrases, fill_body
from lessongen.rendering.pages import site_pages
from tests.rendering.builders import (
    ASSETS,
    document,
    frames,
    heading,
    lesson,
    link,
    site,
    text,
    translation,
)

PHRASES = Phrases(remark=str, label=str)
TAKEAWAYS = (Takeaway(text="One."), Takeaway(text="Two."))


def a_site(**settings: Any) -> Site:  # noqa: ANN401
    """Three lessons with the same headings, which link to one another and elsewhere."""

    def body(other: int) -> tuple[object, ...]:
        return (
            heading(0, "Why"),
            heading(1, "T1"),
            link(f"0{other}-lesson.md"),
            link(f"0{other}-lesson.md#why"),
            link("#why"),
            link("articles/a.md"),
        )

    lessons = [
        lesson("en", number, body=text(*body(other)), takeaways=TAKEAWAYS)  # type: ignore[arg-type]
        for number, other in ((1, 2), (2, 3), (3, 1))
    ]
    article = document("en", "articles/a", title="Elsewhere")
    return site(*lessons, article, translation("es", 1), **settings)


def whole(made: Site, locale: str = "en") -> AllView:
    output = {"en": "en/all/index.html", "es": "es/todo/index.html"}[locale]
    view = next(page.view for page in site_pages(made, ASSETS) if page.output == output)
    assert isinstance(view, AllView)
    return view


def bodies(view: AllView) -> str:
    lessons = [lesson for section in view.sections for lesson in section.lessons]
    return "".join(fill_body(lesson.body, PHRASES) for lesson in lessons)


def ids(view: AllView) -> list[str]:
    lessons = [lesson for section in view.sections for lesson in section.lessons]
    return [
        *re.findall(r' id="([^"]*)"', bodies(view)),
        *(section.anchor for section in view.sections),
        *(lesson.anchor for lesson in lessons),
        *(takeaway.anchor for lesson in lessons for takeaway in lesson.takeaways),
    ]


def test_ids_are_unique() -> None:
    repeated = [name for name, count in Counter(ids(whole(a_site()))).items() if count > 1]
    assert repeated == []


def test_links_to_lessons_stay_on_the_page_and_lead_to_an_id() -> None:
    view = whole(a_site())
    targets = re.findall(r'href="#([^"]*)"', bodies(view))
    assert len(targets) == 9
    assert set(targets) <= set(ids(view))


def test_other_links_lead_elsewhere() -> None:
    assert 'href="../../en/articles/elsewhere/"' in bodies(whole(a_site()))


def test_it_holds_what_there_is_in_the_language() -> None:
    numbers = [
        lesson.number for section in whole(a_site(), "es").sections for lesson in section.lessons
    ]
    assert numbers == [1]


def test_borrowed_lessons_say_their_language() -> None:
    view = whole(a_site(untranslated="fallback"), "es")
    assert [lesson.lang for section in view.sections for lesson in section.lessons] == [
        "",
        "en",
        "en",
    ]


def test_footnotes_are_named_by_their_lesson() -> None:
    hole: Hole = ("label", 0)
    notes = Body(html=HtmlFragment(parts=(hole,)), labels=("footnotes",))
    made = site(*(lesson("en", number, title=f"No. {number}", body=notes) for number in (1, 2)))
    assert bodies(whole(made)) == "footnotes: No. 1footnotes: No. 2"


def test_an_edition_without_lessons_has_an_empty_page() -> None:
    made = site(lesson("en", 1), languages=("en", "es"))
    assert whole(made, "es").sections == ()
    assert frames(made)["es"].total == 1
