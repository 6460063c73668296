"""The theme's own files: styles, scripts, the icon."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import blake2b
from struct import unpack

from lessongen.model.artifact import Artifact
from lessongen.model.card import Cards
from lessongen.model.theme import Theme

# Browsers and hosts look for these at the site's root, under this very name.
_AT_ROOT = frozenset({"favicon.svg", "favicon.ico", "apple-touch-icon.png", "sw.js"})

_CARD = "card.png"
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"  # width and height follow


def paths_of(theme: Theme) -> Mapping[str, str]:
    """The path in the output for each of the theme's files: "assets/style.1a2b3c4d.css"."""
    return {name: _path(name, content) for name, content in sorted(theme.assets.items())}


def artifacts(theme: Theme) -> Iterator[Artifact]:
    """One artifact for each of the theme's files, templates aside."""
    for name, path in paths_of(theme).items():
        content = theme.assets[name]
        yield Artifact(path=path, data={"file": _digest(content)}, produce=partial(bytes, content))


def cards_of(theme: Theme, *, drawn: bool) -> Cards:
    """Which social cards there can be: `drawn` ones, and the theme's own `card.png`."""
    content = theme.assets.get(_CARD, b"")
    if not content:
        return Cards(drawn=drawn)
    width, height = unpack(">II", content[16:24]) if content.startswith(_PNG) else (0, 0)
    return Cards(drawn=drawn, fallback=_path(_CARD, content), width=width, height=height)


def _path(name: str, content: bytes) -> str:
    if name in _AT_ROOT:
        return name
    stem, ending = posixpath.splitext(name)
    return f"assets/{stem}.{_digest(content)[:8]}{ending}"


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
