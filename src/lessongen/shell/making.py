"""All bytes of a plan, made before any of them is written."""

import os
from collections.abc import Callable, Mapping
from types import MappingProxyType

from lessongen.build.settle import Settlement, settle
from lessongen.model.artifact import Artifact, Change, Plan
from lessongen.model.problem import Problem, has_errors
from lessongen.model.site import Site
from lessongen.model.value import value
from lessongen.pipeline import produce
from lessongen.shell.contents import Contents
from lessongen.shell.digests import UNREADABLE
from lessongen.shell.output_files import find_obstacles
from lessongen.shell.planning import Planned, output_name
from lessongen.shell.session import Session
from lessongen.shell.usage import UsageError


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
    rendered: set[str] = set()
    made = produce(_noting(session, waiting, lambda path, _: rendered.add(path)))
    for change in waiting:
        if change.artifact.copy_of or change.artifact.path in rendered:
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
    made = produce(_noting(session, planned.plan.write, contents.add))
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


Take = Callable[[str, bytes], object]


def _noting(session: Session, changes: "tuple[Change, ...] | list[Change]", take: Take) -> Plan:
    """A plan whose artifacts hand over their bytes one by one, instead of all in the end.

    Thousands of pages would fill the memory. Somebody at a terminal sees how far it is.
    """
    total = len(changes)

    def handing_over(done: int, change: Change) -> Change:
        artifact = change.artifact

        def produce_and_take() -> bytes:
            session.progress.note("writing", done, total)
            take(artifact.path, artifact.produce())
            return b""

        noting = Artifact(
            path=artifact.path,
            data=artifact.data,
            produce=produce_and_take,
            copy_of=artifact.copy_of,
        )
        return Change(artifact=noting, reasons=change.reasons, key=change.key, fields=change.fields)

    write = tuple(handing_over(done, change) for done, change in enumerate(changes))
    return Plan(write=write, keep=(), delete=())
