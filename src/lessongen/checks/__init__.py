"""What is questionable, one rule per file: the order of these tables is the only one there is."""

from collections.abc import Callable, Iterator

from lessongen.checks import (
    duplicate_title,
    empty_link_text,
    heading_order,
    implicit_slug,
    lesson_too_long,
    link_to_other_language,
    list_syntax,
    missing_alt,
    missing_inverted_mark,
    missing_lesson,
    missing_summary,
    no_base_url,
    no_break_spaces,
    takeaways_count,
    title_too_long,
    unbalanced_quotes,
    undated,
    unknown_person,
    unknown_tag,
)
from lessongen.model.problem import Problem
from lessongen.model.settings import Settings
from lessongen.model.site import Site
from lessongen.parsing.document import Parsed

DocumentRule = Callable[[Parsed, Settings], Iterator[Problem]]
SiteRule = Callable[[Site], Iterator[Problem]]

# One document alone decides: the findings are kept with its parse.
DOCUMENT_RULES: tuple[DocumentRule, ...] = (
    title_too_long.check,
    lesson_too_long.check,
    heading_order.check,
    missing_alt.check,
    empty_link_text.check,
    list_syntax.check,
    no_break_spaces.check,
    unbalanced_quotes.check,
    missing_inverted_mark.check,
)

# The whole site decides: they run on every build, so each looks at front matter and links only.
SITE_RULES: tuple[SiteRule, ...] = (
    no_base_url.check,
    missing_lesson.check,
    duplicate_title.check,
    missing_summary.check,
    takeaways_count.check,
    implicit_slug.check,
    undated.check,
    unknown_person.check,
    unknown_tag.check,
    link_to_other_language.check,
)
