from lessongen.model.document import Takeaway
from lessongen.model.search import SearchText
from lessongen.model.site import Site
from lessongen.model.view import SearchView
from lessongen.rendering.alphabet import alphabetical
from lessongen.rendering.pages import site_pages
from lessongen.rendering.search_texts import search_html, search_texts
from tests.rendering.builders import (
    ASSETS,
    document,
    heading,
    image,
    lesson,
    link,
    person,
    site,
    tag,
    text,
    translation,
)


def found(made: Site) -> dict[str, SearchText]:
    return {each.path: each for each in search_texts(made)}


def view(made: Site, output: str) -> SearchView:
    page = next(page.view for page in site_pages(made, ASSETS) if page.output == output)
    assert isinstance(page, SearchView)
    return page


def test_only_texts_of_the_language_itself_are_found() -> None:
    made = site(
        lesson("en", 1),
        lesson("en", 2),
        translation("es", 1, slug="leccion-1"),
        document("en", "index"),
        document("en", "articles/why"),
        document("en", "pages/about"),
        untranslated="fallback",
        tags=[tag("work", en="Work")],
    )
    assert set(found(made)) == {
        "en/index.html",
        "en/lesson-1-in-en/index.html",
        "en/lesson-2-in-en/index.html",
        "en/articles/why/index.html",
        "en/about/index.html",
        "es/leccion-1/index.html",
    }
    assert {each.locale for path, each in found(made).items() if path.startswith("es/")} == {"es"}


def test_drafts_are_found_only_where_they_are_shown() -> None:
    texts = lesson("en", 1), lesson("en", 2, status="draft")
    assert "en/lesson-2-in-en/index.html" not in found(site(*texts))
    assert "en/lesson-2-in-en/index.html" in found(site(*texts, drafts=True))


def test_people_are_found_by_what_is_told_of_them_in_the_language() -> None:
    from lessongen.model.document import Credit

    credits_ = (Credit(person="ana", name="Ana", role=""),)
    made = site(
        lesson("en", 1, collaborators=credits_),
        translation("es", 1),
        people=[person("ana", en="Ana runs a help desk.")],
    )
    assert found(made)["en/people/ana/index.html"].before == ("Ana runs a help desk.",)
    assert "es/personas/ana/index.html" not in found(made)


def test_what_is_indexed_are_the_words_of_the_page_and_nothing_around_them() -> None:
    body = text("<p>See ", link("02-lesson.md", "the next"), "</p>", heading(0, "Why", "why"))
    first = lesson(
        "en",
        1,
        title="Tom & Ana",
        body=body,
        takeaways=(Takeaway(text="Keep < it.", prompt="What?"),),
    )
    html = search_html(found(site(first, lesson("en", 2)))["en/tom-ana/index.html"])
    assert '<html lang="en">' in html
    assert 'data-pagefind-meta="number:1"' in html
    inside = html.partition("<body")[2].partition(">")[2]
    assert inside == (
        "<h1>Tom &amp; Ana</h1><p>About 1.</p><p>See the next</p>"
        '<h2 id="why">Why</h2><p>Keep &lt; it.</p><p>What?</p></body></html>'
    )


def test_an_image_that_is_not_shown_leaves_its_words() -> None:
    body = text("<p>", image("https://example.org/x.png", "The queue"), "</p>")
    [linked] = search_texts(site(lesson("en", 1, body=body), languages=("en",)))
    assert "<p>The queue" in search_html(linked) or ">The queue<" in search_html(linked)
    [shown] = search_texts(
        site(lesson("en", 1, body=body), languages=("en",), remote_images="allow")
    )
    assert 'alt="The queue"' in search_html(shown)
    assert shown != linked


def test_what_only_lists_and_addresses_show_changes_no_text() -> None:
    def texts(*tags: str, slug: str, published: str) -> tuple[SearchText, ...]:
        body = text("<p>", link("02-lesson.md", "next"), "</p>")
        second = lesson("en", 2, slug=slug, title="Two")
        first = lesson("en", 1, body=body, tags=tags, published=published)
        return tuple(each for each in search_texts(site(first, second)) if each.number == 1)

    before = texts("a", slug="two", published="2026-01-01")
    assert before == texts("b", "c", slug="zwei", published="2026-02-02")


def test_the_search_page_lists_everything_from_a_to_z() -> None:
    made = site(
        lesson("en", 1, title="“Zero” mail", takeaways=(Takeaway(text="Ánimo first."),)),
        lesson("en", 2, title="apples", tags=("work",), takeaways=()),
        document("en", "articles/why", title="25 reasons"),
        tags=[tag("work", en="Work")],
    )
    letters = alphabetical(view(made, "en/search/index.html"))
    assert [letter.letter for letter in letters] == ["#", "A", "W", "Z"]
    assert [(e.kind, e.text.text, e.path, e.number) for x in letters for e in x.entries] == [
        ("text", "25 reasons", "en/articles/25-reasons/", 0),
        ("takeaway", "Ánimo first.", "en/zero-mail/#t1", 1),
        ("lesson", "apples", "en/apples/", 2),
        ("tag", "Work", "en/tags/work/", 0),
        ("lesson", "“Zero” mail", "en/zero-mail/", 1),
    ]


def test_a_language_without_a_text_of_its_own_has_no_search_page() -> None:
    made = site(lesson("en", 1), untranslated="fallback")
    outputs = {page.output for page in site_pages(made, ASSETS)}
    assert "en/search/index.html" in outputs
    assert "es/search/index.html" not in outputs
