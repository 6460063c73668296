"""What needs a translator, as Markdown for a review."""

import re
from collections.abc import Iterator, Sequence

from lessongen.commands.tr_output.names import document_state, unit_state
from lessongen.desk.names import unit_kind
from lessongen.desk.needs import is_open, is_urgent, waiting_units
from lessongen.model.translation import SETTLED, DocumentReport, TranslationReport, UnitReport
from lessongen.shell.words import Words
from lessongen.translation.report import minutes, total

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+|~!&])")
_TICKS = re.compile(r"`{3,}")
_MOST_TEXTS = 20  # in full; a comment of a review has an end


def status_markdown(report: TranslationReport, words: Words) -> str:
    """A heading, a table and the changes of each language."""
    parts = [
        "\n".join(_language(report.source_language, locale, documents, words))
        for locale, documents in report.documents.items()
    ]
    return "\n\n".join(parts) + "\n" if parts else ""


def _language(
    source: str, locale: str, documents: Sequence[DocumentReport], words: Words
) -> Iterator[str]:
    totals = total(documents)
    done = words.count(
        "%(done)s of %(number)s lesson up to date",
        "%(done)s of %(number)s lessons up to date",
        totals.lessons,
        done=words.number(totals.translated),
    )
    yield f"## {source} → {locale}: {done}"
    waiting = [each for each in documents if is_open(each)]
    if not waiting:
        return
    heads = [
        "",
        words.say("Text"),
        words.say("State"),
        words.say("Paragraphs"),
        words.say("Words"),
        words.say("Minutes"),
    ]
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield "|--:|---|---|--:|--:|--:|"
    for document in waiting:
        yield f"| {' | '.join(_cells(document, words))} |"
    outdated = [each for each in waiting if each.state == "outdated"]
    for document in outdated[:_MOST_TEXTS]:
        yield from _details(document, words)


def _cells(document: DocumentReport, words: Words) -> list[str]:
    state = words.say("urgent") if is_urgent(document) else document_state(document.state, words)[0]
    path = document.target_path or document.source_path or ""
    return [
        str(document.lesson or ""),
        f"[{_escaped(document.title)}]({_address(path)})",
        f"{state} ({_escaped(document.claimed_by)})" if document.claimed_by else state,
        words.number(len(waiting_units(document))),
        words.number(document.words_to_translate),
        words.number(minutes(document.units)),
    ]


def _details(document: DocumentReport, words: Words) -> Iterator[str]:
    title = _escaped(document.title)
    number = f"{document.lesson} · " if document.lesson else ""
    yield ""
    yield f"<details><summary>{number}{title}</summary>"
    for unit in document.units:
        if unit.state not in SETTLED:
            yield ""
            yield from _unit(unit, words)
    yield ""
    yield "</details>"


def _unit(unit: UnitReport, words: Words) -> Iterator[str]:
    kind, state = unit_kind(unit.kind, words), unit_state(unit.state, words)[0]
    urgent = f" **{words.say('urgent')}**" if unit.urgent else ""
    yield f"**{unit.number}** {kind}, {state}{urgent}"
    if unit.note:
        yield ""
        yield _escaped(unit.note)
    lines = []
    if unit.previous is not None and unit.previous != unit.source:
        lines += [f"- {line}" for line in unit.previous.splitlines()]
    if unit.source is not None:
        sign = "+" if lines or unit.state == "new" else " "
        lines += [f"{sign} {line}" for line in unit.source.splitlines()]
    fence = _fence(lines)
    yield ""
    yield from (f"{fence}diff", *lines, fence)


def _fence(lines: Sequence[str]) -> str:
    """Ticks enough to hold whatever is inside."""
    longest = max((len(found) for line in lines for found in _TICKS.findall(line)), default=2)
    return "`" * (longest + 1)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _address(path: str) -> str:
    from urllib.parse import quote

    return quote(path)
