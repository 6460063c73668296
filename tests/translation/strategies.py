"""Random lessons, edits and records: few words, so that texts collide as often as they can."""

import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from hypothesis import strategies as st

from lessongen.model.translation import Bead, Claim, Record, RecordedUnit
from lessongen.model.unit import Unit
from tests.translation.builders import KINDS, unit

_ENGLISH = (
    "one two skill rest day boss call write never always [link](a.md) `code` 3 15 café so".split()
)
SPANISH = (
    "uno dos tarea pausa día jefa llamada nunca siempre [enlace](a.md) `code` 3 15 café".split()
)
_BODY = "p p p p h li q tr img fn".split()

Texts = tuple[str, ...]  # lines as builders.unit reads them


def sentence(random: Random, words: Sequence[str]) -> str:
    """A sentence of one to fourteen words; short and long ones."""
    count = random.choice((1, 2, 5, 9, 14))
    text = " ".join(random.choice(words) for _ in range(count))
    return f"{text.capitalize()}{random.choice('.?!')}"


def translated(random: Random, line: str) -> str:
    """A translation of a line: of its kind, in other words."""
    short = line.partition(" ")[0]
    return line if short == "code" else f"{short} {sentence(random, SPANISH)}"


def lesson(random: Random) -> list[str]:
    """The lines of a lesson."""
    lines = ["title " + sentence(random, _ENGLISH), "summary " + sentence(random, _ENGLISH)]
    for _ in range(random.randint(0, 3)):
        lines += ["take " + sentence(random, _ENGLISH), "prompt " + sentence(random, _ENGLISH)]
    for _ in range(random.randint(1, 9)):
        lines.append(f"{random.choice(_BODY)} {sentence(random, _ENGLISH)}")
    if random.random() < 0.3:
        lines.append("code make site")
    return lines


def edit(random: Random, lines: Sequence[str], words: Sequence[str] = _ENGLISH) -> list[str]:
    """The lines after one edit of any kind."""
    edited = list(lines)
    at = random.randrange(len(edited)) if edited else 0
    kinds: Sequence[Callable[[Random, list[str], int, Sequence[str]], None]] = (
        *(_add, _remove, _move, _change, _change, _append, _split, _merge, _repeat, _swap),
    )
    if edited:
        random.choice(kinds)(random, edited, at, words)
    else:
        _add(random, edited, at, words)
    return edited


def _add(random: Random, lines: list[str], at: int, words: Sequence[str]) -> None:
    lines.insert(at, f"{random.choice(_BODY)} {sentence(random, words)}")


def _remove(_random: Random, lines: list[str], at: int, _words: Sequence[str]) -> None:
    del lines[at]


def _move(random: Random, lines: list[str], at: int, _words: Sequence[str]) -> None:
    lines.insert(random.randrange(len(lines)), lines.pop(at))


def _swap(random: Random, lines: list[str], at: int, _words: Sequence[str]) -> None:
    other = random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _change(random: Random, lines: list[str], at: int, words: Sequence[str]) -> None:
    short, *text = lines[at].split(" ")
    text[random.randrange(len(text))] = random.choice(words)
    lines[at] = " ".join((short, *text))


def _append(random: Random, lines: list[str], at: int, words: Sequence[str]) -> None:
    lines[at] += f" {sentence(random, words)}"


def _split(random: Random, lines: list[str], at: int, _words: Sequence[str]) -> None:
    short, *text = lines[at].split(" ")
    if len(text) > 1:
        cut = random.randrange(1, len(text))
        lines[at : at + 1] = [" ".join((short, *part)) for part in (text[:cut], text[cut:])]


def _merge(_random: Random, lines: list[str], at: int, _words: Sequence[str]) -> None:
    if at + 1 < len(lines):
        lines[at] += " " + lines.pop(at + 1).partition(" ")[2]


def _repeat(random: Random, lines: list[str], at: int, _words: Sequence[str]) -> None:
    lines.insert(random.randrange(len(lines)), lines[at])


def harmless(random: Random, lines: Sequence[str]) -> list[str]:
    """The lines after edits that mean nothing: wrapping, blanks, accents, stars, order of keys."""
    changed = [_rewritten(random, line) for line in lines]
    keys = [line for line in changed if line.partition(" ")[0] in ("title", "summary")]
    random.shuffle(keys)
    rest = [line for line in changed if line not in keys]
    return keys + rest


def _rewritten(random: Random, line: str) -> str:
    short, _, text = line.partition(" ")
    if short == "code":
        return line
    words = text.split(" ")
    text = "".join(word + random.choice((" ", "  ", "\\n", " \\n")) for word in words).rstrip(
        " \\n"
    )
    return f"{short} {unicodedata.normalize('NFD', text)}"


def broken(random: Random, text: str) -> str:
    """The text of a record after an accident: cut off, lines lost or doubled, a conflict."""
    lines = text.splitlines(keepends=True)
    at = random.randrange(len(lines))
    to = random.randrange(at, len(lines))
    accident = random.randrange(6)
    if accident == 0:
        return text[: random.randrange(len(text))]
    if accident == 1:
        return text[random.randrange(len(text)) :]
    if accident == 2:
        return "".join(lines[:at] + lines[to:])
    if accident == 3:
        return "".join(lines[:to] + lines[at:])
    if accident == 4:
        mark = random.choice(("<<<<<<< HEAD\n", "=======\n", ">>>>>>> b\n", "||||||| base\n"))
        return "".join([*lines[:at], mark, *lines[at:]])
    marks = ["<<<<<<< HEAD\n", *lines[at:to], "=======\n", *lines[at : to - 1], ">>>>>>> b\n"]
    return "".join([*lines[:at], *marks, *lines[to:]])


def units_of(lines: Sequence[str]) -> tuple[Unit, ...]:
    """The units of lines."""
    return tuple(unit(line, number) for number, line in enumerate(lines, start=1))


# A number is a story. It cannot be shrunk, but it can be told again.
randoms = st.integers(min_value=0, max_value=2**40).map(Random)

_words = st.text(alphabet="abñ%|:-_*.`", min_size=1, max_size=6)
_lines = st.text(alphabet="abñ %|:-=<>\t\\", max_size=12)
_texts = st.lists(_lines, min_size=1, max_size=3).map("\n".join)
_kinds = st.sampled_from(sorted(set(KINDS.values()) | {"section", "bio", "tag", "epigraph"}))
_digests = st.text(alphabet="0123456789abcdef", min_size=8, max_size=8)
_dates = st.dates().map(lambda day: day.isoformat())
_flags = st.lists(
    st.sampled_from(
        "allow:length reviewed:Luis harmless moved same-on-purpose unverified urgent".split()
    ),
    unique=True,
    max_size=3,
).map(tuple)
_names = st.lists(st.sampled_from("Ana María Luis (x) -".split()), max_size=2).map(" ".join)


@st.composite
def beads(draw: st.DrawFn) -> Bead:
    """Any bead that a verb could write."""
    own = draw(st.booleans()) and draw(st.booleans())
    sources = st.builds(RecordedUnit, kind=_kinds, text=_texts)
    return Bead(
        sources=() if own else tuple(draw(st.lists(sources, min_size=1, max_size=3))),
        targets=tuple(draw(st.lists(_digests, min_size=int(own), max_size=3))),
        date=draw(_dates),
        by=draw(_names),
        flags=("target-only",) if own else draw(_flags),
    )


records = st.builds(
    Record,
    beads=st.lists(beads(), max_size=5).map(tuple),
    claim=st.none()
    | st.builds(Claim, by=st.sampled_from(("Ana", "Ana María")), since=_dates, until=_dates),
)
