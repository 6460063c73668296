"""`lessongen tr cost`: what the uncommitted edits of the source would cost in words."""

from collections.abc import Sequence
from functools import partial

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_options import lang_option, look_of, ui_option, words_of
from lessongen.commands.tr_output.layout import Look, Piece, cut, paint, table
from lessongen.commands.tr_output.status_text import name_of
from lessongen.commands.tr_work import at_desk
from lessongen.desk.costs import Cost, find_costs
from lessongen.desk.desk import Desk
from lessongen.shell.console import say
from lessongen.shell.git import Git
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words, term

_WIDEST = 60


@click.command(
    cls=Verb,
    help=term("What your uncommitted edits of the source would cost in words to translate."),
)
@lang_option
@ui_option
@click.pass_obj
def cost(common: Common, /, *, lang: str | None, ui: str | None) -> int:
    """What the uncommitted edits of the source would cost."""
    words = words_of(ui)

    def work(desk: Desk) -> str:
        git = Git(desk.root)
        if not git.is_there():
            raise UsageError(words.say("git knows no earlier version to compare with"))
        texts = [
            _told(
                locale,
                list(find_costs(desk, locale, git, partial(_note, desk))),
                words,
                look_of(common),
            )
            for locale in desk.locales(lang)
        ]
        desk.session.progress.clear()
        return "\n".join(texts)

    say(at_desk(common.project, words, work))
    return 0


def _note(desk: Desk, done: int, total: int) -> None:
    desk.session.progress.note(desk.words.say("comparing"), done, total)


def _told(locale: str, costs: Sequence[Cost], words: Words, look: Look) -> str:
    from lessongen.translation.report import minutes

    real = [each for each in costs if each.units or each.words]
    if not real:
        return words.say("%(locale)s: your edits cost no translation.", locale=locale) + "\n"
    total = sum(each.words for each in real)
    spent = minutes(unit for each in real for unit in each.units)
    amount = words.count("%(number)s word", "%(number)s words", total)
    head = words.count(
        "your edits cost %(amount)s to translate, about %(number)s minute",
        "your edits cost %(amount)s to translate, about %(number)s minutes",
        spent,
        amount=amount,
    )
    lines = [paint((Piece(f"{locale}: ", "bold"), Piece(head)), look), ""]
    rows = [_row(each, words) for each in real]
    lines += [paint(line, look) for line in table(rows, right=frozenset((0, 2, 3, 4)), indent=2)]
    small = [each for each in real if any(unit.state == "changed" for unit in each.units)]
    if small:
        name = name_of(small[0].document)
        lines += ["", f"lessongen tr harmless {name}   {words.say('if the meaning is the same')}"]
    return "".join(f"{line}\n" for line in lines)


def _row(cost: Cost, words: Words) -> tuple[Piece, ...]:
    document = cost.document
    count = f"{words.number(len(cost.units))} ¶"
    new = words.count("%(number)s word", "%(number)s words", cost.words)
    spent = words.say("%(number)s min", number=words.number(cost.minutes))
    title = cut(shown(" ".join(document.title.split())), _WIDEST)
    return (
        Piece(str(document.lesson or ""), "dim"),
        Piece(title),
        Piece(count),
        Piece(new),
        Piece(spent),
    )
