from collections.abc import Mapping

from lessongen.model.artifact import Artifact
from lessongen.model.card import Cards
from lessongen.model.site import Site
from lessongen.model.theme import Theme
from lessongen.outputs import cards, theme
from lessongen.rendering.page import SitePage
from lessongen.rendering.pages import site_pages
from tests.rendering.builders import ASSETS, document, lesson, site, translation

BASE = "https://example.org/course/"
DRAWN = Cards(drawn=True, fallback="assets/card.1a2b.png", width=1200, height=630)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (800).to_bytes(4) + (420).to_bytes(4)


class Renderer:
    """Knows the names of two languages."""

    def autonym(self, locale: str) -> str:
        """The name of a language in itself."""
        return {"en": "English", "es": "Español"}[locale]


def a_site(title: str = "Say so", *, base_url: str = BASE) -> Site:
    return site(
        document("en", "index", title="Series"),
        lesson("en", 1, title=title, slug="one"),
        lesson("en", 2, slug="two"),
        translation("es", 1, title="Dilo", slug="uno"),
        document("en", "articles/a", title="An article"),
        languages=("en", "es"),
        base_url=base_url,
    )


def pages_of(made: Site, given: Cards = DRAWN) -> Mapping[str, SitePage]:
    return {page.output: page for page in site_pages(made, ASSETS, given)}


def artifacts_of(made: Site, given: Cards = DRAWN) -> Mapping[str, Artifact]:
    pages = tuple(pages_of(made, given).values())
    return {each.path: each for each in cards.artifacts(pages, Renderer())}


def test_lessons_sections_articles_and_the_series_have_a_card_in_each_language() -> None:
    assert {*artifacts_of(a_site())} == {
        *("en/card.png", "en/section-1/card.png", "en/one/card.png", "en/two/card.png"),
        *(
            "en/articles/an-article/card.png",
            "es/card.png",
            "es/seccion-1/card.png",
            "es/uno/card.png",
        ),
    }


def test_other_pages_show_the_card_of_the_series() -> None:
    pages = pages_of(a_site())
    for output in ("index.html", "en/all/index.html", "en/articles/index.html"):
        image = pages[output].view.head.image
        assert image is not None
        assert image.path == "en/card.png"


def test_a_card_is_drawn_again_only_when_what_it_shows_changes() -> None:
    before, after = artifacts_of(a_site()), artifacts_of(a_site("Say it"))
    differing = {path for path in before if before[path].data != after[path].data}
    assert differing == {"en/one/card.png"}


def test_the_address_changes_with_the_picture_and_the_file_does_not() -> None:
    images = [pages_of(a_site(title))["en/one/index.html"].view.head.image for title in "ab"]
    assert images[0] is not None
    assert images[1] is not None
    assert images[0].path == images[1].path
    assert images[0].url != images[1].url
    assert images[0].url.startswith(BASE + "en/one/card.png?")


def test_a_card_is_a_png() -> None:
    assert artifacts_of(a_site())["en/one/card.png"].produce().startswith(b"\x89PNG")


def test_without_an_address_there_is_no_card() -> None:
    made = a_site(base_url="")
    assert not artifacts_of(made)
    assert {page.view.head.image for page in pages_of(made).values()} == {None}


def test_without_pillow_every_page_shows_the_theme_s_card() -> None:
    given = Cards(fallback="assets/card.1a2b.png", width=800, height=420)
    assert not artifacts_of(a_site(), given)
    image = pages_of(a_site(), given)["en/one/index.html"].view.head.image
    assert image is not None
    assert (image.url, image.width) == (BASE + "assets/card.1a2b.png", 800)


def test_a_script_that_the_font_cannot_draw_has_the_theme_s_card_too() -> None:
    made = a_site("日本語")
    assert "en/one/card.png" not in artifacts_of(made)
    image = pages_of(made)["en/one/index.html"].view.head.image
    assert image is not None
    assert image.path == "assets/card.1a2b.png"


def test_the_size_of_a_project_s_own_card_is_told() -> None:
    own = theme.cards_of(Theme(assets={"card.png": PNG}), drawn=False)
    assert (own.width, own.height, own.drawn) == (800, 420, False)
    assert own.fallback.startswith("assets/card.")
    assert theme.cards_of(Theme(assets={"card.png": b"no picture"}), drawn=True).width == 0
    assert theme.cards_of(Theme(), drawn=True) == Cards(drawn=True)
