"""Which elements are open at a place, and what fits there."""

from collections.abc import Mapping
from types import MappingProxyType

from lessongen.parsing.html_elements import ELEMENTS, Content, Element

TEXT = "#text"
_TEXT_ELEMENT = Element(phrasing=True)
_MARKDOWN_ONLY = MappingProxyType(
    {
        "aside": Element(content="flow"),
        "section": Element(content="flow"),
        TEXT: _TEXT_ELEMENT,
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What may not stand in an element, however deep.
_EXCLUDED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "a": frozenset({"a", "details"}),
        "caption": frozenset({"table"}),
        "dfn": frozenset({"dfn"}),
        "dt": _HEADINGS,
        "summary": frozenset({"a"}),
        "th": _HEADINGS,
    }
)
_TABLE_ORDER = ("caption", "thead", "tbody", "tfoot")  # all but the third stand once
DEEPEST = 64  # open raw elements; more are dropped


class Raw:
    """An open element that the author typed."""

    __slots__ = ("at", "children", "demoted", "full", "last", "name", "slot")

    def __init__(self, name: str, slot: int, at: int) -> None:
        self.name = name
        self.slot = slot  # of its start tag among the written pieces
        self.at = at
        self.children: set[str] = set()
        self.last = ""
        self.full = False  # a figure after its caption
        self.demoted = False  # its tags were taken back


class OpenElements:
    """The stack of open elements: names are Markdown's own, `Raw` are the author's."""

    __slots__ = ("_expected", "raw", "stack")

    def __init__(self) -> None:
        self.stack: list[str | Raw] = []
        self.raw = 0  # how many of them are raw
        self._expected: dict[str, int] = {}  # end tags of what is not open

    @property
    def top(self) -> str | Raw | None:
        """The innermost element."""
        return self.stack[-1] if self.stack else None

    def push(self, element: Raw) -> None:
        """Opens an element that the author typed."""
        self.stack.append(element)
        self.raw += 1

    def pop_raw(self) -> Raw:
        """Takes the innermost element away, which the author typed."""
        element = self.stack.pop()
        if not isinstance(element, Raw):
            raise TypeError(element)
        self.raw -= 1
        return element

    def expect_end(self, name: str) -> None:
        """Notes that the end tag of an element will come although it is not open."""
        self._expected[name] = self._expected.get(name, 0) + 1

    def meet_end(self, name: str) -> bool:
        """Whether such an end tag was expected."""
        expected = self._expected.get(name, 0)
        self._expected[name] = max(0, expected - 1)
        return expected > 0

    def is_inside(self, *names: str) -> bool:
        """Whether the author opened an element with one of these names."""
        return any(isinstance(each, Raw) and each.name in names for each in self.stack)

    def depth_of(self, name: str) -> int:
        """How many elements lie outside the innermost raw one of this name; -1: there is none.

        Markdown's own elements are closed by Markdown only.
        """
        for depth in range(len(self.stack) - 1, -1, -1):
            element = self.stack[depth]
            if not isinstance(element, Raw):
                return -1
            if element.name == name:
                return depth
        return -1

    def depth_for(self, name: str) -> int:
        """How many elements stay open if this one is to come next; -1: it fits nowhere.

        Only raw elements whose end tag may be left out are closed for it.
        """
        depth = len(self.stack)
        while not self.fits(name, depth):
            above = self.stack[depth - 1] if depth else None
            if not isinstance(above, Raw) or not ELEMENTS[above.name].implied_end:
                return -1
            depth -= 1
        return depth

    def fits(self, name: str, depth: int) -> bool:
        """Whether an element or a text may stand inside the first `depth` open elements."""
        element = ELEMENTS.get(name) or _MARKDOWN_ONLY[name]
        parent = self.stack[depth - 1] if depth else None
        parent_name = _name(parent)
        if element.parents and parent_name not in element.parents:
            return False
        content = self._content(depth)
        if isinstance(content, frozenset):
            if name not in content:
                return False
        elif content == "nothing" or (content == "phrasing" and not element.phrasing):
            return False
        if isinstance(parent, Raw) and not _fits_beside(name, parent):
            return False
        return not any(name in _EXCLUDED.get(_name(each), ()) for each in self.stack[:depth])

    def _content(self, depth: int) -> Content | frozenset[str]:
        for each in reversed(self.stack[:depth]):
            if isinstance(each, Raw) and each.demoted:
                continue
            name = _name(each)
            element = ELEMENTS.get(name) or _MARKDOWN_ONLY[name]
            if element.content != "transparent":
                return element.content
        return "flow"


def _name(element: str | Raw | None) -> str:
    if isinstance(element, Raw):
        return "" if element.demoted else element.name
    return element or ""


def _fits_beside(name: str, parent: Raw) -> bool:
    """Whether the element may follow those that its parent has already."""
    if parent.full:
        return False
    if name in ("summary", "figcaption"):
        return name not in parent.children and (name == "figcaption" or not parent.children)
    if name == "dd":
        return "dt" in parent.children
    if parent.name == "table":
        place = _table_place(name)
        again = name in parent.children and name not in ("tbody", "tr")
        return not again and all(_table_place(each) <= place for each in parent.children)
    return True


def _table_place(name: str) -> int:
    return _TABLE_ORDER.index("tbody" if name == "tr" else name)
