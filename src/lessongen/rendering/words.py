"""The theme's words in one language: gettext look-ups for templates."""

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from lessongen.model.catalog import Catalog
from lessongen.rendering.localized import Localized

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


class Words:
    """Messages of one catalog; a message that it lacks comes back as it is, in English.

    Messages are text: `<` and `&` in them are escaped. A value that is markup stays markup.
    """

    def __init__(self, catalog: Catalog, localized: Localized) -> None:
        self._catalog = catalog
        self._localized = localized

    def gettext(self, message: str, **values: object) -> Markup:
        """The message, its placeholders `%(name)s` filled."""
        return self.pgettext("", message, **values)

    def pgettext(self, context: str, message: str, **values: object) -> Markup:
        """The message as it is said in a context."""
        forms = self._catalog.find(message, context)
        return _filled(forms[0] if forms else message, values)

    def ngettext(self, one: str, many: str, count: int, **values: object) -> Markup:
        """The form for the count; `%(count)s` is the count as the language writes it."""
        return self.npgettext("", one, many, count, **values)

    def npgettext(self, context: str, one: str, many: str, count: int, **values: object) -> Markup:
        """The form for the count, as it is said in a context."""
        forms = self._catalog.find(one, context)
        if forms:
            message = forms[min(self._localized.plural_index(count), len(forms) - 1)]
        else:
            message = one if count == 1 else many
        return _filled(message, {"count": self._localized.number(count), **values})

    def functions(self) -> Mapping[str, Callable[..., Markup]]:
        """The look-ups, by the names that templates and gettext's tools know."""
        return {
            "_": self.gettext,
            "gettext": self.gettext,
            "pgettext": self.pgettext,
            "ngettext": self.ngettext,
            "npgettext": self.npgettext,
        }


def _filled(message: str, values: Mapping[str, object]) -> Markup:
    """The message with its values; an unknown placeholder stays, for the reader of the page."""

    def value(place: re.Match[str]) -> str:
        name = place[1]
        return escape(values[name]) if name in values else place[0]

    return Markup(_PLACEHOLDER.sub(value, escape(message)))  # noqa: S704 all parts are escaped
