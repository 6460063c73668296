"""`lessongen tr new`: a translation to begin with."""

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_options import by_option, lang_option, ui_option, words_of
from lessongen.commands.tr_work import at_desk, tell_copies
from lessongen.desk.beginning import begin_translation, find_beginning
from lessongen.desk.desk import Desk
from lessongen.desk.signing import signer
from lessongen.shell.console import say
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError
from lessongen.shell.words import term


@click.command(
    cls=Verb, help=term("Make the file of a translation: a copy of the source, to write over.")
)
@click.argument("lesson")
@lang_option
@by_option
@ui_option
@click.pass_obj
def new(common: Common, /, *, lesson: str, lang: str | None, by: str | None, ui: str | None) -> int:
    """Make the file of a translation."""
    words = words_of(ui)

    def work(desk: Desk) -> int:
        place = find_beginning(desk, lesson, lang)
        begun = begin_translation(desk, place, by=signer(desk.root, by, words))
        for refusal in begun.refused:
            raise UsageError(words.say('"%(path)s" is there already', path=refusal.name))
        tell_copies([begun], words)
        say(f"{shown(begun.written.files[0].path)}\n")
        message = "Write your translation over the text. Then: lessongen tr ok %(name)s"
        say(words.say(message, name=place.lesson or place.key) + "\n", error=True)
        return 0

    return at_desk(common.project, words, work, writes=True)
