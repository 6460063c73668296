"""What is questionable, one rule per file: the order of these tables is the only one there is.

Rules that look at one document are in `documents/`, those that lay a translation beside its
source in `pairs/`; here are those that need the whole site.
"""

from collections.abc import Callable, Iterator

from lessongen.checks import (
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

# They run on every build, so each looks at front matter and links only.
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
