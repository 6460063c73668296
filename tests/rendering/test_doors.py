from lessongen.model.site import Site
from lessongen.model.view import ChooserView, NotFoundView, PageView, RedirectView
from lessongen.rendering.pages import site_pages
from tests.rendering.builders import ASSETS, document, lesson, site, translation


def view(made: Site, output: str) -> PageView:
    return next(page.view for page in site_pages(made, ASSETS) if page.output == output)


def a_site(base_url: str = "") -> Site:
    return site(
        document("en", "index", title="Series", tagline="Short"),
        lesson("en", 1, aliases=("/old/one/", "/1.html")),
        translation("es", 1, aliases=("/viejo/",)),
        languages=("en", "es", "ar"),
        base_url=base_url,
    )


def test_the_chooser_has_a_door_for_each_language_and_says_whose_words_it_shows() -> None:
    chooser = view(a_site(), "index.html")
    assert isinstance(chooser, ChooserView)
    assert chooser.root == "./"
    assert [(door.locale, door.direction, door.path) for door in chooser.doors] == [
        ("en", "ltr", "en/"),
        ("es", "ltr", "es/"),
        ("ar", "rtl", "ar/"),
    ]
    assert {door.title.lang for door in chooser.doors} == {"en"}
    assert {each.state for each in chooser.versions} == {"available"}


def test_pages_that_a_host_shows_anywhere_start_at_the_site() -> None:
    for output in ("404.html", "en/404.html", "es/404.html"):
        assert view(a_site(), output).root == "/"
        assert view(a_site("https://example.org/a/b/"), output).root == "/a/b/"


def test_not_found_offers_the_map_with_names_alone() -> None:
    page = view(a_site(), "es/404.html")
    assert isinstance(page, NotFoundView)
    place = page.sections[0].places[0]
    assert (place.title.text, place.path, place.minutes) == ("Lección 1", "es/leccion-1/", 0)
    assert [each.state for each in page.versions] == ["available", "here", "available"]


def test_an_old_address_leads_to_the_new_one_from_any_depth() -> None:
    made = a_site("https://example.org/c/")
    for output, root in (("old/one/index.html", "../../"), ("1.html", "./")):
        page = view(made, output)
        assert isinstance(page, RedirectView)
        assert (page.root, page.target) == (root, "en/lesson-1-in-en/")
        assert page.head.canonical == "https://example.org/c/en/lesson-1-in-en/"


def test_an_old_address_speaks_the_language_of_its_page() -> None:
    pages = {page.output: page.site.locale for page in site_pages(a_site(), ASSETS)}
    assert pages["viejo/index.html"] == "es"
