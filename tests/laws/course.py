"""A small course on disk, and the ways in which authors change one."""

import random
from collections.abc import Callable
from pathlib import Path

from tests.tracking.builders import confirm, look, urge

WORDS = "aim build care decide explain finish give help improve join keep learn".split()

SETTINGS = "base_url: https://lessons.example/course/\nproblems: {missing-summary: off}\n"
INDEX = """---
title: A course
tagline: Short lessons
sections:
  - {key: self, title: Yourself}
  - {key: work, title: The workplace}
---
Welcome to the [first lesson](01-aim.md).
"""


class Course:
    """A project folder that random edits keep readable, if not always free of mistakes."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self._write("lessongen.yaml", SETTINGS)
        self._write("content/en/index.md", INDEX)
        for number, word in enumerate(WORDS[:6], start=1):
            self._write(f"content/en/{number:02}-{word}.md", self._lesson(number, word))
            if number % 3:
                self._write(f"content/es/{number:02}-{word}.md", self._translation(word))
        self._write("content/en/articles/x.md", "---\ntitle: An article\n---\nText.\n")

    def edit(self) -> str:
        """Makes one change, and says which."""
        edit = self.random.choice(_EDITS)
        edit(self)
        return edit.__name__

    def _write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _lesson(self, number: int, word: str) -> str:
        links = "".join(f"See [this]({path.name}).\n\n" for path in self._some_lessons("en"))
        return (
            f"---\ntitle: To {word}\nlesson: {number}\nsection: {self.random.randint(1, 3)}\n"
            f"slug: {word}\nsummary: How to {word}.\npublished: 2026-01-{number:02}\n"
            f"collaborators: [Ana]\ntags: [{self.random.choice(WORDS)}]\n"
            f"takeaways: [One of {word}., Two., Three.]\n---\n"
            f"## Why {word}\n\n{self._sentence()}\n\n{links}## How\n\n{self._sentence()}\n"
        )

    def _translation(self, word: str) -> str:
        return (
            f"---\ntitle: Sobre {word}\n---\n## Por qué {word}\n\n{self._sentence()}\n\n## Cómo\n"
        )

    def _sentence(self) -> str:
        return " ".join(self.random.choices(WORDS, k=8)) + "."

    def _lessons(self, locale: str) -> list[Path]:
        return sorted((self.folder / "content" / locale).glob("[0-9]*.md"))

    def _some_lessons(self, locale: str) -> list[Path]:
        lessons = self._lessons(locale)
        return self.random.sample(lessons, min(2, len(lessons)))

    def _any_lesson(self) -> Path:
        return self.random.choice(self._lessons("en") + self._lessons("es"))

    def _replace(self, file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


def change_body(course: Course) -> None:
    """A sentence more at the end."""
    file = course._any_lesson()
    file.write_text(
        file.read_text(encoding="utf-8") + f"\n{course._sentence()}\n", encoding="utf-8"
    )


def change_title(course: Course) -> None:
    """Another title; the slug stays where it is written."""
    word = course.random.choice(WORDS)
    course._replace(course._any_lesson(), "title: ", f"title: {word} ")


def change_white_space(course: Course) -> None:
    """Blank lines at the end: nothing that a reader could see."""
    file = course._any_lesson()
    file.write_text(file.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")


def add_lesson(course: Course) -> None:
    """A lesson at the end of the series."""
    number = 1 + max((int(path.name[:2]) for path in course._lessons("en")), default=0)
    word = f"{course.random.choice(WORDS)}{number}"
    course._write(f"content/en/{number:02}-{word}.md", course._lesson(number, word))


def translate(course: Course) -> None:
    """A translation of any lesson, new or written over."""
    for path in course._some_lessons("en")[:1]:
        course._write(f"content/es/{path.name}", course._translation(path.stem))


def delete(course: Course) -> None:
    """A lesson or translation less; links to it break, which is an error."""
    if len(course._lessons("en")) > 2:
        course._any_lesson().unlink()


def rename(course: Course) -> None:
    """Another file name: another key, perhaps a translation that no longer pairs by path."""
    file = course._any_lesson()
    file.rename(file.with_name(f"{file.stem}x.md"))


def toggle_draft(course: Course) -> None:
    """A published lesson becomes a draft."""
    course._replace(
        course.random.choice(course._lessons("en")), "summary:", "status: draft\nsummary:"
    )


def change_settings(course: Course) -> None:
    """Another policy for what is not translated."""
    policy = course.random.choice(["list", "fallback", "hide"])
    course._write("lessongen.yaml", f"{SETTINGS}untranslated: {policy}\n")


def override_template(course: Course) -> None:
    """A template of the project's own; the next edit of this kind takes it away."""
    own = course.folder / "templates" / "redirect.html"
    if own.exists():
        own.unlink()
    else:
        course._write("templates/redirect.html", "<!doctype html><title>{{ page.title }}</title>\n")


def add_alias(course: Course) -> None:
    """An old address, or the same one again, which is an error."""
    number = course.random.randint(1, 5)
    file = course.random.choice(course._lessons("en"))
    course._replace(file, "summary:", f"aliases: [/old/{number}/]\nsummary:")


def confirm_translations(course: Course) -> None:
    """Somebody types `ok` for some translations, and `urgent` for what changed in one."""
    for locale, places in look(course.folder).places.items():
        for place in places:
            if locale == "es" and place.target_path and course.random.random() < 0.7:
                confirm(course.folder, place.key, date=f"2026-0{course.random.randint(1, 9)}-05")


def mark_as_urgent(course: Course) -> None:
    """A paragraph that changed misleads."""
    for place in look(course.folder).places.get("es", ()):
        if place.source_path and place.target_path:
            urge(course.folder, place.key)


def lose_a_record(course: Course) -> None:
    """A record is deleted, or a merge leaves its marks in it."""
    records = sorted((course.folder / "content").rglob("*.sync"))
    records = [path for path in records if path.is_file()]
    if not records:
        return
    lost = course.random.choice(records)
    if course.random.random() < 0.5:
        lost.unlink()
    else:
        text = lost.read_text(encoding="utf-8")
        lost.write_text(f"<<<<<<< ours\n{text}=======\n>>>>>>> theirs\n", encoding="utf-8")


def undo_all(course: Course) -> None:
    """What authors do when nothing helps: the errors go, and everything is written again."""
    for path in course._lessons("en") + course._lessons("es"):
        path.unlink()
    for number, word in enumerate(WORDS[:4], start=1):
        course._write(f"content/en/{number:02}-{word}.md", course._lesson(number, word))


_EDITS: tuple[Callable[[Course], None], ...] = (
    change_body,
    change_body,
    change_title,
    change_white_space,
    add_lesson,
    translate,
    delete,
    rename,
    toggle_draft,
    change_settings,
    override_template,
    add_alias,
    undo_all,
    confirm_translations,
    confirm_translations,
    mark_as_urgent,
    lose_a_record,
)
