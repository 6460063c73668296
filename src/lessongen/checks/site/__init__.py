"""What is questionable about the site as a whole: these rules run on every build."""

from collections.abc import Callable, Iterator

from lessongen.checks.site import (
    duplicate_title,
    implicit_slug,
    link_to_other_language,
    missing_lesson,
    missing_summary,
    no_base_url,
    takeaways_count,
    undated,
    unknown_person,
    unknown_tag,
)
from lessongen.model.problem import Problem
from lessongen.model.site import Site

SiteRule = Callable[[Site], Iterator[Problem]]

# Each looks at front matter and links only, so that all of them together take no time.
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
