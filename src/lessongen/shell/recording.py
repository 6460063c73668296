"""What a finished run leaves for `unchanged`, so that the next one may be over at once."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence

from lessongen.build.manifest import NAME
from lessongen.model.artifact import Artifact
from lessongen.model.problem import Problem
from lessongen.model.site import Site
from lessongen.outputs.html import page_of
from lessongen.shell.calls import Call
from lessongen.shell.clock import day_span, epoch
from lessongen.shell.indexer import find_indexer, indexer_files
from lessongen.shell.scan import CONTENT, SETTINGS, TEMPLATES, Signature, signature
from lessongen.shell.session import Session
from lessongen.shell.state import Seen
from lessongen.shell.unchanged import MOST_RECORDED, NUMBERS, PRINTS, Record, record_name, wish_of

Looked = tuple[str, int, int, int, int] | tuple[str]
Group = tuple[str, bool, tuple[Looked, ...]]


def keep_record(
    session: Session, call: Call, record: Record, site: Site, output: Group | None
) -> None:
    """Keep the record for the next call of the command, or none if it could not be trusted."""
    record.wish = wish_of(call)
    keep_as(session, record_name(call.command), record, site.settings.time_zone, output)


def keep_as(
    session: Session, name: str, record: Record, time_zone: str, output: Group | None = None
) -> None:
    """Keep the record under a name, or none if it could not be trusted."""
    inputs = tuple(_inputs(session))
    total = sum(len(files) for _, _, files in inputs)
    if not _is_settled(session) or total > MOST_RECORDED:
        session.cache.remove(name)
        return
    record.day = day_span(epoch(), time_zone)[:2]
    record.engine = (*session.engine.files, *indexer_files(find_indexer()))
    record.links = tuple(session.files.scan.links.items())
    record.groups = inputs if output is None else (*inputs, output)
    session.cache.write(name, record.pack())


def forget_record(session: Session, call: Call) -> None:
    """Let the next call of the command go the whole way."""
    session.cache.remove(record_name(call.command))


def output_group(output: str, files: Mapping[str, Seen]) -> Group:
    """The output folder as it was left: these files, its manifest and itself."""
    looked = [(path, *seen[0]) for path, seen in files.items()]
    own = [(path, *signature(os.lstat(os.path.join(output, path)))) for path in (NAME, "")]
    return (output, False, (*looked, *own))


def _inputs(session: Session) -> Iterator[Group]:
    scan = session.files.scan
    found = {**scan.folders, **scan.files}
    absent = [(name,) for name in (CONTENT, TEMPLATES, SETTINGS) if name not in found]
    yield ("", True, (*_looked(found), *(name for name in absent if not _exists(session, name[0]))))
    yield (session.files.bundled, True, tuple(_looked(session.files.bundled_stats)))


def _looked(found: Mapping[str, Signature]) -> Iterator[Looked]:
    for path, looked in found.items():
        yield (path, *looked)


def _exists(session: Session, name: str) -> bool:
    return os.path.lexists(os.path.join(session.root, name))


def _is_settled(session: Session) -> bool:
    """Whether everything that changes from now on must show in its stats."""
    scan, digests = session.files.scan, session.files.digests
    looked = (*scan.files.values(), *scan.folders.values())
    return all(digests.is_settled(each) for each in looked)


def keep_prints(
    session: Session, site: Site, artifacts: Sequence[Artifact], problems: Sequence[Problem]
) -> int:
    """Let builds amend the pages if only words change: the number of what is kept for them, or 0.

    Nothing is kept where other templates than the bundled ones may do anything with a text, or
    where a search index is made of all texts.
    """
    is_searched = any("search" in edition.listings for edition in site.editions.values())
    if session.files.own_theme or (is_searched and find_indexer()):
        session.cache.remove(PRINTS)
        session.cache.remove(NUMBERS)
        return 0
    from lessongen.amending.packing import pack_numbers, pack_prints  # a check needs none

    pages = tuple(page for each in artifacts if (page := page_of(each)) is not None)
    number = time.time_ns()
    session.cache.write(PRINTS, (number, pack_prints(site, pages, problems)))
    session.cache.write(NUMBERS, (number, number, pack_numbers(site, pages)))
    return number
