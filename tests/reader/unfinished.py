"""A course that grows: 25 places of which four can be read, one of them in English only.

Lesson 2 was changed in English after its translation, lesson 25 has a paragraph that only the
English has and one that only the Spanish has, and a long title. Lesson 1 had another address.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from lessongen.cli import main

BASE_URL = "https://lessons.example/course/"
CONFIRMED = "1767268800"  # 2026-01-01 in UTC, in seconds
SECTIONS = {
    "en": ("Yourself", "Your team", "Your customers", "Your process", "Your future"),
    "es": ("Tú", "Tu equipo", "Tus clientes", "Tu proceso", "Tu futuro"),
}
TITLES = {"en": "The course", "es": "El curso"}
READABLE = {"en": (1, 2, 14, 25), "es": (1, 2, 25)}
LONG = (
    "Desburocratización, responsabilidad y corresponsabilidad en los departamentos interfuncionales"
)
CHANGED = "It was said on a Friday, and nobody minded."

FILES = {
    "lessongen.yaml": f"""\
base_url: {BASE_URL}
contact: {{en: "mailto:us@example.org", es: "mailto:nosotros@example.org"}}
""",
    "content/people.yaml": """\
ana: {name: Ana Ruiz, bio: {en: Ana audits., es: Ana audita.}}
luis: {name: Luis Paz, bio: {en: Luis teaches., es: Luis enseña.}}
ira: {name: Ira Sol, bio: {en: Ira listens., es: Ira escucha.}}
eva: {name: Eva Gil, bio: {en: Eva translates., es: Eva traduce.}}
""",
    "content/tags.yaml": "talking: {en: Talking, es: Conversar}\n",
    "content/en/01-ask.md": """\
---
title: Ask early
lesson: 1
section: 1
summary: A question costs less on Monday.
takeaways: [Ask on Monday., "Ask one person, by name.", Thank for the answer.]
collaborators: [{person: ana, role: author}, {person: luis, role: idea}, {person: ira, role: idea}]
credits: ["Photo: Bo Lund"]
tags: [talking]
slug: ask-early
aliases: [/old/first/]
published: 2026-01-01
---
Nobody minds an early question.
""",
    "content/es/01-ask.md": """\
---
title: Pregunta pronto
summary: Una pregunta cuesta menos el lunes.
takeaways: [Pregunta el lunes., "Pregunta a una persona, por su nombre.", Agradece la respuesta.]
translators: [eva]
credits: ["Foto: Bo Lund"]
slug: pregunta-pronto
---
A nadie le molesta una pregunta temprana.
""",
    "content/en/02-say.md": """\
---
title: Say it
lesson: 2
section: 1
slug: say-it
published: 2026-01-01
---
It was said on a Monday, and nobody minded.

The rest stayed as it was.
""",
    "content/es/02-say.md": """\
---
title: Dilo
slug: dilo
---
Se dijo un lunes y a nadie le molestó.

Lo demás quedó como estaba.
""",
    "content/en/14-call.md": """\
---
title: Call xylophonists first
lesson: 14
section: 3
slug: call-first
published: 2026-01-01
tags: [talking]
takeaways: [Call the xylophonist., Then write., Then wait.]
---
A xylophonist answers at once.
""",
    "content/en/25-last.md": """\
---
title: The last one
lesson: 25
section: 5
slug: the-last-one
published: 2026-01-01
---
Both have this one.

Both have this one, too.
""",
    "content/es/25-last.md": f"""\
---
title: "{LONG}"
slug: la-ultima
---
Ambos tienen este.

Ambos tienen también este.
""",
    "content/en/articles/on-talking.md": """\
---
title: On talking
slug: on-talking
published: 2026-01-01
tags: [talking]
---
People talk about zithers.
""",
    "content/es/articles/on-talking.md": """\
---
title: Sobre conversar
slug: sobre-conversar
---
La gente habla de cítaras.
""",
}


class Course(NamedTuple):
    """A project in a folder, and the commands to work on it."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where the finished pages are."""
        return self.folder / "site"

    def run(self, *words: str) -> int:
        """Run a command in the project, on the day on which everything was confirmed."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", CONFIRMED)
            return main(["--project", str(self.folder), *words])

    def write(self, path: str, text: str) -> None:
        """Write a file of the project."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace something in a file of the project."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))


def unfinished_course(folder: Path) -> Course:
    """Return the course, built in this folder."""
    course = Course(folder)
    for path, text in FILES.items():
        course.write(path, text)
    for language, sections in SECTIONS.items():
        course.write(f"content/{language}/index.md", _overview(language, sections))
    for number in sorted(set(range(1, 26)) - set(READABLE["en"])):
        course.write(f"content/en/{number:02}-planned.md", _planned(number))
    assert course.run("tr", "ok", "--all", "--lang", "es") == 1  # some has no Spanish
    course.edit("content/en/02-say.md", "It was said on a Monday, and nobody minded.", CHANGED)
    course.edit("content/en/25-last.md", "this one.\n", "this one.\n\nOnly English has this.\n")
    course.edit("content/es/25-last.md", "también este.\n", "también este.\n\nSolo en español.\n")
    assert course.run("build") == 0
    return course


def _overview(language: str, sections: tuple[str, ...]) -> str:
    named = "\n".join(f"  - {{key: s{n}, title: {title}}}" for n, title in enumerate(sections, 1))
    return f"---\ntitle: {TITLES[language]}\nsections:\n{named}\n---\n"


def _planned(number: int) -> str:
    section = (number - 1) // 5 + 1
    place = f"lesson: {number}\nsection: {section}"
    return f"---\ntitle: Planned {number}\n{place}\nstatus: planned\n---\n"
