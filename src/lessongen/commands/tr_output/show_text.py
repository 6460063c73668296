"""One translation for people: what its source was and is, beside what it says."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lessongen.commands.tr_output.layout import (
    Line,
    Look,
    Piece,
    Style,
    beside,
    marked,
    paint,
    width_of,
    wrap,
    wrap_code,
)
from lessongen.commands.tr_output.names import document_state, unit_state
from lessongen.commands.tr_output.status_text import name_of
from lessongen.desk.names import unit_kind
from lessongen.desk.needs import is_urgent
from lessongen.model.translation import SETTLED, DocumentReport, UnitReport
from lessongen.model.value import fields_of
from lessongen.shell.terminal import shown
from lessongen.shell.words import Words
from lessongen.translation.report import minutes
from lessongen.translation.worddiff import Segment, word_diff

_WIDE = 120  # columns from which there is room for two texts side by side
_MARGIN = 4
_LEAST_COMMON = 0.4  # share of the text from which on marks help more than they disturb
_STYLES: Mapping[str, Style] = {"same": "", "added": "added", "removed": "removed"}


def show_text(
    source: str,
    locale: str,
    document: DocumentReport,
    *,
    everything: bool,
    fixes: Mapping[str, str],
    offers: Mapping[str, str],
    words: Words,
    look: Look,
) -> str:
    """A document, unit by unit: those that wait for somebody, or all of them.

    `fixes`: by the id of a unit, its translation with the new links, code and numbers; `offers`:
    where its text is translated already.
    """
    lines = [*_head(document, locale, words, look), ""]
    units = [unit for unit in document.units if everything or unit.state != "ok"]
    for unit in units if document.state != "missing" or everything else ():
        lines += [*_unit_head(unit, words, look, _before(document, unit))]
        lines += [*_note(unit, words, look)]
        lines += [*_texts(source, locale, unit, words, look)]
        if unit.id in fixes:
            lines += fix_lines(unit.target or "", fixes[unit.id], words, look)
        lines += _offer(offers.get(unit.id, ""), look)
        lines.append("")
    lines += _advice(document, locale, units, words, can_fix=bool(fixes))
    return "".join(f"{line}\n" for line in lines)


def unit_text(source: str, unit: UnitReport, words: Words, look: Look) -> str:
    """One unit of the source, as it was and as it is."""
    bare = Look(width=min(look.width, _WIDE - 1), color=look.color)
    lines = [
        *_unit_head(unit, words, bare),
        *_texts(source, "", _without_target(unit), words, bare),
    ]
    return "".join(f"{line}\n" for line in lines)


def _without_target(unit: UnitReport) -> UnitReport:
    given = {name: getattr(unit, name) for name in fields_of(UnitReport)}
    return UnitReport(**{**given, "target": None})


def _head(document: DocumentReport, locale: str, words: Words, look: Look) -> Iterator[str]:
    state, style = document_state(document.state, words)
    if is_urgent(document):
        state, style = words.say("urgent"), "alarm"
    title = shown(" ".join(document.title.split()))
    name = f"{document.lesson} · {title}" if document.lesson else title
    right = f"{locale} · {state}"
    blanks = " " * max(2, look.width - width_of(name) - width_of(right))
    yield paint(
        (Piece(name, "bold"), Piece(blanks), Piece(f"{locale} · "), Piece(state, style)), look
    )
    paths = [path for path in (document.source_path, document.target_path) if path]
    for line in wrap((Piece(" → ".join(paths), "dim"),), look.width):
        yield paint(line, look)
    if document.claimed_by:
        yield paint(
            (Piece(words.say("%(name)s is at it", name=shown(document.claimed_by)), "dim"),), look
        )


def _before(document: DocumentReport, unit: UnitReport) -> int:
    """The line of the translation behind which a unit without translation belongs; 0: unknown."""
    if unit.target_line is not None or document.target_path is None:
        return 0
    lines = [each.target_line for each in document.units if each.number < unit.number]
    return next((line for line in reversed(lines) if line), 0)


def _unit_head(unit: UnitReport, words: Words, look: Look, before: int = 0) -> Iterator[str]:
    state, style = unit_state(unit.state, words)
    left = [Piece(f"{unit.number:>3} ", "bold"), Piece(f"{unit_kind(unit.kind, words)} · ")]
    left.append(Piece(state, style))
    if unit.urgent:
        left += [Piece(" · "), Piece(words.say("urgent"), "alarm")]
    right = _place(unit, before, words)
    used = sum(width_of(piece.text) for piece in left)
    blanks = " " * max(2, look.width - used - width_of(right))
    yield paint((*left, Piece(blanks), Piece(right, "dim")), look)


def _place(unit: UnitReport, before: int, words: Words) -> str:
    """Where the unit stands in the translation, or where it would stand."""
    line = unit.target_line or unit.source_line
    place = words.say("line %(number)s", number=line) if line else ""
    if before:
        place = words.say("goes below line %(number)s", number=before)
    new = unit.words_to_translate
    if not new:
        return place
    count = words.count("%(number)s word", "%(number)s words", new)
    return f"{count} · {place}" if place else count


def _note(unit: UnitReport, words: Words, look: Look) -> Iterator[str]:
    if unit.note:
        text = words.say("why: %(reason)s", reason=unit.note)
        for line in wrap((Piece(text, "dim"),), look.width - _MARGIN):
            yield paint((Piece(" " * _MARGIN), *line), look)


# --- the texts ------------------------------------------------------------------


def _texts(source: str, locale: str, unit: UnitReport, words: Words, look: Look) -> Iterator[str]:
    """The source, then the translation; side by side where there is room."""
    labels = [source, locale, words.say("was"), words.say("now")]
    margin = max(map(width_of, labels)) + 2
    if look.width >= _WIDE:
        half = (look.width - _MARGIN - margin * 2 - 3) // 2
        left = [*_labelled(_source_blocks(source, unit, words, half, look), margin)]
        right = [*_labelled(_target_blocks(locale, unit, half), margin)]
        for line in beside(left, right, half + margin, look):
            yield (" " * _MARGIN + line).rstrip()
        return
    room = look.width - _MARGIN - margin
    blocks = [*_source_blocks(source, unit, words, room, look), *_target_blocks(locale, unit, room)]
    for row in _labelled(blocks, margin):
        yield paint((Piece(" " * _MARGIN), *row), look)


_Block = tuple[str, Sequence[Line]]


def _labelled(blocks: Sequence[_Block], margin: int) -> Iterator[Line]:
    for label, lines in blocks:
        for row, line in enumerate(lines):
            name = label if row == 0 else ""
            yield (Piece(name + " " * (margin - width_of(name)), "dim"), *line)


def _source_blocks(
    source: str, unit: UnitReport, words: Words, width: int, look: Look
) -> list[_Block]:
    before, now = unit.previous, unit.source
    if now is None:
        return [] if before is None else [(words.say("was"), _block(unit, before, width))]
    if before is None or before == now:
        return [(source, _block(unit, now, width))]
    segments = word_diff(before, now)
    if unit.kind == "code" or _share_in_common(segments) < _LEAST_COMMON:
        was, is_now = _block(unit, before, width), _block(unit, now, width)
        return [(words.say("was"), was), (words.say("now"), is_now)]
    pieces = [Piece(each.text, _style(each)) for each in segments]
    return [(source, wrap(marked(pieces, look), width))]


def _target_blocks(locale: str, unit: UnitReport, width: int) -> list[_Block]:
    if unit.target is None or unit.state == "new":
        return []
    return [(locale, _block(unit, unit.target, width))]


def _style(segment: Segment) -> Style:
    return _STYLES[segment.kind]


def _block(unit: UnitReport, text: str, width: int) -> list[Line]:
    return wrap_code(text, width) if unit.kind == "code" else wrap((Piece(text),), width)


def _share_in_common(segments: Sequence[Segment]) -> float:
    same = sum(len(each.text) for each in segments if each.kind == "same")
    return same / max(1, sum(len(each.text) for each in segments))


def fix_lines(
    target: str, fix: str, words: Words, look: Look, *, done: bool = False
) -> Iterator[str]:
    """What a machine would replace in a translation, or has replaced."""
    segments = word_diff(target, fix)
    pairs = [
        f"{old.text.strip()} → {new.text.strip()}"
        for old, new in pairwise(segments)
        if (old.kind, new.kind) == ("removed", "added")
    ]
    what = ", ".join(pairs)
    if done:
        text = words.say("replaced in the translation: %(what)s", what=what)
    else:
        text = words.say("to replace in the translation: %(what)s", what=what)
    for line in wrap((Piece(text, "good"),), look.width - _MARGIN) if pairs else ():
        yield paint((Piece(" " * _MARGIN), *line), look)


def _offer(text: str, look: Look) -> Iterator[str]:
    for line in wrap((Piece(text, "good"),), look.width - _MARGIN) if text else ():
        yield paint((Piece(" " * _MARGIN), *line), look)


# --- what to do next ------------------------------------------------------------


def _advice(
    document: DocumentReport,
    locale: str,
    units: Sequence[UnitReport],
    words: Words,
    *,
    can_fix: bool,
) -> Iterator[str]:
    name = name_of(document)
    steps: list[tuple[str, str]] = []
    waiting = [unit for unit in units if unit.state not in SETTLED]
    if document.state == "missing":
        steps.append((f"lessongen tr new {name} --lang {locale}", words.say("begin a translation")))
    elif document.state == "orphan":
        yield words.say("Its source is gone. Keep the file as a text of its own, or delete it.")
    elif not waiting:
        yield words.say("Nothing to do.")
    else:
        can = [unit for unit in waiting if unit.target is not None and unit.state != "new"]
        if can:
            steps.append((f"lessongen tr ok {name}", words.say("right for today’s source")))
        if len(can) > 1:
            steps.append(
                (
                    f"lessongen tr ok {name} --unit {can[0].number}",
                    words.say("one of its paragraphs"),
                )
            )
        if can_fix:
            steps.append((f"lessongen tr ok {name} --fix", words.say("replace it and confirm it")))
        if len(can) < len(waiting):
            new = words.say("Translate what has no translation yet in the file itself:")
            yield f"{new} {shown(document.target_path or '')}"
    spent = minutes(units)
    widest = max((width_of(command) for command, _ in steps), default=0)
    for command, purpose in steps:
        yield f"{command}{' ' * (widest - width_of(command))}   {purpose}"
    if spent and waiting:
        yield ""
        yield words.count("About %(number)s minute.", "About %(number)s minutes.", spent)
