"""A parser's events to positioned nodes.

Events come without recursion and without YAML's guesses about types, and an alias is seen
before it is expanded: no document can blow up. A parser reads until its first trouble.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lessongen.yaml_nodes.nodes import Fields, Items, Node, Text
from lessongen.yaml_nodes.report import Report, shorten

if TYPE_CHECKING:
    from yaml.events import Event

    from lessongen.yaml_nodes.cures import Trouble

_DEEPEST = 64  # levels; no file of ours needs ten

# YAML 1.1 breaks lines at these, nobody's editor does; they must not move what follows.
_FALSE_LINE_ENDS = "\x85\u2028\u2029"


class Builder:
    """The nodes of a text, up to its end or to the first trouble."""

    __slots__ = ("_hidden", "_line", "_open", "_start", "_text", "nodes", "report", "trouble")

    def __init__(self, text: str, report: Report, *, start: int, line: int) -> None:
        self.report = report
        self.nodes: list[Node] = []  # at the end: the root, or nothing
        self.trouble: Trouble | None = None
        self._text = text
        self._start = start
        self._line = line
        self._open: list[tuple[Any, list[Node]]] = []  # events that start groups
        self._hidden: Mapping[int, int] = {}

    def run(self) -> None:
        """Read the text."""
        import yaml  # 15 ms; a build that parses nothing does without

        text = self._text
        if any(end in text for end in _FALSE_LINE_ENDS):
            text = self._hide_line_ends()
        take = self._takers(yaml.events)
        try:
            for event in _events(text):
                take[type(event)](event)
                if self.trouble is not None:
                    return
        except yaml.MarkedYAMLError as error:
            from lessongen.yaml_nodes.cures import explain  # only where something is wrong

            self.trouble = explain(self._text, error)
        except (yaml.reader.ReaderError, UnicodeEncodeError):
            self._stop(0, 0, "characters that YAML forbids", "delete them")

    def _stop(self, line: int, column: int, message: str, hint: str) -> None:
        from lessongen.yaml_nodes.cures import Trouble  # only where something is wrong

        self.trouble = Trouble(line, column, message, hint)

    def _takers(self, events: Any) -> Mapping[type, Callable[[Any], None]]:  # noqa: ANN401 (a module)
        return {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._start_group,
            events.SequenceStartEvent: self._start_group,
            events.MappingEndEvent: self._end_mapping,
            events.SequenceEndEvent: self._end_sequence,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
            events.DocumentEndEvent: _ignore,
            events.StreamStartEvent: _ignore,
            events.StreamEndEvent: _ignore,
        }

    def _hide_line_ends(self) -> str:
        """The text with a private character for each false line end, none of them in use."""
        free = (code for code in range(0xF0000, 0xFFFFE) if chr(code) not in self._text)
        hide = {ord(end): next(free) for end in _FALSE_LINE_ENDS}
        self._hidden = {private: end for end, private in hide.items()}
        return self._text.translate(hide)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 (yaml must not be imported here)
        begin, end = event.start_mark, event.end_mark
        line, start = self._line, self._start
        value = event.value
        if self._hidden:
            value = value.translate(self._hidden)
        text = Text(
            value,
            event.style or "",
            begin.line + line,
            begin.column + 1,
            end.line + line,
            begin.index + start,
            end.index + start,
        )
        if event.tag is not None or event.anchor is not None:
            text = self._as_typed(text)
        elif text.style == '"' and not value.isprintable():
            text = self._without_controls(text)
        self.nodes.append(text)

    def _without_controls(self, text: Text) -> Text:
        """A text whose escapes stand for no character that can be shown."""
        from lessongen.yaml_nodes.controls import first_control, without_controls

        at = first_control(text.text)
        if at < 0:
            return text
        message = f"the escape of control character U+{ord(text.text[at]):04X} in the text"
        self.report.add("yaml-syntax", message, text, hint="delete it")
        return text._replace(text=without_controls(text.text))

    def _alias(self, event: Any) -> None:  # noqa: ANN401 (see _scalar)
        begin, end = event.start_mark, event.end_mark
        text = Text(
            "",
            "",
            begin.line + self._line,
            begin.column + 1,
            end.line + self._line,
            begin.index + self._start,
            end.index + self._start,
        )
        self.nodes.append(self._as_typed(text))

    def _as_typed(self, text: Text) -> Text:
        """A text that YAML takes for a tag, an anchor or an alias: reported, and as typed."""
        from lessongen.yaml_nodes.cures import quotes_hint

        typed = self._text[text.start - self._start : text.end - self._start].strip()
        message = f'"{typed[:1]}" starts a YAML tag, anchor or alias; these are not used here'
        self.report.add("yaml-syntax", message, text, hint=quotes_hint("", typed))
        return text._replace(text=typed)

    def _document(self, event: Any) -> None:  # noqa: ANN401 (see _scalar)
        if self.nodes:
            mark = event.start_mark
            message = "a second YAML document starts here"
            hint = 'remove this line, and the line "..." if there is one'
            self._stop(mark.line, mark.column, message, hint)

    def _start_group(self, event: Any) -> None:  # noqa: ANN401 (see _scalar)
        mark = event.start_mark
        if event.tag is not None or event.anchor is not None:
            message = "YAML tags and anchors are not used here"
            hint = "remove it, or put quotes around the whole text"
            self.report.add("yaml-syntax", message, self._items(event, []), hint=hint)
        self._open.append((event, self.nodes))
        self.nodes = []
        if len(self._open) > _DEEPEST:
            message = f"more than {_DEEPEST} levels of nesting"
            self._stop(mark.line, mark.column, message, "write it flatter")

    def _items(self, event: Any, nodes: list[Node]) -> Items:  # noqa: ANN401 (see _scalar)
        mark = event.start_mark
        return Items(tuple(nodes), mark.line + self._line, mark.column + 1)

    def _end_sequence(self, _event: object) -> None:
        opening, outer = self._open.pop()
        outer.append(self._items(opening, self.nodes))
        self.nodes = outer

    def _end_mapping(self, event: Any) -> None:  # noqa: ANN401 (see _scalar)
        opening, outer = self._open.pop()
        keys, values = self.nodes[::2], self.nodes[1::2]
        self.nodes = outer
        if opening.flow_style and not all(isinstance(key, Text) for key in keys):
            outer.append(self._braces(opening.start_mark, event.end_mark))
            return
        entries = unique_entries(list(zip(keys, values, strict=True)), self.report)
        mark = opening.start_mark
        outer.append(Fields(entries, mark.line + self._line, mark.column + 1))

    def _braces(self, begin: Any, end: Any) -> Text:  # noqa: ANN401 (see _scalar)
        """A text in braces, which YAML takes for a mapping: `{{ title }}`."""
        from lessongen.yaml_nodes.cures import quotes_hint

        typed = self._text[begin.index : end.index]
        text = Text(
            typed,
            "?",
            begin.line + self._line,
            begin.column + 1,
            end.line + self._line,
            begin.index + self._start,
            end.index + self._start,
        )
        message = 'a text without quotes cannot start with "{"'
        self.report.add("yaml-syntax", message, text, hint=quotes_hint("", typed))
        return text


def _ignore(_event: object) -> None:
    """Nothing stands there."""


def unique_entries(
    entries: Sequence[tuple[Node, Node]], report: Report
) -> tuple[tuple[Text, Node], ...]:
    """The entries whose key is a text and appears for the first time; others are reported."""
    first: dict[str, tuple[Text, Node]] = {}
    for key, value in entries:
        if isinstance(key, Text) and key.text not in first and key.text.isascii():
            first[key.text] = (key, value)
        else:
            _add_odd_entry(first, key, value, report)
    return tuple(first.values())


def _add_odd_entry(
    first: dict[str, tuple[Text, Node]], key: Node, value: Node, report: Report
) -> None:
    if not isinstance(key, Text):
        hint = 'put quotes around a text that starts with "{" or "["'
        report.add("yaml-syntax", "a key must be a text", key, hint=hint)
        return
    name = unicodedata.normalize("NFC", key.text)
    if name not in first:
        first[name] = (key._replace(text=name), value)
        return
    before = report.span(first[name][0])
    message = f'the key "{shorten(name)}" appears twice'
    hint = f"keep one of the two; the first one is on line {before.line}"
    report.add("duplicate-key", message, key, hint=hint, related=(before,))


def _events(text: str) -> "Iterator[Event]":
    import yaml

    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return iter(loader(text).get_event, None)
