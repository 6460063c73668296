"""Kinds of texts that only front matter and shared data have: dates, slugs, aliases, keys."""

import re
import unicodedata

from lessongen.yaml_nodes.nodes import Node
from lessongen.yaml_nodes.report import Report, shorten
from lessongen.yaml_nodes.values import TEXT, Kind, Refusal, text_like

_ID = re.compile(r"[a-z0-9-]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_SLUG = 100  # characters; a file system stops at 255 bytes
_LONGEST_PART = 200  # bytes

# Compiled where it is needed: few files name their source.
_DOCUMENT = (
    r"(?:\./)?(?:(?:content/|(?:\.\./)+(?:content/)?)[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*/)?"
    r"(?P<key>(?s:.+?))(?:\.md)?"
)

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ANY_DATE = r"([0-9]{1,4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,4})(?:[T ].*)?"
_DATE_ADVICE = "write year-month-day, such as 2026-11-21"


def _refuse_date(text: str) -> Refusal:
    if not _DATE.fullmatch(text):
        return (f'is no date: "{shorten(text)}"', _date_cure(text))
    if not _is_day(text):
        return (f'is no day of the calendar: "{text}"', _DATE_ADVICE)
    return None


def _is_day(iso: str) -> bool:
    from datetime import date  # YAML has loaded it already; a build that parses nothing has not

    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


def _date_cure(text: str) -> str:
    """The date as it should be; both, where nobody can know which number is the month."""
    found = re.fullmatch(_ANY_DATE, text)
    if found is None:
        return _DATE_ADVICE
    first, second, third = (part.zfill(2) for part in found.groups()[:3])
    orders = ((first, second, third), (third, first, second), (third, second, first))
    dates = dict.fromkeys("-".join(order) for order in orders)
    days = [day for day in dates if _DATE.fullmatch(day) and _is_day(day)]
    return f"write year-month-day: {' or '.join(days)}" if days else _DATE_ADVICE


DATE = text_like(_refuse_date, {"type": "string", "format": "date"}, code="bad-date")


def _plain(text: str) -> str:
    """A text's words in a-z and 0-9, joined by hyphens."""
    folded = unicodedata.normalize("NFKD", shorten(text).casefold())
    letters = "".join(c for c in folded if not unicodedata.combining(c) and c not in "'’")
    return "-".join(re.findall(r"[a-z0-9]+", letters))


def _refuse_slug(text: str) -> Refusal:
    if len(text) > _LONGEST_SLUG:
        return (f"has more than {_LONGEST_SLUG} characters", "choose two to six words")
    if _SLUG.fullmatch(text):
        return None
    better = _plain(text)
    hint = f'write "{better}"' if better else "give it a short name in a-z, such as first-lesson"
    return ("may have only a-z, 0-9 and single hyphens", hint)


SLUG = text_like(_refuse_slug, {"type": "string", "pattern": f"^{_SLUG.pattern}$"})


def is_id(text: str) -> bool:
    """Whether a text has the form of an id; in credits anything else is a plain name."""
    return _ID.fullmatch(text) is not None


def id_cure(text: str) -> str:
    """What to write instead of a text that cannot be an id; nothing if it can."""
    if is_id(text):
        return ""
    better = _plain(text)
    return f'an id has only a-z, 0-9 and hyphens: "{better or "ana-perez"}"'


def _refuse_id(text: str) -> Refusal:
    cure = id_cure(text)
    return (f'is no id: "{shorten(text)}"', cure) if cure else None


ID = text_like(_refuse_id, {"type": "string", "pattern": f"^{_ID.pattern}$"})


def _refuse_code(text: str) -> Refusal:
    if _SLUG.fullmatch(text):
        return None
    return (f'is no code of a problem: "{shorten(text)}"', "such as: missing-alt")


CODE = text_like(_refuse_code, {"type": "string", "pattern": f"^{_SLUG.pattern}$"})


def _refuse_alias(text: str) -> Refusal:
    if "://" in text or text.startswith("//"):
        return ("must be a path of this site", "write only what follows the host: /old/path/")
    if not text.startswith("/"):
        return ('must start with "/"', f'write "/{shorten(text)}"')
    if "?" in text or "#" in text:
        return ("may not have ? or # in it", "a static site cannot redirect these; write the path")
    return _refuse_alias_parts(text)


def _refuse_alias_parts(text: str) -> Refusal:
    path = text
    if "%" in text:
        from urllib.parse import unquote  # rarely needed

        path = unquote(text)
    parts = path.strip("/").split("/")
    if path.strip("/") == "":
        return ("is the start page of the site", "write the old path of this page: /old/path/")
    if any(part in ("", ".", "..") or part.startswith(".lessongen") for part in parts):
        return ("is no plain path", "write it without empty parts, . and ..")
    if "\\" in path or not path.isprintable():
        return ("has characters that a path cannot have", "write it as /old/path/")
    if any(len(part.encode("utf-8", "replace")) > _LONGEST_PART for part in parts):
        return ("is too long for a file name", "a static site cannot redirect it; remove it")
    return None


ALIAS = text_like(_refuse_alias, {"type": "string", "pattern": "^/"})


def _normal(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _read_name(report: Report, name: str, node: Node) -> str | None:
    text = TEXT.read(report, name, node)
    return None if text is None else _normal(text)


NAME: Kind[str] = Kind(_read_name, TEXT.schema)  # compared with names in other files


def _read_document_key(report: Report, name: str, node: Node) -> str | None:
    text = _read_name(report, name, node)
    found = re.fullmatch(_DOCUMENT, text) if text else None
    return found["key"] if found else None


# A document's key; its path from another document, or in the project, does as well.
DOCUMENT: Kind[str] = Kind(_read_document_key, {"type": "string"})
