"""What a file is, by its path: the only place that knows the layout of `content/`."""

import unicodedata
from collections.abc import Iterable, Iterator

from lessongen.model.document import DocumentKind
from lessongen.model.language_tag import is_language_tag, language_tag_cure
from lessongen.model.problem import Problem
from lessongen.model.source import Span

CONTENT = "content"
COMMENTS = "comments"

_ENDING = ".md"
_FOLDER_KINDS: dict[str, DocumentKind] = {"articles": "article", "pages": "page"}
_OTHER_ENDINGS = (".markdown", ".mdown", ".mkd", ".md.txt")


def place_of(path: str) -> tuple[str, str, DocumentKind] | None:
    """A document's locale, key and kind; None for a path that is no document's.

    >>> place_of("content/es/articles/por-que.md")
    ('es', 'articles/por-que', 'article')
    """
    if not path.endswith(_ENDING):
        return None
    parts = path.split("/")
    if len(parts) < 3 or parts[0] != CONTENT or not is_language_tag(parts[1]):  # noqa: PLR2004 (content, locale, file)
        return None
    inside = parts[2:]
    if inside[0] == COMMENTS and len(inside) > 1:
        return None
    if any(part[:1] in (".", "_") for part in inside):
        return None
    key = "/".join(inside).removesuffix(_ENDING)
    if not key.isascii():
        key = unicodedata.normalize("NFC", key)
    return parts[1], key, _kind(inside)


def _kind(inside: list[str]) -> DocumentKind:
    if inside == ["index.md"]:
        return "series"
    return _FOLDER_KINDS.get(inside[0], "lesson") if len(inside) > 1 else "lesson"


def content_languages(paths: Iterable[str]) -> tuple[str, ...]:
    """The language folders that hold documents, sorted; "en" first if it is one of them."""
    places = (place_of(path) for path in paths)
    locales = {place[0] for place in places if place is not None}
    return tuple(sorted(locales, key=lambda locale: (locale != "en", locale)))


def stray_documents(paths: Iterable[str]) -> Iterator[Problem]:
    """A warning for each Markdown file of `content/` that nobody will see because of its path."""
    for path in sorted(paths):
        parts = path.split("/")
        if parts[0] != CONTENT or any(part[:1] in (".", "_") for part in parts):
            continue
        hint = _stray_hint(parts)
        if hint:
            yield Problem(
                code="stray-file",
                severity="warning",
                message="this file becomes no page",
                span=Span(path=path),
                hint=hint,
            )


def _stray_hint(parts: list[str]) -> str:
    """What to do about a Markdown file in the wrong place; nothing if all is well."""
    name = parts[-1].lower()
    is_markdown = name.endswith(_ENDING)
    if name == "readme.md" or not (is_markdown or name.endswith(_OTHER_ENDINGS)):
        return ""
    if len(parts) == 2:  # noqa: PLR2004 (content, file)
        return "move it into a language's folder, such as content/en"
    cure = language_tag_cure(parts[1])
    if cure:
        return f'"{parts[1]}" is no language; {cure}'
    if parts[2] == COMMENTS and len(parts) > 3:  # noqa: PLR2004 (content, locale, comments, file)
        return "comments are .yaml files; move this one out of the folder comments"
    return "" if parts[-1].endswith(_ENDING) else f'give it the ending "{_ENDING}"'
