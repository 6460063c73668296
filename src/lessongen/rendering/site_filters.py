"""Filters that write words and their language, as one language's pages do."""

from markupsafe import Markup, escape

from lessongen.model.view_frames import SiteView
from lessongen.model.view_pieces import Text

# The hues of the style sheet: sections beyond the fifth begin again with the first.
_HUES = tuple(Markup(' data-section="{}"').format(number) for number in range(1, 6))


class SiteFilters:
    """What filters know of the site."""

    def __init__(self, site: SiteView) -> None:
        self._site = site
        self._attributes: dict[str, Markup] = {"": Markup("")}

    def in_language(self, lang: str) -> Markup:
        """The attributes of an element whose words are in `lang`; none for the page's own."""
        attributes = self._attributes.get(lang)
        if attributes is None:
            attributes = self._attributes[lang] = self._language_attributes(lang)
        return attributes

    def said(self, text: Text) -> Markup:
        """The words of a `Text`, marked where they are in another language."""
        if not text.lang:
            return escape(text.text)
        return Markup("<span{}>{}</span>").format(self.in_language(text.lang), text.text)

    def _language_attributes(self, lang: str) -> Markup:
        site = self._site
        if lang == site.locale:
            return Markup("")
        direction = site.directions.get(lang, site.direction)
        if direction == site.direction:
            return Markup(' lang="{}"').format(lang)
        return Markup(' lang="{}" dir="{}"').format(lang, direction)


def of_section(number: int) -> Markup:
    """The attribute that gives an element its section's hue.

    >>> of_section(2), of_section(7)
    (Markup(' data-section="2"'), Markup(' data-section="2"'))
    """
    return _HUES[(number - 1) % len(_HUES)]
