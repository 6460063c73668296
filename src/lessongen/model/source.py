"""A text file as it was read, and a place in it."""

from lessongen.model.value import field, value


@value
class SourceFile:
    """A text file of the project: exactly the decoded bytes, BOM and CRLF included."""

    path: str  # relative to the project, with "/" on every system
    text: str
    digest: str


@value
class Span:
    """A place in a file. Positions take no part in equality: equality means meaning."""

    path: str = field(compare=False)
    line: int = field(compare=False, default=1)  # 1-based
    column: int = field(compare=False, default=1)  # 1-based, in characters
    end_line: int = field(compare=False, default=0)  # 0: the same line
