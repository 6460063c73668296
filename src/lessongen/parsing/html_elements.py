"""What raw HTML may be in a lesson: elements, attributes, and what fits into what.

The content models are those of the HTML standard, cut down to the harmless elements, so that
whatever an author types, the page stays one that a validator accepts.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from lessongen.model.value import value

Content = Literal["flow", "phrasing", "transparent", "nothing"]


@value
class Element:
    """An element that may stay: what it is, what it holds, where it may stand."""

    content: Content | frozenset[str] = "phrasing"  # or the names of its only children
    phrasing: bool = False  # may stand inside a paragraph
    parents: frozenset[str] = frozenset()  # its only parents; none: wherever its kind may stand
    attributes: frozenset[str] = frozenset()  # beside those that all elements have
    implied_end: bool = False  # its end tag may be left out


EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})

_ROWS = frozenset({"tr"})
_CELL = Element(
    content="flow",
    parents=_ROWS,
    attributes=frozenset({"colspan", "rowspan"}),
    implied_end=True,
)
_ROW_GROUP = Element(content=_ROWS, parents=frozenset({"table"}), implied_end=True)
_LIST = frozenset({"li"})
_EDIT = Element(content="transparent", phrasing=True, attributes=frozenset({"cite", "datetime"}))
_WORDS = Element(phrasing=True)
_BLOCK = Element(content="flow")
_HEADING = Element()
_VOID = Element(content="nothing", phrasing=True)
_LIST_PART = Element(content="flow", parents=frozenset({"dl"}), implied_end=True)

ELEMENTS: Mapping[str, Element] = MappingProxyType(
    {
        **dict.fromkeys(
            "abbr b bdi bdo cite code dfn em i kbd mark ruby s samp small span strong sub sup u "
            "var".split(),
            _WORDS,
        ),
        "a": Element(
            content="transparent", phrasing=True, attributes=frozenset({"href", "hreflang"})
        ),
        "q": Element(phrasing=True, attributes=frozenset({"cite"})),
        "time": Element(phrasing=True, attributes=frozenset({"datetime"})),
        "ins": _EDIT,
        "del": _EDIT,
        "br": _VOID,
        "wbr": _VOID,
        "img": Element(content="nothing", phrasing=True, attributes=frozenset({"alt", "src"})),
        "rt": Element(parents=frozenset({"ruby"}), phrasing=True, implied_end=True),
        "hr": Element(content="nothing"),
        "p": Element(implied_end=True),
        "pre": Element(),
        **dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), _HEADING),
        "blockquote": Element(content="flow", attributes=frozenset({"cite"})),
        "div": _BLOCK,
        "figure": _BLOCK,
        "figcaption": Element(content="flow", parents=frozenset({"figure"})),
        "details": Element(content="flow", attributes=frozenset({"open"})),
        "summary": Element(parents=frozenset({"details"})),
        "ul": Element(content=_LIST),
        "ol": Element(content=_LIST, attributes=frozenset({"reversed", "start"})),
        "li": Element(
            content="flow",
            parents=frozenset({"ul", "ol"}),
            attributes=frozenset({"value"}),
            implied_end=True,
        ),
        "dl": Element(content=frozenset({"dt", "dd"})),
        "dt": _LIST_PART,
        "dd": _LIST_PART,
        "table": Element(content=frozenset({"caption", "thead", "tbody", "tfoot", "tr"})),
        "caption": Element(content="flow", parents=frozenset({"table"}), implied_end=True),
        "thead": _ROW_GROUP,
        "tbody": _ROW_GROUP,
        "tfoot": _ROW_GROUP,
        "tr": Element(
            content=frozenset({"td", "th"}),
            parents=frozenset({"table", "thead", "tbody", "tfoot"}),
            implied_end=True,
        ),
        "td": _CELL,
        "th": Element(
            content="flow",
            parents=_ROWS,
            attributes=frozenset({"colspan", "rowspan", "scope"}),
            implied_end=True,
        ),
    }
)

# Their text is no text for readers: it goes with them. (<rp> is for browsers without ruby.)
WITH_CONTENT = frozenset(
    "applet audio canvas embed iframe math noembed noframes noscript object rp script select "
    "style svg template title video xmp".split()
)

# Everything that is or was HTML; what is not in here is shown as the text that it is.
KNOWN_NAMES = (
    frozenset(ELEMENTS)
    | WITH_CONTENT
    | frozenset(
        "acronym address area article aside base basefont bgsound big blink body button center "
        "col colgroup command content data datalist dialog dir fieldset fencedframe font footer "
        "form frame frameset head header hgroup html image input isindex keygen label legend "
        "link listing "
        "main map marquee menu menuitem meta meter multicol nav nextid nobr optgroup option "
        "output param picture plaintext portal progress rb rtc search section shadow slot source "
        "spacer strike textarea track tt".split()
    )
)

_NUMBER = "[1-9][0-9]{0,2}"
_WHOLE = "-?[0-9]{1,9}"
_DATE = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
_ZONE = "(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])"
_LANGUAGE = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"

# What a value must look like; an attribute without an entry takes any text.
_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "cite": "https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9._~/?=&;%+#-]*)?",
        "colspan": _NUMBER,
        "datetime": f"{_DATE}(?:[T ]{_CLOCK}{_ZONE})?",
        "dir": "(?i:ltr|rtl|auto)",
        "hreflang": _LANGUAGE,
        "id": r"\S+",
        "lang": _LANGUAGE,
        "rowspan": _NUMBER,
        "scope": "(?i:row|col|rowgroup|colgroup)",
        "start": _WHOLE,
        "value": _WHOLE,
    }
)


def is_valid(attribute: str, value: str) -> bool:
    """Whether an attribute may have this value.

    >>> is_valid("lang", "es-419"), is_valid("lang", "español")
    (True, False)
    """
    pattern = _VALUES.get(attribute)
    return pattern is None or re.fullmatch(pattern, value) is not None
