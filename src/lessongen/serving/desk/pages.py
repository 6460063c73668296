"""The pages of the desk: what each of them shows, from the files as they are now."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from lessongen.desk.desk import Desk
from lessongen.desk.opening import opened_desk, retried
from lessongen.model.value import fields_of, value
from lessongen.serving.desk.history import History
from lessongen.serving.desk.overview import (
    USUAL,
    cost_rows,
    language_view,
    planned,
    time_wished,
)
from lessongen.serving.desk.rendering import render
from lessongen.serving.desk.result import Conflict
from lessongen.serving.desk.text_view import TextView, author_view, translator_view
from lessongen.serving.desk.visitor import Visitor
from lessongen.serving.live import Live
from lessongen.shell.words import Words

R = TypeVar("R")
Values = Mapping[str, object]


@value
class Asked:
    """Who asked for a page, with what in its address, and what every page has."""

    visitor: Visitor
    query: Mapping[str, str]
    frame: Values


class Pages:
    """Makes pages; None for a language or a text that there is not."""

    def __init__(self, live: Live, history: History) -> None:
        self._live = live
        self._history = history

    def languages(self, asked: Asked) -> str:
        """All target languages: where there is one, its page."""

        def work(desk: Desk) -> Values:
            views = [language_view(desk, locale) for locale in desk.locales()]
            return {"source": desk.source_language, "views": views}

        values = self._at_desk(asked.visitor.words, work)
        return render("languages.html", asked.visitor, {**asked.frame, **values})

    def language(self, asked: Asked, locale: str) -> str | None:
        """The texts of one language by need; for authors, what their edits cost."""
        time = time_wished(asked.query.get("minutes", ""))
        is_author = asked.query.get("side") == "author"

        def work(desk: Desk) -> Values | None:
            if locale not in desk.locales():
                return None
            steps, spent = planned(desk, locale, time, asked.visitor.name) if time else ((), 0)
            return {
                "source": desk.source_language,
                "locales": desk.locales(),
                "view": language_view(desk, locale),
                "costs": cost_rows(desk, locale) if is_author else None,
                "time": time,
                "steps": steps,
                "spent": spent,
            }

        found = self._at_desk(asked.visitor.words, work)
        if found is None:
            return None
        deeds = self._deeds(f"{locale}/")
        rest = {"locale": locale, "is_author": is_author, "usual": time or USUAL}
        return render("language.html", asked.visitor, {**asked.frame, **found, **deeds, **rest})

    def text(
        self, asked: Asked, locale: str, key: str, conflict: Conflict | None = None
    ) -> str | None:
        """One text, unit by unit: what needs work, or all of it; for translators or for authors."""
        is_author = asked.query.get("side") == "author"
        shows_all = asked.query.get("all") == "1"

        def work(desk: Desk) -> TextView | None:
            place = desk.place(locale, key)
            if place is None:
                return None
            if is_author:
                return author_view(desk, place, shows_all=shows_all)
            return translator_view(desk, place, conflict, shows_all=shows_all)

        view = self._at_desk(asked.visitor.words, work)
        if view is None:
            return None
        values = {
            **asked.frame,
            **{name: getattr(view, name) for name in fields_of(TextView)},
            **self._deeds(f"{locale}/{key}"),
            "locale": locale,
            "is_author": is_author,
            "shows_all": shows_all,
            "lost": conflict if conflict and not conflict.unit else None,
            "page": self._address(view.sheet.place.target_path),
            "source_page": self._address(view.sheet.place.source_path),
        }
        return render("text.html", asked.visitor, values)

    def _deeds(self, text: str) -> Values:
        return {"last": self._history.last(text), "undone": self._history.undone(text)}

    def _address(self, path: str | None) -> str | None:
        """Where the page of a file is served, if it is."""
        return self._live.current.address_of(path) if path else None

    def _at_desk(self, words: Words, work: Callable[[Desk], R]) -> R:
        def once() -> R:
            with opened_desk(self._live.root, words) as desk:
                return work(desk)

        return retried(once, words)
