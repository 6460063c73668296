"""What needs a translator, for people: the language in two lines, then its open documents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lessongen.commands.tr_output.layout import (
    Line,
    Look,
    Piece,
    Style,
    cut,
    paint,
    table,
    width_of,
    wrap,
)
from lessongen.commands.tr_output.names import document_state
from lessongen.desk.needs import is_open, is_urgent, waiting_units
from lessongen.model.translation import DocumentReport, Totals
from lessongen.shell.terminal import shown
from lessongen.shell.words import Words
from lessongen.translation.report import minutes, total

_SHORTEST_TITLE = 16
_WIDEST_TITLE = 60
_INDENT = 2


def status_text(
    source: str,
    locale: str,
    documents: Sequence[DocumentReport],
    groups: Mapping[str, str],
    *,
    chosen: bool,
    words: Words,
    look: Look,
) -> str:
    """How one language stands; `groups` names the group of each source path, if it has one.

    Only documents with something to do are listed, or all of them where they were chosen.
    """
    totals = total(documents)
    listed = [each for each in documents if chosen or is_open(each)]
    amount = _amount(totals, documents, words)
    lines = [*_head(f"{source} → {locale}", totals, amount, words, look), ""]
    lines += [paint(line, look) for line in _listed(listed, groups, words, look)]
    lines += _settled(documents, listed, words, look)
    lines += _advice(documents, listed, words)
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


# --- the language as a whole ----------------------------------------------------


def _head(name: str, totals: Totals, amount: str, words: Words, look: Look) -> Iterator[str]:
    lessons = words.count(
        "%(done)s of %(number)s lesson up to date",
        "%(done)s of %(number)s lessons up to date",
        totals.lessons,
        done=words.number(totals.translated),
    )
    style: Style = "good" if totals.lessons and totals.translated == totals.lessons else "bold"
    head = (Piece(name, "bold"), Piece("  "), Piece(lessons, style))
    yield paint(head, look)
    for line in wrap((Piece(amount, "dim"),), look.width):
        yield paint(line, look)


def _amount(totals: Totals, documents: Sequence[DocumentReport], words: Words) -> str:
    """What is left, in paragraphs, words and minutes."""
    paragraphs = sum(len(waiting_units(each)) for each in documents)
    if not paragraphs:
        return words.count(
            "Nothing to do: %(number)s word, translated.",
            "Nothing to do: %(number)s words, all of them translated.",
            totals.words,
        )
    amount = words.count("%(number)s paragraph", "%(number)s paragraphs", paragraphs)
    parts = [words.say("To do: %(amount)s", amount=amount)]
    of_all = words.count("%(number)s word", "%(number)s words", totals.words)
    new = words.number(totals.words_to_translate)
    parts.append(words.say("%(new)s of %(words)s to translate", new=new, words=of_all))
    parts.append(_about(totals.minutes_to_translate, words))
    return ", ".join(parts) + "."


def _about(number: int, words: Words) -> str:
    return words.count("about %(number)s minute", "about %(number)s minutes", number)


# --- its documents --------------------------------------------------------------


def _listed(
    documents: Sequence[DocumentReport], groups: Mapping[str, str], words: Words, look: Look
) -> Iterator[Line]:
    """The documents below the names of their groups, in the order of the report."""
    rows = [_row(document, words) for document in documents]
    room = look.width - _INDENT - _taken(rows)
    titles = min(_WIDEST_TITLE, max(_SHORTEST_TITLE, room))
    fitting = [(row[0], Piece(cut(row[1].text, titles), row[1].style), *row[2:]) for row in rows]
    lines = table(fitting, right=frozenset((0, 3, 4, 5)), indent=_INDENT)
    last = ""
    for document, line in zip(documents, lines, strict=True):
        group = groups.get(document.source_path or "", "")
        if group and group != last:
            yield from ((),) if last else ()
            yield (Piece(shown(group), "bold"),)
        last = group or last
        yield line
    if documents:
        yield ()


def _taken(rows: Sequence[Sequence[Piece]]) -> int:
    """The columns that everything but the titles takes."""
    if not rows:
        return 0
    columns = range(max(len(row) for row in rows))
    return sum(
        2 + max((width_of(row[each].text) for row in rows if each < len(row)), default=0)
        for each in columns
        if each != 1
    )


def _row(document: DocumentReport, words: Words) -> tuple[Piece, ...]:
    state, style = document_state(document.state, words)
    number = str(document.lesson) if document.lesson else ""
    title = document.title or document.source_path or document.target_path or ""
    row = [Piece(number, "dim"), Piece(shown(" ".join(title.split())))]
    row.append(Piece(words.say("urgent"), "alarm") if is_urgent(document) else Piece(state, style))
    count = len(waiting_units(document)) if is_open(document) else 0
    if document.state in ("orphan", "excluded") or not count:
        row += [Piece(""), Piece(""), Piece("")]
    else:
        spent = minutes(document.units)
        row.append(Piece(f"{words.number(count)} ¶"))
        new = document.words_to_translate
        row.append(Piece(words.count("%(number)s word", "%(number)s words", new) if new else ""))
        row.append(Piece(words.say("%(number)s min", number=words.number(spent))))
    row.append(Piece(shown(document.claimed_by or ""), "dim"))
    return tuple(row)


def _settled(
    documents: Sequence[DocumentReport],
    listed: Sequence[DocumentReport],
    words: Words,
    look: Look,
) -> Iterator[str]:
    """What is not listed, in a line: nobody needs to do anything about it."""
    settled = [each for each in documents if not is_open(each) and each not in listed]
    done = [each for each in settled if each.state == "translated"]
    numbers = {each.lesson for each in done if each.lesson}
    told = ", ".join(_ranges(numbers))
    others = sum(not each.lesson for each in done)
    name = words.count("lesson %(numbers)s", "lessons %(numbers)s", len(numbers), numbers=told)
    parts = [name] if numbers else []
    if others:
        parts.append(words.count("%(number)s other text", "%(number)s other texts", others))
    if parts:
        text = words.say("Up to date: %(what)s", what=", ".join(parts))
        yield from (paint(line, look) for line in wrap((Piece(text, "dim"),), look.width))
    quiet = sum(unit.state == "typography" for each in documents for unit in each.units)
    moved = sum(unit.state == "moved" for each in documents for unit in each.units)
    for note in _quiet(quiet, moved, words):
        yield from (paint(line, look) for line in wrap((Piece(note, "dim"),), look.width))
    if parts or quiet or moved:
        yield ""


def _quiet(typography: int, moved: int, words: Words) -> Iterator[str]:
    if typography:
        yield words.count(
            "In %(number)s paragraph only spaces, quotes or punctuation changed: no need to act.",
            "In %(number)s paragraphs only spaces, quotes or punctuation changed: no need to act.",
            typography,
        )
    if moved:
        yield words.count(
            "%(number)s paragraph stands elsewhere in the source than in the translation.",
            "%(number)s paragraphs stand elsewhere in the source than in the translation.",
            moved,
        )


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    """The numbers, runs of them in short: 1, 3–6, 9."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        yield str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"


# --- what to do next ------------------------------------------------------------


def _advice(
    documents: Sequence[DocumentReport], listed: Sequence[DocumentReport], words: Words
) -> Iterator[str]:
    """A command to go on with, and what it is for."""
    first = next((each for each in listed if _has_something_to_confirm(each)), None)
    begun = next((each for each in listed if each.state == "outdated"), None) if not first else None
    missing = next((each for each in listed if each.state == "missing"), None)
    unverified = [each for each in documents if each.state == "unverified"]
    steps = []
    if first is not None:
        steps.append(
            (f"lessongen tr show {name_of(first)}", words.say("what changed, word by word"))
        )
        steps.append((f"lessongen tr ok {name_of(first)}", words.say("right for today’s source")))
    if begun is not None:
        steps.append(
            (f"lessongen tr show {name_of(begun)}", words.say("what is not translated yet"))
        )
    if missing is not None:
        steps.append((f"lessongen tr new {name_of(missing)}", words.say("begin a translation")))
    if len(unverified) > 1:
        steps.append(("lessongen tr ok --all", words.say("if all of these translations are right")))
    elif unverified:
        only = name_of(unverified[0])
        steps.append((f"lessongen tr show {only}", words.say("see what belongs to what")))
    widest = max((width_of(command) for command, _ in steps), default=0)
    for command, purpose in steps:
        yield f"{command}{' ' * (widest - width_of(command))}   {purpose}"


def _has_something_to_confirm(document: DocumentReport) -> bool:
    """Whether an `ok` may settle something in an outdated document."""
    if document.state != "outdated":
        return False
    return any(unit.state != "new" for unit in waiting_units(document))


def name_of(document: DocumentReport) -> str:
    """How a document is named on the command line: its number, else its file."""
    if document.lesson:
        return str(document.lesson)
    path = document.source_path or document.target_path or ""
    inside = path.split("/", 2)[-1] if path.count("/") > 1 else path.rpartition("/")[2]
    name = shown(inside.removesuffix(".md"))
    return f'"{name}"' if " " in name else name
