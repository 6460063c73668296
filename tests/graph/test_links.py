import pytest

from lessongen.model.problem import Outcome
from lessongen.model.site import ResolvedLink, Site
from tests.graph.builders import body, codes, document, lesson, site


def linked(
    target: str, *, locale: str = "es", assets: tuple[str, ...] = ()
) -> tuple[ResolvedLink, Outcome[Site]]:
    """Where a link in lesson 1 leads, beside lesson 2 (both languages) and lesson 3 (English)."""
    headings = {"en": ["## Why"], "es": ["## Por qué"]}
    outcome = site(
        *(lesson(f"{x}/01-a.md", 1, body=body(links=[target])) for x in (locale,)),
        lesson("en/02-b.md", 2, slug="know", body=body(headings=headings["en"])),
        lesson("es/02-b.md", slug="sabes", body=body(headings=headings["es"])),
        lesson("en/03-c.md", 3, body=body(headings=["## Why"])),
        lesson("en/04-d.md", 4, status="draft"),
        document("en/articles/x.md"),
        document("es/articles/x.md", slug="equis"),
        assets=assets,
    )
    return outcome.value.editions[locale].nodes["01-a"].links[0], outcome


@pytest.mark.parametrize(
    ("target", "href", "fragment"),
    [
        ("02-b.md", "/es/sabes/", ""),
        ("./02-b.md#why", "/es/sabes/", "why"),
        ("02-b.md#por-qué", "/es/sabes/", "why"),
        ("02-b.md#por-qu%C3%A9", "/es/sabes/", "why"),
        ("02-b.md#por-que\u0301", "/es/sabes/", "why"),
        ("articles/x.md", "/es/articulos/equis/", ""),
        ("02-b.md?x=1#why", "/es/sabes/", "why"),
        ("/es/sabes/", "/es/sabes/", ""),
        ("/es/sabes#why", "/es/sabes/", "why"),
    ],
)
def test_links_lead_to_the_page_in_the_same_language(target: str, href: str, fragment: str) -> None:
    link, outcome = linked(target)
    assert (link.kind, link.href, link.fragment, link.locale) == ("page", href, fragment, "")
    assert outcome.problems == ()


def test_a_lesson_that_is_not_translated_is_linked_in_its_own_language() -> None:
    link, outcome = linked("03-c.md#why")
    assert (link.href, link.fragment, link.locale) == ("/en/03-c/", "why", "en")
    assert outcome.problems == ()


def test_a_link_into_another_languages_folder_stays_there() -> None:
    link, _ = linked("../en/02-b.md")
    assert (link.href, link.locale) == ("/en/know/", "en")


def test_a_missing_target_is_an_error_with_the_likely_name() -> None:
    link, outcome = linked("02-bb.md")
    [problem] = outcome.problems
    assert link.kind == "none"
    assert (problem.code, problem.severity) == ("broken-link", "error")
    assert problem.message == 'no lesson "02-bb.md"'
    assert problem.hint == 'did you mean "02-b.md"?'


def test_a_link_without_the_ending_is_told_to_name_the_source_file() -> None:
    _, outcome = linked("02-b/")
    assert outcome.problems[0].hint == 'link to the source file: "02-b.md"'


def test_a_missing_anchor_is_a_warning_and_the_page_is_still_reached() -> None:
    link, outcome = linked("02-b.md#wy")
    [problem] = outcome.problems
    assert (link.href, link.fragment) == ("/es/sabes/", "")
    assert (problem.code, problem.severity) == ("broken-anchor", "warning")
    assert problem.hint == 'did you mean "why"?'


def test_a_link_to_what_is_not_published_loses_the_link_and_keeps_the_text() -> None:
    link, outcome = linked("04-d.md")
    assert link.kind == "none"
    assert codes(outcome) == ["unpublished-link"]


@pytest.mark.parametrize("target", ["https://example.org/x", "mailto:a@b.example", "tel:+1", "//x"])
def test_what_leads_outside_is_left_alone(target: str) -> None:
    link, outcome = linked(target)
    assert (link.kind, link.href) == ("external", target)
    assert outcome.problems == ()


def test_a_file_is_linked_under_its_hashed_name() -> None:
    link, outcome = linked("../files/Plan%20A.PDF", assets=("files/Plan A.PDF",))
    assert (link.kind, link.href) == ("asset", "assets/Plan A.01234567.pdf")
    assert [asset.path for asset in outcome.value.assets] == ["assets/Plan A.01234567.pdf"]


@pytest.mark.parametrize("target", ["../../../etc/passwd", "../../lessongen.yaml", "/etc/passwd"])
def test_what_lies_outside_content_is_no_target(target: str) -> None:
    link, outcome = linked(target)
    assert link.kind == "none"
    assert codes(outcome) == ["broken-link"]


def test_a_missing_image_is_an_error_with_the_likely_name() -> None:
    outcome = site(
        lesson("en/01-a.md", 1, body=body(images=["img/cart.png", "img/chart.png"])),
        assets=("en/img/chart.png",),
    )
    [problem] = outcome.problems
    assert (problem.code, problem.hint) == ("missing-image", 'did you mean "img/chart.png"?')
    images = outcome.value.editions["en"].nodes["01-a"].images
    assert [bool(image.asset) for image in images] == [False, True]
