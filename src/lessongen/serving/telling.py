"""What the terminal says while serving: one line for each build, and problems when they change."""

from collections.abc import Callable, Mapping

from lessongen.model.problem import Problem
from lessongen.serving.live import Report
from lessongen.serving.problem_list import summary_of
from lessongen.shell.report import colored_report, plain_report
from lessongen.shell.summary import count, last_line, series_line
from lessongen.shell.terminal import shown

_MOST_NAMED = 3  # files and pages in a line
_INDEX = "index.html"

Say = Callable[[str, bool], None]  # text; whether it is about problems


class Teller:
    """Tells of builds; `say` puts a text on the terminal."""

    def __init__(self, root: str, say: Say, *, colored: bool) -> None:
        self._root = root
        self._say = say
        self._colored = colored
        self._told: tuple[Problem, ...] = ()

    def __call__(self, report: Report) -> None:
        """Say what came of a build."""
        self._say(build_line(report) + "\n", False)
        build = report.build
        if build.trouble:
            self._say(build.trouble.rstrip() + "\n", True)
        elif build.problems != self._told or _places(build.problems) != _places(self._told):
            told = (
                colored_report(build.problems, self._root)
                if self._colored
                else plain_report(build.problems, "text", self._root)
            )
            self._say(told, True)
        self._told = build.problems


def build_line(report: Report) -> str:
    """What changed, what is new because of it and why, the problems, how long it took."""
    build, found = report.build, report.differences
    parts = []
    if report.is_afterthought:
        return f"in other pages: {summary_of(build.problems)}"
    if build.trouble:
        parts.append("not built")
    elif build.has_errors:
        parts.append("the pages stay as they were" if build.pages else "no pages yet")
    elif found is not None and report.changed:
        parts.append(_changes(found.changed, len(found.gone)))
    elif build.site is not None:
        editions = build.site.editions.values()
        lessons = {key for edition in editions for key in edition.lessons}
        parts.append(series_line(len(lessons), len(editions)))
    parts.append(summary_of(build.problems))
    line = last_line(*parts, seconds=report.seconds)
    return f"{_named(report.changed)}: {line}" if report.changed else line


def _changes(changed: Mapping[str, tuple[str, ...]], gone: int) -> str:
    """Which pages are new, and which of their parts differ."""
    pages = [path for path in changed if path.endswith(".html")]
    others = len(changed) - len(pages)
    counts = [count(len(pages), "page")] if pages else []
    counts += [count(others, "other file")] if others else []
    named = [f"/{path.removesuffix(_INDEX)} ({_why(changed[path])})" for path in pages]
    shown_pages = ", ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
    line = " and ".join(counts) + " new" if counts else "no page differs"
    line += f": {shown_pages}" if shown_pages else ""
    return f"{line}, {count(gone, 'file')} gone" if gone else line


def _why(fields: tuple[str, ...]) -> str:
    return ", ".join(fields[:_MOST_NAMED]) + (" …" if len(fields) > _MOST_NAMED else "")


def _named(paths: tuple[str, ...]) -> str:
    more = len(paths) - _MOST_NAMED
    named = ", ".join(shown(path) for path in paths[:_MOST_NAMED])
    return f"{named} and {more} more" if more > 0 else named


def _places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    """Where problems stand: they are equal wherever they stand."""
    return [(each.span.path, each.span.line, each.span.column) for each in problems]
