"""The translators' dashboard as people see it."""

from tests.rendering.html_page import Page
from tests.rendering.rich_site import rendered


def dashboard(locale: str) -> Page:
    folder = "translations/" if locale == "en" else f"translations/{locale}/"
    return rendered()[f"{folder}index.html"]


def words(page: Page) -> str:
    """All words of the main part, in single spaces."""
    return " ".join(page.one("main").words.split())


def test_each_language_has_its_dashboard_in_its_own_words() -> None:
    assert "Translations" in dashboard("en").one("h1").words
    assert "Traducciones" in dashboard("es").one("h1").words
    assert dashboard("es").one("html").attributes["lang"] == "es"


def test_pages_lead_to_the_dashboard_of_their_language() -> None:
    page = rendered()["es/leccion-1/index.html"]
    assert page.one("a", href="../../translations/es/").words == "Traducciones"
    page = rendered()["en/one-two/index.html"]
    assert page.one("a", href="../../translations/").words == "Translations"


def test_a_language_is_told_in_lessons_words_and_minutes() -> None:
    text = words(dashboard("es"))
    assert "0 de 2 lecciones al día" in text
    assert "una versión anterior" in text
    assert "una sin traducir todavía" in text
    assert "34 palabras por traducir" in text
    assert "unos 5 minutos" in text


def test_each_text_has_its_state_its_claim_and_the_day_it_follows() -> None:
    rows = {
        each.attributes["data-state"]: " ".join(each.words.split())
        for each in dashboard("es").all("li")
        if "data-state" in each.attributes
    }
    assert "1. Lección 1" in rows["outdated"]
    assert "Ana <3 está en ello hasta el 4 de diciembre de 2026" in rows["outdated"]
    assert "sigue el original del 3 de febrero de 2026" in rows["outdated"]
    assert "sin revisar todavía" in rows["unverified"]
    assert "su original ya no existe" in rows["orphan"]
    assert "no se traduce" in rows["excluded"]


def test_a_missing_translation_leads_to_its_source_and_says_its_language() -> None:
    links = [each for each in dashboard("es").all("a", hreflang="en") if "Lesson 2" in each.words]
    assert [each.attributes["href"] for each in links] == ["../../en/lesson-2-in-en/"]


def test_bars_say_in_words_what_they_show_and_add_up() -> None:
    page = dashboard("es")
    bars = page.all("svg", class_="bar", role="img")
    assert bars
    for bar in bars:
        assert "palabras:" in bar.attributes["aria-label"]
    assert not page.all("script", src="")
    assert "style=" not in page.html
    widths = [float(each.attributes["width"]) for each in page.all("rect")]
    assert abs(sum(widths) - 100 * len(bars)) < 0.1 * len(bars)


def test_the_overview_tells_what_is_oldest_and_who_is_at_work() -> None:
    text = words(dashboard("en"))
    assert "Who is at work" in text
    assert "What has waited longest" in text
    assert "Ana <3 is at work until December 4, 2026" in text


def test_dashboards_are_each_others_versions_and_nobody_has_to_find_them() -> None:
    page = dashboard("en")
    assert {each.attributes["href"] for each in page.all("a", hreflang="es", rel="alternate")} == {
        "../translations/es/"
    }
    assert page.one("meta", name="robots").attributes["content"] == "noindex"
