"""What each form does to one text, by the functions that the command line calls."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from lessongen.desk.beginning import begin_translation
from lessongen.desk.claims import claim_place, unclaim_place
from lessongen.desk.confirming import accept_as_made, accept_units
from lessongen.desk.desk import Desk
from lessongen.desk.fixes import apply_fixes
from lessongen.desk.marks import mark_harmless_units, mark_urgent_units
from lessongen.desk.outcome import Refusal, Settled
from lessongen.model.standing import TranslationPlace
from lessongen.serving.desk.forms import Form
from lessongen.serving.desk.result import Result
from lessongen.serving.desk.saving import save_unit
from lessongen.shell.words import Words

Verb = Callable[[Desk, TranslationPlace, Form, str], Result]


def _ok(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:
    # Of a whole text, only what the page showed: what came later was not read.
    names = (form.unit,) if form.unit else tuple(form.shown)
    settled = accept_units(desk, place, by=by, names=names, stamps=form.stamps or form.shown)
    return _settled(settled, confirmed(settled, desk.words), form, desk.words)


def _as_made(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:
    settled = next(iter(accept_as_made(desk, (place,), by=by)), Settled(place=place))
    return _settled(settled, confirmed(settled, desk.words), form, desk.words)


def _allow(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:
    settled = accept_units(
        desk, place, by=by, names=(form.unit,), stamps=form.stamps, allow=(form["check"],)
    )
    message = "Paragraph %(number)s: allowed, and confirmed."
    said = desk.words.say(message, number=_numbers(settled))
    return _settled(settled, said, form, desk.words)


def _fix(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:
    names = (form.unit,) if form.unit else ()
    settled = apply_fixes(desk, place, by=by, names=names, stamps=form.stamps).settled
    said = desk.words.count(
        "%(number)s paragraph fixed and confirmed.",
        "%(number)s paragraphs fixed and confirmed.",
        len(settled.done),
    )
    return _settled(settled, said, form, desk.words)


def _harmless(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:
    settled = mark_harmless_units(desk, place, by=by, names=(form.unit,), stamps=form.stamps)
    message = "Paragraph %(number)s means the same: nobody has to translate it anew."
    said = desk.words.say(message, number=_numbers(settled))
    return _settled(settled, said, form, desk.words)


def _urgent(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:  # noqa: ARG001 as all verbs
    settled = mark_urgent_units(desk, place, names=(form.unit,), stamps=form.stamps)
    said = desk.words.say("urgent: readers see a note there until it is confirmed")
    return _settled(settled, said, form, desk.words)


def _claim(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:
    claimed = claim_place(desk, place, by=by)
    name, day = (claimed.claim.by, claimed.claim.until) if claimed.claim else ("", "")
    said = desk.words.say("%(name)s is at it until %(day)s.", name=name, day=day)
    return _settled(claimed.settled, said, form, desk.words)


def _unclaim(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:  # noqa: ARG001 as all verbs
    said = desk.words.say("Nobody is at it any more.")
    return _settled(unclaim_place(desk, place), said, form, desk.words)


def _begin(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:
    settled = begin_translation(desk, place, by=by)
    path = settled.written.files[0].path if settled.written.files else ""
    message = "%(path)s is there now: write your translation over the text."
    return _settled(settled, desk.words.say(message, path=path), form, desk.words)


def _save(desk: Desk, place: TranslationPlace, form: Form, by: str) -> Result:
    return save_unit(desk, place, form, by)


VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "ok": _ok,
        "as-made": _as_made,
        "allow": _allow,
        "fix": _fix,
        "harmless": _harmless,
        "urgent": _urgent,
        "claim": _claim,
        "unclaim": _unclaim,
        "begin": _begin,
        "save": _save,
    }
)
# Those that speak of one unit; without it they would mean all of a text.
OF_A_UNIT = frozenset({"allow", "harmless", "urgent", "save"})


def confirmed(settled: Settled, words: Words) -> str:
    """What an `ok` settled and what it left, in a sentence."""
    one, many = "%(number)s paragraph confirmed", "%(number)s paragraphs confirmed"
    said = words.count(one, many, len(settled.done))
    if not settled.left:
        return f"{said}."
    left = words.count(
        "%(number)s still to translate", "%(number)s still to translate", len(settled.left)
    )
    return f"{said}, {left}."


def _settled(settled: Settled, said: str, form: Form, words: Words) -> Result:
    """The result, told as it was meant, or as it was refused."""
    if settled.refused:
        said = _why(settled.refused, words)
    elif not settled.written.files and not settled.done:
        said = words.say("Nothing to confirm: all of it was right already.")
    for path in settled.written.copies:
        message = "%(path)s: what could not be read of the record is kept here"
        said += " " + words.say(message, path=path)
    return Result(
        said=said,
        written=settled.written,
        is_refused=bool(settled.refused) and not settled.written.files,
        unit=form.unit,
    )


def _why(refused: Sequence[Refusal], words: Words) -> str:
    refusal = refused[0]
    if refusal.reason == "claimed":
        message = "%(name)s is at it until %(day)s."
        return words.say(message, name=refusal.name, day=refusal.detail)
    if refusal.reason in ("changed", "unknown"):
        return words.say("This has changed meanwhile: look at it again.")
    if refusal.reason == "untranslated":
        return words.say("There is no translation to confirm yet.")
    return words.say("Nothing about this paragraph could be settled that way.")


def _numbers(settled: Settled) -> str:
    return ", ".join(str(unit.number) for unit in settled.done)
