"""Sites in three languages, from right to left, from Spanish, and with regions and scripts."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checkers.feeds import feed_problems
from tests.checkers.links import link_problems
from tests.checkers.metadata import alternates, hreflang_problems, metadata_problems
from tests.checkers.nu import nu_problems
from tests.checkers.site import BuiltSite
from tests.checkers.sitemap import sitemap_problems
from tests.languages.projects import ARABIC, BASE_URL, FRENCH, NAMES, build
from tests.languages.words import catalog_of, said_on, untranslated
from tests.tools import requires

Sites = Mapping[str, BuiltSite]


def page(site: BuiltSite, path: str) -> Path:
    """Return the file of a page that must be there."""
    found = site.file(BASE_URL + path)
    assert found is not None, path
    return found


def links(site: BuiltSite, path: str) -> dict[str, str]:
    """Return text of the language links in a page's header: language → text."""
    return {
        element.get("hreflang"): element.text.strip()
        for element in site.document(page(site, path)).all("a", within="header")
        if element.get("hreflang") and "nav" in element.within
    }


# --- what holds for all of them ----------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_links_heads_alternates_sitemap_and_feeds_are_sound(sites: Sites, name: str) -> None:
    site = sites[name]
    problems = [
        *link_problems(site),
        *metadata_problems(site),
        *hreflang_problems(site),
        *sitemap_problems(site),
        *(each for language in site.languages for each in feed_problems(site.folder / language)),
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_that_can_be_shared_names_a_picture_that_is_there(
    sites: Sites, name: str
) -> None:
    for _, document in sites[name].documents():
        if not document.meta("robots") and document.meta("og:url").startswith(BASE_URL):
            picture = document.meta("og:image")
            assert sites[name].file(picture) is not None, picture
            sizes = (document.meta("og:image:width"), document.meta("og:image:height"))
            assert sizes == ("1200", "630")
            assert document.meta("og:image:alt")
            assert document.meta("twitter:card") == "summary_large_image"


def test_the_html_checker_finds_nothing(sites: Sites) -> None:
    pages = [file for site in sites.values() for file in site.pages]
    problems = list(nu_problems(requires("java"), requires("nu"), pages))
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", ["three", "right-to-left", "from-spanish"])
def test_there_is_nothing_to_say_about_a_complete_project(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = build(name, tmp_path, capsys).said
    assert "warning" not in said
    assert "error" not in said


# --- three languages ---------------------------------------------------------


def test_alternates_are_the_versions_that_exist(sites: Sites) -> None:
    site = sites["three"]
    everywhere = {
        "en": f"{BASE_URL}en/ask-early/",
        "es": f"{BASE_URL}es/pregunta-pronto/",
        "fr": f"{BASE_URL}fr/demandez-tot/",
        "x-default": f"{BASE_URL}en/ask-early/",
    }
    for language in ("en", "es", "fr"):
        path = everywhere[language].removeprefix(BASE_URL)
        assert alternates(site, page(site, path)) == everywhere
    listen = alternates(site, page(site, "es/escucha-hasta-el-final/"))
    assert set(listen) == {"en", "es", "x-default"}
    article = alternates(site, page(site, "fr/articles/trois-minutes/"))
    assert set(article) == {"en", "fr", "x-default"}


def test_texts_stand_beside_their_source_only(sites: Sites) -> None:
    folder = sites["three"].folder
    beside = {
        file.parent.relative_to(folder).as_posix()
        for file in folder.glob("*/*/??/index.html")
        if file.parent.name in ("en", "es", "fr")
    }
    assert {each for each in beside if "demand" in each or "ask" in each} == {
        "en/ask-early/es",
        "en/ask-early/fr",
        "fr/demandez-tot/en",
    }
    assert "es/pregunta-pronto/en" in beside
    assert not [each for each in beside if each.startswith("es/") and each.endswith("/fr")]


def test_the_switch_offers_the_two_other_languages(sites: Sites) -> None:
    site = sites["three"]
    assert links(site, "fr/demandez-tot/") == {"en": "Read in English", "es": "Leer en español"}
    assert links(site, "en/ask-early/") == {"es": "Leer en español", "fr": "Lire en français"}


def test_a_missing_version_is_said_in_the_language_that_misses_it(sites: Sites) -> None:
    said = said_on(page(sites["three"], "en/listen-to-the-end/"))
    french = [each.text for each in said if each.language == "fr"]
    assert "Pas encore traduite en français." in french
    assert "La série en français" in french


def test_the_chooser_has_a_door_for_each_language_in_its_own_words(sites: Sites) -> None:
    doors = {
        element.get("hreflang"): (element.get("lang"), element.get("href"))
        for element in sites["three"].document(page(sites["three"], "")).all("a", within="ul")
    }
    assert doors == {each: (each, f"./{each}/") for each in ("en", "es", "fr")}
    said = said_on(page(sites["three"], ""))
    assert {"Small lessons", "Lecciones pequeñas", "Petites leçons"} <= {each.text for each in said}


def test_addresses_have_the_words_of_the_catalog(sites: Sites) -> None:
    for path in ("fr/a-retenir/", "fr/personnes/ana/", "fr/themes/asking/", "fr/tout/"):
        page(sites["three"], path)


def test_an_old_address_leads_to_the_source(sites: Sites) -> None:
    redirect = sites["three"].document(page(sites["three"], "ask/"))
    assert redirect.redirects
    assert redirect.link("canonical") == f"{BASE_URL}en/ask-early/"


# --- no English where the page is in another language ------------------------


@pytest.mark.parametrize(
    ("name", "catalog"),
    [("three", FRENCH), ("from-spanish", FRENCH), ("right-to-left", ARABIC)],
)
def test_no_message_is_left_in_english(sites: Sites, name: str, catalog: Path) -> None:
    words = catalog_of(catalog)
    pages = [
        file for file in sites[name].pages if sites[name].document(file).language == words.locale
    ]
    assert len(pages) > 8
    left = [
        f"{sites[name].name(file)}: {text}" for file in pages for text in untranslated(file, words)
    ]
    assert not left, "\n".join(left)


def test_a_message_left_in_english_would_be_found(sites: Sites, tmp_path: Path) -> None:
    source = page(sites["three"], "fr/demandez-tot/").read_text(encoding="utf-8")
    broken = source.replace("Aller au contenu", "Skip to the content")
    broken = broken.replace("Leçon 1 sur 3", "Lesson 1 of 3")
    (tmp_path / "broken.html").write_text(broken, encoding="utf-8")
    left = set(untranslated(tmp_path / "broken.html", catalog_of(FRENCH)))
    assert left == {"Skip to the content", "Lesson 1 of 3"}


def test_arabic_pages_have_no_latin_words_of_their_own(sites: Sites) -> None:
    """Also what no catalog knows: words that stand in a template as they are."""
    site = sites["right-to-left"]
    names = {"Atom", "JSON", "lessons", "example", "mail"}
    left = set()
    for file in site.pages:
        for said in said_on(file):
            words = {
                "".join(filter(str.isascii, word)).strip(".,:;()[]{}@·")
                for word in said.text.split()
            }
            latin = {word for word in words if word.isalpha() and len(word) > 1} - names
            if said.language == "ar" and latin and "{" not in said.text:
                left.add(f"{site.name(file)}: {said.text}")
    assert not left, "\n".join(sorted(left))


# --- from right to left ------------------------------------------------------


def test_pages_say_which_way_they_are_written(sites: Sites) -> None:
    site = sites["right-to-left"]
    directions = {
        (document.language, next(document.all("html")).get("dir"))
        for _, document in site.documents()
    }
    assert directions == {("ar", "rtl"), ("en", "ltr")}


def test_two_and_few_are_said_as_arabic_says_them(sites: Sites) -> None:
    said = {each.text for each in said_on(page(sites["right-to-left"], "ar/"))}
    assert "نُشر 2 من 3 دروس" in said
    comments = {each.text for each in said_on(page(sites["right-to-left"], "ar/isal-mubakkiran/"))}
    assert "تعليقان" in comments


def test_what_no_font_of_ours_can_draw_has_the_theme_s_card(sites: Sites) -> None:
    site = sites["right-to-left"]
    document = site.document(page(site, "ar/isal-mubakkiran/"))
    assert document.meta("og:image").startswith(f"{BASE_URL}assets/card.")
    english = site.document(page(site, "en/ask-early/")).meta("og:image")
    assert english.startswith(f"{BASE_URL}en/ask-early/card.png?")
    assert site.file(english) is not None


# --- a source in Spanish -----------------------------------------------------


def test_the_source_need_not_be_english(sites: Sites) -> None:
    site = sites["from-spanish"]
    found = alternates(site, page(site, "fr/demandez-tot/"))
    assert found["x-default"] == found["es"] == f"{BASE_URL}es/pregunta-pronto/"
    assert set(found) == {"es", "fr", "x-default"}
    assert site.languages == ("es", "fr")
    assert site.document(page(site, "")).language == "es"
    assert site.document(page(site, "translations/")).language == "es"


def test_an_untranslated_lesson_is_listed_in_spanish_on_the_french_map(sites: Sites) -> None:
    said = said_on(page(sites["from-spanish"], "fr/"))
    assert ("es", "Escucha hasta el final") in said
    assert "(en espagnol)" in {each.text for each in said}


# --- regions and scripts -----------------------------------------------------


def test_tags_stand_in_addresses_and_pages_as_they_are(sites: Sites) -> None:
    site = sites["tags"]
    assert site.document(page(site, "pt-BR/pergunte-cedo/")).language == "pt-BR"
    assert site.document(page(site, "zh-Hant/jinzao-fawen/")).language == "zh-Hant"
    assert set(alternates(site, page(site, "en/ask-early/"))) == {
        "en",
        "pt-BR",
        "zh-Hant",
        "x-default",
    }
    assert site.document(page(site, "pt-BR/")).meta("og:locale") == "pt_BR"
    assert {*links(site, "en/ask-early/")} == {"pt-BR", "zh-Hant"}


def test_a_region_speaks_its_language_and_says_the_rest_in_english(sites: Sites) -> None:
    said = {each.text for each in said_on(page(sites["tags"], "pt-BR/"))}
    assert {"Lições", "Páginas principais"} <= said  # pt.po
    assert "Para guardar" in said  # pt_BR.po, in place of pt.po
    assert "A reter" not in said
    assert "Search" in said  # nobody has said it


def test_one_line_for_each_language_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = build("tags", tmp_path, capsys).said
    warnings = [line for line in said.splitlines() if "warning[" in line]
    assert [line.partition(" warning")[0] for line in warnings] == [
        "templates/messages/pt-BR.po:1:1:",
        "templates/messages/zh-Hant.po:1:1:",
    ]
    assert "[missing-message]" in warnings[0]
    assert "[missing-catalog]" in warnings[1]
