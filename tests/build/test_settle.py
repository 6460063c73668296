from collections.abc import Mapping

import pytest

from lessongen.build.digest import digest_of_bytes
from lessongen.build.settle import Settlement, settle
from lessongen.model.artifact import Plan, Written
from lessongen.model.problem import Outcome
from tests.build.builders import artifact, change, content_digest, listed, plan, written

A = artifact("en/a/index.html", "content/en/a.md", title="a")
NEW = artifact("en/a/index.html", "content/en/a.md", title="new")
B = artifact("en/b/index.html", "content/en/b.md", title="b")


def settled(
    what: Plan,
    *,
    there: Mapping[str, str] | None = None,
    manifest: Mapping[str, frozenset[str]] | None = None,
    known: Mapping[str, Written] | None = None,
    obstacles: Mapping[str, str] | None = None,
) -> Outcome[Settlement]:
    digests = {each.artifact.path: content_digest(each.artifact) for each in what.write}
    return settle(
        what,
        digests,
        new={each.artifact.path: ("key", {}) for each in what.write},
        written=known or {},
        manifest=manifest or {},
        present=there or {},
        obstacles=obstacles or {},
    )


def test_new_files_are_written() -> None:
    outcome = settled(plan(change(A)))
    assert outcome.value.write == (A.path,)
    assert outcome.value.after == listed(A)
    assert outcome.value.before == listed(A)
    assert outcome.problems == ()


def test_a_file_with_the_very_bytes_is_adopted_whoever_wrote_it() -> None:
    outcome = settled(plan(change(A)), there={A.path: content_digest(A)})
    assert outcome.value.write == ()
    assert outcome.value.after == listed(A)
    assert outcome.value.written == written(A)
    assert outcome.problems == ()


@pytest.mark.parametrize("digest", ["other", ""])
def test_a_file_that_lessongen_did_not_write_is_an_error(digest: str) -> None:
    (problem,) = settled(plan(change(A)), there={A.path: digest}).problems
    assert (problem.code, problem.severity) == ("foreign-file", "error")
    assert problem.span.path == f"site/{A.path}"
    assert [span.path for span in problem.related] == ["content/en/a.md"]
    assert problem.hint


def test_an_empty_file_has_nothing_to_lose() -> None:
    outcome = settled(plan(change(A)), there={A.path: digest_of_bytes(b"")})
    assert outcome.problems == ()
    assert outcome.value.write == (A.path,)


def test_a_listed_page_is_replaced_even_if_somebody_changed_it() -> None:
    outcome = settled(plan(change(NEW)), there={A.path: "by hand"}, manifest=listed(A))
    assert outcome.problems == ()
    assert outcome.value.write == (A.path,)


def test_a_link_in_the_place_of_a_listed_page_is_not_replaced() -> None:
    (problem,) = settled(plan(change(NEW)), there={A.path: ""}, manifest=listed(A)).problems
    assert problem.code == "foreign-file"


def test_a_page_we_know_we_wrote_is_replaced_even_if_the_manifest_is_lost() -> None:
    outcome = settled(plan(change(NEW)), there={A.path: content_digest(A)}, known=written(A))
    assert outcome.problems == ()
    assert outcome.value.write == (A.path,)


def test_a_page_listed_under_other_capitals_is_ours_where_the_system_ignores_them() -> None:
    manifest = {"EN/A/index.html": frozenset({"old"})}
    assert settled(plan(change(NEW)), there={A.path: "old"}, manifest=manifest).problems == ()


def test_old_and_new_digests_are_listed_while_pages_are_replaced() -> None:
    what = plan(change(NEW), keep=(B.path,), delete=("old",))
    outcome = settled(
        what,
        there={A.path: content_digest(A), B.path: content_digest(B), "old": "o"},
        manifest={**listed(A, B), "old": frozenset({"o"})},
        known=written(A, B),
    )
    both = frozenset({content_digest(A), content_digest(NEW)})
    assert outcome.value.before == {A.path: both, **listed(B), "old": frozenset({"o"})}
    assert outcome.value.after == listed(NEW, B)
    assert outcome.value.delete == ("old",)
    assert outcome.value.written == written(NEW, B)


def test_a_file_that_was_left_stays_listed() -> None:
    what = Plan(write=(), keep=(), delete=(), left=("old",))
    assert settled(what, manifest={"old": frozenset({"o"})}).value.after == {
        "old": frozenset({"o"})
    }


def test_what_stands_in_the_way_is_an_error() -> None:
    (problem,) = settled(plan(change(A)), obstacles={"en": A.path}).problems
    assert problem.code == "foreign-file"
    assert problem.span.path == "site/en"
    assert A.path in problem.message


def test_a_stale_file_of_ours_is_no_obstacle() -> None:
    outcome = settled(
        plan(change(A), delete=("en",)),
        obstacles={"en": A.path},
        manifest={"en": frozenset({"x"})},
        there={"en": "x"},
    )
    assert outcome.problems == ()
