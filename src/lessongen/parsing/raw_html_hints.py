"""What to write instead of HTML that does not stay."""

from collections.abc import Mapping
from types import MappingProxyType

_TEXT = "put it in backticks if it is meant as text, or take it away"
_THEME = "the look is the theme's business; take it away"

_ELEMENTS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            ("audio", "video", "iframe", "embed", "object"), "link to it: [title](https://…)"
        ),
        **dict.fromkeys(("big", "center", "font", "marquee", "blink", "nobr", "style"), _THEME),
        **dict.fromkeys(
            ("article", "aside", "footer", "header", "main", "nav", "section"),
            "the page has its own; use a heading, or a container: ::: note",
        ),
        **dict.fromkeys(
            ("button", "form", "input", "label", "select", "textarea"),
            "lessons have no forms; link to one: [title](https://…)",
        ),
        "acronym": '<abbr title="…"> is the element for abbreviations',
        "details": "<details><summary>What it is about</summary> … </details>",
        "picture": "![description](file.jpg) is enough",
        "script": "lessons cannot run scripts; put it in backticks if it is meant as text",
        "source": "![description](file.jpg) is enough",
        "strike": "<s> is the element for what is no longer right",
        "svg": "save it as a file: ![description](drawing.svg)",
        "tt": "put code in backticks",
        "": "take it away",
    }
)
_ATTRIBUTES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "align",
                "bgcolor",
                "border",
                "cellpadding",
                "cellspacing",
                "color",
                "style",
                "valign",
            ),
            _THEME,
        ),
        "cite": "an address that starts with https://",
        "datetime": 'a date such as "2026-11-21", a time such as "14:30", or both',
        "dir": '"ltr", "rtl" or "auto"',
        "height": "the size is taken from the file",
        "href": "give an address or a file",
        "id": "an id has no spaces",
        "lang": 'a language tag such as "es" or "en-GB"',
        "markdown": "take it away; Markdown works inside an element after an empty line",
        "name": 'use id="…", or give the heading one: ## Heading {#name}',
        "src": "give the path of a file",
        "target": "links open where readers want them",
        "width": "the size is taken from the file",
    }
)


def hint_for(name: str, *, attribute: bool = False) -> str:
    """The cure for an element or an attribute that is dropped."""
    if attribute:
        is_handler = name.startswith("on")
        return "lessons cannot run scripts" if is_handler else _ATTRIBUTES.get(name, "take it away")
    return _ELEMENTS.get(name, _TEXT)
