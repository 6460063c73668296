"""The theme's words in one language: gettext look-ups for templates."""

import re
from collections.abc import Callable, Mapping, MutableMapping

from markupsafe import Markup, escape

from lessongen.model.catalog import Catalog
from lessongen.rendering.localized import Localized

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


class Words:
    """Messages of one catalog; a message that it lacks comes back as it is, in English.

    Messages are text: `<` and `&` in them are escaped. A value that is markup stays markup.
    """

    def __init__(self, catalog: Catalog, localized: Localized) -> None:
        self.localized = localized
        self._catalog = catalog
        self._cut: dict[str, tuple[str, ...]] = {}  # messages cut at their placeholders
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}  # by context and message

    def gettext(self, message: str, **values: object) -> Markup:
        """The message, its placeholders `%(name)s` filled."""
        return self._said("", message, values)

    def pgettext(self, context: str, message: str, **values: object) -> Markup:
        """The message as it is said in a context."""
        return self._said(context, message, values)

    def ngettext(self, one: str, many: str, count: int, **values: object) -> Markup:
        """The form for the count; `%(count)s` is the count as the language writes it."""
        return self.npgettext("", one, many, count, **values)

    def npgettext(self, context: str, one: str, many: str, count: int, **values: object) -> Markup:
        """The form for the count, as it is said in a context."""
        forms = self._catalog.find(one, context)
        if forms:
            message = forms[min(self.localized.plural_index(count), len(forms) - 1)]
        else:
            message = one if count == 1 else many
        return _filled(self._pieces(message), {"count": self.localized.number(count), **values})

    def functions(self) -> Mapping[str, Callable[..., Markup]]:
        """The look-ups, by the names that templates and gettext's tools know."""
        return {
            "_": self.gettext,
            "gettext": self.gettext,
            "pgettext": self.pgettext,
            "ngettext": self.ngettext,
            "npgettext": self.npgettext,
        }

    def _said(self, context: str, message: str, values: Mapping[str, object]) -> Markup:
        pieces = self._known.get((context, message))
        if pieces is None:
            forms = self._catalog.find(message, context)
            pieces = self._known[context, message] = self._pieces(forms[0] if forms else message)
        return _filled(pieces, values)

    def _pieces(self, message: str) -> tuple[str, ...]:
        """The message as HTML: text and names of placeholders take turns."""
        pieces = self._cut.get(message)
        if pieces is None:
            pieces = tuple(str(escape(each)) for each in _PLACEHOLDER.split(message))
            self._cut[message] = pieces
        return pieces


class WordsByLanguage:
    """The words of all languages that have a catalog; another language says everything in English.

    What Babel said is kept in `memo`, which the caller may store.
    """

    def __init__(self, catalogs: Mapping[str, Catalog], memo: MutableMapping[str, str]) -> None:
        self._catalogs = catalogs
        self._memo = memo
        self._known: dict[str, Words] = {}

    def of(self, locale: str) -> Words:
        """The words of a language."""
        if locale not in self._known:
            catalog = self._catalogs.get(locale) or Catalog(locale=locale)
            self._known[locale] = Words(catalog, Localized(locale, self._memo))
        return self._known[locale]

    def gettext_in(self, locale: str, message: str, context: str = "", **values: object) -> Markup:
        """The message in a language, as it is said in a context if one is given."""
        return self.of(locale).pgettext(context, message, **values)


def _filled(pieces: tuple[str, ...], values: Mapping[str, object]) -> Markup:
    """The message with its values; an unknown placeholder stays as it is."""
    if len(pieces) == 1:
        return Markup(pieces[0])  # noqa: S704 escaped
    filled = list(pieces)
    for index in range(1, len(filled), 2):
        name = filled[index]
        filled[index] = escape(values[name]) if name in values else f"%({name})s"
    return Markup("".join(filled))  # noqa: S704 escaped
