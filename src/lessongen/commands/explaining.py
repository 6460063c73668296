"""Says what pages are made from, and why they would be written now."""

import os
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from lessongen.build.plan import NEW
from lessongen.model.artifact import Artifact
from lessongen.model.problem import has_errors
from lessongen.model.site import Site
from lessongen.model.suggestion import did_you_mean
from lessongen.shell.console import say
from lessongen.shell.output_files import find_output
from lessongen.shell.planning import Planned, plan_site
from lessongen.shell.report import plain_report
from lessongen.shell.session import Order, Session, opened
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError

_INDEX = "index.html"
_PROBLEMS = 1


def explain_place(project: str, place: str, output: str | None) -> int:
    """Explain every page of a place; the exit code comes back."""
    with opened(Order(project=project, index=False)) as session:
        folder = find_output(session.root, output)
        read = session.read_site()
        if has_errors(read.problems):
            say(plain_report(read.problems, "text", session.root), error=True)
            return _PROBLEMS
        planned = plan_site(session, read.value, folder)
        found = _find(session, read.value, planned, place)
    reasons = {change.artifact.path: change.reasons for change in planned.plan.write}
    say("".join(_explained(artifact, reasons) for artifact in found))
    return 0


def _find(session: Session, site: Site, planned: Planned, place: str) -> Sequence[Artifact]:
    """The artifacts of a place: the one that is it, or those that are made from it."""
    by_path = {artifact.path: artifact for artifact in planned.artifacts}
    for path in _output_paths(site, planned.output, place):
        if path in by_path:
            return (by_path[path],)
        if path in planned.plan.delete:
            raise UsageError(f'"{path}" would be deleted: nothing makes it any more')
    sources = tuple(_sources(session, place))
    found = [each for each in planned.artifacts if not set(sources).isdisjoint(each.sources)]
    if found:
        return found
    if any(source in session.files.digests for source in sources):
        raise UsageError(f'no page is made from "{place}" alone')
    names = {source for each in planned.artifacts for source in each.sources} | set(by_path)
    hint = did_you_mean(place, names)
    raise UsageError(f'nothing here is called "{place}"' + (f"; {hint}" if hint else ""))


def _output_paths(site: Site, output: str, place: str) -> Iterator[str]:
    """Paths in the output folder that may be meant."""
    base = urlsplit(site.settings.base_url).path or "/"
    path = unquote(urlsplit(place).path)
    for start in (base, "/"):
        if path.startswith(start):
            below = path.removeprefix(start)
            yield below + _INDEX if below == "" or below.endswith("/") else below
            yield f"{below}/{_INDEX}"
    inside = os.path.relpath(os.path.realpath(place), output).replace(os.sep, "/")
    yield inside
    yield f"{inside}/{_INDEX}"
    yield place
    yield f"{place.rstrip('/')}/{_INDEX}"


def _sources(session: Session, place: str) -> Iterator[str]:
    """Paths in the project that may be meant: as typed, or from the current folder."""
    yield place.removeprefix("./")
    yield os.path.relpath(os.path.abspath(place), session.root).replace(os.sep, "/")


def _explained(artifact: Artifact, reasons: Mapping[str, Sequence[str]]) -> str:
    address = "/" + artifact.path.removesuffix(_INDEX)
    lines = [f"{address}\n", f"  file: {artifact.path}\n"]
    if artifact.sources:
        lines.append(f"  made from: {', '.join(artifact.sources)}\n")
    why = reasons.get(artifact.path)
    if why is None:
        lines.append("  unchanged\n")
    elif why == (NEW,):
        lines.append("  would be written: it is new\n")
    else:
        told = ", ".join(reason.removeprefix("page.") for reason in why)
        lines.append(f"  would be written: {told}\n")
    return "".join(shown(line[:-1]) + "\n" for line in lines)
