"""New numbers for lessons, and the edits of their files: the numbers change, nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lessongen.model.source import SourceFile
from lessongen.parsing.front_matter import read_fields, read_front_matter
from lessongen.parsing.split import split_front_matter
from lessongen.shell.usage import UsageError
from lessongen.yaml_nodes.nodes import Text
from lessongen.yaml_nodes.report import Report


def new_numbers(numbers: Iterable[int], old: int, new: int) -> Mapping[int, int]:
    """Which number becomes which when one lesson moves and those between make room.

    >>> dict(new_numbers([1, 2, 3, 4, 5], 5, 2))
    {5: 2, 2: 3, 3: 4, 4: 5}
    >>> dict(new_numbers([1, 2, 4, 5], 1, 4))
    {1: 4, 2: 1, 4: 3}
    """
    if old == new:
        return {}
    step = 1 if new < old else -1
    between = range(min(old, new), max(old, new) + 1)
    others = (number for number in sorted(set(numbers)) if number in between and number != old)
    return {old: new} | {number: number + step for number in others}


def with_number(file: SourceFile, number: int) -> str:
    """The file's text with another lesson number, every other character as it was.

    Raises `UsageError` for front matter in which the number cannot be found for sure.
    """
    report = Report(file.path)
    fields = read_fields(split_front_matter(file), report)
    entries = () if fields is None else fields.entries
    values = [value for key, value in entries if key.text == "lesson"]
    if len(values) == 1 and isinstance(values[0], Text):
        value = values[0]
        typed = file.text[value.start : value.end]
        edited = typed.replace(value.text, str(number))
        text = file.text[: value.start] + edited + file.text[value.end :]
        if typed.count(value.text) == 1 and _only_the_number_differs(file, text, number):
            return text
    raise UsageError(f'cannot change the number in "{file.path}"; write "lesson: {number}" there')


def _only_the_number_differs(file: SourceFile, text: str, number: int) -> bool:
    before = read_front_matter(file, "lesson").value
    after = read_front_matter(replace(file, text=text), "lesson").value
    return after == replace(before, lesson=number)
