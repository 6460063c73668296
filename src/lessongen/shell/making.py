"""All bytes of a plan, made before any of them is written."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from lessongen.build.digest import Digester, digest_of
from lessongen.build.settle import Digests, Settlement, settle
from lessongen.model.artifact import Change
from lessongen.model.problem import Outcome, Problem, has_errors, sort_problems
from lessongen.model.site import Site
from lessongen.model.value import value
from lessongen.pipeline import produce
from lessongen.shell.contents import Contents, Kept
from lessongen.shell.digests import UNREADABLE
from lessongen.shell.output_files import find_obstacles
from lessongen.shell.planning import Planned, output_name
from lessongen.shell.session import Session
from lessongen.shell.state import FieldsPacker
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
        change for change in planned.plan.write if session.memo.get(_rendered(change)) is None
    ]
    made = _produce_all(session, waiting, lambda _, __: _DROPPED)
    for change in waiting:
        if change.artifact.copy_of or change.artifact.path in made.value:
            session.memo.put(_rendered(change), True)
    return session.weighed((*made.problems, *session.files.problems), site)


def _rendered(change: Change) -> str:
    """What it is remembered by that a page can be rendered."""
    return f"rendered {change.key or digest_of(change.artifact.data)}"


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
    made = _produce_all(session, planned.plan.write, contents.put)
    for path, each in made.value.items():
        contents.take(path, each.kept)
    problems = session.weighed((*made.problems, *session.files.problems), site)
    if has_errors(problems):
        return Made(problems=problems, contents=contents)
    digests = {**copied, **contents.digests}
    settled = settle(
        planned.plan,
        digests,
        new=_digests_of_new(planned.plan.write, made.value),
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


class _Produced(NamedTuple):
    """What was made of an artifact, and the digests of its data where nobody knew them."""

    kept: Kept
    digests: Digests | None


def _produce_all(
    session: Session, changes: Sequence[Change], put: Callable[[str, bytes], Kept]
) -> Outcome[Mapping[str, _Produced]]:
    """What came of each artifact that is made, and not copied; broken templates are problems."""
    phrases, digester = session.phrases(), Digester()
    made_here = {each.artifact.path: each for each in changes if not each.artifact.copy_of}

    def make(path: str) -> tuple[Kept | None, Digests | None, tuple[Problem, ...], Phrases]:
        known, change = len(phrases), made_here[path]
        made = produce(change.artifact)
        kept = None if made.problems else put(path, made.value)
        digests = None if change.key else digester.both(change.artifact.data)
        return kept, digests, made.problems, tuple(islice(phrases.items(), known, None))

    found: dict[str, _Produced] = {}
    problems: list[Problem] = []
    packer = FieldsPacker()  # there are many, and they wait for the end
    for path, (kept, digests, troubles, said) in _shared(session, make, made_here):
        phrases.update(said)  # what Babel said in another process
        problems.extend(troubles)
        if kept is not None:
            packed = digests and (digests[0], packer.pack(digests[1]))
            found[path] = _Produced(kept, packed)
    return Outcome(value=found, problems=sort_problems(problems))


def _digests_of_new(
    changes: Iterable[Change], made: Mapping[str, _Produced]
) -> Mapping[str, Digests]:
    """The digests of the data of what is new, by path."""
    digester, found = Digester(), {}
    for change in changes:
        if not change.key:
            each = made.get(change.artifact.path)
            known = each.digests if each else None
            found[change.artifact.path] = known or digester.both(change.artifact.data)
    return found


def _shared(
    session: Session, make: Callable[[str], R], paths: Iterable[str]
) -> Iterator[tuple[str, R]]:
    """The work for each path, done by all processors where there is enough of it, as it comes."""
    items = tuple(paths)
    total = len(items)
    children = min(spare_processes(session.order.jobs), total - 1) if total >= _FEWEST else 0
    note = partial(session.progress.note, "writing", total=total)
    for number, done in begin_forked(make, items, children, note=note).done():
        yield items[number], done.value
