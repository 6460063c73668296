"""The real site as files: what can be said without a browser."""

from collections.abc import Mapping
from pathlib import Path

from tests.checkers.feeds import feed_problems
from tests.checkers.links import link_problems
from tests.checkers.metadata import alternates, hreflang_problems, metadata_problems
from tests.checkers.nu import nu_problems
from tests.checkers.reading_order import reading_order_problems
from tests.checkers.site import BuiltSite
from tests.checkers.sitemap import sitemap_problems
from tests.tools import requires

CHECKED_BY_NU = {".css", ".svg"}


def told(problems: list[str]) -> str:
    return "\n".join(problems)


def test_both_languages_have_one_page_of_each_kind(site_kinds: Mapping[str, Path]) -> None:
    kinds = {language: set[str]() for language in ("en", "es")}
    for name in site_kinds:
        language, _, kind = name.partition(" ")
        if language in kinds:
            kinds[language].add(kind)
    assert kinds["en"] == kinds["es"]


def test_every_link_and_fragment_leads_somewhere(built_site: BuiltSite) -> None:
    problems = list(link_problems(built_site))
    assert not problems, told(problems)


def test_every_page_has_a_sound_head_and_outline(built_site: BuiltSite) -> None:
    problems = list(metadata_problems(built_site))
    assert not problems, told(problems)


def test_alternates_are_symmetric_and_name_the_page_itself(built_site: BuiltSite) -> None:
    problems = list(hreflang_problems(built_site))
    assert not problems, told(problems)


def test_lessons_have_alternates_and_a_canonical(
    built_site: BuiltSite, site_kinds: Mapping[str, Path]
) -> None:
    for language in ("en", "es"):
        lesson = site_kinds[f"{language} lesson"]
        assert set(alternates(built_site, lesson)) == {"en", "es", "x-default"}
        assert built_site.document(lesson).link("canonical") == built_site.url(lesson)


def test_the_sitemap_is_sound(built_site: BuiltSite) -> None:
    problems = list(sitemap_problems(built_site))
    assert not problems, told(problems)


def test_the_feeds_are_sound(built_site: BuiltSite) -> None:
    folders = [built_site.folder / language for language in built_site.languages]
    problems = [problem for folder in folders for problem in feed_problems(folder)]
    assert not problems, told(problems)


def test_previous_and_next_visit_every_lesson_once(built_site: BuiltSite) -> None:
    languages = built_site.languages
    problems = [p for language in languages for p in reading_order_problems(built_site, language)]
    assert not problems, told(problems)


def test_the_html_checker_finds_nothing(built_site: BuiltSite, audited: Mapping[str, Path]) -> None:
    others = [f for f in sorted(built_site.folder.rglob("*")) if f.suffix in CHECKED_BY_NU]
    files = [*audited.values(), *others]
    problems = list(nu_problems(requires("java"), requires("nu"), files))
    assert not problems, told(problems)
