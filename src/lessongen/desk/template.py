"""The file that a translator begins with: the source, without what is not to be translated."""

import re
from collections.abc import Iterator

from lessongen.graph.slugs import slugify
from lessongen.model.source import SourceFile
from lessongen.parsing.front_matter import read_fields
from lessongen.parsing.split import split_front_matter
from lessongen.yaml_nodes.nodes import Fields, Text
from lessongen.yaml_nodes.report import Report

# What is said in each language; everything else a translation inherits.
_TRANSLATED = frozenset(
    "title tagline summary sections takeaways epigraph slug invitation credits".split()
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def translation_text(source: SourceFile, title: str) -> str:
    """The text of a new translation: the translatable keys as they are written, and the body."""
    split = split_front_matter(source)
    fields = read_fields(split, Report(source.path))
    found = _LINE_END.search(source.text)
    end = found[0] if found else "\n"
    entries = list(_entries(source, fields, split.start + len(split.yaml))) if fields else []
    names = [name for name, _ in entries]
    lines = [text.rstrip("\r\n \t") for _, text in entries]
    if "title" not in names:
        lines.insert(0, f"title: {_quoted(title)}")
    if "slug" not in names:
        lines.append(f"slug: {slugify(title, 'translation')}")
    body = source.text[split.body_offset :] if split.found else source.text.removeprefix("\ufeff")
    return end.join(["---", *lines, "---", ""]) + body


def _entries(source: SourceFile, fields: Fields, end: int) -> Iterator[tuple[str, str]]:
    """The translatable keys and their lines; a key that shares its line is written anew."""
    keys = [key for key, _ in fields.entries]
    stops = [key.start for key in keys[1:]] + [end]
    block = all(key.column == 1 for key in keys)
    for (key, value), stop in zip(fields.entries, stops, strict=True):
        if key.text not in _TRANSLATED:
            continue
        if block:
            yield key.text, _without_comments_behind(source.text[key.start : stop])
        elif isinstance(value, Text):
            yield key.text, f"{key.text}: {_quoted(value.text)}"


def _without_comments_behind(text: str) -> str:
    """The lines of a key without the comments that speak of the next one."""
    lines = text.splitlines(keepends=True)
    while len(lines) > 1 and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()
    return "".join(lines)


def _quoted(text: str) -> str:
    """The text in double quotes, in which YAML takes every character for itself."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+", " ", escaped) + '"'
