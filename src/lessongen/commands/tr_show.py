"""`lessongen tr show`: one translation beside its source, with what has changed."""

from collections.abc import Mapping

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_desk import Desk, opened_desk, retried
from lessongen.commands.tr_options import lang_option, look_of, ui_option, words_of
from lessongen.commands.tr_output.layout import Look
from lessongen.commands.tr_output.show_text import show_text
from lessongen.model.standing import TranslationPlace
from lessongen.shell.console import say
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

    def work() -> int:
        with opened_desk(common.project, words) as desk:
            texts = [
                _shown(desk, desk.find(locale, lesson), look_of(common), everything=everything)
                for locale in desk.locales(lang)
            ]
        say("\n".join(texts))
        return 0

    return retried(work, words)


def _shown(desk: Desk, place: TranslationPlace, look: Look, *, everything: bool) -> str:
    from lessongen.commands.tr_notes import Historian

    document = Historian(desk).noted(place, desk.report(place))
    return show_text(
        desk.source_language,
        place.locale,
        document,
        everything=everything,
        fixes=_fixes(desk, place) if any(each.state == "tokens" for each in document.units) else {},
        words=desk.words,
        look=look,
    )


def _fixes(desk: Desk, place: TranslationPlace) -> Mapping[str, str]:
    """What a machine would write where only links, code and numbers have changed."""
    from lessongen.translation.mechanical import propose
    from lessongen.translation.report import unit_ids

    pairs = desk.tracker.study(place).pairs
    proposals = zip(unit_ids(pairs), map(propose, pairs), strict=True)
    return {name: text for name, text in proposals if text is not None}
