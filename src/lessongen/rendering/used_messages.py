"""Which words the theme says, found in the templates, and which of them a catalog lacks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lessongen.model.catalog import Catalog
from lessongen.model.problem import Problem
from lessongen.model.source import Span
from lessongen.model.value import value

if TYPE_CHECKING:
    from jinja2 import nodes

FOLDER = "templates/"
_SOURCE_LANGUAGE = "en"  # what messages are written in: nothing is lost where one is missing

_NAMED = 3  # missing messages that are named one by one

_ADDRESSES = ("section", "takeaways", "people", "articles", "tags", "all", "search")

# Where the context and the message stand among the arguments of each look-up, and a plural.
_FUNCTIONS: Mapping[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
    "gettext_in": (None, 1, None),  # its context is named: context="lesson"
}


@value
class Message:
    """A message and the first place that says it."""

    context: str
    text: str
    plural: str = ""
    path: str = ""
    line: int = 1


def used_messages(texts: Mapping[str, str]) -> tuple[Message, ...]:
    """Every message that the theme may say, each once; a template that is broken says none."""
    found: dict[tuple[str, str], Message] = {}
    said = (message for name in sorted(texts) for message in _said_in(name, texts[name]))
    for message in (*_said_elsewhere(), *said):
        found.setdefault((message.context, message.text), message)
    return tuple(found.values())


# What the templates leave to code: a nameless section's title, links into other languages, rows of
# two texts side by side (`cells_beside`), and numbers of translations (`progress_filters`).
_ELSEWHERE: tuple[Message, ...] = (
    Message(context="", text="Section {number}"),
    Message(context="", text="(in %(language)s)"),
    Message(context="", text="Paragraph %(number)s"),
    Message(context="", text="Only in %(language)s"),
    Message(context="", text="Show in %(language)s"),
    Message(context="", text="The original of this paragraph has changed since."),
    Message(context="body", text="Table"),
    Message(
        context="",
        text="Of %(total)s words: %(done)s translated, %(changed)s changed, "
        "%(unverified)s not checked, %(missing)s missing",
    ),
    Message(context="", text="One word to translate", plural="%(count)s words to translate"),
    Message(context="", text="about one minute", plural="about %(count)s minutes"),
)


def _said_elsewhere() -> Iterator[Message]:
    """What no template says: words of addresses, words in bodies, and what else code writes."""
    from lessongen.rendering.filling import LABELS

    for word in _ADDRESSES:
        yield Message(context="url", text=word)
    yield from _ELSEWHERE
    for text in LABELS.values():
        yield Message(context="body", text=text)


def missing_messages(
    texts: Mapping[str, str], catalogs: Mapping[str, Catalog]
) -> Iterator[Problem]:
    """A `missing-message` for each message that has no translation: pages say it in English.

    Where many are missing, one problem speaks for all of them. A language without any
    words has a problem of its own, `missing-catalog`.
    """
    used = used_messages(texts)
    for locale, catalog in catalogs.items():
        if locale.split("-")[0] == _SOURCE_LANGUAGE or not catalog.forms:
            continue
        path = f"{FOLDER}messages/{locale}.po"
        missing = [each for each in used if not any(catalog.find(each.text, each.context))]
        if len(missing) > _NAMED:
            yield _many_missing(missing, path)
        else:
            yield from (_missing(message, path) for message in missing)


def _many_missing(missing: Sequence[Message], path: str) -> Problem:
    """One problem for a catalog that has only just begun, or has not followed the theme."""
    first = ", ".join(f'"{each.text}"' for each in missing[:_NAMED])
    return Problem(
        code="missing-message",
        severity="warning",
        message=f"{len(missing)} messages have no translation: {first}, …",
        span=Span(path=path),
        hint="compare the file with the theme's messages/en.po; pages say the rest in English",
    )


def _missing(message: Message, path: str) -> Problem:
    context = f' (context "{message.context}")' if message.context else ""
    return Problem(
        code="missing-message",
        severity="warning",
        message=f'no translation of "{message.text}"{context}',
        span=Span(path=path),
        hint="add the message, or the page says it in English",
        related=(Span(path=message.path, line=message.line),) if message.path else (),
    )


def _said_in(name: str, text: str) -> Iterator[Message]:
    from jinja2 import Environment, TemplateSyntaxError, nodes  # 60 ms: only when words are checked

    try:
        template = Environment(autoescape=True).parse(text, name)
    except TemplateSyntaxError:
        return  # a problem of its own when a page is rendered
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in _FUNCTIONS:
            message = _message(call, FOLDER + name, _FUNCTIONS[call.node.name])
            if message is not None:
                yield message


def _message(
    call: "nodes.Call", path: str, places: tuple[int | None, int, int | None]
) -> Message | None:
    """The message of a look-up; None if it is worked out when the page is rendered."""
    constants = [getattr(argument, "value", None) for argument in call.args]
    named = {each.key: getattr(each.value, "value", None) for each in call.kwargs}

    def text(place: int | None) -> str:
        value = constants[place] if place is not None and place < len(constants) else None
        return value if isinstance(value, str) else ""

    context, message, plural = (text(place) for place in places)
    if not message:
        return None
    return Message(
        context=context or str(named.get("context") or ""),
        text=message,
        plural=plural,
        path=path,
        line=call.lineno,
    )
