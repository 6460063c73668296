"""Text of one YAML document to positioned nodes, and to problems an author understands."""

from lessongen.yaml_nodes.build import Builder
from lessongen.yaml_nodes.nodes import Node, Text, count_line_ends
from lessongen.yaml_nodes.report import Report

_LONGEST = 1_000_000  # characters: a person's whole book, and seconds to read


def compose(text: str, report: Report, *, start: int = 0, line: int = 1) -> Node | None:
    """The document's root, or None if it is empty; whatever is wrong goes to the report.

    `start` and `line` say where the text stands in its file; it begins at the start of a line.
    Of a broken mapping those keys are returned that can be read.
    """
    if len(text) > _LONGEST:
        message = f"more than {_LONGEST:,} characters of YAML are not read"
        report.add("yaml-syntax", message, Text("", "", line, 1, line, start, start))
        return None
    bare = text.lstrip("\ufeff")
    text, start = bare, start + len(text) - len(bare)
    trial = Report(report.path)
    builder = Builder(text, trial, start=start, line=line)
    builder.run()
    root = builder.nodes[0] if builder.nodes else None
    if builder.trouble is None and not (isinstance(root, Text) and not root.blank):
        report.take(trial)
        return root
    clean = _without_controls(text, report, start=start, line=line)
    if clean != text:
        return compose(clean, report, start=start, line=line)
    from lessongen.yaml_nodes.salvage import salvage

    return salvage(text, builder.trouble, report, start=start, line=line)


def _without_controls(text: str, report: Report, *, start: int, line: int) -> str:
    """The text with a mark in place of each character that YAML forbids; the first is reported."""
    from lessongen.yaml_nodes.controls import first_control, without_controls

    at = first_control(text)
    if at < 0:
        return text
    column = at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))
    line += count_line_ends(text[:at])
    where = Text(text[at], "?", line, column, line, start + at, start + at + 1)
    message = f"control character U+{ord(text[at]):04X} in the text"
    hint = "delete it; it is invisible in most editors, so type the word again"
    report.add("yaml-syntax", message, where, hint=hint)
    return without_controls(text)
