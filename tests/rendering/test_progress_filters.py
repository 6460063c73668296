from lessongen.model.catalog import Catalog
from lessongen.model.standing import Progress
from lessongen.model.view_translations import TranslationGroup
from lessongen.rendering.localized import Localized
from lessongen.rendering.progress_filters import ProgressFilters
from lessongen.rendering.words import Words
from tests.rendering.theme import bundled_catalog


def filters(locale: str, catalog: Catalog | None = None) -> ProgressFilters:
    return ProgressFilters(Words(catalog or bundled_catalog(locale), Localized(locale)))


def group(words: int, minutes: int) -> TranslationGroup:
    progress = Progress(missing=words)
    return TranslationGroup(
        kind="article", section=None, progress=progress, words=words, minutes=minutes
    )


def test_a_bar_shows_the_parts_that_there_are_one_after_the_other_and_says_them() -> None:
    bar = filters("en").bar(Progress(done=1500, changed=250, missing=250))
    assert str(bar) == (
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img"'
        ' aria-label="Of 2,000 words: 1,500 translated, 250 changed, 0 not checked, 250 missing">\n'
        '<rect class="bar-done" x="0.0" width="75.0" height="4"/>\n'
        '<rect class="bar-changed" x="75.0" width="12.5" height="4"/>\n'
        '<rect class="bar-missing" x="87.5" width="12.5" height="4"/>\n'
        "</svg>\n"
    )


def test_a_text_without_words_has_no_bar() -> None:
    assert filters("en").bar(Progress()) == ""


def test_what_is_left_is_said_in_words_and_minutes_as_far_as_there_is_any() -> None:
    assert filters("es").work_left(group(1, 1)) == (
        "<span>Una palabra por traducir</span>\n<span>alrededor de un minuto</span>\n"
    )
    assert filters("en").work_left(group(12, 0)) == "<span>12 words to translate</span>\n"
    assert filters("en").work_left(group(0, 0)) == ""


def test_words_of_a_catalog_are_text() -> None:
    catalog = Catalog(locale="en", forms={"about one minute": ("<1 & more",)})
    assert filters("en", catalog).work_left(group(0, 1)) == "<span>&lt;1 &amp; more</span>\n"
