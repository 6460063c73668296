"""What a build with new texts will need, loaded while other processes parse them."""

from collections.abc import Sequence
from importlib import import_module

# In the order in which they will be needed.
_MODULES = (
    "lessongen.tracking.standings",
    "lessongen.tracking.side_by_side",
    "lessongen.rendering.environment",
    "lessongen.rendering.compiled",
    "lessongen.rendering.dashboard_data",
    "babel.dates",
    "babel.lists",
    "babel.numbers",
    "xml.etree.ElementTree",
)


def load_ahead(locales: Sequence[str]) -> None:
    """Load the modules, and what Babel knows of the languages."""
    for name in _MODULES:
        import_module(name)
    from lessongen.rendering.localized import Localized

    for locale in locales:
        Localized(locale).plural_index(1)
