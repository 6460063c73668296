"""Small bilingual projects on disk, looked at by a tracker, confirmed by the pure functions."""

from collections.abc import Collection
from pathlib import Path

from lessongen.model.standing import Standing, TranslationPlace
from lessongen.model.translation import Record
from lessongen.project import Done, Memo, Request
from lessongen.reading import read_ingredients
from lessongen.shell.memo_file import MemoFile
from lessongen.shell.project_files import ProjectFiles
from lessongen.tracking.project import track_translations
from lessongen.tracking.tracker import Tracker
from lessongen.translation.accept import accept, mark_urgent
from lessongen.translation.claims import claim
from lessongen.translation.record import write_record

TODAY = "2026-11-21"

EN = """---
title: Start small
lesson: 1
section: 1
slug: start-small
summary: Begin with one thing.
---
## Why

Before you practise, choose one skill and stay with it for a week.

## How

Spend ten minutes on it every day, and write down what you see.
"""
ES = """---
title: Empieza por poco
slug: empieza
summary: Comienza con una sola cosa.
---
## Por qué

Antes de practicar, elige una habilidad y quédate con ella una semana.

## Cómo

Dedícale diez minutos cada día y apunta lo que ves.
"""


def project(root: Path, **files: str) -> Path:
    """A project with one lesson in two languages; keywords are further files, "/" as "__"."""
    write(root, "content/en/01-start.md", EN)
    write(root, "content/es/01-start.md", ES)
    for name, text in files.items():
        write(root, name.replace("__", "/"), text)
    return root


def write(root: Path, path: str, text: str) -> None:
    """Writes a file of the project."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def replace(root: Path, path: str, old: str, new: str) -> None:
    """Changes a file that holds the old text."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new, 1))


def files_of(root: Path) -> ProjectFiles:
    """The project's files as they are now."""
    return ProjectFiles(str(root), {}, 0, MemoFile("", "", writable=False))


def look(
    root: Path,
    memo: Memo | None = None,
    *,
    files: ProjectFiles | None = None,
    today: str = TODAY,
    drafts: bool = False,
) -> Tracker:
    """A tracker of the project as it is now."""
    found = files or files_of(root)
    known = memo or MemoFile("", "", writable=False)
    request = Request(today=lambda _zone: today, drafts=drafts)
    read = read_ingredients(
        found, known, request, lambda read, paths, _: lambda: enumerate(map(Done, map(read, paths)))
    )
    return track_translations(found, known, read)


def place_of(tracker: Tracker, key: str = "01-start") -> TranslationPlace:
    """The place of a text in Spanish."""
    return next(place for place in tracker.places["es"] if place.key == key)


def standing(root: Path, key: str = "01-start") -> Standing:
    """How a text stands in Spanish now."""
    tracker = look(root)
    return tracker.standing(place_of(tracker, key))


def confirm(
    root: Path,
    key: str = "01-start",
    *,
    date: str = "2026-03-01",
    chosen: Collection[int] | None = None,
) -> None:
    """Somebody types `ok`."""
    tracker = look(root)
    study = tracker.study(place_of(tracker, key))
    change = accept(study.record, study.pairs, by="Ana", date=date, chosen=chosen)
    record(root, study.place, change.record)


def urge(root: Path, key: str = "01-start") -> None:
    """Somebody types `urgent` for all that changed."""
    tracker = look(root)
    study = tracker.study(place_of(tracker, key))
    chosen = {number for number, pair in enumerate(study.pairs) if pair.state == "changed"}
    change = mark_urgent(study.record, study.pairs, chosen=chosen, date=TODAY)
    record(root, study.place, change.record)


def take(root: Path, by: str, key: str = "01-start") -> None:
    """Somebody types `claim`."""
    tracker = look(root)
    study = tracker.study(place_of(tracker, key))
    record(root, study.place, claim(study.record, by=by, today=TODAY))


def record(root: Path, place: TranslationPlace, made: Record) -> None:
    """Writes the record of a place."""
    write(root, place.record_home, write_record(made, place.key, place.locale))
