import pytest
from markupsafe import Markup

from lessongen.rendering.localized import Localized

SPANISH, ENGLISH = Localized("es"), Localized("en")


def test_a_date_is_written_as_the_language_writes_it() -> None:
    assert ENGLISH.date("2026-11-21") == "November 21, 2026"
    assert SPANISH.date("2026-11-21") == "21 de noviembre de 2026"
    assert SPANISH.date("2026-11-21", "short") == "21/11/26"


def test_what_is_no_date_comes_back() -> None:
    assert SPANISH.date("someday") == "someday"
    assert SPANISH.date("") == ""


def test_numbers_are_grouped() -> None:
    assert ENGLISH.number(12345) == "12,345"
    assert Localized("de").number(12345) == "12.345"
    assert (SPANISH.number(123), SPANISH.number(12345)) == ("123", "12.345")
    assert Localized("hi").number(1234567) == "12,34,567"
    assert (ENGLISH.number(0), ENGLISH.number(-1234)) == ("0", "-1,234")
    assert ENGLISH.number(2.75, 1) == "2.8"
    assert ENGLISH.number(3.0, 1) == "3"


@pytest.mark.parametrize(
    ("locale", "small", "large", "day"),
    [
        ("ar", "25", "1,234", "21 نوفمبر 2026"),  # CLDR gives Arabic without a country our digits
        ("ar-EG", "٢٥", "١٬٢٣٤", "٢١ نوفمبر ٢٠٢٦"),
        ("fa", "۲۵", "۱٬۲۳۴", "۲۱ نوامبر ۲۰۲۶"),
        ("mr", "२५", "१,२३४", "२१ नोव्हेंबर, २०२६"),
        ("pt-BR", "25", "1.234", "21 de novembro de 2026"),
    ],
)
def test_digits_are_those_that_the_language_writes(
    locale: str, small: str, large: str, day: str
) -> None:
    localized = Localized(locale)
    assert localized.number(25) == small
    assert localized.number(1234) == large
    assert localized.date("2026-11-21") == day


def test_arabic_has_six_plural_forms() -> None:
    counts = (0, 1, 2, 3, 11, 100, 102, 103)
    assert [Localized("ar").plural_index(count) for count in counts] == [0, 1, 2, 3, 4, 5, 5, 3]


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["Ana"], "Ana"),
        (["Ana", "Luis"], "Ana y Luis"),
        (["Ana", "Luis", "Eva"], "Ana, Luis y Eva"),
        (["Ana", "Ira"], "Ana e Ira"),
        (["Ana", "Luis", "Ivy"], "Ana, Luis e Ivy"),
        (["Ana", "Íñigo"], "Ana e Íñigo"),
        (["Ana", "Hilda"], "Ana e Hilda"),
        (["Ana", "Yves"], "Ana e Yves"),
        (["Ira", "Ana"], "Ira y Ana"),
        (["Ana", "Yolanda"], "Ana y Yolanda"),
        (["agua", "hielo"], "agua y hielo"),
        (["Ana", "Y"], "Ana y Y"),
        (["Ana", "{0}"], "Ana y {0}"),
    ],
)
def test_spanish_says_e_before_the_sound_of_i(names: list[str], joined: str) -> None:
    assert SPANISH.join_names(names) == joined


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["uno", "dos"], "uno o dos"),
        (["uno", "otro"], "uno u otro"),
        (["mujer", "hombre"], "mujer u hombre"),
        (["siete", "8"], "siete u 8"),
        (["10", "11"], "10 u 11"),
        (["100", "110"], "100 o 110"),
    ],
)
def test_spanish_says_u_before_the_sound_of_o(names: list[str], joined: str) -> None:
    assert SPANISH.join_names(names, "or") == joined


def test_regions_of_spanish_too_and_other_languages_not() -> None:
    assert Localized("es-MX").join_names(["Ana", "Ira"]) == "Ana e Ira"
    assert ENGLISH.join_names(["Ana", "Ira"]) == "Ana and Ira"
    assert ENGLISH.join_names(["A", "B", "C"]) == "A, B, and C"
    assert Localized("it").join_names(["Ana", "Ira"]) == "Ana e Ira"


def test_names_may_be_links_and_plain_ones_are_escaped() -> None:
    link = Markup('<a href="/ira/">Ira</a>')
    assert SPANISH.join_names(["A & B", link]) == 'A &amp; B e <a href="/ira/">Ira</a>'


def test_languages_by_name() -> None:
    assert ENGLISH.language_name("es") == "Spanish"
    assert SPANISH.language_name("en") == "inglés"
    assert ENGLISH.language_name("es", "es") == "español"
    assert ENGLISH.language_name("es-419", "es-419") == "español (Latinoamérica)"
    assert ENGLISH.language_name("tlh") in {"Klingon", "tlh"}
    assert ENGLISH.language_name("x-own") == "x-own"


@pytest.mark.parametrize("locale", ["x-own", "qaa", "no-such-tag-at-all", ""])
def test_a_language_that_babel_does_not_know_is_served(locale: str) -> None:
    unknown = Localized(locale)
    assert unknown.date("2026-11-21")
    assert unknown.number(12)
    assert unknown.join_names(["A", "B"])
    assert [unknown.plural_index(n) for n in (1, 2)] in ([0, 1], [0, 0])
    assert unknown.language_name("en")


@pytest.mark.parametrize(
    ("locale", "indexes"),
    [("en", [1, 0, 1, 1]), ("fr", [0, 0, 2, 2]), ("pl", [2, 0, 1, 2]), ("ja", [0, 0, 0, 0])],
)
def test_plural_forms_stand_in_the_order_of_cldr(locale: str, indexes: list[int]) -> None:
    assert [Localized(locale).plural_index(count) for count in (0, 1, 2, 5)] == indexes


def test_what_was_said_once_needs_no_babel() -> None:
    memo: dict[str, str] = {}
    Localized("es", memo).date("2026-11-21")
    assert memo
    memo.update(dict.fromkeys(memo, "remembered"))
    assert Localized("es", memo).date("2026-11-21") == "remembered"
    assert Localized("en", memo).date("2026-11-21") == "November 21, 2026"
