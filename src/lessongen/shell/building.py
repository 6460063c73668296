"""A project becomes a site in its output folder: read, planned, made, settled, written."""

import os
from collections.abc import Sequence

from lessongen.model.problem import Problem, has_errors, sort_problems
from lessongen.model.site import Site
from lessongen.model.value import value
from lessongen.shell.making import Made, check_pages, make_site
from lessongen.shell.planning import Planned, plan_check, plan_site
from lessongen.shell.scan import signature
from lessongen.shell.session import Session
from lessongen.shell.site_writer import write_site
from lessongen.shell.state import State


@value
class Build:
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
        return _unwritten(session, read.value, problems, planned)
    made = make_site(session, read.value, planned)
    problems = (*problems, *made.problems)
    if has_errors(made.problems):
        return _unwritten(session, read.value, problems, planned)
    state = _write(session, planned, made)
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


def _unwritten(
    session: Session, site: Site, problems: Sequence[Problem], planned: Planned | None = None
) -> Build:
    state = session.known._replace(files=session.files.digests.seen())
    return Build(site=site, problems=sort_problems(problems), state=state, planned=planned)


def _write(session: Session, planned: Planned, made: Made) -> State:
    """Write it; what the next build may know comes back."""
    output, settlement = planned.output, made.settlement
    try:
        write_site(output, settlement, planned.listed, made.contents, made.copies)
    finally:
        made.contents.drop()
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
