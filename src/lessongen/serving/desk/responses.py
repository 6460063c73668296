"""What the desk answers: a page, or after a form the way to the page that shows what came of it."""

from collections import OrderedDict
from collections.abc import Callable
from secrets import token_hex
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from lessongen.model.value import replaced
from lessongen.serving.desk.forms import Form, read_form
from lessongen.serving.desk.overview import address_of
from lessongen.serving.desk.pages import Asked, Pages, Values
from lessongen.serving.desk.rendering import render
from lessongen.serving.desk.result import Result
from lessongen.serving.desk.visitor import (
    LANGUAGE,
    NAME,
    Visitor,
    clean_name,
    cookie,
    is_spoken,
    visitor_of,
)
from lessongen.serving.desk.work import Work
from lessongen.serving.live import Live
from lessongen.shell.usage import UsageError
from lessongen.shell.words import languages

_MOST_SAID = 200  # sentences that are kept for the page that comes after a form
_LASTING = ("side", "all", "minutes")  # words of an address that go on to the next one
_OK, _SEE_OTHER, _BAD, _NOT_FOUND, _CONFLICT = 200, 303, 400, 404, 409


class Responder:
    """Answers requests; everything that it calls reads or writes files, so it blocks."""

    def __init__(self, live: Live, token: str) -> None:
        self._live = live
        self._token = token
        self._work = Work(live)
        self._pages = Pages(live, self._work.history)
        self._said: OrderedDict[str, str] = OrderedDict()

    # --- pages -------------------------------------------------------------------

    def languages(self, request: Request) -> Response:
        """All languages; where there is only one, the way to it."""
        site = self._live.current.site
        targets = site.settings.languages[1:] if site else ()
        if len(targets) == 1:
            return _redirect(_way(request, path=address_of(targets[0])))
        asked = self._asked(request, "")
        return self._page(request, asked, lambda: self._pages.languages(asked))

    def language(self, request: Request) -> Response:
        """The texts of one language."""
        locale = request.path_params["locale"]
        asked = self._asked(request, locale)
        return self._page(request, asked, lambda: self._pages.language(asked, locale))

    def text(self, request: Request) -> Response:
        """One text, unit by unit."""
        locale, key = request.path_params["locale"], request.path_params["key"]
        asked = self._asked(request, locale)
        return self._page(request, asked, lambda: self._pages.text(asked, locale, key))

    def _page(
        self, request: Request, asked: Asked, make: Callable[[], str | None], status: int = _OK
    ) -> Response:
        try:
            page = make()
        except UsageError as error:
            return self._trouble(request, asked, str(error), _CONFLICT)
        if page is None:
            said = asked.visitor.words.say("There is nothing to translate at this address.")
            return self._trouble(request, asked, said, _NOT_FOUND)
        return _answer(request, page, status)

    # --- forms -------------------------------------------------------------------

    def posted(self, request: Request, body: bytes) -> Response:
        """What a form asks for, done; then the browser is sent to the page that shows it."""
        form = read_form(body)
        locale = request.path_params["locale"]
        asked = self._asked(request, locale)
        if form is None:
            said = asked.visitor.words.say("This is no form of the desk.")
            return self._trouble(request, asked, said, _BAD)
        if form["do"] == "name":
            return _named(request, form)
        key = form["key"] or request.path_params.get("key", "")
        try:
            result = self._work.do(asked.visitor, locale, key, form)
        except UsageError as error:
            return self._trouble(request, asked, str(error), _CONFLICT)
        if result is None or result.is_refused:
            return self._refused(request, asked, result)
        return self._go_on(request, result, form)

    def _refused(self, request: Request, asked: Asked, result: Result | None) -> Response:
        """The same page again, with the reason and with everything that was typed."""
        locale, key = request.path_params["locale"], request.path_params.get("key", "")
        if result is None:
            return self._page(request, asked, lambda: None)
        if not key:
            return self._trouble(request, asked, result.said, _CONFLICT)
        frame = {**asked.frame, "said": result.said, "is_refused": True}
        again = replaced(asked, frame=frame)
        return self._page(
            request,
            asked,
            lambda: self._pages.text(again, locale, key, result.conflict),
            _CONFLICT,
        )

    def _go_on(self, request: Request, result: Result, form: Form) -> Response:
        """To the page as it is now, at the paragraph that it was about."""
        number = token_hex(4)
        self._said[number] = result.said
        while len(self._said) > _MOST_SAID:
            self._said.popitem(last=False)
        path = quote(request.scope["path"])
        if form["do"] == "begin":  # wherever it was asked for, the work is there
            path = address_of(request.path_params["locale"], form["key"]) if form["key"] else path
        place = f"#u-{result.unit}" if result.unit else ""
        return _redirect(f"{_way(request, path=path, done=number)}{place}")

    # --- what all of them share --------------------------------------------------

    def _asked(self, request: Request, locale: str) -> Asked:
        """Who asks. Translators are spoken to in their language, authors in the source's."""
        site = self._live.current.site
        source = site.settings.source_language if site else ""
        spoken = source if request.query_params.get("side") == "author" or not locale else locale
        wish = request.query_params.get("ui", "")
        visitor = visitor_of(self._live.root, request.cookies, wish, spoken)
        frame = self._frame(request, visitor)
        return Asked(visitor=visitor, query=request.query_params, frame=frame)

    def _frame(self, request: Request, visitor: Visitor) -> Values:
        """What every page has: its address, its token, the other languages it speaks."""
        return {
            "token": self._token,
            "build": self._live.current.number,
            "here": _way(request),
            "others": [
                (tag, _way(request, ui=tag)) for tag in languages() if tag != visitor.words.locale
            ],
            "translators": _way(request, side=""),
            "authors": _way(request, side="author"),
            "said": self._said.get(request.query_params.get("done", ""), ""),
            "is_refused": False,
        }

    def _trouble(self, request: Request, asked: Asked, said: str, status: int) -> Response:
        """A page that only says why."""
        frame = {**asked.frame, "said": said, "is_refused": True}
        return _answer(request, render("trouble.html", asked.visitor, frame), status)


def _named(request: Request, form: Form) -> Response:
    """From now on this browser signs with another name."""
    response = _redirect(_way(request))
    response.headers["Set-Cookie"] = cookie(NAME, clean_name(form["name"]))
    return response


def _answer(request: Request, page: str, status: int = _OK) -> Response:
    response = HTMLResponse(page, status)
    wish = request.query_params.get("ui", "")
    if wish and is_spoken(wish):
        response.headers["Set-Cookie"] = cookie(LANGUAGE, wish)
    return response


def _way(request: Request, path: str = "", **changes: str) -> str:
    """The path and query of a request, or of another page, with other values for some words.

    What was said on this page, and the wish for a language, are not said again.
    """
    kept = {name: each for name, each in request.query_params.items() if name in _LASTING}
    told = urlencode({name: each for name, each in {**kept, **changes}.items() if each})
    way = path or quote(request.scope["path"])
    return f"{way}?{told}" if told else way


def _redirect(way: str) -> Response:
    return Response(status_code=_SEE_OTHER, headers={"Location": way})
