"""What a build will need, loaded while others have something to do."""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from lessongen.model.theme import Theme

if TYPE_CHECKING:
    from lessongen.rendering.compiled import CompiledTemplates

# In the order in which they will be needed.
_TRACKING = (
    "lessongen.tracking.texts",
    "lessongen.tracking.standings",
    "lessongen.tracking.side_by_side",
)
_MODULES = (
    *_TRACKING,
    "lessongen.tracking.grouping",
    "lessongen.parsing.shared_units",
    "lessongen.translation.report",
    "lessongen.rendering.closure",
    "lessongen.rendering.environment",
    "lessongen.rendering.dashboard_data",
    "babel.dates",
    "babel.lists",
    "babel.numbers",
    "xml.etree.ElementTree",
)
_READING = ("lessongen.reading", "lessongen.checks.documents", "lessongen.parsing.parsers")
_FRONT_MATTER = ("lessongen.yaml_nodes.compose", "yaml")
# For an amended build: where there are translations, records of them, or a glossary.
_FOR_TRANSLATIONS = (*_TRACKING, "json")
_FOR_TERMS = ("lessongen.rendering.definitions", "lessongen.rendering.mark_terms")
_FOR_RECORDS = (
    "lessongen.tracking.grouping",
    "lessongen.translation.record",
    "lessongen.translation.report",
    "lessongen.translation.worddiff",
    "lessongen.graph.ingredients",
    "lessongen.tracking.checked",
    "lessongen.translation.allowances",
    "lessongen.checks.pairs",
    "lessongen.rendering.feed",
    "xml.etree.ElementTree",
    "uuid",
)


def load_readers(*, front_matter: bool) -> None:
    """Load what reads documents; an amended build knows their front matter."""
    for name in (*_READING, *(_FRONT_MATTER if front_matter else ())):
        import_module(name)


def load_for_amending(*, translations: bool, records: bool, terms: bool) -> None:
    """Load what an amended build needs for texts of which there are any of these."""
    for names, are_needed in (
        (_FOR_TRANSLATIONS, translations),
        (_FOR_RECORDS, records),
        (_FOR_TERMS, terms),
    ):
        for name in names if are_needed else ():
            import_module(name)


def load_ahead(
    locales: Sequence[str], theme: Theme, bytecode_directory: str, *, records: bool
) -> "CompiledTemplates":
    """The compiled templates; also loads modules, and what Babel knows of the languages.

    `records` says whether there are any of translations.
    """
    for name in (*_MODULES, *(_FOR_RECORDS if records else ())):
        import_module(name)
    from lessongen.rendering.localized import Localized

    for locale in locales:
        Localized(locale).plural_index(1)
    from lessongen.rendering.compiled import CompiledTemplates

    compiled = CompiledTemplates(bytecode_directory)
    compiled.load_ahead(theme.templates)
    return compiled
