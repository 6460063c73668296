"""The files under `content/` that belong to no single document: people, tags, comments, terms."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from lessongen.model.language_tag import language_tag_cure
from lessongen.model.people import Comment, Person, Tag
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.parsing.field_kinds import DATE, id_cure
from lessongen.parsing.glossary import parse_glossary
from lessongen.yaml_nodes.compose import compose
from lessongen.yaml_nodes.groups import (
    Key,
    Values,
    expect_fields,
    list_of,
    mapping_of,
    read_table,
    table_of,
)
from lessongen.yaml_nodes.nodes import Items, Node, Text, noun
from lessongen.yaml_nodes.report import Report
from lessongen.yaml_nodes.values import LINK, TEXT, Kind

__all__ = ["parse_comments", "parse_glossary", "parse_people", "parse_tags", "parser_of"]

T = TypeVar("T")

_TEXT_BY_LANGUAGE = table_of(TEXT, language_tag_cure)


def _same(values: Values) -> Values:
    return values


_PERSON = mapping_of(
    (
        Key(name="name", kind=TEXT, about="The name, as it is shown.", required=True),
        Key(name="links", kind=list_of(LINK), about="Pages about the person."),
        Key(name="bio", kind=_TEXT_BY_LANGUAGE, about="A few sentences, per language."),
    ),
    _same,
)


def parse_people(file: SourceFile) -> Outcome[Mapping[str, Person]]:
    """The entries of `people.yaml` by id."""
    report = Report(file.path)
    entries = _read_entries(file, report, _PERSON)
    people = {
        id_: Person(
            id=id_,
            name=values["name"],
            links=values.get("links", ()),
            bios=values.get("bio", {}),
            span=report.spans[id_],
        )
        for id_, values in entries.items()
    }
    return Outcome(value=people, problems=report.problems)


def parse_tags(file: SourceFile) -> Outcome[Mapping[str, Tag]]:
    """The entries of `tags.yaml` by id."""
    report = Report(file.path)
    entries = _read_entries(file, report, _TEXT_BY_LANGUAGE)
    tags = {
        id_: Tag(id=id_, labels=labels, span=report.spans[id_]) for id_, labels in entries.items()
    }
    return Outcome(value=tags, problems=report.problems)


def _read_entries(file: SourceFile, report: Report, kind: Kind[T]) -> Mapping[str, T]:
    fields = expect_fields(report, compose(file.text, report), "this file")
    return read_table(report, fields, kind, id_cure) if fields else {}


def parse_comments(file: SourceFile) -> Outcome[tuple[Comment, ...]]:
    """The archived comments of a page, replies inside."""
    report = Report(file.path)
    root = compose(file.text, report)
    if root is None or (isinstance(root, Text) and root.blank):
        return Outcome(value=(), problems=report.problems)
    if not isinstance(root, Items):
        hint = 'start each comment with a dash: "- author: …"'
        message = f"this file must be a list of comments, not {noun(root)}"
        report.add("wrong-type", message, root, hint=hint)
        return Outcome(value=(), problems=report.problems)
    comments = _COMMENTS.read(report, "comments", root) or ()
    return Outcome(value=comments, problems=report.problems)


def _read_replies(report: Report, name: str, node: Node) -> tuple[Comment, ...] | None:
    return _COMMENTS.read(report, name, node)


def _comment(values: Values) -> Comment:
    return Comment(**{"date": "", **values})


_COMMENT = mapping_of(
    (
        Key(name="author", kind=TEXT, about="Who wrote it.", required=True),
        Key(name="date", kind=DATE, about="When, as 2011-03-07."),
        Key(name="text", kind=TEXT, about="What was written, plain text.", required=True),
        Key(
            name="replies",
            kind=Kind(_read_replies, {"type": "array"}),
            about="Comments on this comment.",
        ),
    ),
    _comment,
)
# Replies hold replies; how deep is limited where YAML is read.
_COMMENTS = list_of(_COMMENT)

_PARSERS: Mapping[str, Callable[[SourceFile], Outcome[Any]]] = {
    "people.yaml": parse_people,
    "tags.yaml": parse_tags,
    "glossary.csv": parse_glossary,
}


def parser_of(path: str) -> Callable[[SourceFile], Outcome[Any]]:
    """What reads the file of shared data at a path below `content/`."""
    return _PARSERS.get(path.removeprefix("content/"), parse_comments)
