"""Kinds of values made of others: lists, mappings with closed keys, tables with open ones."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

from lessongen.model.value import value
from lessongen.yaml_nodes.nodes import Fields, Items, Node, Text, noun, opening_text
from lessongen.yaml_nodes.report import Report, meant, shorten, shown
from lessongen.yaml_nodes.values import Kind, Schema

T = TypeVar("T")

Values: TypeAlias = dict[str, Any]  # by key; the keys' kinds say of which type

_SIMPLE = r"[\w ,.-]+"


@value
class Key:
    """A key of a closed mapping: how its value is read, and what it is for."""

    name: str
    kind: Kind[object]
    about: str
    required: bool = False
    where: tuple[str, ...] = ()  # the kinds of files that take it; empty: the one kind there is
    also: tuple[str, ...] = ()  # what other programs call it, for hints


def list_of(kind: Kind[T], *, once: bool = False) -> Kind[tuple[T, ...]]:
    """A list; `once`: the same value may not be in it twice."""

    def read(report: Report, name: str, node: Node) -> tuple[T, ...] | None:
        if not isinstance(node, Items):
            _refuse_list(report, name, node)
            return None
        values: list[T] = []
        seen: set[T] = set()
        for index, item in enumerate(node.nodes):
            value = _read_item(report, f"{name}.{index}", item, kind)
            if value is None:
                continue
            if once and value in seen:
                complaint = "is in the list twice"
                report.bad_value(f"{name}.{index}", complaint, item, "remove one of the two")
                continue
            values.append(value)
            if once:
                seen.add(value)
        return tuple(values)

    return Kind(read, {"type": "array", "items": kind.schema})


def _read_item(report: Report, name: str, item: Node, kind: Kind[T]) -> T | None:
    report.place(name, item)
    if isinstance(item, Text) and item.blank:
        report.bad_value(name, "is empty", item, "write a text after the dash, or remove the line")
        return None
    return kind.read(report, name, item)


def _refuse_list(report: Report, name: str, node: Node) -> None:
    from lessongen.yaml_nodes.cures import quoted  # only where something is wrong

    hint = "start each item with a dash, on a line of its own: - first"
    if isinstance(node, Text) and "\n" not in node.text:
        short = shorten(node.text.strip())
        item = short if re.fullmatch(_SIMPLE, short) else quoted(short)
        hint = f"write {name.rpartition('.')[2]}: [{item}]"
    report.wrong_type(name, f"a list, not {noun(node)}", node, hint)


def mapping_of(keys: Iterable[Key], build: Callable[[Values], T]) -> Kind[T]:
    """A mapping with a closed set of keys, made into a value where nothing required lacks."""
    known = {key.name: key for key in keys}
    required = {key.name for key in known.values() if key.required}
    example = f"write {{{', '.join(f'{name}: …' for name in known)}}}"

    def read(report: Report, name: str, node: Node) -> T | None:
        if not isinstance(node, Fields):
            report.wrong_type(name, f"a mapping, not {noun(node)}", node, example)
            return None
        values = read_keys(report, node, known, prefix=f"{name}.")
        return build(values) if required <= values.keys() else None

    return Kind(read, keys_schema(known.values()))


def keys_schema(keys: Iterable[Key]) -> Schema:
    """The JSON Schema of a mapping with a closed set of keys."""
    known = tuple(keys)
    return {
        "type": "object",
        "properties": {key.name: {"description": key.about, **key.kind.schema} for key in known},
        "required": [key.name for key in known if key.required],
        "additionalProperties": False,
    }


def either(of_text: Kind[T], of_mapping: Kind[T]) -> Kind[T]:
    """A text or a mapping, each with its own reading."""
    properties = of_mapping.schema.get("properties")
    names = tuple(properties) if isinstance(properties, Mapping) else ()

    def read(report: Report, name: str, node: Node) -> T | None:
        is_text = isinstance(node, Text) or _is_stray(node, names)
        return (of_text if is_text else of_mapping).read(report, name, node)

    return Kind(read, {"anyOf": [of_text.schema, of_mapping.schema]})


def _is_stray(node: Node, names: tuple[str, ...]) -> bool:
    """Whether a mapping is one by accident: `- Photo: Ana`, and no such key is known."""
    if not isinstance(node, Fields) or not opening_text(node):
        return False
    key = node.entries[0][0].text
    return key not in names and not meant(key, names)


def table_of(kind: Kind[T], refuse: Callable[[str], str]) -> Kind[Mapping[str, T]]:
    """A mapping with open keys; `refuse` gives the cure for a text that cannot be a key."""

    def read(report: Report, name: str, node: Node) -> Mapping[str, T] | None:
        if not isinstance(node, Fields):
            report.wrong_type(name, f"a mapping (key: value), not {noun(node)}", node)
            return None
        return read_table(report, node, kind, refuse, prefix=f"{name}.")

    return Kind(read, {"type": "object", "additionalProperties": kind.schema})


def expect_fields(report: Report, root: Node | None, what: str) -> Fields | None:
    """A document's root if it is a mapping; an empty document is none, without a problem."""
    if root is None or isinstance(root, Fields):
        return root
    if isinstance(root, Text) and root.blank:
        return None
    message = f"{what} must be a mapping (key: value), not {noun(root)}"
    hint = "remove the dashes: each line is a key and its value"
    report.add("wrong-type", message, root, hint=hint)
    return None


def read_table(
    report: Report,
    fields: Fields,
    kind: Kind[T],
    refuse: Callable[[str], str],
    *,
    prefix: str = "",
) -> dict[str, T]:
    """The values of a mapping with open keys, without what was refused."""
    values: dict[str, T] = {}
    for key, node in fields.entries:
        name = prefix + key.text
        cure = refuse(key.text)
        if cure:
            message = f'"{shorten(key.text)}" cannot be a key here'
            report.add("bad-value", message, key, hint=cure)
            continue
        report.place(name, key)
        if isinstance(node, Text) and node.blank:
            hint = "write a value after the colon, or remove the line"
            report.bad_value(name, "is empty", key, hint)
            continue
        value = kind.read(report, name, node)
        if value is not None:
            values[key.text] = value
    return values


def read_keys(
    report: Report,
    fields: Fields,
    known: Mapping[str, Key],
    *,
    prefix: str = "",
    subject: str = "",
    misplaced: Callable[[str], str] = lambda _: "",
) -> Values:
    """The values of a mapping with closed keys, without what was refused.

    An empty value counts as not given. `subject` is what the mapping is called where a required
    key is missing (else its dotted name tells); `misplaced` gives a hint for an unknown key.
    """
    values: Values = {}
    given: set[str] = set()
    for key, node in fields.entries:
        entry = known.get(key.text)
        if entry is None:
            hint = misplaced(key.text) or _name_here(key.text, known.values())
            given.add(report.unknown_key(key, known, hint))
            continue
        given.add(key.text)
        if isinstance(node, Text) and node.blank and node.style != "?":
            _refuse_empty(report, entry, key)
            continue
        name = prefix + key.text
        report.place(name, node if isinstance(node, Text) else key)
        value = entry.kind.read(report.listening_to(node), name, node)
        if value is not None:
            values[key.text] = value
    for entry in known.values():
        if entry.required and entry.name not in given:
            owner = subject or shown(prefix.removesuffix("."))
            hint = f"add a line like {entry.name}: …"
            report.add("missing-key", f'{owner} has no "{entry.name}"', fields, hint=hint)
    return values


def _refuse_empty(report: Report, entry: Key, key: Text) -> None:
    if entry.required:
        hint = 'write it after the colon; put quotes around a text that starts with "#"'
        report.add("missing-key", f'"{entry.name}" is empty', key, hint=hint)


def _name_here(name: str, known: Iterable[Key]) -> str:
    """A hint for a name that other programs use."""
    folded = name.strip().casefold()
    for key in known:
        if folded in key.also:
            return f'here it is called "{key.name}"'
    return ""
