"""What is questionable about one document alone: the findings are kept with its parse.

The table is apart because a build without new documents needs none of these rules.
"""

from collections.abc import Callable, Iterator

from lessongen.checks.documents import (
    conflict_marker,
    empty_link_text,
    foreign_syntax,
    heading_order,
    lesson_too_long,
    list_syntax,
    missing_alt,
    missing_inverted_mark,
    no_break_spaces,
    title_too_long,
    unbalanced_quotes,
)
from lessongen.model.problem import Problem
from lessongen.model.settings import Settings
from lessongen.parsing.document import Parsed

DocumentRule = Callable[[Parsed, Settings], Iterator[Problem]]

DOCUMENT_RULES: tuple[DocumentRule, ...] = (
    title_too_long.check,
    lesson_too_long.check,
    heading_order.check,
    missing_alt.check,
    empty_link_text.check,
    list_syntax.check,
    foreign_syntax.check,
    conflict_marker.check,
    no_break_spaces.check,
    unbalanced_quotes.check,
    missing_inverted_mark.check,
)
