"""A heading on another level than its source."""

from collections.abc import Iterator, Mapping

from lessongen.model.document import Document, Heading
from lessongen.model.document_pair import DocumentPair
from lessongen.model.problem import Problem, Severity

CODE = "heading-level"
SEVERITY: Severity = "warning"


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each heading on another level; of several that follow it, for the first."""
    sources, targets = _by_line(pair.source), _by_line(pair.target)
    before = 0
    for units in pair.translated():
        if len(units.sources) != 1 or len(units.targets) != 1:
            continue
        source = sources.get(units.sources[0].span.line)
        target = targets.get(units.targets[0].span.line)
        if source is None or target is None:
            continue
        deeper = target.level - source.level
        if deeper not in (0, before):
            yield _problem(source, target, deeper)
        before = deeper


def _by_line(document: Document) -> Mapping[int, Heading]:
    return {heading.span.line: heading for heading in document.body.headings}


def _problem(source: Heading, target: Heading, deeper: int) -> Problem:
    marks = "#" * abs(deeper)
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'heading "{target.text}" is on level {target.level},'
        f' its source "{source.text}" on level {source.level}',
        span=target.span,
        hint=f"take away {marks}" if deeper > 0 else f"add {marks}",
        related=(source.span,),
    )
