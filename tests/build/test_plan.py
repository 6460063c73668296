from collections.abc import Mapping

import pytest

from lessongen.build.plan import plan_build
from lessongen.model.artifact import Artifact, Plan, Written
from lessongen.model.problem import Outcome
from lessongen.model.source import Span
from tests.build.builders import artifact, content_digest, listed, present, written

A = artifact("en/a/index.html", "content/en/a.md", title="a", next="b")
B = artifact("en/b/index.html", "content/en/b.md", title="b", next="")


def planned(
    *artifacts: Artifact,
    before: tuple[Artifact, ...] = (),
    known: Mapping[str, Written] | None = None,
    there: Mapping[str, str] | None = None,
    manifest: Mapping[str, frozenset[str]] | None = None,
) -> Outcome[Plan]:
    """The plan after a build that wrote `before`, with what has changed since."""
    return plan_build(
        artifacts,
        written=written(*before) if known is None else known,
        manifest=listed(*before) if manifest is None else manifest,
        present=present(*before) if there is None else there,
    )


def reasons(outcome: Outcome[Plan]) -> dict[str, tuple[str, ...]]:
    return {change.artifact.path: change.reasons for change in outcome.value.write}


def test_the_first_build_writes_everything() -> None:
    assert reasons(planned(A, B)) == {A.path: ("new",), B.path: ("new",)}


def test_what_has_not_changed_is_kept() -> None:
    assert planned(A, B, before=(A, B)).value == Plan(
        write=(), keep=(A.path, B.path), delete=(), left=()
    )


def test_positions_are_no_reason_to_write() -> None:
    before = artifact("a", link=Span(path="x", line=1))
    after = artifact("a", link=Span(path="x", line=2))
    # Only the bytes in the test's artifacts show positions.
    outcome = planned(after, before=(before,))
    assert outcome.value.keep == ("a",)


def test_the_fields_that_differ_are_the_reasons() -> None:
    after = artifact(A.path, title="a", next="c", summary="new")
    assert reasons(planned(after, B, before=(A, B))) == {A.path: ("next", "summary")}


def test_a_field_that_is_gone_is_a_reason() -> None:
    assert reasons(planned(artifact(A.path, title="a"), before=(A,))) == {A.path: ("next",)}


def test_what_is_missing_in_the_output_is_written_again() -> None:
    assert reasons(planned(A, before=(A,), there={})) == {A.path: ("missing in the output",)}


def test_what_was_changed_by_hand_is_written_again() -> None:
    assert reasons(planned(A, before=(A,), there={A.path: "other"})) == {
        A.path: ("changed by hand",)
    }


def test_what_an_interrupted_build_left_is_written_again() -> None:
    manifest = {A.path: frozenset({content_digest(A), "newer"})}
    outcome = planned(A, before=(A,), manifest=manifest, there={A.path: "newer"})
    assert reasons(outcome) == {A.path: ("the last build was interrupted",)}


def test_without_a_record_a_listed_file_is_made_again() -> None:
    assert reasons(planned(A, before=(A,), known={})) == {A.path: ("no record of it",)}


def test_stale_files_are_deleted_if_they_are_as_they_were_written() -> None:
    outcome = planned(A, before=(A, B))
    assert outcome.value.delete == (B.path,)
    assert outcome.problems == ()


def test_stale_files_that_are_gone_are_no_matter() -> None:
    assert planned(A, before=(A, B), there=present(A)).value.delete == ()


@pytest.mark.parametrize("digest", ["other", ""])
def test_a_stale_file_that_was_changed_by_hand_stays(digest: str) -> None:
    outcome = planned(A, before=(A, B), there={**present(A), B.path: digest})
    assert outcome.value.delete == ()
    assert outcome.value.left == (B.path,)
    (problem,) = outcome.problems
    assert (problem.code, problem.severity) == ("stale-file", "warning")
    assert problem.span.path == f"site/{B.path}"


def test_files_that_nobody_listed_are_never_deleted() -> None:
    there = {**present(A), "mine.txt": "x"}
    assert planned(A, before=(A,), there=there).value.delete == ()


def test_either_digest_of_an_interrupted_build_is_ours_to_delete() -> None:
    manifest = {B.path: frozenset({"old", "new"})}
    for digest in ("old", "new"):
        outcome = planned(manifest=manifest, known={}, there={B.path: digest})
        assert outcome.value.delete == (B.path,)


def test_collisions_are_errors() -> None:
    outcome = planned(A, artifact(A.path, "content/en/c.md", title="c"))
    assert [problem.code for problem in outcome.problems] == ["route-collision"]


def test_the_plan_does_not_depend_on_the_order_of_what_is_known() -> None:

    forth = planned(A, before=(A, B, artifact("c"), artifact("d")))
    back = plan_build(
        (A,),
        written=written(A),
        manifest=dict(reversed(list(listed(A, B, artifact("c"), artifact("d")).items()))),
        present=dict(reversed(list(present(A, B, artifact("c"), artifact("d")).items()))),
    )
    assert forth.value.delete == back.value.delete == ("c", "d", B.path)
