"""A site becomes the files of its output folder: planned, made, settled, written."""

import os
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from lessongen.build.digest import digest_of_bytes
from lessongen.build.plan import plan_build
from lessongen.build.settle import Settlement, settle
from lessongen.model.artifact import Artifact, Change, Plan
from lessongen.model.problem import Problem, has_errors, sort_problems
from lessongen.model.site import Site
from lessongen.pipeline import produce, site_artifacts
from lessongen.shell.bytecode import bytecode_folder
from lessongen.shell.digests import UNREADABLE
from lessongen.shell.output_files import Present, find_obstacles, look_at, reachable, read_listed
from lessongen.shell.scan import signature
from lessongen.shell.session import Session
from lessongen.shell.site_writer import write_site
from lessongen.shell.state import State


class Planned(NamedTuple):
    """What a build would do to an output folder."""

    output: str
    artifacts: tuple[Artifact, ...]
    plan: Plan
    present: Present
    listed: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...]


class Made(NamedTuple):
    """The bytes of what is to be written, and what is really written."""

    problems: tuple[Problem, ...]
    settlement: Settlement = Settlement()
    contents: Mapping[str, bytes] = MappingProxyType({})
    copies: Mapping[str, str] = MappingProxyType({})  # output path: file to copy


class Build(NamedTuple):
    """What came of a build or a check."""

    site: Site
    problems: tuple[Problem, ...]
    state: State  # what the next one may know
    planned: Planned | None = None  # None: the site itself has errors
    made: Made | None = None  # None: nothing was written

    @property
    def complete(self) -> bool:
        """Whether everything was read that the project needs."""
        return not has_errors(self.problems)


def build_site_files(session: Session, output: str) -> Build:
    """Build the site into the output folder; nothing is written if there is an error."""
    read = session.read_site()
    if has_errors(read.problems):
        return _unwritten(session, read.value, read.problems)
    planned = plan_site(session, read.value, output)
    problems = (*read.problems, *planned.problems)
    if has_errors(planned.problems):
        return _unwritten(session, read.value, problems)
    made = make_site(session, read.value, planned)
    problems = (*problems, *made.problems)
    if has_errors(made.problems):
        return _unwritten(session, read.value, problems)
    state = write_made(session, planned, made)
    return Build(
        site=read.value,
        problems=sort_problems(problems),
        state=state,
        planned=planned,
        made=made,
    )


def check_site_files(session: Session, output: str) -> Build:
    """Everything that a build would find wrong, whatever is in its output folder."""
    read = session.read_site()
    problems = read.problems
    if not has_errors(problems):
        planned = plan_check(session, read.value, output)
        problems = (*problems, *planned.problems)
        if not has_errors(planned.problems):
            problems = (*problems, *check_pages(session, read.value, planned))
    return _unwritten(session, read.value, problems)


def _unwritten(session: Session, site: Site, problems: Sequence[Problem]) -> Build:
    state = session.known._replace(files=session.files.digests.seen())
    return Build(site=site, problems=sort_problems(problems), state=state)


def plan_site(session: Session, site: Site, output: str) -> Planned:
    """The plan for the output folder as it is now."""
    artifacts = _list_artifacts(session, site)
    listed = read_listed(output)
    paths = {artifact.path: None for artifact in artifacts} | dict.fromkeys(listed)
    present = look_at(output, paths, session.state.pages_in(output))
    planned = plan_build(
        artifacts,
        written=session.state.written_in(output, session.engine.digest),
        manifest=listed,
        present=present.digests,
        output=_name(session, output),
    )
    plan = planned.value
    if plan.delete:
        real = reachable(output, plan.delete)
        plan = Plan(write=plan.write, keep=plan.keep, delete=real, left=plan.left)
    return Planned(
        output=output,
        artifacts=artifacts,
        plan=plan,
        present=present,
        listed=listed,
        problems=session.weighed((*planned.problems, *session.files.problems), site),
    )


def plan_check(session: Session, site: Site, output: str) -> Planned:
    """The plan as if the output folder held all that the last build wrote, and nothing else.

    What the last build or an earlier check has rendered without a mistake is not made again.
    """
    artifacts = _list_artifacts(session, site)
    written = session.state.written_in(output, session.engine.digest)
    present = {path: page.digest for path, page in written.items()}
    planned = plan_build(artifacts, written=written, manifest={}, present=present)
    return Planned(
        output=output,
        artifacts=artifacts,
        plan=planned.value,
        present=Present(),
        listed={},
        problems=session.weighed((*planned.problems, *session.files.problems), site),
    )


def make_site(session: Session, site: Site, planned: Planned) -> Made:
    """All bytes, made before any of them is written, and the settlement."""
    copies = {
        change.artifact.path: change.artifact.copy_of
        for change in planned.plan.write
        if change.artifact.copy_of
    }
    digests = {path: session.files.digests[source] for path, source in copies.items()}
    for path, digest in digests.items():
        if digest == UNREADABLE:
            session.files.read_bytes(copies[path])
    made = produce(_counted(session, planned.plan))
    problems = session.weighed((*made.problems, *session.files.problems), site)
    if has_errors(problems):
        return Made(problems=problems)
    digests.update((path, digest_of_bytes(content)) for path, content in made.value.items())
    settled = settle(
        planned.plan,
        digests,
        written=session.state.written_in(planned.output, session.engine.digest),
        manifest=planned.listed,
        present=planned.present.digests,
        obstacles=find_obstacles(planned.output, digests),
        output=_name(session, planned.output),
    )
    return Made(
        settlement=settled.value,
        contents=made.value,
        copies={path: os.path.join(session.root, source) for path, source in copies.items()},
        problems=(*problems, *session.weighed(settled.problems, site)),
    )


def check_pages(session: Session, site: Site, planned: Planned) -> tuple[Problem, ...]:
    """What goes wrong when the pages are rendered that nobody has rendered before."""
    waiting = [
        change
        for change in planned.plan.write
        if session.memo.get(f"rendered {change.key}") is None
    ]
    made = produce(_counted(session, Plan(write=tuple(waiting), keep=(), delete=())))
    for change in waiting:
        if change.artifact.copy_of or change.artifact.path in made.value:
            session.memo.put(f"rendered {change.key}", True)
    return session.weighed((*made.problems, *session.files.problems), site)


def write_made(session: Session, planned: Planned, made: Made) -> State:
    """Write it; what the next build may know comes back."""
    output, settlement = planned.output, made.settlement
    write_site(output, settlement, planned.listed, made.contents, made.copies)
    pages = {
        path: seen for path, seen in planned.present.seen.items() if path in settlement.written
    }
    for path in settlement.write:
        looked = signature(os.lstat(f"{output}/{path}"))
        pages[path] = (looked, settlement.written[path].digest)
    known = session.state.written_in(output, session.engine.digest)
    same = not planned.plan.write and len(known) == len(settlement.written)
    return State(
        files=session.files.digests.seen(),
        output=output,
        engine=session.engine.digest,
        pages=pages,
        written=known if same else settlement.written,
    )


def _list_artifacts(session: Session, site: Site) -> tuple[Artifact, ...]:
    return site_artifacts(
        site,
        session.files,
        bytecode_directory=bytecode_folder(session.engine.digest),
        phrases=session.phrases(),
    )


def _counted(session: Session, plan: Plan) -> Plan:
    """The same plan; somebody at a terminal sees how far it is."""
    if not session.progress.is_watched:
        return plan
    total = len(plan.write)
    noted = (_noted(session, change, done, total) for done, change in enumerate(plan.write))
    return Plan(write=tuple(noted), keep=plan.keep, delete=plan.delete)


def _noted(session: Session, change: Change, done: int, total: int) -> Change:
    from dataclasses import replace

    produce_it = change.artifact.produce

    def noted() -> bytes:
        session.progress.note("writing", done, total)
        return produce_it()

    return replace(change, artifact=replace(change.artifact, produce=noted))


def _name(session: Session, output: str) -> str:
    """The output folder as messages name it: from the project if it lies inside."""
    root = os.path.realpath(session.root)
    inside = os.path.commonpath((root, output)) == root
    return os.path.relpath(output, root).replace(os.sep, "/") if inside else output
