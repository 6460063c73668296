"""Units of the shared data: the bios of `people.yaml`, the labels of `tags.yaml`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from lessongen.model.source import SourceFile
from lessongen.model.unit import Unit
from lessongen.parsing.front_matter_units import unit_of
from lessongen.yaml_nodes.compose import compose
from lessongen.yaml_nodes.nodes import Fields, Node, Text
from lessongen.yaml_nodes.report import Report

SharedKind = Literal["people", "tags"]


def shared_units(
    file: SourceFile, kind: SharedKind, locales: Sequence[str]
) -> Mapping[str, Mapping[str, Unit]]:
    """For each entry of the file, in its order, the unit of each of the languages.

    Entries without a text in any of them are left out, and so is what cannot be read.
    """
    root = compose(file.text, Report(file.path))
    found: dict[str, dict[str, Unit]] = {}
    for name, texts in _tables(root, kind):
        for locale, node in texts.entries:
            if locale.text in locales and isinstance(node, Text) and not node.blank:
                unit = unit_of(file, "bio" if kind == "people" else "tag", node)
                found.setdefault(name, {})[locale.text] = unit
    return found


def _tables(root: Node | None, kind: SharedKind) -> Iterator[tuple[str, Fields]]:
    """Each entry's name, and its texts by language."""
    for name, entry in root.entries if isinstance(root, Fields) else ():
        table: Node | None = entry
        if kind == "people":
            fields = entry.entries if isinstance(entry, Fields) else ()
            table = next((value for key, value in fields if key.text == "bio"), None)
        if isinstance(table, Fields):
            yield name.text, table
