"""What a build leaves behind about its pages, for changes of words.

It is kept as plain values, and only what a change needs is made into values of the model again:
a series has many texts, and a change concerns one.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from lessongen.build.codec import decode, encode
from lessongen.model.site import Route

if TYPE_CHECKING:
    from lessongen.model.catalog import Catalog
    from lessongen.model.dashboard import Dashboard
    from lessongen.model.people import Term
    from lessongen.model.printed import Printed
    from lessongen.model.settings import Settings
    from lessongen.model.standing import TranslationPlace
    from lessongen.model.tracked_text import TrackedText


class Prints:
    """What is known of a site's pages; each part is read when it is asked for."""

    def __init__(self, packed: Mapping[str, Any]) -> None:
        self._packed = packed
        self.today: str = packed["today"]
        self.named: frozenset[str] = frozenset(packed["named"])  # files that have problems
        # By locale: the page of all lessons, and where each of them stands on it, by permalink.
        self.whole = {locale: Route(permalink=each) for locale, each in packed["whole"].items()}
        self.anchors: Mapping[str, Mapping[str, str]] = packed["anchors"]

    @cached_property
    def settings(self) -> "Settings":
        """The project's settings."""
        return cast("Settings", self._value("settings"))

    @cached_property
    def terms(self) -> "tuple[Term, ...]":
        """The glossary."""
        return cast("tuple[Term, ...]", self._value("terms"))

    @cached_property
    def catalogs(self) -> "Mapping[str, Catalog]":
        """The theme's words by language."""
        return cast("Mapping[str, Catalog]", self._value("catalogs"))

    def page_in(self, locale: str, key: str) -> "Printed":
        """The page of a text in one language."""
        path = self._packed["paths"][locale][key]
        return next(each for each in self.pages_of(path) if each.locale == locale)

    def pages_of(self, path: str) -> "tuple[Printed, ...]":
        """The pages that show the text of a document, one for each language that does."""
        return tuple(cast("Printed", decode(each)) for each in self._packed["texts"].get(path, ()))

    def places_of(self, key: str) -> "Mapping[str, tuple[TranslationPlace, ...]]":
        """The translations of a family by target language, one at most."""
        return {
            locale: (cast("TranslationPlace", decode(places[key])),) if key in places else ()
            for locale, places in self._packed["places"].items()
        }

    @property
    def changes(self) -> tuple[str, str, str]:
        """What the feed of changes says whatever has changed."""
        return cast("tuple[str, str, str]", self._packed["changes"])

    def dashboards(self) -> "tuple[Dashboard, ...]":
        """The pages of the dashboard, without their sums, which follow from the rest."""
        return cast("tuple[Dashboard, ...]", self._value("dashboards"))

    def tracked(self) -> "Mapping[str, tuple[TrackedText, ...]]":
        """All texts of all target languages, as data."""
        return cast("Mapping[str, tuple[TrackedText, ...]]", self._value("tracked"))

    def _value(self, name: str) -> object:
        return decode(self._packed[name])


def packed_numbers(
    dashboards: "Sequence[Dashboard]", tracked: "Mapping[str, tuple[TrackedText, ...]]"
) -> Mapping[str, object]:
    """What `Prints.dashboards` and `Prints.tracked` give, as plain values that can be stored."""
    return {"dashboards": encode(tuple(dashboards)), "tracked": encode(tracked)}
