"""The attributes of raw HTML: which may stay, and how they are written."""

import unicodedata
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from lessongen.parsing.body_text import without_forbidden
from lessongen.parsing.html_elements import ELEMENTS, EVERYWHERE, is_valid

if TYPE_CHECKING:
    from lessongen.parsing.raw_html import Tag

_SWITCHES = ("open", "reversed")


def clean_attributes(tag: "Tag") -> tuple[dict[str, str], tuple[str, ...]]:
    """The attributes that may stay, and the names of the others."""
    allowed = ELEMENTS[tag.name].attributes
    kept: dict[str, str] = {}
    dropped: list[str] = []
    for name, raw_value, _ in tag.attributes:
        value = without_forbidden(raw_value)
        known = name in allowed or name in EVERYWHERE
        if known and is_valid(name, value):
            kept[name] = unicodedata.normalize("NFC", value) if name == "id" else value
        else:
            dropped.append(name)
            if name == "name" and tag.name == "a" and is_valid("id", value):
                kept.setdefault("id", unicodedata.normalize("NFC", value))
    if not kept.get("src", "x"):
        del kept["src"]
    return kept, tuple(dropped)


def written(attributes: Mapping[str, str]) -> str:
    """The attributes as HTML, a space before each.

    >>> written({"title": 'a "b"', "open": ""})
    ' title="a &quot;b&quot;" open=""'
    """
    pairs = (
        (name, "" if name in _SWITCHES else " ".join(value.split()))
        for name, value in attributes.items()
    )
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs)
