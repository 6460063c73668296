from typing import Any

import pytest

from lessongen.model.document import Body, Hole, HtmlFragment
from lessongen.model.site import AssetFile, Site
from lessongen.model.view import LessonView
from lessongen.rendering.filling import Phrases, fill_body
from lessongen.rendering.views import lesson_view
from tests.rendering.builders import (
    frames,
    heading,
    image,
    lesson,
    link,
    site,
    text,
    translation,
)

PHRASES = Phrases(remark=lambda other: f"(in {other}!)", label=lambda kind: f'<{kind}> "')
PHOTO = AssetFile(path="content/en/img/a b.jpg", digest="0123456789", size=9, width=40, height=30)


def filled(made: Site, locale: str = "en", key: str = "01-lesson") -> str:
    frame = frames(made)[locale]
    view = lesson_view(frame, key, frame.edition.nodes[key])
    assert isinstance(view, LessonView)
    return fill_body(view.document.body, PHRASES)


def alone(body: Body, **settings: Any) -> str:  # noqa: ANN401
    return filled(site(lesson("en", 1, body=body), assets=[PHOTO], **settings))


def test_a_link_to_a_lesson_is_relative() -> None:
    made = site(
        lesson("en", 1, body=text("<p>", link("02-lesson.md#why"), ".</p>")),
        lesson("en", 2, body=text(heading(0, "Why")), slug="second"),
    )
    assert filled(made) == '<p><a href="../../en/second/#why">words</a>.</p>'


def test_a_link_to_a_page_in_another_language_says_so_and_keeps_its_own_words() -> None:
    made = site(
        lesson("en", 1),
        lesson("en", 2, slug="second"),
        translation("es", 1, body=text(link("02-lesson.md", "la segunda"))),
    )
    assert filled(made, "es") == (
        '<a href="../../en/second/" hreflang="en" lang="en">'
        '<span lang="es">la segunda</span>'
        ' <span class="in-language" lang="es">(in en!)</span></a>'
    )


def test_a_link_whose_words_the_author_marked_keeps_that_mark() -> None:
    made = site(
        lesson("en", 1),
        lesson("en", 2, slug="second"),
        translation("es", 1, body=text(link("02-lesson.md", "the second", lang="en"))),
    )
    assert filled(made, "es") == (
        '<a href="../../en/second/" lang="en" hreflang="en">the second'
        ' <span class="in-language" lang="es">(in en!)</span></a>'
    )


def test_a_link_to_nothing_leaves_its_words() -> None:
    assert alone(text("<p>", link("09-missing.md"), "</p>")) == "<p>words</p>"


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("https://example.org/?a=1&b=%22", "https://example.org/?a=1&amp;b=%22"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
        ("#why", "#why"),
        ("#", "#"),
        ("img/a b.jpg", "../../assets/a%20b.01234567.jpg"),
    ],
)
def test_other_links_lead_where_they_say(target: str, href: str) -> None:
    body = text(link(target, title='"quoted" & <more>'), heading(0, "Why"))
    assert alone(body).startswith(
        f'<a href="{href}" title="&quot;quoted&quot; &amp; &lt;more&gt;">words</a>'
    )


def test_an_image_has_its_size_and_waits_until_it_is_seen() -> None:
    assert alone(text(image("img/a b.jpg", 'a "view"', title="x"))) == (
        '<img src="../../assets/a%20b.01234567.jpg" alt="a &quot;view&quot;" title="x"'
        ' width="40" height="30" loading="lazy" decoding="async">'
    )


def test_a_size_that_the_author_gave_is_left_alone() -> None:
    assert 'width="9" loading' in alone(text(image("img/a b.jpg", "a view", width="9")))


def test_a_link_keeps_the_last_character_of_a_fragment() -> None:
    body = text(link("#end."), heading(0, "End", "end."))
    assert alone(body).startswith('<a href="#end.">')


def test_an_image_without_words_is_decoration() -> None:
    assert ' alt="" ' in alone(text(image("img/a b.jpg", None)))


def test_a_missing_image_leaves_its_words() -> None:
    assert alone(text(image("no.png", "a <view>"))) == (
        '<span class="missing-image">a &lt;view&gt;</span>'
    )


def test_a_remote_image_is_a_link_unless_the_project_allows_it() -> None:
    body = text(image("https://example.org/x.png", "a view"))
    assert alone(body) == '<a href="https://example.org/x.png">a view</a>'
    assert alone(body, remote_images="allow") == (
        '<img src="https://example.org/x.png" alt="a view" loading="lazy" decoding="async">'
    )


def test_a_remote_image_inside_a_link_makes_no_link_in_a_link() -> None:
    body = Body(
        html=HtmlFragment(parts=(("link", 0), ("image", 0), ("/link", 0)), digest="x"),
        links=(link("https://example.org/"),),
        images=(image("https://example.org/x.png", "a view"),),
    )
    assert alone(body) == (
        '<a href="https://example.org/"><span class="missing-image">a view</span></a>'
    )


def test_headings_of_a_translation_have_the_ids_of_their_sources() -> None:
    made = site(
        lesson("en", 1, body=text(heading(0, "Why"))),
        translation("es", 1, body=text(heading(0, "Por qué"))),
    )
    assert filled(made, "es") == '<h2 id="why">Por qué</h2>'


def test_words_of_the_theme_are_safe_in_texts_and_attributes() -> None:
    parts: tuple[str | Hole, ...] = (
        '<aside aria-label="',
        ("label", 1),
        '"><p>',
        ("label", 0),
        "</p></aside>",
    )
    body = Body(html=HtmlFragment(parts=parts, digest="x"), labels=("note", "tip"))
    assert alone(body) == (
        '<aside aria-label="&lt;tip&gt; &quot;"><p>&lt;note&gt; &quot;</p></aside>'
    )
