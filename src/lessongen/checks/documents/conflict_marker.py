"""Two versions of a text that git left side by side."""

import re
from collections.abc import Iterator

from lessongen.model.place import place_in_text
from lessongen.model.problem import Problem, Severity
from lessongen.model.settings import Settings
from lessongen.parsing.document import Parsed

CODE = "conflict-marker"
SEVERITY: Severity = "warning"

# Only the first of three: Markdown takes ======= for the line below a heading, and >>>>>>> for
# a quotation.
_MARKER = r"(?m:^<{7}(?: \S.*)?$)"


def check(parsed: Parsed, _settings: Settings) -> Iterator[Problem]:
    """A problem for each conflict of versions in the text; in code it may be an example."""
    for unit in parsed.units:
        if unit.kind == "code" or "<<<<<<<" not in unit.text:
            continue
        for found in re.finditer(_MARKER, unit.text):
            yield Problem(
                code=CODE,
                severity=SEVERITY,
                message=f'"{found[0]}" was left by git: two versions of the text stand here',
                span=place_in_text(unit, found.start()),
                hint="choose one of them, and delete the lines with <<<<<<<, ======= and >>>>>>>",
            )
