"""A body: Markdown to clean HTML with holes, with everything that others need to know of it."""

from collections.abc import Collection

from lessongen.model.document import Body, Heading, Image, Link
from lessongen.model.problem import Problem
from lessongen.model.source import SourceFile
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.parsing.blocks import blocks_of
from lessongen.parsing.body_text import BodyText, body_text
from lessongen.parsing.findings import Findings
from lessongen.parsing.fragment import Cut, clean, cut, fragment_of
from lessongen.parsing.headings import Ids, github_id, shift_of
from lessongen.parsing.markdown import parse_markdown
from lessongen.parsing.marks import with_marks
from lessongen.parsing.page import Page
from lessongen.parsing.units import BodyUnits
from lessongen.parsing.write_blocks import write_body

_ID_OF_NO_WORDS = "section"


@value
class ParsedBody:
    """A body, its units, and what is wrong with it."""

    body: Body
    units: tuple[Unit, ...]
    problems: tuple[Problem, ...]


def parse_body(
    file: SourceFile, *, start: int, line: int, title: str, marked: Collection[int] = ()
) -> ParsedBody:
    """The body of a file that begins at the character `start`, on the 1-based `line`.

    A first-level heading that repeats the title is not shown again. The blocks on the `marked`
    lines of the file have a note above them.
    """
    source = body_text(file, start, line)
    tokens = with_marks(parse_markdown(source.text), [each - line for each in marked])
    units = BodyUnits(file, source)
    page = Page(source, units, title=title, shift=shift_of(tokens, title))
    html = clean(write_body(page, tokens))
    _report_forbidden(source, page.findings)
    body = _body(html, page)
    return ParsedBody(body=body, units=units.in_order(), problems=tuple(page.findings.problems))


def _body(html: str, page: Page) -> Body:
    findings = page.findings
    values = _ids(findings)
    pieces = cut(html, findings)
    ids = tuple(values[number] for number in pieces.ids)
    links = tuple(_link(findings, number) for number in pieces.links)
    images = tuple(_image(findings, number) for number in pieces.images)
    labels = tuple(findings.labels)
    return Body(
        html=fragment_of(
            pieces.parts,
            ids,
            labels,
            tuple((each.target, each.attributes) for each in links),
            tuple((each.target, each.alt, each.attributes) for each in images),
        ),
        headings=_headings(findings, pieces, values),
        links=links,
        images=images,
        ids=ids,
        labels=labels,
        words=page.words,
        blocks=blocks_of(page.blocks, pieces),
    )


def _ids(findings: Findings) -> list[str]:
    """The value of each id: ours, then the author's, then those that headings make."""
    ids = Ids()
    values = [ids.take(each.value) if each.own else "" for each in findings.ids]
    for number, each in enumerate(findings.ids):
        if each.value and not each.own:
            values[number] = ids.take(each.value)
            if values[number] != each.value:
                message = f'the id "{each.value}" stands twice'
                hint = "a link to it leads to the first one; give this one another id"
                findings.report("duplicate-id", message, each.at, hint)
    for heading in findings.headings:
        if not values[heading.id]:
            values[heading.id] = ids.take(github_id(heading.text) or _ID_OF_NO_WORDS)
    return values


def _headings(findings: Findings, pieces: Cut, values: list[str]) -> tuple[Heading, ...]:
    holes = {number: hole for hole, number in enumerate(pieces.ids)}
    return tuple(
        Heading(
            level=each.level,
            text=each.text,
            id=values[each.id],
            explicit=each.explicit,
            hole=holes[each.id],
            span=findings.source.span(each.at),
        )
        for each in findings.headings
        if each.id in holes
    )


def _link(findings: Findings, number: int) -> Link:
    found = findings.links[number]
    return Link(
        target=found.target,
        text=findings.link_texts[number],
        attributes=found.attributes,
        span=findings.source.span(found.at),
    )


def _image(findings: Findings, number: int) -> Image:
    found = findings.images[number]
    return Image(
        target=found.target,
        alt=found.alt,
        attributes=found.attributes,
        span=findings.source.span(found.at),
    )


def _report_forbidden(source: BodyText, findings: Findings) -> None:
    if source.forbidden >= 0:
        message = "a control character, which no page may contain: shown as U+FFFD"
        hint = "delete it; most come with text that was pasted"
        findings.report("control-character", message, source.forbidden, hint)
