"""Saving what was typed for one unit, so that neither it nor anybody else's work is lost."""

from lessongen.desk.desk import Desk
from lessongen.desk.editing import replace_text
from lessongen.desk.inserting import insert_text
from lessongen.desk.outcome import Refusal, Settled
from lessongen.desk.sheet import Sheet, UnitSheet, show_sheet
from lessongen.model.standing import TranslationPlace
from lessongen.serving.desk.forms import Form
from lessongen.serving.desk.result import Conflict, Result
from lessongen.shell.words import Words


def save_unit(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:
    """Write what was typed if the unit still is what the page showed.

    The rest of the file may have changed meanwhile: it stays as it is now.
    """
    sheet = show_sheet(desk, place, reasons=False)
    unit = _shown_unit(sheet, form)
    if unit is None or unit.stamp != form["stamp"]:
        return _changed(unit, form, desk.words)
    settled = _written(desk, sheet, unit, form, by)
    for refusal in settled.refused:
        return _refused(unit, refusal, form, desk.words)
    number = unit.unit.number
    said = desk.words.say("Paragraph %(number)s saved.", number=number)
    if form["digest"] != sheet.digest:
        message = "Paragraph %(number)s saved. The file had changed elsewhere: that stays, too."
        said = desk.words.say(message, number=number)
    return Result(said=said, written=settled.written, unit=unit.unit.id)


def _written(desk: Desk, sheet: Sheet, unit: UnitSheet, form: Form, by: str) -> Settled:
    place, name, digest = sheet.place, unit.unit.id, sheet.digest
    if not unit.parts:
        return insert_text(desk, place, by=by, name=name, text=form.text, digest=digest)
    return replace_text(desk, place, name=name, text=form.text, digest=digest, part=form.part)


def _shown_unit(sheet: Sheet, form: Form) -> UnitSheet | None:
    """The unit that the page showed: by its id, else by the translation that it had there."""
    seen = form["seen"].replace("\r\n", "\n")
    named = [unit for unit in sheet.units if unit.unit.id == form.unit]
    alike = [unit for unit in sheet.units if seen and seen in unit.parts]
    return next(iter([*named, *alike]), None)


def _changed(unit: UnitSheet | None, form: Form, words: Words) -> Result:
    """Somebody changed one side of the unit: both texts are shown, and nothing is written."""
    if unit is None:
        why = words.say("This paragraph is not there any more. Your text, to copy it:")
    elif form["seen"].replace("\r\n", "\n") in (*unit.parts, ""):
        why = words.say("The source of this paragraph has changed meanwhile: look at it again.")
    else:
        why = words.say("Somebody else has changed this translation meanwhile: here are both.")
    theirs = unit.parts[form.part] if unit and form.part < len(unit.parts) else ""
    name = unit.unit.id if unit else ""
    conflict = Conflict(unit=name, yours=form.text, theirs=theirs, why=why)
    said = words.say("Nothing was written, and nothing is lost.")
    return Result(said=said, conflict=conflict, is_refused=True, unit=name)


def _refused(unit: UnitSheet, refusal: Refusal, form: Form, words: Words) -> Result:
    if refusal.reason == "unfit":
        message = (
            "This would not be one %(kind)s any more: it is empty, or would become several. "
            "Change it here, or write it into the file."
        )
        from lessongen.desk.names import unit_kind

        why = words.say(message, kind=unit_kind(unit.unit.kind, words))
    else:
        why = words.say("Somebody else has changed this translation meanwhile: here are both.")
    conflict = Conflict(unit=unit.unit.id, yours=form.text, theirs=refusal.theirs, why=why)
    said = words.say("Nothing was written, and nothing is lost.")
    return Result(said=said, conflict=conflict, is_refused=True, unit=unit.unit.id)
