"""A language that lessongen does not bring is complete with one file of words."""

import re
import subprocess
from pathlib import Path

import pytest

from lessongen.model.catalog import Catalog
from lessongen.rendering.localized import Localized
from lessongen.rendering.used_messages import missing_messages, used_messages
from lessongen.rendering.words import Words
from tests.languages.projects import ARABIC, FRENCH
from tests.languages.words import catalog_of, keys_of
from tests.rendering.theme import bundled_templates
from tests.tools import requires

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
CATALOGS = pytest.mark.parametrize("path", [FRENCH, ARABIC], ids=["fr", "ar"])


@CATALOGS
def test_a_catalog_says_all_that_the_theme_says_and_no_more(path: Path) -> None:
    catalog = catalog_of(path)
    missing = missing_messages(bundled_templates(), {catalog.locale: catalog})
    assert [problem.message for problem in missing] == []
    used = {(each.context, each.text) for each in used_messages(bundled_templates())}
    assert keys_of(catalog) == used


@CATALOGS
def test_every_placeholder_is_known(path: Path) -> None:
    for each in used_messages(bundled_templates()):
        known = {*PLACEHOLDER.findall(each.text + each.plural), "%(count)s"}
        for form in catalog_of(path).find(each.text, each.context):
            assert {*PLACEHOLDER.findall(form)} <= known, form


@CATALOGS
def test_gettext_accepts_the_file(path: Path) -> None:
    command = [str(requires("msgfmt")), "--check-format", "-o", "/dev/null", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا دروس"),
        (1, "درس واحد"),
        (2, "درسان"),
        (3, "3 دروس"),
        (10, "10 دروس"),
        (11, "11 درسًا"),
        (25, "25 درسًا"),
        (100, "100 درس"),
        (102, "102 درس"),
        (103, "103 دروس"),
    ],
)
def test_arabic_counts_in_six_ways(count: int, said: str) -> None:
    words = Words(catalog_of(ARABIC), Localized("ar"))
    assert words.ngettext("One lesson", "%(count)s lessons", count) == said


def test_french_counts_none_as_one() -> None:
    words = Words(catalog_of(FRENCH), Localized("fr"))
    said = [words.ngettext("One lesson", "%(count)s lessons", count) for count in (0, 1, 2)]
    assert said == ["0 leçon", "1 leçon", "2 leçons"]


def test_a_country_writes_the_words_of_its_language_with_its_own_digits() -> None:
    forms = catalog_of(ARABIC).forms
    words = Words(Catalog(locale="ar-EG", forms=forms), Localized("ar-EG"))
    assert words.ngettext("One lesson", "%(count)s lessons", 25) == "٢٥ درسًا"
