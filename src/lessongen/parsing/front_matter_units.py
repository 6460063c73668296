"""Units of the front matter, and putting one back as YAML."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lessongen.model.source import SourceFile, Span
from lessongen.model.unit import Unit, UnitKind
from lessongen.parsing.front_matter import read_fields
from lessongen.parsing.split import split_front_matter
from lessongen.yaml_nodes.nodes import Fields, Items, Node, Text
from lessongen.yaml_nodes.report import Report

_TEXTS: Mapping[str, UnitKind] = MappingProxyType(
    {"title": "title", "tagline": "summary", "summary": "summary", "invitation": "paragraph"}
)
_PARTS: Mapping[str, Mapping[str, UnitKind]] = MappingProxyType(
    {
        "credits": {},
        "epigraph": {"text": "epigraph"},
        "sections": {"title": "section", "summary": "section"},
        "takeaways": {"text": "takeaway", "prompt": "prompt"},
    }
)
_LISTS = ("credits", "sections", "takeaways")
_ITEMS: Mapping[str, UnitKind] = MappingProxyType({"credits": "paragraph", "takeaways": "takeaway"})
# Compiled where they are needed: few files have texts of several lines.
_LINE = r"[^\r\n]*(?:\r\n|\r|\n|\Z)"
_LINE_END = r"\r\n|\r|\n"
# YAML breaks lines at these, or takes them away; nobody can see them.
_UNSAFE = "[\r\x85\u2028\u2029\ufeff]"
_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\t"): "\\t"}


def front_matter_units(file: SourceFile, fields: Fields | None) -> tuple[Unit, ...]:
    """The translatable texts of the front matter, as they stand in the file.

    A unit's text is the value; its one range is the value as it is written, quotes included.
    """
    return tuple(
        unit_of(file, kind, node)
        for kind, node in _texts(fields.entries if fields else ())
        if not node.blank and node.style != "?"
    )


def replace_front_matter_unit(file: SourceFile, unit: Unit, new: str) -> str:
    """The file's text with another value: in the unit's own style if it can say that.

    What was read before and after must be the same but for this value; else it is quoted.
    """
    from lessongen.yaml_nodes.controls import without_controls  # only a translator's tool writes

    new = without_controls(new)
    start, end = unit.ranges[0]
    before, troubles = _scalars(file)
    position = next((i for i, each in enumerate(before) if each.start == start), -1)
    wanted = [each.text.strip() for each in before]
    if position >= 0:
        wanted[position] = new.strip()
    old = file.text[start:end]
    safe = new.strip() and not re.search(_UNSAFE, new)
    write = _STYLES.get(old[:1], _plain) if safe else _double_quoted
    text = file.text[:start] + write(new, old) + file.text[end:]
    after, new_troubles = _scalars(SourceFile(path=file.path, text=text, digest=""))
    if [each.text.strip() for each in after] == wanted and new_troubles == troubles:
        return text
    return file.text[:start] + _double_quoted(new, old) + file.text[end:]


def _texts(entries: tuple[tuple[Text, Node], ...]) -> Iterator[tuple[UnitKind, Text]]:
    for key, value in entries:
        if key.text in _TEXTS and isinstance(value, Text):
            yield _TEXTS[key.text], value
        elif key.text in _LISTS and isinstance(value, Items):
            for item in value.nodes:
                yield from _parts(key.text, item)
        elif key.text == "epigraph" and isinstance(value, Fields):
            yield from _parts(key.text, value)


def _parts(key: str, item: Node) -> Iterator[tuple[UnitKind, Text]]:
    if isinstance(item, Text) and key in _ITEMS:
        yield _ITEMS[key], item
    elif isinstance(item, Fields):
        kinds = _PARTS[key]
        for name, value in item.entries:
            if name.text in kinds and isinstance(value, Text):
                yield kinds[name.text], value


def unit_of(file: SourceFile, kind: UnitKind, node: Text) -> Unit:
    """A text of a YAML file as a unit."""
    text = node.text.strip()
    end = _block_end(file.text, node) if node.style in ("|", ">") else node.end
    written_lines = _line_ends(file.text, node.start, end) if "\n" in text else 0
    span = Span(
        path=file.path,
        line=node.line,
        column=node.column,
        end_line=node.line + written_lines if written_lines else 0,
    )
    return Unit(kind=kind, text=text, plain=text, ranges=((node.start, end),), span=span)


def _line_ends(text: str, start: int, end: int) -> int:
    return len(re.compile(_LINE_END).findall(text, start, end))


def _block_end(text: str, node: Text) -> int:
    """Where the content of a block text ends: not with the blank lines and comments behind it."""
    line_at = re.compile(_LINE)
    header = line_at.match(text, node.start)
    at = end = header.end() if header else node.end
    indent = -1
    while at < node.end:
        found = line_at.match(text, at)
        line = found[0] if found else ""
        own = len(line) - len(line.lstrip(" "))
        if line.strip():
            indent = own if indent < 0 else indent
            if own < indent:
                break
            end = at + len(line.rstrip("\r\n"))
        at += len(line) or 1
    return end


def _scalars(file: SourceFile) -> tuple[list[Text], int]:
    """Every key and text of the front matter, and how many problems it has."""
    report = Report(file.path)
    fields = read_fields(split_front_matter(file), report)
    return list(_all_texts(fields)) if fields else [], len(report.problems)


def _all_texts(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Items):
        for item in node.nodes:
            yield from _all_texts(item)
    else:
        for key, value in node.entries:
            yield key
            yield from _all_texts(value)


def _plain(new: str, _old: str) -> str:
    return new


def _single_quoted(new: str, _old: str) -> str:
    return "'" + new.replace("'", "''") + "'"


def _double_quoted(new: str, _old: str) -> str:
    escaped = new.translate(_ESCAPES)
    return '"' + re.sub(_UNSAFE, lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def _block(new: str, old: str) -> str:
    header = re.match(_LINE, old)
    head = header[0] if header else old
    line_end = head[len(head.rstrip("\r\n")) :] or "\n"
    content = re.search(r"(?:\r\n|\r|\n)( +)\S", old)
    indent = content[1] if content else "  "
    if old[:1] == ">":  # a single line end would be folded to a space
        new = re.sub("\n+", lambda found: found[0] + "\n", new)
    lines = (indent + line if line else "" for line in new.split("\n"))
    return head.rstrip("\r\n") + line_end + line_end.join(lines)


_STYLES: Mapping[str, Callable[[str, str], str]] = MappingProxyType(
    {"'": _single_quoted, '"': _double_quoted, "|": _block, ">": _block}
)
