"""The theme: the bundled files, and a project's own in place of those of the same name."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from lessongen.model.theme import Theme
from lessongen.shell.engine import PACKAGE
from lessongen.shell.files import read_file
from lessongen.shell.scan import TEMPLATES, Signature, is_leftover, signature

V_co = TypeVar("V_co", covariant=True)

_ASSETS = "assets/"
_MESSAGES = "messages/"


def bundled_folder() -> str:
    """Where the bundled theme lies: in the package, or at the top of lessongen's repository."""
    inside = os.path.join(PACKAGE, TEMPLATES)
    if os.path.isdir(inside):
        return inside
    return os.path.join(os.path.dirname(os.path.dirname(PACKAGE)), TEMPLATES)


def scan_bundled(folder: str) -> Mapping[str, Signature]:
    """The files and folders of the bundled theme by path; a folder's ends with "/"."""
    found: dict[str, Signature] = {}
    waiting = [""] if os.path.isdir(folder) else []
    while waiting:
        below = waiting.pop()
        found[below] = signature(os.stat(os.path.join(folder, below)))
        with os.scandir(os.path.join(folder, below)) as entries:
            for entry in entries:
                if is_leftover(entry.name):
                    continue
                if entry.is_dir():
                    waiting.append(f"{below}{entry.name}/")
                else:
                    found[below + entry.name] = signature(entry.stat())
    return found


class ThemeFiles:
    """The files of both layers by name.

    `bundled` are the names in the bundled theme's `folder`, `own` those of the project, whose
    bytes and texts `read_bytes` and `read_text` give.
    """

    def __init__(
        self,
        *,
        folder: str,
        bundled: Iterable[str],
        own: Iterable[str],
        read_bytes: Callable[[str], bytes],
        read_text: Callable[[str], str],
    ) -> None:
        self._folder = folder
        self._bundled = frozenset(bundled)
        self._own = frozenset(own)
        self._read_bytes = read_bytes
        self._read_text = read_text

    def theme(self) -> Theme:
        """Templates and assets; each is read when somebody asks for it."""
        names = sorted(self._bundled | self._own)
        templates = [name for name in names if not name.startswith((_ASSETS, _MESSAGES))]
        assets = [name.removeprefix(_ASSETS) for name in names if name.startswith(_ASSETS)]
        return Theme(
            templates=_Later(templates, self._text),
            assets=_Later(assets, lambda name: self._bytes(_ASSETS + name)),
        )

    def catalog_texts(self, locale: str) -> tuple[str, ...]:
        """The messages of a language: the bundled ones, then the project's own."""
        name = f"{_MESSAGES}{locale}.po"
        bundled = (self._bundled_bytes(name).decode(),) if name in self._bundled else ()
        return (*bundled, self._read_text(name)) if name in self._own else bundled

    def _text(self, name: str) -> str:
        return self._read_text(name) if name in self._own else self._bundled_bytes(name).decode()

    def _bytes(self, name: str) -> bytes:
        return self._read_bytes(name) if name in self._own else self._bundled_bytes(name)

    def _bundled_bytes(self, name: str) -> bytes:
        return read_file(os.path.join(self._folder, name))[0]


class _Later(Mapping[str, V_co]):
    """Values by name, made when they are asked for."""

    def __init__(self, names: Iterable[str], make: Callable[[str], V_co]) -> None:
        self._made: dict[str, V_co | None] = dict.fromkeys(names)
        self._make = make

    def __getitem__(self, name: str) -> V_co:
        value = self._made[name]
        if value is None:
            value = self._made[name] = self._make(name)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def __contains__(self, name: object) -> bool:
        return name in self._made
