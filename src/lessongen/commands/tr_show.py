"""`lessongen tr show`: one translation beside its source, with what has changed."""

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_options import lang_option, look_of, ui_option, words_of
from lessongen.commands.tr_output.layout import Look, Piece, paint, wrap
from lessongen.commands.tr_output.show_text import show_text
from lessongen.commands.tr_work import at_desk
from lessongen.desk.desk import Desk
from lessongen.model.standing import TranslationPlace
from lessongen.shell.console import say
from lessongen.shell.terminal import shown
from lessongen.shell.words import term


@click.command(
    cls=Verb,
    help=term("The source as it was and as it is, changed words marked, beside the translation."),
)
@click.argument("lesson")
@lang_option
@click.option("--all", "everything", is_flag=True, help=term("Also what is up to date."))
@ui_option
@click.pass_obj
def show(
    common: Common, /, *, lesson: str, lang: str | None, ui: str | None, everything: bool
) -> int:
    """One translation beside its source."""
    words = words_of(ui)

    def work(desk: Desk) -> str:
        texts = [
            _shown(desk, desk.find(locale, lesson), look_of(common), everything=everything)
            for locale in desk.locales(lang)
        ]
        return "\n".join(texts)

    say(at_desk(common.project, words, work))
    return 0


def _shown(desk: Desk, place: TranslationPlace, look: Look, *, everything: bool) -> str:
    from lessongen.desk.fixes import proposed_fixes
    from lessongen.desk.offers import Offers, offer_text
    from lessongen.desk.reasons import Historian

    document = Historian(desk).noted(place, desk.report(place))
    fixes = {}
    if any(each.state == "tokens" for each in document.units):
        fixes = {fix.unit.id: fix.text for fix in proposed_fixes(desk.study(place).pairs)}
    return _made_from(desk, place, look) + show_text(
        desk.source_language,
        place.locale,
        document,
        everything=everything,
        fixes=fixes,
        offers={
            name: offer_text(offer, desk)
            for name, offer in Offers(desk, place.locale).of(document).items()
        },
        words=desk.words,
        look=look,
    )


def _made_from(desk: Desk, place: TranslationPlace, look: Look) -> str:
    """Which source a text without a record is compared with."""
    origin = desk.origin(place)
    if origin is None or origin.is_today:
        return ""
    commit = origin.commit
    told = desk.words.say(
        "No record: compared with the source of %(date)s, by git (%(name)s, %(subject)s)",
        date=commit.date,
        name=commit.name,
        subject=shown(commit.subject),
    )
    return "".join(f"{paint(line, look)}\n" for line in wrap((Piece(told, "dim"),), look.width))
