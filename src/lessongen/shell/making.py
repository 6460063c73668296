"""All bytes of a plan, made before any of them is written."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from types import MappingProxyType
from typing import TypeVar

from lessongen.build.settle import Settlement, settle
from lessongen.model.artifact import Artifact, Change
from lessongen.model.problem import Outcome, Problem, has_errors, sort_problems
from lessongen.model.site import Site
from lessongen.model.value import value
from lessongen.pipeline import produce
from lessongen.shell.contents import Contents, Kept
from lessongen.shell.digests import UNREADABLE
from lessongen.shell.output_files import find_obstacles
from lessongen.shell.planning import Planned, output_name
from lessongen.shell.session import Session
from lessongen.shell.usage import UsageError
from lessongen.shell.workers import begin_forked, spare_processes

R = TypeVar("R")
Phrases = tuple[tuple[str, str], ...]

_DROPPED: Kept = ("", None, "")
_FEWEST = 3  # files: with fewer, a process costs more than it saves


@value
class Made:
    """The bytes of what is to be written, and what is really written."""

    problems: tuple[Problem, ...]
    contents: Contents
    settlement: Settlement = Settlement()
    copies: Mapping[str, str] = MappingProxyType({})  # output path: file to copy


def make_site(session: Session, site: Site, planned: Planned) -> Made:
    """All bytes, and the settlement; with an error there is nothing to write."""
    contents = Contents(planned.output, planned.present.digests)
    try:
        made = _make(session, site, planned, contents)
    except OSError as error:
        contents.drop()
        where = error.filename or planned.output
        raise UsageError(f'cannot write "{where}": {error.strerror}') from error
    except BaseException:
        contents.drop()
        raise
    if has_errors(made.problems):
        contents.drop()
    return made


def check_pages(session: Session, site: Site, planned: Planned) -> tuple[Problem, ...]:
    """What goes wrong when the pages are rendered that nobody has rendered before."""
    waiting = [
        change
        for change in planned.plan.write
        if session.memo.get(f"rendered {change.key}") is None
    ]
    made = _produce_all(session, _produced(waiting), lambda _, __: _DROPPED)
    for change in waiting:
        if change.artifact.copy_of or change.artifact.path in made.value:
            session.memo.put(f"rendered {change.key}", True)
    return session.weighed((*made.problems, *session.files.problems), site)


def _make(session: Session, site: Site, planned: Planned, contents: Contents) -> Made:
    copies = {
        change.artifact.path: change.artifact.copy_of
        for change in planned.plan.write
        if change.artifact.copy_of
    }
    copied = {path: session.files.digests[source] for path, source in copies.items()}
    for path, digest in copied.items():
        if digest == UNREADABLE:
            session.files.read_bytes(copies[path])  # which says why
    made = _produce_all(session, _produced(planned.plan.write), contents.put)
    for path, kept in made.value.items():
        contents.take(path, kept)
    problems = session.weighed((*made.problems, *session.files.problems), site)
    if has_errors(problems):
        return Made(problems=problems, contents=contents)
    digests = {**copied, **contents.digests}
    settled = settle(
        planned.plan,
        digests,
        written=session.state.written_in(planned.output, session.engine.digest),
        manifest=planned.listed,
        present=planned.present.digests,
        obstacles=find_obstacles(planned.output, digests),
        output=output_name(session, planned.output),
    )
    return Made(
        settlement=settled.value,
        contents=contents,
        copies={path: os.path.join(session.root, source) for path, source in copies.items()},
        problems=(*problems, *session.weighed(settled.problems, site)),
    )


def _produced(changes: Iterable[Change]) -> Mapping[str, Artifact]:
    """What is made, and not copied, by path."""
    artifacts = (change.artifact for change in changes)
    return {artifact.path: artifact for artifact in artifacts if not artifact.copy_of}


def _produce_all(
    session: Session, artifacts: Mapping[str, Artifact], put: Callable[[str, bytes], Kept]
) -> Outcome[Mapping[str, Kept]]:
    """Where the bytes of each artifact were put; each broken template is a problem."""
    phrases = session.phrases()

    def make(path: str) -> tuple[Kept | None, tuple[Problem, ...], Phrases]:
        known = len(phrases)
        made = produce(artifacts[path])
        kept = None if made.problems else put(path, made.value)
        return kept, made.problems, tuple(islice(phrases.items(), known, None))

    all_kept: dict[str, Kept] = {}
    problems: list[Problem] = []
    for path, (kept, found, said) in zip(artifacts, _shared(session, make, artifacts), strict=True):
        phrases.update(said)  # what Babel said in another process
        problems.extend(found)
        if kept is not None:
            all_kept[path] = kept
    return Outcome(value=all_kept, problems=sort_problems(problems))


def _shared(session: Session, make: Callable[[str], R], paths: Iterable[str]) -> Sequence[R]:
    """The work for each path, done by all processors where there is enough of it."""
    items = tuple(paths)
    total = len(items)
    children = min(spare_processes(session.order.jobs), total - 1) if total >= _FEWEST else 0
    note = partial(session.progress.note, "writing", total=total)
    return begin_forked(make, items, children, note=note).results()
