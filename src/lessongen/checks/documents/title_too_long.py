"""A title that does not fit where titles are shown."""

from collections.abc import Iterator

from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.parsing.document import Parsed

CODE = "title-too-long"
SEVERITY: Severity = "warning"

# Three lines of a heading on a phone of 320 px hold about 70 characters; search engines cut
# a little earlier still.
LONGEST = 70


def check(parsed: Parsed, _settings: Settings) -> Iterator[Problem]:
    """A problem if the title has more than 70 characters, as a reader counts them."""
    title = parsed.document.front.title or ""
    if len(title) <= LONGEST:
        return
    length = _length(title)
    if length > LONGEST:
        yield Problem(
            code=CODE,
            severity=SEVERITY,
            message=f"the title has {length} characters; phones and search results show"
            f" about {LONGEST}",
            span=parsed.document.span_of("title"),
            hint=f"cut {length - LONGEST} characters, and say the rest in the summary",
        )


def _length(text: str) -> int:
    import unicodedata  # only for the rare long title

    return len(unicodedata.normalize("NFC", text))
