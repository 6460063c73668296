"""`--fail-on`: what a project does not want to see in its translations."""

import re
from collections.abc import Iterator, Sequence

from lessongen.model.translation import DocumentReport, DocumentState, TranslationReport
from lessongen.model.value import value
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words
from lessongen.translation.report import total

_STATES: tuple[DocumentState, ...] = ("missing", "outdated", "unverified")
_STALE = re.compile(r"stale=(\d{1,3})%?")


@value
class Gate:
    """The states that must not be, and how many percent of the words may wait for a translator."""

    words: Words
    states: frozenset[str] = frozenset()
    stale: int | None = None

    def broken(self, report: TranslationReport) -> tuple[str, ...]:
        """A line for each thing that should not be."""
        return tuple(
            f"{locale}: {what}"
            for locale, documents in report.documents.items()
            for what in self._broken(documents)
        )

    def _broken(self, documents: Sequence[DocumentReport]) -> Iterator[str]:
        say = self.words.count
        for state in _STATES:
            number = sum(document.state == state for document in documents)
            if not number or state not in self.states:
                continue
            if state == "missing":
                yield say("%(number)s text is missing", "%(number)s texts are missing", number)
            elif state == "outdated":
                yield say("%(number)s text is outdated", "%(number)s texts are outdated", number)
            else:
                yield say(
                    "%(number)s text is unverified", "%(number)s texts are unverified", number
                )
        totals = total(documents)
        if self.stale is not None and totals.words_to_translate * 100 > self.stale * totals.words:
            yield self.words.say(
                "%(new)s of %(words)s words are to translate, more than %(percent)s%%",
                new=self.words.number(totals.words_to_translate),
                words=self.words.number(totals.words),
                percent=self.stale,
            )


def read_gate(wish: str | None, words: Words) -> Gate:
    """The gate that somebody wants; raises `UsageError` for a word that names none."""
    states: set[str] = set()
    stale: int | None = None
    for word in (wish or "").split(","):
        name = word.strip()
        found = _STALE.fullmatch(name)
        if found:
            stale = int(found[1])
        elif name in _STATES:
            states.add(name)
        elif name:
            message = '--fail-on: "%(word)s" is none of missing, outdated, unverified, stale=20%%'
            raise UsageError(words.say(message, word=name))
    return Gate(words=words, states=frozenset(states), stale=stale)
