"""`lessongen tr cost`: what the uncommitted edits of the source would cost in words."""

from collections.abc import Iterator, Mapping, Sequence

import click

from lessongen.commands.options import Common
from lessongen.commands.tr import Verb
from lessongen.commands.tr_desk import Desk, opened_desk, retried
from lessongen.commands.tr_options import lang_option, look_of, ui_option, words_of
from lessongen.commands.tr_output.layout import Look, Piece, cut, paint, table
from lessongen.commands.tr_output.status_text import name_of
from lessongen.model.source import SourceFile
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import DocumentReport, Record, UnitPair, UnitReport
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.shell.console import say
from lessongen.shell.git import Git
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words, term

_WIDEST = 60


@value
class Cost:
    """What the edits of one source mean for its translation."""

    document: DocumentReport
    units: tuple[UnitReport, ...]  # those that wait for somebody only since the edits
    words: int  # to translate more than before; below 0: fewer

    @property
    def minutes(self) -> int:
        """How long that takes."""
        from lessongen.translation.report import minutes

        return minutes(self.units)


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

    def work() -> int:
        with opened_desk(common.project, words) as desk:
            git = Git(desk.session.root)
            if not git.is_there():
                raise UsageError(words.say("git knows no earlier version to compare with"))
            texts = [
                _told(locale, list(_costs(desk, locale, git)), words, look_of(common))
                for locale in desk.locales(lang)
            ]
            desk.session.progress.clear()
        say("\n".join(texts))
        return 0

    return retried(work, words)


def _costs(desk: Desk, locale: str, git: Git) -> Iterator[Cost]:
    places = [
        place
        for place in desk.places(locale)
        if place.translate and place.source_path and place.kind not in ("people", "tags")
    ]
    committed = git.committed([place.source_path or "" for place in places])
    for number, place in enumerate(places):
        desk.session.progress.note(desk.words.say("comparing"), number, len(places))
        found = _cost(desk, place, committed)
        if found is not None:
            yield found


def _cost(desk: Desk, place: TranslationPlace, committed: Mapping[str, bytes]) -> Cost | None:
    """What the edits of one source cost; None where it was not edited."""
    path = place.source_path or ""
    now = desk.session.files.read(path).value.text
    before = committed.get(path, b"").decode("utf-8", "replace")
    if before.replace("\r\n", "\n") == now.replace("\r\n", "\n"):
        return None
    from lessongen.translation.report import report_units

    study = desk.tracker.study(place)
    old, new = _compared(study.record, _units(path, before), study.sources, study.targets, desk)
    was = {unit.id for unit in report_units(old) if unit.words_to_translate}
    units = tuple(unit for unit in report_units(new) if _waits(unit) and unit.id not in was)
    words = sum(unit.words_to_translate for unit in report_units(new))
    words -= sum(unit.words_to_translate for unit in report_units(old))
    return Cost(document=desk.report(place), units=units, words=words)


def _waits(unit: UnitReport) -> bool:
    from lessongen.model.translation import SETTLED

    return unit.state not in SETTLED


def _compared(
    record: Record,
    before: Sequence[Unit],
    now: Sequence[Unit],
    targets: Sequence[Unit],
    desk: Desk,
) -> tuple[Sequence[UnitPair], Sequence[UnitPair]]:
    """The pairs as they were committed and as they are, as if the former were all confirmed."""
    from lessongen.translation.accept import accept
    from lessongen.translation.pairing import pair_units

    old = pair_units(record, before, targets)
    confirmed = accept(record, old, by="", date=desk.today).record
    return pair_units(confirmed, before, targets), pair_units(confirmed, now, targets)


def _units(path: str, text: str) -> tuple[Unit, ...]:
    from lessongen.parsing.document import parse_document
    from lessongen.parsing.paths import place_of

    locale, key, kind = place_of(path) or ("", path, "page")
    file = SourceFile(path=path, text=text, digest="")
    return parse_document(file, locale=locale, key=key, kind=kind).value.units


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
