"""One form, one piece of work: the desk is opened, something is written, the site is built anew."""

from collections.abc import Callable
from typing import TypeVar

from lessongen.desk.confirming import accept_places
from lessongen.desk.desk import Desk
from lessongen.desk.opening import opened_desk, retried
from lessongen.desk.sheet import show_sheet
from lessongen.desk.writing import joined, take_back
from lessongen.model.value import replaced
from lessongen.serving.desk.forms import Form
from lessongen.serving.desk.history import Deed, History
from lessongen.serving.desk.result import Result
from lessongen.serving.desk.verbs import OF_A_UNIT, VERBS
from lessongen.serving.desk.visitor import Visitor
from lessongen.serving.live import Live
from lessongen.shell.words import Words

R = TypeVar("R")


class Work:
    """The work that is done from browsers, and what of it can be taken back."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self.history = History()

    def do(self, visitor: Visitor, locale: str, key: str, form: Form) -> Result | None:
        """What came of a form; None for a verb, or for a text, that there is not.

        Without a key it is about all texts of a language. Raises `UsageError` for what makes no
        sense, such as a check that there is not.
        """
        with self._live.lock:
            result = self._result(visitor, locale, key, form)
        if result is not None and result.written.files:
            self._live.rebuild()
        return result

    def _result(self, visitor: Visitor, locale: str, key: str, form: Form) -> Result | None:
        text = f"{locale}/{key}"
        if form["do"] in ("undo", "redo"):
            return self._taken_back(text, visitor.words, is_undo=form["do"] == "undo")
        result = self._done(visitor, locale, key, form)
        if result is not None:
            self.history.add(text, Deed(said=result.said, written=result.written))
        return result

    def _done(self, visitor: Visitor, locale: str, key: str, form: Form) -> Result | None:
        if not key:
            return self._all_confirmed(visitor, locale) if form["do"] == "ok-all" else None
        if form["do"] == "ok" and form.is_edited:
            return self._saved_and_confirmed(visitor, locale, key, form)
        return self._one(visitor, locale, key, form)

    def _one(self, visitor: Visitor, locale: str, key: str, form: Form) -> Result | None:
        verb = VERBS.get(form["do"])
        if verb is None or (form["do"] in OF_A_UNIT and not form.unit):
            return None

        def work(desk: Desk) -> Result | None:
            place = desk.place(locale, key)
            return None if place is None else verb(desk, place, form, visitor.name)

        return self._at_desk(visitor.words, work)

    def _saved_and_confirmed(
        self, visitor: Visitor, locale: str, key: str, form: Form
    ) -> Result | None:
        """First the text, then the `ok` of what stands in the file by then."""
        saved = self._one(
            visitor, locale, key, replaced(form, fields={**form.fields, "do": "save"})
        )
        if saved is None or saved.is_refused:
            return saved
        now = self._stamped(visitor.words, locale, key, saved.unit)
        if now is None:  # what had no translation was confirmed with it
            return saved
        fields = {"do": "ok", "unit": saved.unit, "stamp": now}
        result = self._one(visitor, locale, key, Form(fields=fields))
        if result is None or result.is_refused:
            return saved
        return replaced(result, written=joined(saved.written, result.written))

    def _stamped(self, words: Words, locale: str, key: str, name: str) -> str | None:
        """The stamp of a unit, as it is now; None if nothing is to do about it."""

        def work(desk: Desk) -> str | None:
            place = desk.place(locale, key)
            sheet = show_sheet(desk, place, reasons=False) if place else None
            units = sheet.units if sheet else ()
            found = (each for each in units if each.unit.id == name and each.unit.state != "ok")
            return next((each.stamp for each in found), None)

        return self._at_desk(words, work)

    def _all_confirmed(self, visitor: Visitor, locale: str) -> Result | None:
        """All translations of the language are right, as far as they have been begun."""

        def work(desk: Desk) -> Result | None:
            if locale not in desk.locales():
                return None
            all_settled = accept_places(desk, desk.places(locale), by=visitor.name)
            said = desk.words.count(
                "%(number)s paragraph confirmed",
                "%(number)s paragraphs confirmed",
                sum(len(each.done) for each in all_settled),
            )
            written = joined(*(each.written for each in all_settled))
            return Result(said=f"{said}.", written=written)

        return self._at_desk(visitor.words, work)

    def _taken_back(self, text: str, words: Words, *, is_undo: bool) -> Result:
        """Undo what was written last; or do it again."""
        deed = self.history.last(text) if is_undo else self.history.undone(text)
        if deed is None:
            return Result(said=words.say("There is nothing to take back."), is_refused=True)

        def work(desk: Desk) -> Result:
            written, refused = take_back(desk.root, deed.written)
            for refusal in refused:
                message = "%(path)s has changed since: nothing was taken back."
                return Result(said=words.say(message, path=refusal.name), is_refused=True)
            said = words.say("Taken back: %(what)s", what=deed.said)
            if not is_undo:
                said = words.say("Done again: %(what)s", what=deed.said)
            return Result(said=said, written=written)

        result = self._at_desk(words, work)
        if not result.is_refused:
            note = self.history.taken_back if is_undo else self.history.done_again
            note(text, result.written)
        return result

    def _at_desk(self, words: Words, work: Callable[[Desk], R]) -> R:
        def once() -> R:
            with opened_desk(self._live.root, words, writes=True) as desk:
                return work(desk)

        return retried(once, words)
