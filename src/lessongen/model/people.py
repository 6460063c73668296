"""The project's shared data: people, tags, terms and archived comments."""

from collections.abc import Mapping

from lessongen.model.source import Span
from lessongen.model.value import field, value


@value
class Person:
    """An entry of `people.yaml`; bios by language, paragraphs separated by blank lines."""

    id: str
    name: str
    links: tuple[str, ...] = ()
    bios: Mapping[str, str] = field(default_factory=dict)
    span: Span


@value
class Tag:
    """An entry of `tags.yaml`: labels by language."""

    id: str
    labels: Mapping[str, str]
    span: Span


@value
class Term:
    """A row of `glossary.csv`: what a thing is called in each language, and what not."""

    variants: Mapping[str, tuple[str, ...]]  # by language; the first one is the usual one
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    span: Span


@value
class Comment:
    """An archived comment; `text` is plain, paragraphs separated by blank lines."""

    author: str
    date: str  # ISO 8601, or empty
    text: str
    replies: tuple["Comment", ...] = ()


@value
class SharedData:
    """Everything under `content/` that belongs to no single document."""

    people: Mapping[str, Person] = field(default_factory=dict)
    tags: Mapping[str, Tag] = field(default_factory=dict)
    comments: Mapping[str, tuple[Comment, ...]] = field(default_factory=dict)  # by document path
