"""The last line of a build or a check: numbers that are true.

Imported before anything else is known to be needed: loads nothing that takes time.
"""

NOTHING_WRITTEN = "nothing written"


def count(number: int, one: str, many: str = "") -> str:
    """The number and the noun.

    >>> count(1, "page"), count(2, "entry", "entries")
    ('1 page', '2 entries')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def series_line(lessons: int, languages: int) -> str:
    """How much there is."""
    return f"{count(lessons, 'lesson')} in {count(languages, 'language')}"


def written_line(pages: int, others: int, unchanged: int, deleted: int) -> str:
    """What was done to the output folder; `unchanged` counts pages.

    >>> written_line(63, 0, 5, 0), written_line(0, 2, 68, 1), written_line(0, 0, 68, 0)
    ('63 pages written, 5 unchanged', '2 other files written, 68 pages unchanged, 1 file deleted', \
'nothing to write, 68 pages unchanged')
    """
    written = [count(pages, "page")] if pages else []
    if others:
        written.append(count(others, "other file"))
    parts = [" and ".join(written) + " written" if written else "nothing to write"]
    if unchanged:
        parts.append(f"{unchanged} unchanged" if pages else f"{count(unchanged, 'page')} unchanged")
    if deleted:
        parts.append(f"{count(deleted, 'file')} deleted")
    return ", ".join(parts)


def problems_line(errors: int, warnings: int, notes: int) -> str:
    """How many problems there are, or nothing.

    >>> problems_line(1, 2, 0), problems_line(0, 0, 0)
    ('1 error, 2 warnings', '')
    """
    counts = ((errors, "error"), (warnings, "warning"), (notes, "note"))
    return ", ".join(count(number, noun) for number, noun in counts if number)


def last_line(*parts: str, seconds: float, indexing: float = 0.0) -> str:
    """The whole line; the indexer of the search is a program of its own, with its own time.

    >>> last_line("25 lessons in 2 languages", "", seconds=0.208)
    '25 lessons in 2 languages, 0.21 s'
    >>> last_line("25 lessons in 2 languages", seconds=0.208, indexing=0.15)
    '25 lessons in 2 languages, 0.06 s and 0.15 s for the search index'
    """
    apart = f" and {indexing:.2f} s for the search index" if indexing else ""
    return ", ".join([*filter(None, parts), f"{seconds - indexing:.2f} s{apart}"])
