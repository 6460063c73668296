"""Where a file's front matter ends and its body begins."""

import re

from lessongen.model.problem import Problem
from lessongen.model.source import SourceFile
from lessongen.model.value import value
from lessongen.parsing.digest import digest_of
from lessongen.yaml_nodes.nodes import count_line_ends

_OPENING = "---\n"
_CLOSING = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_UNUSUAL = ("\r", "\n--", "\n-–", "\n-—", "\n–", "\n—")


@value
class FrontMatterText:
    """A file cut in two: YAML from `start` (on `line`), Markdown from `body_offset`.

    Offsets are characters in the file's text, BOM and CRLF included; lines count from 1.
    """

    found: bool  # whether there is front matter at all
    yaml: str
    start: int
    line: int
    body_offset: int
    body_line: int
    problems: tuple[Problem, ...] = ()


def split_front_matter(file: SourceFile) -> FrontMatterText:
    """The front matter's YAML and where the body begins; a bad fence is a problem."""
    text = file.text
    closing = _plain_closing(text) if text.startswith(_OPENING) else None
    if closing is not None:
        return cut(text, len(_OPENING), closing.start() + 1, closing.end())
    from lessongen.parsing.fences import split_by_fences  # patterns that few files need

    return split_by_fences(file)


def digest_of_front_matter(file: SourceFile, split: FrontMatterText) -> str:
    """The digest of everything above the body."""
    return digest_of(file.text[: split.body_offset])


def _plain_closing(text: str) -> re.Match[str] | None:
    """The closing fence in the common case, found without looking at every line."""
    before = len(_OPENING) - 1
    closing = _CLOSING.search(text, before)
    if closing is None or any(text.find(sign, before, closing.start()) >= 0 for sign in _UNUSUAL):
        return None
    return closing


def cut(text: str, start: int, end: int, body: int) -> FrontMatterText:
    """The text with front matter from `start` to `end` and a body from `body`."""
    line = 1 + count_line_ends(text[:start])
    return FrontMatterText(
        found=True,
        yaml=text[start:end],
        start=start,
        line=line,
        body_offset=body,
        body_line=line + count_line_ends(text[start:body]),
    )
