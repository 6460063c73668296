"""What a form of the desk sends: fields with one value each, and what every verb may ask of it."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import parse_qsl

from lessongen.model.value import value

_MOST_FIELDS = 50


@value
class Form:
    """The fields of a form."""

    fields: Mapping[str, str] = MappingProxyType({})

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def unit(self) -> str:
        """The id of the unit that is meant; empty for a whole text."""
        return self["unit"]

    @property
    def stamps(self) -> Mapping[str, str]:
        """How the unit looked when the form was made."""
        return {self.unit: self["stamp"]} if self.unit else {}

    @property
    def shown(self) -> Mapping[str, str]:
        """By their ids, how all units looked that an `ok` of the whole text is about."""
        found = (each.partition("=") for each in self["shown"].split())
        return {name: stamp for name, _, stamp in found}

    @property
    def part(self) -> int:
        """Which one is meant of several blocks that stand for one source."""
        return int(self["part"]) if self["part"].isdigit() and len(self["part"]) < 4 else 0  # noqa: PLR2004 no text has as many

    @property
    def text(self) -> str:
        """What was typed, with the line ends of files."""
        return _lines(self["text"])

    @property
    def is_edited(self) -> bool:
        """Whether what was typed is another text than the one shown."""
        return "text" in self.fields and self.text.strip("\n") != _lines(self["seen"]).strip("\n")


def read_form(body: bytes) -> Form | None:
    """The form in the body of a request; None for what no page of ours sends."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        return None
    fields = dict(pairs)
    return Form(fields=fields) if len(fields) == len(pairs) else None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
