"""What needs a translator, as annotations for GitHub: one for each text, it shows only a few."""

from collections.abc import Iterator

from lessongen.commands.tr_output.names import document_state
from lessongen.desk.needs import is_open, is_urgent, waiting_units
from lessongen.model.problem import Problem
from lessongen.model.source import Span
from lessongen.model.translation import SETTLED, DocumentReport, TranslationReport
from lessongen.shell.terminal import problem_annotation
from lessongen.shell.words import Words


def status_github(report: TranslationReport, words: Words, folder: str) -> str:
    """The annotations; `folder` leads to the project from here."""
    return "".join(
        problem_annotation(problem, folder)
        for locale, documents in report.documents.items()
        for problem in _problems(locale, documents, words)
    )


def _problems(
    locale: str, documents: tuple[DocumentReport, ...], words: Words
) -> Iterator[Problem]:
    for document in documents:
        if is_open(document):
            yield Problem(
                code=f"{locale}-{document.state}",
                severity="warning" if is_urgent(document) else "note",
                message=_message(document, words),
                span=_place(document),
            )


def _message(document: DocumentReport, words: Words) -> str:
    state = words.say("urgent") if is_urgent(document) else document_state(document.state, words)[0]
    parts = [f"{document.title}: {state}"]
    count = len(waiting_units(document))
    if count and document.state != "orphan":
        parts.append(words.count("%(number)s paragraph", "%(number)s paragraphs", count))
    new = document.words_to_translate
    if new:
        parts.append(words.count("%(number)s word", "%(number)s words", new))
    return ", ".join(parts)


def _place(document: DocumentReport) -> Span:
    """The first paragraph that waits, in the translation if there is one."""
    path = document.target_path or document.source_path or ""
    for unit in document.units:
        line = unit.target_line if document.target_path else unit.source_line
        if unit.state not in SETTLED and line:
            return Span(path=path, line=line)
    return Span(path=path)
