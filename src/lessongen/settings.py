"""Text of `lessongen.yaml` to `Settings`: every key has a default, every mistake a problem."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeVar

from lessongen.model.language_tag import language_tag_cure
from lessongen.model.problem import Outcome
from lessongen.model.settings import FooterLink, Settings
from lessongen.model.source import SourceFile, Span
from lessongen.model.suggestion import did_you_mean
from lessongen.yaml_nodes.compose import compose
from lessongen.yaml_nodes.groups import (
    Key,
    Values,
    expect_fields,
    list_of,
    mapping_of,
    read_keys,
    table_of,
)
from lessongen.yaml_nodes.report import Report, shorten
from lessongen.yaml_nodes.values import (
    LINK,
    TEXT,
    YES_OR_NO,
    Kind,
    Refusal,
    decimal_number,
    one_of,
    text_like,
    whole_number,
)

SETTINGS_FILE = "lessongen.yaml"

T = TypeVar("T")

_HOST = r"(?:[\w-]+(?:\.[\w-]+)*|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
_BASE_URL = re.compile(rf"https?://{_HOST}(?:/[^\s?#\\]*)?", re.IGNORECASE)
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def normal_base_url(url: str) -> str:
    """An absolute http(s) URL with a "/" at its end, or nothing if it is no such URL.

    >>> normal_base_url("https://example.org/course")
    'https://example.org/course/'
    """
    if not _BASE_URL.fullmatch(url) or "/../" in f"{url}/":
        return ""
    return url if url.endswith("/") else f"{url}/"


def _language(text: str) -> Refusal:
    cure = language_tag_cure(text)
    return (f'is no language tag: "{shorten(text)}"', cure) if cure else None


def _base_url(text: str) -> Refusal:
    if normal_base_url(text):
        return None
    hint = "write where the site will stand: https://example.org/course/"
    return ("must be an absolute http or https URL, without ? and #", hint)


def _edit_url(text: str) -> Refusal:
    if not re.match(r"https?://", text, re.IGNORECASE):
        return ("must be an http or https URL", "https://example.org/edit/main/{path}")
    if "{" in text.replace("{path}", "") or "{path}" not in text:
        hint = "write {path} where the file's path belongs, and no other braces"
        return ("must have {path} in it", hint)
    return None


def _quotes(text: str) -> Refusal:
    if len("".join(text.split())) in (2, 4):
        return None
    hint = "write the opening and the closing mark, then those for a quotation inside: «»“”"
    return ("must be two or four quotation marks", hint)


def _time_zone(text: str) -> Refusal:
    """Only names of the time zone database count; UTC needs no database."""
    if text == "UTC":
        return None
    import zoneinfo  # a few milliseconds, for those who set it

    try:
        zoneinfo.ZoneInfo(text)
    except (KeyError, ValueError, OSError):  # absent; not a name; a folder of zones
        hint = _zone_hint(text, zoneinfo.available_timezones())
        return (f'is no known time zone: "{shorten(text)}"', hint)
    return None


def _zone_hint(text: str, names: set[str]) -> str:
    if not names:
        return "this system has no time zones; install the Python package tzdata"
    folded = text.casefold().replace(" ", "_")
    for name in sorted(names):
        if name.casefold() == folded or name.casefold().endswith(f"/{folded}"):
            return f'did you mean "{name}"?'
    is_folder = any(name.startswith(f"{text}/") for name in names)
    meant = "" if is_folder else did_you_mean(text[:60], names)
    return meant or 'write a name such as "America/Mexico_City"'


def _code_cure(text: str) -> str:
    return "" if _CODE.fullmatch(text) else "write a problem's code, such as missing-alt"


def _footer_link(values: Values) -> FooterLink:
    return FooterLink(text=values["text"], url=values["url"])


_FOOTER_LINK = mapping_of(
    (
        Key(name="text", kind=TEXT, about="What the reader sees.", required=True),
        Key(name="url", kind=LINK, about="Where it leads.", required=True),
    ),
    _footer_link,
)
_TAG = text_like(_language, {"type": "string"})
_SPANISH_TREATMENTS = ("tú", "usted")
_BY_LANGUAGE = ("words_per_minute", "links", "contact", "invitation", "treatment", "quotes")


def _by_language(kind: Kind[T]) -> Kind[Mapping[str, T]]:
    return table_of(kind, language_tag_cure)


_KEYS = (
    Key(
        name="base_url",
        kind=text_like(_base_url, {"type": "string", "format": "uri"}),
        about="The absolute URL of the site.",
        also=("baseurl", "site_url", "url", "siteurl"),
    ),
    Key(name="source_language", kind=_TAG, about="The language that others are translated from."),
    Key(name="languages", kind=list_of(_TAG, once=True), about="All languages, as BCP 47 tags."),
    Key(
        name="time_zone",
        kind=text_like(_time_zone, {"type": "string"}),
        about="Whose day decides what is published: America/Mexico_City.",
        also=("timezone", "tz"),
    ),
    Key(
        name="words_per_minute",
        kind=_by_language(whole_number(50, 1000)),
        about="How fast people read, per language.",
    ),
    Key(
        name="three_minutes",
        kind=decimal_number(0.5, 60),
        about="The longest a lesson should take to read, in minutes.",
    ),
    Key(
        name="untranslated",
        kind=one_of("list", "fallback", "hide"),
        about="What a language shows of a lesson that it does not have.",
    ),
    Key(name="dashboard", kind=YES_OR_NO, about="Whether the state of translations is published."),
    Key(
        name="remote_images",
        kind=one_of("link", "allow"),
        about="Whether images from other sites are links, or shown.",
    ),
    Key(name="links", kind=_by_language(list_of(_FOOTER_LINK)), about="Footer links."),
    Key(name="contact", kind=_by_language(LINK), about="Where readers can write."),
    Key(name="invitation", kind=_by_language(TEXT), about="The invitation to write."),
    Key(
        name="edit_url",
        kind=text_like(_edit_url, {"type": "string"}),
        about="Where a page can be edited; {path} stands for its file.",
    ),
    Key(name="treatment", kind=_by_language(TEXT), about="tú or usted, per language."),
    Key(
        name="quotes",
        kind=_by_language(text_like(_quotes, {"type": "string"})),
        about="Quotation marks, per language: «»“”.",
    ),
    Key(
        name="problems",
        kind=table_of(one_of("error", "warning", "note", "off"), _code_cure),
        about="How serious each problem is.",
    ),
)
_KNOWN = {key.name: key for key in _KEYS}


def read_settings(file: SourceFile | None, content_languages: Sequence[str]) -> Outcome[Settings]:
    """The project's settings; what cannot be used is a problem, and the default stands.

    `content_languages` are the language folders that hold Markdown, as spelled.
    """
    report = Report(file.path if file else SETTINGS_FILE)
    values = _read_values(file, report) if file else {}
    languages = _order_languages(values, content_languages, report)
    values.pop("source_language", None)
    for name in _BY_LANGUAGE:
        if name in values:
            values[name] = _for_languages(name, values[name], languages, report)
    if "base_url" in values:
        values["base_url"] = normal_base_url(values["base_url"])
    if "treatment" in values:
        values["treatment"] = _treatments(values["treatment"], report)
    settings = Settings(**{**values, "languages": languages})
    return Outcome(value=settings, problems=report.problems)


def _read_values(file: SourceFile, report: Report) -> Values:
    fields = expect_fields(report, compose(file.text, report), f'"{SETTINGS_FILE}"')
    return read_keys(report, fields, _KNOWN, subject="this file") if fields else {}


def _order_languages(
    values: Values, content_languages: Sequence[str], report: Report
) -> tuple[str, ...]:
    """The languages as their folders are spelled, the source language first."""
    folders = {tag.casefold(): tag for tag in content_languages}
    listed = [folders.get(tag.casefold(), tag) for tag in values.get("languages", ())]
    languages = list(dict.fromkeys(listed or content_languages))
    if not folders.keys() & {tag.casefold() for tag in languages}:
        _no_content(languages, report)
    wanted = values.get("source_language")
    source = folders.get(wanted.casefold(), wanted) if wanted else None
    if not languages:
        return (source or "en",)
    if source is not None and source not in languages:
        hint = did_you_mean(source, languages) or f"the languages are {', '.join(languages)}"
        message = f'"source_language" is none of the languages: "{source}"'
        report.add("bad-value", message, report.spans["source_language"], hint=hint)
        source = None
    if source is None:
        source = "en" if "en" in languages else languages[0]
    return (source, *(tag for tag in languages if tag != source))


def _no_content(languages: Sequence[str], report: Report) -> None:
    folders = " or ".join(f"content/{tag}" for tag in languages) or "content"
    where = report.spans.get("languages") or Span(path="content")
    hint = "write a first lesson, such as content/en/01-have-a-mentor.md"
    report.add("no-content", f"there is no Markdown under {folders}", where, hint=hint)


def _for_languages(
    name: str, table: Mapping[str, T], languages: Sequence[str], report: Report
) -> Mapping[str, T]:
    """The table's values, by the languages' own spelling; others are reported."""
    spelling = {tag.casefold(): tag for tag in languages}
    kept: dict[str, T] = {}
    for tag, value in table.items():
        known = spelling.get(tag.casefold())
        if known is not None:
            kept[known] = value
            continue
        hint = did_you_mean(tag, languages) or f"the languages are {', '.join(languages)}"
        message = f'"{tag}" is none of the languages'
        report.add("bad-value", message, report.spans[f"{name}.{tag}"], hint=hint)
    return kept


def _treatments(table: Mapping[str, str], report: Report) -> Mapping[str, str]:
    """The table without what cannot be said to a Spanish reader."""
    kept: dict[str, str] = {}
    for tag, typed in table.items():
        word = unicodedata.normalize("NFC", typed)
        if tag.split("-")[0] == "es" and word not in _SPANISH_TREATMENTS:
            hint = "write tú or usted, with its accent"
            where = report.spans.get(f"treatment.{tag}") or report.spans["treatment"]
            report.bad_value(f"treatment.{tag}", "must be tú or usted", where, hint)
            continue
        kept[tag] = word
    return kept
