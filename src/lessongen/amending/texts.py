"""What new words of some texts do to the pages that show them. Start reading here.

    document --read_again------> only its words differ? else the whole site has to be assembled
    family   --Tracker---------> how its translations stand now
    pages    --patched---------> in what was written before, the lines that differ are exchanged

No template is needed for it, and none of all the other texts. `beside.py` and `numbers.py` are for
the pages on which the text is not alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from lessongen.amending.look import Look
from lessongen.amending.pages import amended_pages
from lessongen.amending.refusal import MoreThanWordsError
from lessongen.amending.standings import amended_standings
from lessongen.amending.words import ChangedText, hold_to_words
from lessongen.model.printed import AmendedPage
from lessongen.model.problem import Outcome
from lessongen.model.standing import Standing
from lessongen.project import document_key, units_key
from lessongen.rendering.words import WordsByLanguage

if TYPE_CHECKING:
    from lessongen.reading import ReadDocument


class Amendment(NamedTuple):
    """What follows from a change of words: pages of the texts, and how translations stand."""

    pages: tuple[AmendedPage, ...]
    standings: Mapping[tuple[str, str], Standing]  # by target language and key: what differs
    superseded: tuple[str, ...]  # keys of the memo


def amend_texts(
    read: "Mapping[str, ReadDocument]",
    look: Look,
    *,
    words: WordsByLanguage,
    read_page: Callable[[str], str],
) -> Amendment:
    """What follows from the new words of the documents that were read again, by path.

    `read_page` gives a page of the output as the last build left it. Raises `MoreThanWordsError`
    if more has changed than words.
    """
    for path, each in read.items():
        _remember(path, each, look)
    if not look.prints.named.isdisjoint(read):
        raise MoreThanWordsError("the place of a problem may have moved")
    texts = [_changed(path, each, look) for path, each in read.items()]
    standings = {(locale, key): each for locale, key, each in amended_standings(texts, look)}
    return Amendment(
        pages=amended_pages(texts, look.prints, words, read_page),
        standings=standings,
        superseded=tuple(_superseded(read, look)),
    )


def _remember(path: str, read: "ReadDocument", look: Look) -> None:
    """Keep what was read, whatever comes of it: a whole build need not read it again."""
    look.memo.put(document_key(path, look.files.digests), read[0])
    if len(look.prints.settings.languages) > 1:
        look.memo.put(units_key(path, look.files.digests[path]), read[1])


def _changed(path: str, read: "ReadDocument", look: Look) -> ChangedText:
    """The text before and after, both without a problem."""
    before = look.memo.get(document_key(path, look.earlier))
    document, printed = read[0], look.prints.pages_of(path)
    if not isinstance(before, Outcome) or before.problems or document.problems or not printed:
        raise MoreThanWordsError(path)
    hold_to_words(before.value, document.value, look.prints.settings)
    return ChangedText(printed=printed, before=before.value, after=document.value)


def _superseded(paths: Iterable[str], look: Look) -> Iterator[str]:
    """What the memo knows of texts that have other words now."""
    for path in paths:
        if look.earlier[path] != look.files.digests[path]:
            yield document_key(path, look.earlier)
            yield units_key(path, look.earlier[path])
