"""What a build would do to an output folder as it is now."""

import os
from collections.abc import Mapping

from lessongen.build.plan import plan_build
from lessongen.model.artifact import Artifact, Plan
from lessongen.model.problem import Problem
from lessongen.model.site import Site
from lessongen.model.value import value
from lessongen.pipeline import site_artifacts
from lessongen.shell.bytecode import bytecode_folder
from lessongen.shell.output_files import Present, look_at, reachable, read_listed
from lessongen.shell.search_index import Files
from lessongen.shell.session import Session


@value
class Planned:
    """What a build would do to an output folder, and what it found there."""

    output: str
    artifacts: tuple[Artifact, ...]
    plan: Plan
    present: Present
    listed: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...]


def plan_site(session: Session, site: Site, output: str) -> Planned:
    """The plan for the output folder as it is now."""
    index = session.search.files_of(site, run=session.order.index)
    artifacts = _list_artifacts(session, site, index.value)
    listed = read_listed(output)
    paths = {artifact.path: None for artifact in artifacts} | dict.fromkeys(listed)
    present = look_at(output, paths, session.state.pages_in(output))
    planned = plan_build(
        artifacts,
        written=session.state.written_in(output, session.engine.digest),
        manifest=listed,
        present=present.digests,
        output=output_name(session, output),
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
        problems=session.weighed(
            (*planned.problems, *session.files.problems, *index.problems), site
        ),
    )


def plan_check(session: Session, site: Site, output: str) -> Planned:
    """The plan as if the output folder held all that the last build wrote, and nothing else."""
    index = session.search.availability(site)
    artifacts = _list_artifacts(session, site, index.value)
    written = session.state.written_in(output, session.engine.digest)
    present = {path: page.digest for path, page in written.items()}
    planned = plan_build(artifacts, written=written, manifest={}, present=present)
    return Planned(
        output=output,
        artifacts=artifacts,
        plan=planned.value,
        present=Present(),
        listed={},
        problems=session.weighed(
            (*planned.problems, *session.files.problems, *index.problems), site
        ),
    )


def output_name(session: Session, output: str) -> str:
    """The output folder as messages name it: from the project if it lies inside."""
    root = os.path.realpath(session.root)
    inside = os.path.commonpath((root, output)) == root
    return os.path.relpath(output, root).replace(os.sep, "/") if inside else output


def _list_artifacts(session: Session, site: Site, index: Files | None) -> tuple[Artifact, ...]:
    return site_artifacts(
        site,
        session.files,
        bytecode_directory=bytecode_folder(session.engine.templates),
        compiled=session.compiled,
        phrases=session.phrases(),
        index=index,
        draws_cards=session.engine.draws_cards,
    )
