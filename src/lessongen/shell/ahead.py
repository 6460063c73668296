"""What a build with new texts will need, loaded while other processes parse them."""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from lessongen.model.theme import Theme

if TYPE_CHECKING:
    from lessongen.rendering.compiled import CompiledTemplates

# In the order in which they will be needed.
_MODULES = (
    "lessongen.tracking.texts",
    "lessongen.tracking.standings",
    "lessongen.tracking.side_by_side",
    "lessongen.tracking.grouping",
    "lessongen.parsing.shared_units",
    "lessongen.translation.report",
    "lessongen.rendering.environment",
    "lessongen.rendering.dashboard_data",
    "babel.dates",
    "babel.lists",
    "babel.numbers",
    "xml.etree.ElementTree",
)


def load_ahead(
    locales: Sequence[str], theme: Theme, bytecode_directory: str
) -> "CompiledTemplates":
    """The compiled templates; also loads modules, and what Babel knows of the languages."""
    for name in _MODULES:
        import_module(name)
    from lessongen.rendering.localized import Localized

    for locale in locales:
        Localized(locale).plural_index(1)
    from lessongen.rendering.compiled import CompiledTemplates

    compiled = CompiledTemplates(bytecode_directory)
    compiled.load_ahead(theme.templates)
    return compiled
