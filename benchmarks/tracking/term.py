"""A term: authors edit all lessons of a course whose translation was confirmed, and we look."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.tracking.edits import IN_TEXT, Bank
from benchmarks.tracking.harmless import HARMLESS
from benchmarks.tracking.lessons import Pair
from benchmarks.tracking.pieces import Lesson, copy_of, in_pieces, parse, truths
from benchmarks.tracking.score import Score
from benchmarks.tracking.structure import STRUCTURE
from lessongen.graph.families import pair_documents
from lessongen.model.translation import SETTLED, DocumentState, Record
from lessongen.parsing.document import Parsed
from lessongen.translation.accept import accept
from lessongen.translation.pairing import pair_units
from lessongen.translation.record import read_record, write_record
from lessongen.translation.renamed import find_renamed
from lessongen.translation.report import document_state

EDITS = {**IN_TEXT, **STRUCTURE}
_UNTOUCHED = 0.2  # share of lessons that nobody edits
_MOST_EDITS = 6
_MOST_REWRITES = 3
_SHORTEST = 40  # characters of a sentence worth adding
_FOLLOWED = 0.5  # share of these where it is the translation of a text that was edited
_POLISHED = 0.3  # share of lessons whose translation is polished meanwhile


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All lessons as they were when their translations were confirmed."""

    lessons: Sequence[Pair]
    records: Mapping[str, str]  # by the key of the translation
    sentences: Mapping[str, Sequence[str]]  # by the key of the lesson


def course_of(lessons: Sequence[Pair]) -> Course:
    """The lessons, with the records that confirm them."""
    return Course(
        lessons=lessons,
        records={pair.spanish.key: _confirmed(pair) for pair in lessons},
        sentences={pair.english.key: _sentences(pair.english) for pair in lessons},
    )


def _confirmed(pair: Pair) -> str:
    english, spanish = (parse(side.text, side.locale, side.key).units for side in pair)
    pairs = pair_units(Record(), english, spanish)
    if [(each.sources, each.targets) for each in pairs] != [
        ((one,), (other,)) for one, other in zip(english, spanish, strict=True)
    ]:
        raise ValueError(f"{pair.english.path}: not paired one to one")
    change = accept(Record(), pairs, by="Ana", date="2026-05-02")
    return write_record(change.record, pair.english.key, "es")


def _sentences(lesson: Lesson) -> Sequence[str]:
    return [
        f"{sentence.rstrip('.')}."
        for piece in lesson.pieces
        if piece.kind == "paragraph" and not set("[*`") & set(piece.raw)
        for sentence in piece.raw.split(". ")
        if len(sentence) > _SHORTEST and '"' not in sentence and sentence[0].isupper()
    ]


def play_term(course: Course, seed: int, score: Score) -> None:
    """Edits every lesson, looks at what `tr` says, and adds that to the score."""
    random = Random(seed)
    english = {pair.english.key: copy_of(pair.english) for pair in course.lessons}
    spanish = {pair.spanish.key: copy_of(pair.spanish) for pair in course.lessons}
    for key, lesson in english.items():
        _edit(lesson, spanish[key], random, _bank(course, key, random))
    whole = _edit_whole_lessons(english, random, _bank(course, "", random))
    term = _Term(
        english=english,
        spanish=spanish,
        sources={key: _as_read(lesson, random, score) for key, lesson in english.items()},
        targets={key: _as_read(lesson, random, score) for key, lesson in spanish.items()},
        whole=whole,
    )
    _look(term, course.records, score)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """All lessons after the edits: as we know them, and as lessongen reads them."""

    english: Mapping[str, Lesson]
    spanish: Mapping[str, Lesson]
    sources: Mapping[str, Parsed]
    targets: Mapping[str, Parsed]
    whole: Mapping[str, str]  # what was done to whole lessons


def _bank(course: Course, key: str, random: Random) -> Bank:
    """Sentences of other lessons."""
    others = [each for other, own in course.sentences.items() if other != key for each in own]
    return lambda count: " ".join(random.sample(others, count))


def _edit(english: Lesson, spanish: Lesson, random: Random, bank: Bank) -> None:
    if random.random() < _UNTOUCHED:
        return
    names = sorted(EDITS)
    for name in random.choices(names, k=random.randint(1, _MOST_EDITS)):
        EDITS[name](name, random, english, bank)
    if random.random() < _POLISHED:
        _polish(english, spanish, random)


def _polish(english: Lesson, spanish: Lesson, random: Random) -> None:
    """A translator changes a text: a source that stood still is `ok`, a changed one `edited`."""
    states = {frozenset({"ok"}), frozenset({"changed"}), frozenset({"tokens"})}
    known = [each for each in english.pieces if each.origin >= 0 and each.expected in states]
    known = [each for each in known if each.kind in ("paragraph", "takeaway", "heading", "item")]
    known = [each for each in known if "split" not in each.edit and "merged" not in each.edit]
    known = [each for each in known if " " in spanish.pieces[each.origin].raw]
    if not known:
        return
    touched = [each for each in known if each.is_touched]
    piece = random.choice(touched if touched and random.random() < _FOLLOWED else known)
    target = spanish.pieces[piece.origin]
    words = target.raw.split(" ")
    words.insert(random.randrange(1, len(words)), "quizá")
    target.raw = " ".join(words)
    if piece.is_touched:
        piece.label("both sides edited", "edited")
    else:
        piece.label("translation polished", "ok")


def _edit_whole_lessons(
    english: dict[str, Lesson], random: Random, bank: Bank
) -> Mapping[str, str]:
    """Renames, renumbers, deletes and adds; what was done, by the key that a lesson has now."""
    renamed, one, other, deleted, *_ = random.sample(sorted(english), 4)
    done = {deleted: "lesson deleted", "26-added": "lesson added"}
    del english[deleted]
    for old, new in (
        (renamed, f"{renamed[:2]}-called-otherwise"),
        (one, f"{other[:2]}{one[2:]}"),
        (other, f"{one[:2]}{other[2:]}"),
    ):
        english[new] = english.pop(old)
        english[new].key = new
        done[new] = "lesson renamed" if old == renamed else "lesson renumbered"
        if old != renamed:
            _set_number(english[new], int(new[:2]))
    text = f'---\ntitle: "Another one"\nlesson: 26\n---\n{bank(3)}\n\n{bank(4)}\n'
    english["26-added"] = in_pieces(text, "en", "26-added")
    return done


def _set_number(lesson: Lesson, number: int) -> None:
    for piece in lesson.pieces:
        piece.before = re.sub(r"(?<=\nlesson: )\d+", str(number), piece.before)


def _as_read(lesson: Lesson, random: Random, score: Score) -> Parsed:
    """The file as it is read after rewrites that mean nothing."""
    text = lesson.text
    count = random.randint(0, _MOST_REWRITES)
    for name, rewrite in HARMLESS.items():  # in an order in which they do not disturb each other
        if random.random() < count / len(HARMLESS):
            text = rewrite(text, random)
            score.rewritten(name)
    return parse(text, lesson.locale, lesson.key)


def _look(term: _Term, records: Mapping[str, str], score: Score) -> None:
    """Pairs the documents as the site does, then by the records, and scores every verdict."""
    homes = _homes(term, records)
    for key, parsed in term.sources.items():
        target = homes.get(key)
        record = read_record(records[target]) if target else Record()
        units = term.targets[target].units if target else ()
        pairs = pair_units(record, parsed.units, units)
        edit = term.whole.get(key, "edited lesson")
        lesson = term.english[key]
        state = document_state(pairs, has_source=True, has_target=target is not None)
        score.lesson(key, edit, state, _expected(lesson, edit))
        pieces = truths(lesson, parsed.units)
        if target is not None:
            there = truths(term.spanish[target], units)
            score.units(key, pairs, dict(zip(map(id, parsed.units), pieces, strict=True)))
            score.gone(key, pairs, dict(zip(map(id, units), there, strict=True)), lesson)
    for key in term.targets:
        is_orphan = key not in homes.values()
        if is_orphan or term.whole.get(key) == "lesson deleted":
            edit = term.whole.get(key, "edited lesson")
            score.lesson(key, edit, "orphan" if is_orphan else "translated", "orphan")


def _homes(term: _Term, records: Mapping[str, str]) -> Mapping[str, str]:
    """For each source, its translation: by the site's rules, then by what was recorded."""
    documents = [each.document for each in (*term.sources.values(), *term.targets.values())]
    homes = {
        family.source.key: family.members["es"].key
        for family in pair_documents(documents, ("en", "es")).value
        if family.source.locale == "en" and "es" in family.members
    }
    orphans = {key: read_record(records[key]) for key in term.targets if key not in homes.values()}
    lonely = {key: each.units for key, each in term.sources.items() if key not in homes}
    renamed = find_renamed(orphans, lonely)
    return {**homes, **{source: target for target, source in renamed.items()}}


def _expected(lesson: Lesson, edit: str) -> DocumentState:
    if edit == "lesson added":
        return "missing"
    is_behind = lesson.removed or any(not piece.expected <= SETTLED for piece in lesson.pieces)
    return "outdated" if is_behind else "translated"
