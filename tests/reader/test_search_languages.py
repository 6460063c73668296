"""Search in languages with and without endings that Pagefind knows, in other scripts, by settings.

Where the theme has no words for a language, its pages speak English around the texts.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lessongen.cli import main
from tests.checkers.server import serve
from tests.tools import requires

# For each language a text, then what people may type, and whether that is found.
TEXTS = {
    "en": ("Write it down", "We write letters.", {"letter": True, "carta": False}),
    "fr": (
        "À l'école",
        "Les élèves écrivent à la maîtresse.",
        {"ECOLE": True, "école": True, "élève": True, "letters": False},
    ),
    "ar": (
        "الكتاب الأول",
        "يكتب الطلاب رسائل إلى المعلم.",
        {"الكتاب": True, "رسائل": True, "letters": False},
    ),
    "gl": (
        "A lingua",
        "Escribimos unha carta á mestra.",
        {"mestra": True, "a": True, "letters": False},
    ),
    "es-419": (
        "La línea",
        "Escribimos una carta.",
        {"linea": True, "cartas": True, "letters": False},
    ),
}
FRONT = "---\ntitle: {title}\n{more}slug: one\ntakeaways: [{title}, B, C]\n---\n{text}\n"


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    requires("pagefind")
    project = tmp_path_factory.mktemp("languages")
    for language, (title, text, _) in TEXTS.items():
        folder = project / "content" / language
        folder.mkdir(parents=True)
        more = "lesson: 1\nsection: 1\n" if language == "en" else ""
        page = FRONT.format(title=f'"{title}"', text=text, more=more)
        (folder / "01-one.md").write_text(page, encoding="utf-8")
    assert main(["--project", str(project), "build"]) == 0
    with serve(Path(project, "site"), below="/a/b/") as address:
        yield address


@pytest.mark.parametrize(
    ("language", "word", "found"),
    [(each, word, found) for each, (_, _, words) in TEXTS.items() for word, found in words.items()],
)
def test_a_word_is_found_in_its_language_and_in_no_other(
    page: Page,
    language: str,
    word: str,
    found: bool,  # noqa: FBT001 a case
) -> None:
    page.goto(f"{language}/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    page.keyboard.press("/")
    page.locator("#page\\.query").fill(word)
    expect(page.get_by_role("status")).to_contain_text(f"“{word}”")
    if found:
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(TEXTS[language][0])
        assert page.url.endswith(f"/a/b/{language}/one/")
    else:
        expect(page.locator(".results a")).to_have_count(0)
        expect(page.locator(".elsewhere a")).to_have_count(len(TEXTS) - 1)
