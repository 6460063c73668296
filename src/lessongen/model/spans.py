"""Where the keys of a file stand."""

from collections.abc import Iterator, Mapping

from lessongen.model.source import Span
from lessongen.model.value import value

Spot = tuple[int, int, int]  # line, column, end line (0: the same)


@value
class Spans(Mapping[str, Span]):
    """Spans by name, made when somebody asks: there are forty in a file, and few are needed."""

    path: str
    spots: Mapping[str, Spot]

    def __getitem__(self, name: str) -> Span:
        line, column, end_line = self.spots[name]
        return Span(path=self.path, line=line, column=column, end_line=end_line)

    def __iter__(self) -> Iterator[str]:
        return iter(self.spots)

    def __len__(self) -> int:
        return len(self.spots)
