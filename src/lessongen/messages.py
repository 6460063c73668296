"""Text of gettext `.po` files to the theme's words in one language.

Read here and not by Babel, whose reader drops lines without quotes in silence, stops at a date
that it does not know, gives no columns, and costs 40 ms to import. A test compares the two.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lessongen.model.catalog import CONTEXT_END, Catalog
from lessongen.model.problem import Outcome
from lessongen.model.source import Span
from lessongen.yaml_nodes.report import Report, shorten

_LINE_END = re.compile(r"\r\n|\r|\n")
_PART = re.compile(
    r"(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[(?P<index>[0-9])\])?)?"
    r'[ \t]*"(?P<text>(?:[^"\\]|\\.)*)"'
)
_ESCAPE = re.compile(r'\\([\\trn"])')
_ESCAPED = {"t": "\t", "r": "\r", "n": "\n"}
_PLURALS = re.compile(r"nplurals\s*=\s*([1-6])\s*;")
_PLACEHOLDER = re.compile(r"%\(\w+\)s")
_PART_HINT = 'each line is msgid "…", msgstr "…" or "…"; a quote inside is written \\"'


@dataclass(slots=True)
class _Entry:
    """One message while it is read: the pieces of its texts, by what they are."""

    line: int
    fuzzy: bool = False
    broken: bool = False  # has a line that cannot be read: not to be used
    pieces: dict[str, list[str]] = field(default_factory=dict)  # "msgid", "msgstr[0]", …
    at: str = ""  # what the last line belongs to

    @property
    def complete(self) -> bool:
        return any(word.startswith("msgstr") for word in self.pieces)

    def text(self, word: str) -> str:
        return _ESCAPE.sub(_unescape, "".join(self.pieces.get(word, ())))

    def forms(self) -> Mapping[int, str]:
        words = sorted(word for word in self.pieces if word.startswith("msgstr["))
        return {int(word[7]): self.text(word) for word in words}


def read_catalog(locale: str, texts: Sequence[str], *, path: str = "") -> Outcome[Catalog]:
    """The messages of all texts; later texts override earlier ones.

    `path` is the file that problems name. A message that is fuzzy or not fully translated is
    not used.
    """
    report = Report(path or f"templates/messages/{locale}.po")
    forms: dict[str, tuple[str, ...]] = {}
    for text in texts:
        forms |= _read_forms(text, report)
    return Outcome(value=Catalog(locale=locale, forms=forms), problems=report.problems)


def _read_forms(text: str, report: Report) -> Mapping[str, tuple[str, ...]]:
    """The usable messages of one text: key to plural forms."""
    forms: dict[str, tuple[str, ...]] = {}
    first: dict[str, _Entry] = {}
    plurals = 2
    for entry in _entries(text, report):
        if not _is_whole(entry, report):
            continue
        msgid, context = entry.text("msgid"), entry.text("msgctxt")
        if not msgid:
            found = _PLURALS.search(entry.text("msgstr[0]"))
            plurals = int(found[1]) if found else plurals
            continue
        key = f"{context}{CONTEXT_END}{msgid}" if context else msgid
        if first.setdefault(key, entry) is not entry:
            _report_twice(entry, first[key], report)
        elif not entry.fuzzy and (usable := _usable_forms(entry, plurals, report)):
            forms[key] = usable
    return forms


def _entries(text: str, report: Report) -> Iterator[_Entry]:
    """The messages in order; lines that belong to none are reported."""
    entry = _Entry(line=1)
    for number, typed in enumerate(_LINE_END.split(text.lstrip("\ufeff")), start=1):
        line = typed.strip()
        if not line or line.startswith("#~"):  # an obsolete message
            continue
        part = _PART.fullmatch(line)
        if _starts_entry(line, part, entry):
            yield entry
            entry = _Entry(line=number)
        if line.startswith("#"):
            entry.fuzzy |= line.startswith("#,") and "fuzzy" in line
        elif part is None or not _take(entry, part, number):
            entry.broken = bool(entry.pieces)
            column = len(typed) - len(typed.lstrip()) + 1
            where = Span(path=report.path, line=number, column=column)
            message = f'this line does not belong to a message: "{shorten(line)}"'
            report.add("catalog-syntax", message, where, hint=_PART_HINT)
    if entry.pieces:
        yield entry


def _starts_entry(line: str, part: re.Match[str] | None, entry: _Entry) -> bool:
    """Whether a line belongs to the next entry: a comment, a context, or a second message."""
    word = part["word"] if part else None
    if line.startswith("#") or word == "msgctxt":
        return bool(entry.pieces)
    return word == "msgid" and ("msgid" in entry.pieces or entry.complete)


def _take(entry: _Entry, part: re.Match[str], line: int) -> bool:
    """Add a line's text to the entry; whether it can belong to it."""
    word = "msgstr[0]" if part["word"] == "msgstr" else part["word"]
    if word is None:
        if not entry.at:
            return False
        entry.pieces[entry.at].append(part["text"])
        return True
    if word in entry.pieces:
        return False
    if not entry.pieces:
        entry.line = line
    entry.pieces[word] = [part["text"]]
    entry.at = word
    return True


def _is_whole(entry: _Entry, report: Report) -> bool:
    """Whether an entry has a message and a translation, if only an empty one."""
    if entry.broken:
        return False
    missing = "msgid" if "msgid" not in entry.pieces else "" if entry.complete else "msgstr"
    if missing:
        where = Span(path=report.path, line=entry.line)
        report.add("catalog-syntax", f"this message has no {missing}", where, hint=_PART_HINT)
    return not missing


def _report_twice(entry: _Entry, first: _Entry, report: Report) -> None:
    before = Span(path=report.path, line=first.line)
    message = f'the message "{shorten(entry.text("msgid"))}" appears twice'
    hint = f"keep one of the two; the first one is on line {first.line}"
    where = Span(path=report.path, line=entry.line)
    report.add("duplicate-key", message, where, hint=hint, related=(before,))


def _usable_forms(entry: _Entry, plurals: int, report: Report) -> tuple[str, ...]:
    """The translations of an entry, or nothing if there is none or it cannot be shown."""
    where = Span(path=report.path, line=entry.line)
    forms = entry.forms()
    if not all(forms.values()):
        return ()
    wanted = plurals if "msgid_plural" in entry.pieces else 1
    if set(forms) != set(range(wanted)):
        message = f"this message has {len(forms)} forms; it needs {wanted}"
        hint = "the number of plural forms is in the header: Plural-Forms: nplurals=…"
        report.add("catalog-syntax", message, where, hint=hint)
        return ()
    known = set(_PLACEHOLDER.findall(entry.text("msgid") + entry.text("msgid_plural")))
    for unknown in sorted(set(_PLACEHOLDER.findall("".join(forms.values()))) - known):
        names = " and ".join(sorted(known)) or "none"
        hint = f"placeholders are not translated; this message has {names}"
        report.add("bad-value", f'"{unknown}" is no placeholder here', where, hint=hint)
    return tuple(forms[index] for index in range(wanted))


def _unescape(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[1], found[1])
