"""What new words of some texts do to the pages that show them. Start reading here.

    document --read again------> only its words differ? else the whole site has to be assembled
    family   --Tracker---------> how its translations stand now
    pages    --patched---------> in what was written before, the lines that differ are exchanged

No template is needed for it, and none of all the other texts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lessongen.amending.look import Look
from lessongen.amending.pages import amended_pages
from lessongen.amending.standings import amended_standings
from lessongen.amending.words import ChangedText, MoreThanWordsError, hold_to_words
from lessongen.model.printed import Amendment
from lessongen.model.problem import Outcome
from lessongen.project import Memo, document_key, units_key
from lessongen.reading import read_document


class Notes:
    """A memo that is only read: what would be put into it is noted down."""

    def __init__(self, memo: Memo) -> None:
        self._memo = memo
        self.learned: dict[str, object] = {}

    def get(self, key: str) -> object | None:
        """What is noted down under the key, or the memo knows."""
        return self.learned.get(key) or self._memo.get(key)

    def keep(self, key: str) -> bool:
        """Whether there is a value."""
        return key in self.learned or self._memo.keep(key)

    def put(self, key: str, value: object) -> None:
        """Note it down."""
        self.learned[key] = value


def amend_texts(
    paths: Sequence[str],
    look: Look,
    *,
    phrases: Mapping[str, str],
    read_page: Callable[[str], str],
) -> Amendment | None:
    """What follows from the new words of the documents at `paths`; None if more has changed.

    `phrases` is what Babel has said in earlier builds; `read_page` gives a page of the output as
    the last build left it.
    """
    if not look.prints.named.isdisjoint(paths):  # a problem's place may have moved
        return None
    notes = Notes(look.memo)
    look = look._replace(memo=notes)
    try:
        texts = [_changed(path, look) for path in paths]
        standings = amended_standings(texts, look)
        pages = amended_pages(texts, look.prints, phrases, read_page)
    except MoreThanWordsError:
        return None
    return Amendment(
        pages=pages,
        standings=standings,
        learned=tuple(notes.learned.items()),
        superseded=tuple(_superseded(paths, look)),
    )


def _changed(path: str, look: Look) -> ChangedText:
    """The text before and after, both without a problem."""
    files, earlier, memo, prints = look
    before, printed = memo.get(document_key(path, earlier)), prints.pages_of(path)
    if not isinstance(before, Outcome) or before.problems or not printed:
        raise MoreThanWordsError(path)
    read, units = read_document(path, project=files, settings=prints.settings)
    if read.problems:
        raise MoreThanWordsError(path)
    hold_to_words(before.value, read.value, prints.settings)
    memo.put(document_key(path, files.digests), read)
    if len(prints.settings.languages) > 1:
        memo.put(units_key(path, files.digests[path]), units)
    return ChangedText(printed=printed, before=before.value, after=read.value)


def _superseded(paths: Sequence[str], look: Look) -> Iterator[str]:
    """What the memo knows of texts that have other words now."""
    for path in paths:
        if look.earlier[path] != look.files.digests[path]:
            yield document_key(path, look.earlier)
            yield units_key(path, look.earlier[path])
