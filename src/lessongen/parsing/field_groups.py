"""Kinds of front matter values that have parts: takeaways, credits, sections, epigraphs."""

from collections.abc import Iterator
from typing import TypeVar

from lessongen.model.document import Credit, Epigraph, SectionEntry, Takeaway
from lessongen.parsing.field_kinds import ID, NAME, is_id
from lessongen.yaml_nodes.groups import Key, Values, either, list_of, mapping_of
from lessongen.yaml_nodes.nodes import Fields, Items, Node, Text
from lessongen.yaml_nodes.report import Report, shown
from lessongen.yaml_nodes.values import TEXT, Kind

T = TypeVar("T")


def _each_once(kind: Kind[tuple[T, ...]], key: str) -> Kind[tuple[T, ...]]:
    """A list of mappings in which no two have the same text under `key`."""

    def read(report: Report, name: str, node: Node) -> tuple[T, ...] | None:
        values = kind.read(report, name, node)
        first: dict[str, Text] = {}
        for text in _texts_under(key, node):
            before = first.setdefault(text.text, text)
            if before is not text:
                message = f'the {key} "{text.text}" appears twice in {shown(name)}'
                hint = f"change one of the two; the first one is on line {before.line}"
                report.add("bad-value", message, text, hint=hint, related=(report.span(before),))
        return values

    return Kind(read, kind.schema)


def _texts_under(key: str, node: Node) -> Iterator[Text]:
    for item in node.nodes if isinstance(node, Items) else ():
        for name, value in item.entries if isinstance(item, Fields) else ():
            if name.text == key and isinstance(value, Text) and not value.blank:
                yield value


def _takeaway_of_text(report: Report, name: str, node: Node) -> Takeaway | None:
    text = TEXT.read(report, name, node)
    return Takeaway(text=text) if text else None


def _takeaway(values: Values) -> Takeaway:
    return Takeaway(**values)


TAKEAWAYS = _each_once(
    list_of(
        either(
            Kind(_takeaway_of_text, TEXT.schema),
            mapping_of(
                (
                    Key(name="id", kind=ID, about="A short name that never changes: a-z, 0-9, -."),
                    Key(name="text", kind=TEXT, about="The sentence to keep.", required=True),
                    Key(name="prompt", kind=TEXT, about="A question to think about."),
                ),
                _takeaway,
            ),
        )
    ),
    "id",
)


def _credit_of_text(report: Report, name: str, node: Node) -> Credit | None:
    text = NAME.read(report, name, node)
    if text is None:
        return None
    return Credit(person=text) if is_id(text) else Credit(name=text)


def _credit(values: Values) -> Credit:
    return Credit(**values)


_CREDIT_MAPPING = mapping_of(
    (
        Key(name="person", kind=ID, about="An id of people.yaml."),
        Key(name="name", kind=NAME, about="A plain name, of somebody without an entry."),
        Key(
            name="role",
            kind=TEXT,
            about="author, idea, editor, reviewer, translator, illustrator, or another word.",
        ),
    ),
    _credit,
)


def _read_credit_mapping(report: Report, name: str, node: Node) -> Credit | None:
    credit = _CREDIT_MAPPING.read(report, name, node)
    if credit is None or not isinstance(node, Fields):
        return None
    if bool(credit.person) != bool(credit.name):
        return credit
    keys = {key.text for key, _ in node.entries}
    given = keys & {"person", "name"}
    if len(given) == 1 or not keys <= {"person", "name", "role"}:
        return None  # what is wrong has been said
    complaint = "has both person and name" if given else "names nobody"
    hint = "write person: and an id of people.yaml, or name: and a plain name"
    report.bad_value(name, complaint, node, hint)
    return None


CREDITS = list_of(
    either(
        Kind(_credit_of_text, TEXT.schema),
        Kind(_read_credit_mapping, _CREDIT_MAPPING.schema),
    )
)


def _epigraph(values: Values) -> Epigraph:
    return Epigraph(**values)


EPIGRAPH = mapping_of(
    (
        Key(name="text", kind=TEXT, about="The quotation.", required=True),
        Key(name="cite", kind=TEXT, about="Who said it, and where."),
    ),
    _epigraph,
)


def _section(values: Values) -> SectionEntry:
    return SectionEntry(**{"key": "", **values})


SECTIONS = _each_once(
    list_of(
        mapping_of(
            (
                Key(name="key", kind=ID, about="The same in every language: a-z, 0-9, -."),
                Key(name="title", kind=TEXT, about="The section's title.", required=True),
                Key(name="summary", kind=TEXT, about="One sentence about the section."),
            ),
            _section,
        )
    ),
    "key",
)
