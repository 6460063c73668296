from lessongen.checks.site.undated import check
from tests.checks.builders import HERE, document, messages, site


def test_one_note_for_each_language_counts_its_entries() -> None:
    dated = document("01-x", published="2026-01-01")
    undated = [document("02-x", lesson=2), document("articles/a", kind="article")]
    spanish = document("02-x", locale="es", lesson=None)
    problems = list(check(site(dated, *undated, spanish)))
    assert messages(problems) == [
        '2 of 3 entries in "en" have no date and are left out of the feeds; this is the first',
        '1 of 1 entries in "es" have no date and are left out of the feeds; this is the first',
    ]
    assert problems[0].span.path == "content/en/02-x.md"
    assert [span.path for span in problems[0].related] == ["content/en/articles/a.md"]
    assert {problem.severity for problem in problems} == {"note"}


def test_a_translation_has_the_date_of_its_source() -> None:
    source = document(published="2026-01-01")
    assert not list(check(site(source, document(locale="es", lesson=None))))


def test_a_date_of_change_is_enough_and_pages_need_none() -> None:
    documents = [document(updated="2026-01-01"), document("pages/about", kind="page")]
    assert not list(check(site(*documents)))


def test_a_date_that_cannot_be_read_is_not_reported_twice() -> None:
    spans = {"published": HERE}
    source = document(spans=spans)
    assert not list(check(site(source, document(locale="es", lesson=None))))
