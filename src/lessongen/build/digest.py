"""Digests of data: equal values give equal digests, in every process and on every machine."""

import marshal
from binascii import crc32
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from lessongen.build.fields import fields_of

try:
    # The same function without hashlib's OpenSSL, whose loading costs a small build 5 ms.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

# Version 2 of the format has no references between objects: equal values, equal bytes.
_FORMAT = 2
_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})
# How far the names of fields go: "page.document.title".
_DEPTH = 3
_MOST_KNOWN = 50_000  # parts that are held to be known again


def digest_of_bytes(content: bytes) -> str:
    """The digest of a file's content: 32 hexadecimal digits, as `b2sum -l 128` writes them.

    >>> digest_of_bytes(b"")
    'cae66941d9efbd404e4d88758ea67670'
    """
    return blake2b(content, digest_size=16).hexdigest()


def new_digest() -> blake2b:
    """A digest of content that comes in pieces."""
    return blake2b(digest_size=16)


def digest_of(value: object) -> str:
    """The digest of a value: 32 hexadecimal digits."""
    return Digester().digest(value)


def canonical(value: object) -> object:
    """The value as plain tuples, lists, text and numbers.

    Dataclasses give their name and the fields that take part in equality, mappings their items
    in the order of their keys. Raises `TypeError` for anything that has no fixed form.
    """
    return Digester().form(value)


class Digester:
    """Digests of values that have parts in common: each part is looked through once.

    Most of what a page shows, other pages show, too: the map, people, titles of lessons.
    """

    def __init__(self) -> None:
        # By identity; each part is held, so that no other can get its number.
        self._known: dict[int, tuple[object, object]] = {}

    def digest(self, value: object) -> str:
        """The digest of a value: 32 hexadecimal digits."""
        return digest_of_bytes(self._bytes(value))

    def fields(self, data: Mapping[str, object]) -> Mapping[str, int]:
        """A small digest for every field: they say which one differs, not whether one does."""
        found: dict[str, int] = {}
        for name in sorted(data):
            self._add_fields(found, name, data[name], _DEPTH)
        return found

    def form(self, value: object) -> object:
        """The canonical form of a value."""
        kind = type(value)
        if kind in _PLAIN:
            return value
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        form = self.form
        read = _READERS[kind]
        # Written out for plain values: this is the loop in which a build spends its time.
        made = (read.name, [x if type(x) in _PLAIN else form(x) for x in read.parts(value)])
        self._known[id(value)] = (value, made)
        return made

    def _bytes(self, value: object) -> bytes:
        plain: Any = self.form(value)
        return marshal.dumps(plain, _FORMAT)

    def _add_fields(self, found: dict[str, int], name: str, value: object, depth: int) -> None:
        fields = fields_of(type(value)) if depth > 1 else None
        if fields is not None:
            for field in _compared(fields):
                self._add_fields(found, f"{name}.{field}", getattr(value, field), depth - 1)
        else:
            found[name] = crc32(self._bytes(value))


class _Reader(NamedTuple):
    """How the values of a type are taken apart."""

    name: str
    parts: Callable[[Any], Iterable[object]]


class _Readers(dict[type, _Reader]):
    """A reader for each type: made once, as types are met."""

    def __missing__(self, kind: type) -> _Reader:
        reader = self[kind] = _reader_of(kind)
        return reader


_READERS = _Readers()


def _reader_of(kind: type) -> _Reader:
    fields = fields_of(kind)
    if fields is not None:
        return _Reader(kind.__qualname__, _fields_reader(_compared(fields)))
    if issubclass(kind, tuple):
        return _Reader("()", tuple)
    if issubclass(kind, Mapping):
        return _Reader("{}", lambda value: [x for key in sorted(value) for x in (key, value[key])])
    if issubclass(kind, str):
        return _Reader('"', lambda value: (str(value),))  # markup is text, too
    raise TypeError(f"a {kind.__qualname__} has no digest")


def _fields_reader(names: tuple[str, ...]) -> Callable[[Any], Iterable[object]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: [getattr(value, name) for name in names]


def _compared(fields: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name, field in fields.items() if field.compare)
