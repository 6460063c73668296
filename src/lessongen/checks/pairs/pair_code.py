"""Code that is not the same in a translation."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lessongen.model.document_pair import DocumentPair
from lessongen.model.place import place_in_text
from lessongen.model.problem import Problem, Severity
from lessongen.model.translation import UnitPair
from lessongen.model.unit import Unit
from lessongen.translation.difference import Difference, Mention, differences, first_of_each
from lessongen.translation.state import is_copy_unit
from lessongen.translation.tokens import find_tokens

CODE = "pair-code"
SEVERITY: Severity = "warning"

# What is for people in code: texts, comments, names to be filled in.
_TEXT = re.compile(
    r"\"\"\".*?\"\"\"|\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”|<[^<>\n]*>|(?:#|//|--)\s.*|/\*.*?\*/|<!--.*?-->",
    re.DOTALL,
)
_BETWEEN_TAGS = re.compile(r"(?<=>)[^<>\n]+(?=</)")
_COMMENT_END = re.compile(r"(?:^|\s)(?:#|//|--|;|%|REM\b).*", re.MULTILINE)
_NAMES = re.compile(r"\w+")
_ALIKE = 0.6  # of the words of a block: less is another example, made for the language


class _Block(NamedTuple):
    lines: Sequence[str]  # without texts and comments, none empty
    numbers: Sequence[int]  # of each line, from 0


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each span of code that one side lacks, and each block that is out of date.

    Texts, comments and names in code may well be translated; but a line that says other things
    in an otherwise equal block may not.
    """
    blocks = _code_of(pair)
    for units in pair.up_to_date():
        if all(map(is_copy_unit, (*units.sources, *units.targets))):
            yield from _in_blocks(units)
        elif any("`" in unit.text for unit in (*units.sources, *units.targets)):
            yield from (_problem(each, units) for each in _in_line(units, pair, blocks))


def _code_of(pair: DocumentPair) -> str:
    """All that stands in blocks of code of the translation."""
    return "\n".join(
        unit.text for units in pair.units for unit in units.targets if unit.kind == "code"
    )


# --- in a line of text ----------------------------------------------------------


def _in_line(units: UnitPair, pair: DocumentPair, blocks: str) -> Sequence[Difference]:
    ours, theirs = _spans(units.sources), _spans(units.targets)
    if ours.keys() == theirs.keys():
        return ()
    text = " ".join(unit.text for unit in units.sources)
    unknown = {
        code: mention
        for code, mention in theirs.items()
        if code in ours or (code not in text and code not in blocks)
    }
    # What is renamed throughout a translation stands in its own blocks of code.
    renamed = len(theirs) - len(unknown)
    missing = [code for code in ours if code not in theirs]
    if renamed and len(missing) == len(theirs.keys() - ours.keys()):
        return ()
    languages = (pair.source_language, pair.target_language)
    return differences(
        ours,
        unknown,
        units.targets[0].span,
        lambda one, other: _bare(one, languages) == _bare(other, languages),
    )


def _spans(units: Sequence[Unit]) -> Mapping[str, Mention]:
    return first_of_each(
        (code, Mention(token.text, place_in_text(unit, token.start)))
        for unit in units
        if unit.kind != "code" and "`" in unit.text
        for token in find_tokens(unit.text)
        if token.kind == "code" and (code := token.text.strip("` "))
    )


def _bare(code: str, languages: Sequence[str]) -> str:
    """The code without what people read, and without the tags of languages."""
    tags = "|".join(map(re.escape, languages))
    for_machines = _TEXT.sub('""', _BETWEEN_TAGS.sub("", code))
    return re.sub(rf"\b(?:{tags})(?:[-_][A-Za-z]{{2}})?\b", "", for_machines)


def _problem(each: Difference, units: UnitPair) -> Problem:
    message = f"{each.extra} here, but {each.missing} in the source"
    if not each.extra:
        message = f"the code {each.missing} of the source is missing here"
    elif not each.missing:
        message = f"the code {each.extra} is not in the source"
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=message,
        span=each.span,
        hint="code is copied as it is, and not translated",
        related=(units.sources[0].span,),
    )


# --- in blocks ------------------------------------------------------------------


def _in_blocks(units: UnitPair) -> Iterator[Problem]:
    if len(units.sources) != 1 or len(units.targets) != 1:
        return
    source, target = units.sources[0], units.targets[0]
    if source.text == target.text:
        return
    ours, theirs = _block(source.text), _block(target.text)
    if not _is_out_of_date(ours.lines, theirs.lines):
        return
    shapes = Counter(map(_shape, ours.lines))
    shapes.subtract(map(_shape, theirs.lines))
    different = (
        number
        for line, number in zip(theirs.lines, theirs.numbers, strict=True)
        if line not in ours.lines and shapes[_shape(line)] < 0
    )
    at = sum(len(line) + 1 for line in target.text.split("\n")[: next(different, 0)])
    yield Problem(
        code=CODE,
        severity=SEVERITY,
        message="this code is not the code of the source",
        span=place_in_text(target, at),
        hint="copy it again; comments and texts may be translated",
        related=(source.span,),
    )


def _block(text: str) -> _Block:
    for_machines = _TEXT.sub(lambda found: '""' + "\n" * found[0].count("\n"), text)
    lines = [line.rstrip() for line in _COMMENT_END.sub("", for_machines).split("\n")]
    kept = [number for number, line in enumerate(lines) if line.strip(' "')]
    return _Block([lines[number] for number in kept], kept)


def _is_out_of_date(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two blocks are nearly the same code, but not quite, names aside."""
    if [_shape(line) for line in ours] == [_shape(line) for line in theirs]:
        return False
    one = Counter(name for line in ours for name in _NAMES.findall(line))
    other = Counter(name for line in theirs for name in _NAMES.findall(line))
    return (one & other).total() > _ALIKE * max(one.total(), other.total())


def _shape(line: str) -> str:
    """What is left of a line without names: signs and numbers."""
    return re.sub(r"\s+|[^\W\d]\w*", "", line)
