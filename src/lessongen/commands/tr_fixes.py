"""`lessongen tr ok --fix`: what a machine carries over, shown and accepted."""

from collections.abc import Iterator, Sequence

from lessongen.commands.tr_output.change_text import title_line, unit_lines
from lessongen.commands.tr_output.layout import Look, Piece, paint
from lessongen.commands.tr_output.show_text import fix_lines
from lessongen.commands.tr_work import refuse_unknown, tell_copies, tell_refusals
from lessongen.desk.desk import Desk
from lessongen.desk.fixes import Fixed, apply_fixes
from lessongen.model.standing import TranslationPlace
from lessongen.shell.console import say

_REFUSED = 1


def fix_and_tell(
    desk: Desk, places: Sequence[TranslationPlace], names: Sequence[str], by: str, look: Look
) -> int:
    """Apply the fixes of these texts, and say what was replaced; the exit code comes back."""
    words = desk.words
    all_fixed = [apply_fixes(desk, place, by=by, names=names) for place in places]
    for fixed in all_fixed:
        refuse_unknown(fixed.settled, words)
    tell_copies([fixed.settled for fixed in all_fixed], words)
    lines = [line for fixed in all_fixed for line in _lines(desk, fixed, look)]
    count = sum(len(fixed.fixes) for fixed in all_fixed)
    refused = [each for fixed in all_fixed for each in fixed.settled.refused]
    if count:
        lines.append(
            words.count(
                "%(number)s paragraph fixed and confirmed.",
                "%(number)s paragraphs fixed and confirmed.",
                count,
            )
        )
    elif not refused:
        lines.append(words.say("Nothing that a machine could carry over."))
    say("".join(f"{line}\n" for line in lines))
    message = "paragraph %(number)s: no machine can carry this over"
    tell_refusals(refused, message, words)
    return _REFUSED if refused else 0


def _lines(desk: Desk, fixed: Fixed, look: Look) -> Iterator[str]:
    if fixed.fixes:
        yield paint((Piece(title_line(fixed.settled.place), "bold"),), look)
    for fix in fixed.fixes:
        yield from unit_lines((fix.unit,), desk.words, look, mark="✓")
        yield from fix_lines(fix.unit.target or "", fix.text, desk.words, look, done=True)
