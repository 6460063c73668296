"""A course with a translator's desk, for the tests of its pages."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from lessongen.serving.desk.routes import desk_routes
from tests.serving.serving import Reply, Serving, served
from tests.shell.builders import make_project

ENGLISH = """---
title: Ask early
lesson: 1
section: 1
summary: A question costs less on Monday than on Friday.
takeaways: [Ask., Listen., Write.]
slug: ask-early
published: 2026-01-05
---
Ask before you begin, because nobody minds an early question.

## What it saves

A late question costs three days of work that nobody needed.

See [the list](https://example.org/one) for more of them.
"""
SPANISH = """---
title: Pregunta pronto
summary: Una pregunta cuesta menos el lunes que el viernes.
takeaways: [Pregunta., Escucha., Escribe.]
slug: pregunta-pronto
---
Pregunta antes de empezar, porque a nadie le molesta una pregunta temprana.

## Lo que ahorra

Una pregunta tardía cuesta tres días de trabajo que nadie necesitaba.

Mira [la lista](https://example.org/one), que trae más.
"""
SECOND = """---
title: Write it down
lesson: 2
section: 1
summary: What is written need not be remembered.
takeaways: [One., Two., Three.]
slug: write-it-down
published: 2026-01-05
---
Write down what was decided, and by whom.
"""
ENGLISH_FILE, SPANISH_FILE = "content/en/01-ask-early.md", "content/es/01-ask-early.md"
RECORD = "content/es/.sync/01-ask-early.sync"
TEXT = "/_translate/es/01-ask-early/"
SECOND_TEXT = "/_translate/es/02-write-it-down/"
ALL = "/_translate/es/"
LATE = "Una pregunta tardía cuesta tres días de trabajo que nadie necesitaba."
FILES: Mapping[str, str | bytes] = {
    "lessongen.yaml": "problems: {no-base-url: off}\n",
    "content/en/index.md": "---\ntitle: A course\nsummary: Short.\n---\nHi.\n",
    "content/es/index.md": "---\ntitle: Un curso\nsummary: Corto.\n---\nHola.\n",
    ENGLISH_FILE: ENGLISH,
    SPANISH_FILE: SPANISH,
    "content/en/02-write-it-down.md": SECOND,
}
_ARTICLE = re.compile(r'<article class="unit.*?</article>', re.DOTALL)
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


class Paragraph(NamedTuple):
    """One unit on a page: its element, and the hidden fields of its forms."""

    html: str
    fields: Mapping[str, str]


class Bench(NamedTuple):
    """A server with a desk, and its forms as browsers without scripts send them."""

    serving: Serving

    def page(self, path: str = TEXT) -> str:
        """A page of the desk."""
        reply = self.serving.ask(path)
        assert reply.status == 200, reply.text
        return reply.text

    def paragraph(self, words: str, path: str = TEXT) -> Paragraph:
        """The unit of a page with these words in it, and in no other."""
        found = [html for html in _ARTICLE.findall(self.page(path)) if words in html]
        assert len(found) == 1, (words, len(found))
        return Paragraph(found[0], dict(_HIDDEN.findall(found[0])))

    def send(self, fields: Mapping[str, str], path: str = TEXT, **headers: str) -> Reply:
        """The answer to a form, not followed."""
        sent = {
            "Origin": f"http://{self.serving.host}",
            "Content-Type": "application/x-www-form-urlencoded",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        body = urlencode({"token": self.serving.token, **fields}).encode()
        return self.serving.ask(path, method="POST", body=body, headers=sent)

    def do(self, verb: str, fields: Mapping[str, str] | None = None, path: str = TEXT) -> str:
        """What the page says after a form that worked."""
        reply = self.send({**(fields or {}), "do": verb}, path)
        assert reply.status == 303, reply.text
        return self.page(reply.headers["location"].partition("#")[0])

    def read(self, path: str) -> str:
        """A file as it is."""
        return (self.serving.root / path).read_bytes().decode()

    def change_english(self) -> None:
        """The author changes one paragraph."""
        self.serving.replace(ENGLISH_FILE, "three days of work", "five days of work")


@contextmanager
def bench(folder: Path, *, confirmed: bool = True) -> Iterator[Bench]:
    """The course, served; its translations confirmed by Ana."""
    with served(make_project(folder / "course", FILES), desk=desk_routes) as serving:
        desk = Bench(serving)
        if confirmed:
            desk.do("ok-all", path=ALL)
        yield desk
