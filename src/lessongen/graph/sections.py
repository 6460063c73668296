"""The series' sections, and which lesson belongs to which."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lessongen.graph.families import Family
from lessongen.graph.slugs import slugify
from lessongen.model.document import Document, SectionEntry
from lessongen.model.problem import Outcome, Problem
from lessongen.model.source import Span
from lessongen.model.suggestion import did_you_mean
from lessongen.model.value import value


@value
class SectionTexts:
    """A section's title and summary in one language, and where they were said."""

    title: str
    summary: str = ""
    span: Span


@value
class SectionPlan:
    """A section in every language that names it; no texts at all: shown by its number."""

    number: int
    key: str
    texts: Mapping[str, SectionTexts]  # by locale


@value
class SeriesPlan:
    """All sections by number, and the section key of each lesson's family."""

    sections: tuple[SectionPlan, ...]
    section_of: Mapping[str, str]  # family key: section key


@dataclass(slots=True)
class _Sections:
    """Sections while they form; lives only inside `plan_sections`."""

    numbers: dict[str, int] = field(default_factory=dict)  # by key
    names: dict[str, str] = field(default_factory=dict)  # folded key, title or number: key
    texts: dict[str, dict[str, SectionTexts]] = field(default_factory=dict)
    declared: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def add(self, key: str, number: int) -> None:
        self.numbers[key] = number
        self.texts[key] = {}
        self.names.setdefault(_fold(key), key)
        self.names[str(number)] = key

    def name(self, key: str, locale: str, texts: SectionTexts) -> None:
        self.texts[key][locale] = texts
        self.names.setdefault(_fold(texts.title), key)

    def next_number(self) -> int:
        return max(self.numbers.values(), default=0) + 1


def plan_sections(series: Family | None, lessons: Sequence[Family]) -> Outcome[SeriesPlan]:
    """The sections that the series page declares, then those that only lessons name.

    `lessons` must be in series order: an undeclared section is made where it first appears.
    """
    sections = _Sections()
    if series is not None:
        _declare(series, sections)
        sections.declared = tuple(sections.numbers)
    section_of = {
        family.key: key
        for family in lessons
        if (key := _settle(family.source, sections)) is not None
    }
    for family in lessons:
        for member in family.translations():
            _translate(member, section_of.get(family.key), sections)
    plans = (
        SectionPlan(number=number, key=key, texts=sections.texts[key])
        for key, number in sorted(sections.numbers.items(), key=lambda each: each[1])
    )
    plan = SeriesPlan(sections=tuple(plans), section_of=section_of)
    return Outcome(value=plan, problems=tuple(sections.problems))


def _declare(series: Family, sections: _Sections) -> None:
    for number, entry in enumerate(series.source.front.sections, start=1):
        key = entry.key or slugify(entry.title, str(number))
        sections.add(key, number)
    for document in series.members.values():
        for index, entry in enumerate(document.front.sections):
            declared = sections.names.get(_fold(entry.key) if entry.key else str(index + 1))
            if declared is None:
                sections.problems.append(_undeclared(document, index, entry, series.source))
            else:
                sections.name(declared, document.locale, _texts(document, index, entry))


def _texts(document: Document, index: int, entry: SectionEntry) -> SectionTexts:
    span = document.span_of(f"sections.{index}")
    return SectionTexts(title=entry.title, summary=entry.summary, span=span)


def _settle(source: Document, sections: _Sections) -> str | None:
    """The key of a source lesson's section, which is made if nobody declared it."""
    said = source.front.section
    if said is None:
        sections.problems.append(_missing_section(source))
        return None
    known = sections.names.get(_fold(said))
    if known is not None:
        return known
    if sections.declared:
        sections.problems.append(_new_section(source, sections))
    number = int(said) if said.isdecimal() else sections.next_number()
    key = str(number) if said.isdecimal() else slugify(said, str(number))
    sections.add(key, number)
    if not said.isdecimal():
        texts = SectionTexts(title=said, span=source.span_of("section"))
        sections.name(key, source.locale, texts)
        sections.names[_fold(said)] = key
    return key


def _translate(member: Document, key: str | None, sections: _Sections) -> None:
    """What a translation says of its section: the same one, or that section's title here."""
    said = member.front.section
    if said is None or key is None:
        return
    known = sections.names.get(_fold(said))
    if known is None and not said.isdecimal():
        title = SectionTexts(title=said, span=member.span_of("section"))
        already = sections.texts[key].setdefault(member.locale, title)
        sections.names.setdefault(_fold(said), key)
        if already.title != said:
            sections.problems.append(_two_titles(member, already))
    elif known != key:
        sections.problems.append(_mismatch(member, key))


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def missing_numbers(lessons: Sequence[Family]) -> Iterator[Problem]:
    """A problem for each source lesson that does not say its number."""
    for family in lessons:
        if family.source.front.lesson is None:
            yield Problem(
                code="missing-key",
                severity="error",
                message='a lesson needs "lesson", its number in the series',
                span=family.source.span,
                hint='add a line like "lesson: 7" to the front matter',
            )


def _missing_section(source: Document) -> Problem:
    return Problem(
        code="missing-key",
        severity="error",
        message='a lesson needs "section", its section in the series',
        span=source.span,
        hint='add a line like "section: 1" to the front matter',
    )


def _new_section(source: Document, sections: _Sections) -> Problem:
    said = source.front.section or ""
    return Problem(
        code="undeclared-section",
        severity="warning",
        message=f'the series page declares no section "{said}", so this makes a new one',
        span=source.span_of("section"),
        hint=did_you_mean(said, sections.declared) or 'add it to "sections" in index.md',
    )


def _undeclared(document: Document, index: int, entry: SectionEntry, source: Document) -> Problem:
    return Problem(
        code="section-mismatch",
        severity="error",
        message=f'"{entry.key or entry.title}" is no section of "{source.path}"',
        span=document.span_of(f"sections.{index}"),
        hint="use the same section keys, in every language's index.md",
        related=(source.span_of("sections"),),
    )


def _mismatch(member: Document, key: str) -> Problem:
    return Problem(
        code="section-mismatch",
        severity="error",
        message=f'"section" says "{member.front.section}", but its source is in section "{key}"',
        span=member.span_of("section"),
        hint='remove "section" here: a translation takes it from its source',
    )


def _two_titles(member: Document, already: SectionTexts) -> Problem:
    return Problem(
        code="section-mismatch",
        severity="error",
        message=f'the section is called "{already.title}" elsewhere in this language',
        span=member.span_of("section"),
        hint=f'write "section: {already.title}", or leave "section" out',
        related=(already.span,),
    )
