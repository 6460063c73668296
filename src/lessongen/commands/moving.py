"""Moves a lesson to another place in the series."""

from collections.abc import Iterator

from lessongen.commands.lessons import find_lesson, list_lessons
from lessongen.commands.renumber import new_numbers, with_number
from lessongen.model.document import Document
from lessongen.model.site import Site
from lessongen.model.source import SourceFile
from lessongen.shell.console import say
from lessongen.shell.session import Order, Session, opened
from lessongen.shell.source_writer import replace_files
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError


def move_lesson(project: str, words: str, to: int) -> int:
    """Renumber the lessons of a project, and say which; the exit code comes back."""
    with opened(Order(project=project)) as session:
        site = session.read_site().value
        lesson = find_lesson(site, words)
        numbers = [each.number for each in list_lessons(site) if each.number]
        if not lesson.number:
            raise UsageError(f'"{lesson.source.path}" has no number')
        if to > max(numbers):
            raise UsageError(f"there is no place {to}: the last lesson is number {max(numbers)}")
        renumbered = new_numbers(numbers, lesson.number, to)
        edits = {
            document.path: with_number(_file(session, document), renumbered[number]).encode()
            for document, number in _numbered(site)
            if number in renumbered
        }
        replace_files(session.root, edits)
    for document, number in _numbered(site):
        if number in renumbered:
            say(f"{shown(document.path)}: {number} becomes {renumbered[number]}\n")
    if not edits:
        say(f"{shown(lesson.source.path)} is number {to} already\n")
    return 0


def _numbered(site: Site) -> Iterator[tuple[Document, int]]:
    """Every file that says its number; a translation rarely does."""
    for document in site.documents:
        if document.kind == "lesson" and document.front.lesson is not None:
            yield document, document.front.lesson


def _file(session: Session, document: Document) -> SourceFile:
    read = session.files.read(document.path)
    if read.problems:
        raise UsageError(f'cannot read "{document.path}": {read.problems[0].message}')
    return read.value
