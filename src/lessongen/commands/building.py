"""What a build or a check comes to: files, words, an exit code, and a record for the next time."""

import time

from lessongen.model.problem import Problem
from lessongen.shell.building import Build, build_site_files, check_site_files
from lessongen.shell.calls import Call
from lessongen.shell.console import is_terminal, say, wants_color
from lessongen.shell.recording import forget_record, keep_prints, keep_record, output_group
from lessongen.shell.report import colored_report, plain_report
from lessongen.shell.session import Session
from lessongen.shell.summary import (
    NOTHING_WRITTEN,
    last_line,
    problems_line,
    series_line,
    written_line,
)
from lessongen.shell.unchanged import Record

_PAGE = ".html"


def build_or_check(call: Call, session: Session, output: str, started: float) -> int:
    """Do what was called, and say what came of it: the exit code comes back."""
    work = build_site_files if call.command == "build" else check_site_files
    build = work(session, output)
    session.progress.clear()
    record = _record(call, build, session)
    _say_problems(call, record)
    session.save(build.state, complete=build.complete)
    _keep(session, call, build, record, output)
    line = last_line(
        series_line(*record.lessons),
        _done(call, build),
        record.problems,
        seconds=time.perf_counter() - started,
        indexing=session.search.seconds,
    )
    say(line + "\n", error=call.format != "text")
    return record.code


def _say_problems(call: Call, record: Record) -> None:
    colored = wants_color(call.color, error=True) and record.colored is not None
    say((colored and record.colored) or record.plain, error=call.format == "text")


def _record(call: Call, build: Build, session: Session) -> Record:
    """What the run has to say, now and when nothing has changed."""
    record = Record()
    counts = [_count(build.problems, severity) for severity in ("error", "warning", "note")]
    record.code = 1 if counts[0] or (call.strict and counts[1]) else 0
    record.failed = call.command == "build" and build.made is None
    record.plain = plain_report(build.problems, call.format, session.root)
    if call.format == "text" and (call.color == "always" or is_terminal(error=True)):
        record.colored = colored_report(build.problems, session.root)
    editions = build.site.editions.values()
    record.lessons = (len({key for each in editions for key in each.lessons}), len(editions))
    record.pages = sum(path.endswith(_PAGE) for path in build.state.written)
    record.problems = problems_line(*counts)
    return record


def _keep(session: Session, call: Call, build: Build, record: Record, output: str) -> None:
    """Let the next call of the command be over at once, if its answer is known by then."""
    if build.made is not None and build.planned is not None:
        seen = build.planned.present.seen
        files = {**build.state.pages, **{path: seen[path] for path in build.planned.plan.left}}
        record.numbers = keep_prints(session, build.site, build.planned.artifacts, build.problems)
        keep_record(session, call, record, build.site, output_group(output, files))
    elif call.command == "check" or build.planned is None:
        keep_record(session, call, record, build.site, None)
    else:
        forget_record(session, call)  # something in the output folder is in the way


def _done(call: Call, build: Build) -> str:
    if call.command == "check":
        return ""
    if build.made is None or build.planned is None:
        return NOTHING_WRITTEN
    settlement = build.made.settlement
    pages = sum(path.endswith(_PAGE) for path in settlement.write)
    unchanged = sum(path.endswith(_PAGE) for path in settlement.written) - pages
    others = len(settlement.write) - pages
    return written_line(pages, others, unchanged, len(settlement.delete))


def _count(problems: tuple[Problem, ...], severity: str) -> int:
    return sum(problem.severity == severity for problem in problems)
