"""Which checks a translator may silence for a unit."""

import sys
from collections.abc import Iterable, Sequence

from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words
from lessongen.translation.allowances import is_named

# Findings in the text of a unit that no file of `checks/` makes.
_BY_OTHERS = (
    "broken-anchor",
    "broken-footnote",
    "control-character",
    "duplicate-id",
    "link-to-other-language",
    "raw-html",
    "unbalanced-container",
    "unknown-attribute",
    "unknown-container",
    "unpublished-link",
    "unsafe-link",
)


def allowable_checks() -> tuple[str, ...]:
    """The codes of all checks that can be silenced for a unit, by name."""
    from lessongen.checks.documents import DOCUMENT_RULES
    from lessongen.checks.pairs import PAIR_RULES

    rules = (*PAIR_RULES, *DOCUMENT_RULES)
    codes = (str(sys.modules[rule.__module__].__dict__["CODE"]) for rule in rules)
    return tuple(sorted((*codes, *_BY_OTHERS)))


def refuse_unknown_checks(names: Iterable[str], words: Words) -> None:
    """Raises `UsageError` for a name that is no check's code, nor words of one."""
    codes = allowable_checks()
    for name in names:
        if not any(is_named(code, name) for code in codes):
            message = words.say('there is no check "%(name)s"', name=name)
            hint = _near(name, codes)
            if hint:
                message += "; " + words.say("did you mean %(name)s?", name=f'"{hint}"')
            raise UsageError(message)


def _near(name: str, codes: Sequence[str]) -> str:
    from lessongen.model.suggestion import near_name

    parts = {part for code in codes for part in code.split("-")}
    return near_name(name, codes) or near_name(name, parts)
