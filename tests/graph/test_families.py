"""Pairing of translations: `translation_of`, then the same path, then the same number."""

from lessongen.graph.families import pair_documents
from lessongen.model.document import Document
from lessongen.model.problem import Outcome
from tests.graph.builders import codes, document, lesson


def paired(*documents: Document) -> dict[str, dict[str, str]]:
    outcome = pair_documents(documents, ("en", "es", "fr"))
    assert outcome.problems == ()
    return {f.key: {locale: d.key for locale, d in f.members.items()} for f in outcome.value}


def test_the_same_path_pairs() -> None:
    assert paired(lesson("en/02-know.md", 2), lesson("es/02-know.md")) == {
        "02-know": {"en": "02-know", "es": "02-know"}
    }


def test_the_same_number_pairs_files_with_their_own_names() -> None:
    assert paired(lesson("en/02-know.md", 2), lesson("es/02-no-lo-se.md", 2)) == {
        "02-know": {"en": "02-know", "es": "02-no-lo-se"}
    }


def test_translation_of_wins_over_path_and_number() -> None:
    families = paired(
        lesson("en/02-a.md", 2),
        lesson("en/03-b.md", 3),
        lesson("es/02-a.md", translation_of="03-b"),
        lesson("es/03-b.md", translation_of="02-a"),
    )
    assert families == {
        "02-a": {"en": "02-a", "es": "03-b"},
        "03-b": {"en": "03-b", "es": "02-a"},
    }


def test_translation_of_may_be_written_as_a_path() -> None:
    for claim in (
        "articles/x",
        "articles/x.md",
        "en/articles/x.md",
        "content/en/articles/x.md",
        "x",
    ):
        families = paired(
            document("en/articles/x.md"), document("es/articles/y.md", translation_of=claim)
        )
        assert families == {"articles/x": {"en": "articles/x", "es": "articles/y"}}, claim


def test_three_languages_share_one_family() -> None:
    families = paired(
        lesson("en/02-a.md", 2),
        lesson("es/02-b.md", translation_of="02-a"),
        lesson("fr/02-b.md"),  # named as the Spanish file, not as the English one
    )
    assert families == {"02-a": {"en": "02-a", "es": "02-b", "fr": "02-b"}}


def test_a_lesson_that_only_a_translation_language_has_founds_its_own_family() -> None:
    families = paired(
        lesson("en/01-a.md", 1), lesson("es/07-solo.md", 7), lesson("fr/07-seul.md", 7)
    )
    assert families["07-solo"] == {"es": "07-solo", "fr": "07-seul"}


def test_english_may_be_the_translation() -> None:
    families = paired(
        lesson("es/07-solo.md", 7), lesson("en/07-alone.md", translation_of="07-solo")
    )
    assert families == {"07-solo": {"en": "07-alone", "es": "07-solo"}}


def test_two_lessons_of_one_language_never_pair() -> None:
    assert set(paired(lesson("en/02-a.md", 2), lesson("en/02-b.md", 2))) == {"02-a", "02-b"}


def problems_of(*documents: Document) -> Outcome[object]:
    return pair_documents(documents, ("en", "es", "fr"))


def test_two_claims_on_one_source_name_both_files() -> None:
    outcome = problems_of(
        lesson("en/02-a.md", 2), lesson("es/02-a.md"), lesson("es/x.md", translation_of="02-a")
    )
    [problem] = outcome.problems
    assert problem.code == "duplicate-translation"
    assert problem.span.path == "content/es/02-a.md"
    assert [span.path for span in problem.related] == ["content/es/x.md", "content/en/02-a.md"]


def test_a_claim_on_nothing_suggests_the_nearest_name() -> None:
    outcome = problems_of(lesson("en/02-know.md", 2), lesson("es/x.md", translation_of="02-knwo"))
    [problem] = outcome.problems
    assert (problem.code, problem.hint) == ("unknown-source", 'did you mean "02-know"?')


def test_claims_in_a_circle_are_named_and_end() -> None:
    outcome = problems_of(
        lesson("en/a.md", translation_of="b"), lesson("es/b.md", translation_of="a")
    )
    assert codes(outcome) == ["unknown-source", "unknown-source"]


def test_an_article_is_no_translation_of_a_lesson() -> None:
    outcome = problems_of(
        lesson("en/02-a.md", 2), document("es/articles/x.md", translation_of="02-a")
    )
    assert codes(outcome) == ["contradiction"]


def test_every_accepted_document_is_in_exactly_one_family() -> None:
    documents = [lesson(f"{locale}/{n:02}-x.md", n) for n in range(9) for locale in ("fr", "en")]
    outcome = pair_documents(documents, ("en", "es", "fr"))
    members = [member.path for family in outcome.value for member in family.members.values()]
    assert sorted(members) == sorted(each.path for each in documents)
