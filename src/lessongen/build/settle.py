"""A plan and the bytes that were made: what is really written, and what must not be touched."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from lessongen.build.digest import digest_of_bytes
from lessongen.build.plan import ours
from lessongen.model.artifact import Change, Plan, Written
from lessongen.model.problem import Outcome, Problem
from lessongen.model.source import Span

_EMPTY = digest_of_bytes(b"")


Digests = tuple[str, Mapping[str, int]]  # of an artifact's data, and of each of its fields
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Settlement(NamedTuple):
    """What is done to the output folder, and what the next build may know of it."""

    write: tuple[str, ...] = ()
    delete: tuple[str, ...] = ()
    before: Mapping[str, frozenset[str]] = _NOTHING  # listed while writing
    after: Mapping[str, frozenset[str]] = _NOTHING  # listed in the end
    written: Mapping[str, Written] = _NOTHING


def settle(
    plan: Plan,
    digests: Mapping[str, str],
    *,
    new: Mapping[str, Digests],
    written: Mapping[str, Written],
    manifest: Mapping[str, frozenset[str]],
    present: Mapping[str, str],
    obstacles: Mapping[str, str],
    output: str = "site",
) -> Outcome[Settlement]:
    """What to do, and an error for every file at a page's place that is not lessongen's.

    `digests` are those of the bytes made for each change, `new` those of the data of what is new;
    `obstacles` names what stands where a folder is needed (or a folder where a file is), and a
    path that needs it.
    """
    problems: list[Problem] = []
    write: list[str] = []
    for change in plan.write:
        path = change.artifact.path
        here = present.get(path)
        if here is not None and not _may_replace(path, here, digests[path], written, manifest):
            problems.append(_foreign_file(path, change, output))
        if here != digests[path]:
            write.append(path)
    in_the_way = sorted(set(obstacles) - set(plan.delete))
    problems.extend(_obstacle(path, obstacles[path], output) for path in in_the_way)
    after = _listed_after(plan, digests, written, manifest)
    settlement = Settlement(
        write=tuple(write),
        delete=plan.delete,
        before=_joined(manifest, after),
        after=after,
        written=dict(_known_after(plan, digests, new, written)),
    )
    return Outcome(value=settlement, problems=tuple(problems))


def _may_replace(
    path: str,
    here: str,
    new: str,
    written: Mapping[str, Written],
    manifest: Mapping[str, frozenset[str]],
) -> bool:
    """Whether nothing of anybody else is lost.

    A listed page that was changed by hand is a page all the same. An empty file has nothing to
    lose: a computer that loses power leaves some.
    """
    if here in (new, _EMPTY) or (here and path in manifest):
        return True
    old = written.get(path)
    return here != "" and ((old is not None and old.digest == here) or here in ours(path, manifest))


def _listed_after(
    plan: Plan,
    digests: Mapping[str, str],
    written: Mapping[str, Written],
    manifest: Mapping[str, frozenset[str]],
) -> Mapping[str, frozenset[str]]:
    listed = {path: frozenset((written[path].digest,)) for path in plan.keep}
    listed.update((path, frozenset((digest,))) for path, digest in digests.items())
    listed.update((path, manifest[path]) for path in plan.left)
    return listed


def _joined(
    old: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    nothing: frozenset[str] = frozenset()
    return {path: old.get(path, nothing) | new.get(path, nothing) for path in {**old, **new}}


def _known_after(
    plan: Plan,
    digests: Mapping[str, str],
    new: Mapping[str, Digests],
    written: Mapping[str, Written],
) -> Iterator[tuple[str, Written]]:
    for path in plan.keep:
        yield path, written[path]
    for change in plan.write:
        path = change.artifact.path
        key, fields = (change.key, change.fields) if change.key else new[path]
        yield path, Written(key=key, fields=fields, digest=digests[path])


def _foreign_file(path: str, change: Change, output: str) -> Problem:
    sources = change.artifact.sources
    return Problem(
        code="foreign-file",
        severity="error",
        message=f"lessongen did not write this, but has to write {_page_of(sources)} here",
        span=Span(path=f"{output}/{path}"),
        hint="move it away or delete it; files for the site belong in content/",
        related=tuple(Span(path=source) for source in sources[:1]),
    )


def _obstacle(path: str, needed: str, output: str) -> Problem:
    return Problem(
        code="foreign-file",
        severity="error",
        message=f'lessongen did not make this, and it stands in the way of "{needed}"',
        span=Span(path=f"{output}/{path}"),
        hint="move it away or delete it",
    )


def _page_of(sources: tuple[str, ...]) -> str:
    return f'the page of "{sources[0]}"' if sources else "a page"
