"""Artifacts and what is known of the last build become a plan: what to write, and why."""

from collections.abc import Iterator, Mapping, Sequence

from lessongen.build.collisions import find_collisions
from lessongen.build.digest import Digester
from lessongen.build.places import folded
from lessongen.model.artifact import Artifact, Change, Plan, Written
from lessongen.model.problem import Outcome, Problem
from lessongen.model.source import Span

NEW = "new"
MISSING = "missing in the output"
BY_HAND = "changed by hand"
NO_RECORD = "no record of it"
INTERRUPTED = "the last build was interrupted"
OTHER = "content"  # fields agree although the whole does not: a chance in four billion


def plan_build(
    artifacts: Sequence[Artifact],
    *,
    written: Mapping[str, Written],
    manifest: Mapping[str, frozenset[str]],
    present: Mapping[str, str],
    output: str = "site",
) -> Outcome[Plan]:
    """What to write, keep and delete in the output folder.

    `written` is what the last build knew of its artifacts, `manifest` holds the digests of the
    bytes it wrote, `present` those of the bytes that are there now ("" for what is no file);
    all by path. `output` is the folder's name for messages. With an error among the problems
    the plan is not to be carried out.
    """
    problems = list(find_collisions(artifacts))
    digester = Digester()
    write: list[Change] = []
    keep: list[str] = []
    for artifact in artifacts:
        path = artifact.path
        old = written.get(path)
        key = "" if old is None else digester.digest(artifact.data)
        if old and old.digest == present.get(path) and _is_same(old, key, artifact, digester):
            keep.append(path)
        else:
            listed = manifest.get(path, frozenset())
            # What is new is digested by whoever makes it.
            fields = {} if old is None else digester.fields(artifact.data)
            reasons = tuple(_reasons(key, fields, old, listed, present.get(path)))
            write.append(Change(artifact=artifact, reasons=reasons, key=key, fields=fields))
    claimed = {artifact.path for artifact in artifacts}
    stale = sorted(path for path in manifest if path in present and path not in claimed)
    delete = tuple(path for path in stale if present[path] in manifest[path])
    left = tuple(path for path in stale if present[path] not in manifest[path])
    problems.extend(_stale_file(path, output) for path in left)
    return Outcome(
        value=Plan(write=tuple(write), keep=tuple(keep), delete=delete, left=left),
        problems=tuple(problems),
    )


def _is_same(old: Written, key: str, artifact: Artifact, digester: Digester) -> bool:
    """Whether the data are what they were; an amended page is known by its fields alone."""
    return old.key == key or (not old.key and old.fields == digester.fields(artifact.data))


def ours(path: str, manifest: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The digests listed for a path, or for one that is the same file on some systems."""
    listed = manifest.get(path)
    if listed is not None:
        return listed
    place = folded(path)
    same = (digests for other, digests in manifest.items() if folded(other) == place)
    return next(same, frozenset())


def _reasons(
    key: str,
    fields: Mapping[str, int],
    old: Written | None,
    listed: frozenset[str],
    present: str | None,
) -> Iterator[str]:
    if old is None:
        yield NO_RECORD if listed and present is not None else NEW
        return
    if old.key != key:
        yield from _differing(old.fields, fields)
    if present is None:
        yield MISSING
    elif present != old.digest:
        yield INTERRUPTED if present in listed else BY_HAND


def _differing(old: Mapping[str, int], new: Mapping[str, int]) -> Sequence[str]:
    names = old.keys() | new.keys()
    return sorted(name for name in names if old.get(name) != new.get(name)) or [OTHER]


def _stale_file(path: str, output: str) -> Problem:
    return Problem(
        code="stale-file",
        severity="warning",
        message="nothing makes this page any more, but it was changed by hand, so it stays",
        span=Span(path=f"{output}/{path}"),
        hint="delete it, or move it out of the output folder if you need it",
    )
