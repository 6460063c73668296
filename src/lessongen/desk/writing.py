"""Every write of the desk goes through here: guarded, and so that it can be taken back."""

from collections.abc import Sequence

from lessongen.desk.desk import Desk
from lessongen.desk.outcome import FileChange, Refusal, Written
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Record
from lessongen.shell.content_files import exchange, read_content
from lessongen.shell.records import write_records
from lessongen.translation.record import write_record


def save_records(desk: Desk, changes: Sequence[tuple[TranslationPlace, Record]]) -> Written:
    """Write these records; one that stood under another name does not stand there any more."""
    texts = {
        place.record_home: write_record(record, _key_of(place), place.locale)
        for place, record in changes
    }
    written = write_records(desk.root, texts)
    files = [FileChange(path=each.path, before=each.before, after=each.after) for each in written]
    for place, _ in changes:
        if place.record_path != place.record_home:
            old = read_content(desk.root, place.record_path)
            if old is not None and exchange(desk.root, place.record_path, old, None):
                files.append(FileChange(path=place.record_path, before=old, after=None))
    return Written(files=tuple(files), copies=tuple(each.copy for each in written if each.copy))


def save_text(desk: Desk, path: str, before: bytes | None, text: str) -> Written | None:
    """Write a text over the bytes that the caller has seen; None if they are others by now."""
    after = text.encode()
    if before == after:
        return Written()
    if not exchange(desk.root, path, before, after):
        return None
    return Written(files=(FileChange(path=path, before=before, after=after),))


def joined(*all_written: Written) -> Written:
    """What was written one after the other, as one piece."""
    return Written(
        files=tuple(each for written in all_written for each in written.files),
        copies=tuple(each for written in all_written for each in written.copies),
    )


def take_back(root: str, written: Written) -> tuple[Written, tuple[Refusal, ...]]:
    """Put the files of a write back as they were: what takes that back again, and what did not.

    Nothing is put back if one of the files is not what was written any more: the refusals say
    which, with both texts.
    """
    refused = tuple(
        Refusal(name=each.path, reason="changed", yours=_shown(each.before), theirs=_shown(now))
        for each in written.files
        if (now := read_content(root, each.path)) != each.after
    )
    if refused:
        return Written(), refused
    done = [
        FileChange(path=each.path, before=each.after, after=each.before)
        for each in reversed(written.files)
        if exchange(root, each.path, each.after, each.before)
    ]
    return Written(files=tuple(done)), ()


def _shown(content: bytes | None) -> str:
    return "" if content is None else content.decode("utf-8", "replace")


def _key_of(place: TranslationPlace) -> str:
    """What a record says of itself: the path of its text below the language's folder."""
    return place.record_home.partition("/.sync/")[2].removesuffix(".sync") or place.key
