"""Front matter between fences that are missing, mistyped or TOML's, or lines that end in CR."""

import re
from dataclasses import replace

from lessongen.model.problem import Problem
from lessongen.model.source import SourceFile, Span
from lessongen.parsing.split import FrontMatterText, cut
from lessongen.yaml_nodes.nodes import count_line_ends

_BOM = "\ufeff"

# Lines end at "\n", "\r\n" and "\r" only, so "^" and "$" are of no use here.
_START = r"(?<![^\r\n])"
_END = r"[ \t]*(?:\r\n|\r|\n|\Z)"
# What slips of the finger and word processors make of three hyphens.
_ODD = r"(?:-{2}|-{4,10}|-?[–—]{1,3}-?)"

_OPENING = re.compile(rf"(?:[ \t]*(?:\r\n|\r|\n))*(?P<fence>---|\+\+\+|{_ODD}){_END}")
_CLOSING = re.compile(rf"{_START}(?:---|\.\.\.){_END}")
_ODD_CLOSING = re.compile(rf"{_START}{_ODD}{_END}")
_TOML_CLOSING = re.compile(rf"{_START}\+\+\+{_END}")
_TOML_KEY = re.compile(r"[\w-]+[ \t]*=")
_TOML_LINE = re.compile(r"(?P<key>[\w-]+[ \t]*)=(?P<value>[ \t]+[^\r\n]*)|[^\r\n]+")
# Lines that can only be front matter: keys, items of lists, what is indented, comments.
_KEY_LINE = re.compile(r"[\w-]+[ \t]*:(?=[ \t\r\n]|\Z)")
_KEY_AT_START = re.compile(_START + _KEY_LINE.pattern)
_FRONT_LINES = re.compile(
    rf"(?:(?:{_KEY_LINE.pattern}|-(?=[ \t\r\n])|[ \t]|\#)[^\r\n]*(?:\r\n|\r|\n|\Z))*"
)


def split_by_fences(file: SourceFile) -> FrontMatterText:
    """The file cut at its fences, whatever they look like; uncut if there are none."""
    text = file.text
    bom = len(text) - len(text.lstrip(_BOM))
    opening = _OPENING.match(text, bom)
    split = _split(text, opening, file.path) if opening else None
    if split is not None:
        return split
    return FrontMatterText(found=False, yaml="", start=bom, line=1, body_offset=bom, body_line=1)


def _split(text: str, opening: re.Match[str], path: str) -> FrontMatterText | None:
    """The file behind something like a fence; None if it is none after all."""
    fence, start = opening["fence"], opening.end()
    if fence == "+++":
        return _split_toml(text, opening, path)
    simple = _FRONT_LINES.match(text, start)
    end = simple.end() if simple else start
    proper = fence == "---"
    first = proper and opening.start("fence") == opening.start()
    if not first and not _KEY_LINE.match(text, start):
        return None  # a thematic break of a text without front matter
    closing = _CLOSING.match(text, end) or _ODD_CLOSING.match(text, end)
    if closing is None and proper:
        closing = _CLOSING.search(text, start)
    if closing is None:
        has_keys = _KEY_AT_START.search(text, start, end)
        return _unclosed(text, opening, end, path) if proper and has_keys else None
    split = cut(text, start, closing.start(), closing.end())
    odd = opening if not proper else closing if _ODD_CLOSING.match(text, closing.start()) else None
    return _with_bad_fence(split, text, odd, path) if odd else split


def _with_problem(split: FrontMatterText, where: Span, message: str, hint: str) -> FrontMatterText:
    problem = Problem(code="yaml-syntax", severity="error", message=message, span=where, hint=hint)
    return replace(split, problems=(problem,))


def _line_of(text: str, at: int, path: str) -> Span:
    return Span(path=path, line=1 + count_line_ends(text[:at]))


def _with_bad_fence(
    split: FrontMatterText, text: str, fence: re.Match[str], path: str
) -> FrontMatterText:
    typed = fence[0].strip()
    message = f'front matter stands between lines of "---", not "{typed}"'
    hint = "type three hyphens; word processors turn them into dashes"
    at = fence.end() - len(fence[0].lstrip())
    return _with_problem(split, _line_of(text, at, path), message, hint)


def _unclosed(text: str, opening: re.Match[str], end: int, path: str) -> FrontMatterText:
    split = cut(text, opening.end(), end, end)
    message = "the front matter that starts here has no end"
    hint = 'put a line "---" after its last key'
    where = _line_of(text, opening.start("fence"), path)
    return _with_problem(split, where, message, hint)


def _split_toml(text: str, opening: re.Match[str], path: str) -> FrontMatterText | None:
    """TOML is refused; lines that are nearly YAML are read all the same, for their title."""
    closing = _TOML_CLOSING.search(text, opening.end())
    if closing is None or not _TOML_KEY.match(text, opening.end()):
        return None
    split = cut(text, opening.end(), closing.start(), closing.end())
    split = replace(split, yaml=_TOML_LINE.sub(_yaml_line, split.yaml))
    message = 'front matter in TOML ("+++") is not read'
    hint = 'write YAML: "---" instead of "+++", and title: … instead of title = …'
    where = _line_of(text, opening.start("fence"), path)
    return _with_problem(split, where, message, hint)


def _yaml_line(found: re.Match[str]) -> str:
    """A TOML line as YAML of the same length."""
    if found["key"] is None:
        return " " * len(found[0])
    return f"{found['key']}:{found['value']}"
