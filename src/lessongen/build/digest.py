"""Digests of data: equal values give equal digests, in every process and on every machine."""

import marshal
from binascii import crc32
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from types import UnionType
from typing import Any, Literal, get_origin

from lessongen.build.fields import fields_of
from lessongen.parsing.digest import blake2b

# Version 2 of the format has no references between objects: equal values, equal bytes.
_FORMAT = 2
_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})
# How far the names of fields go: "page.document.title".
_DEPTH = 3
_MOST_KNOWN = 50_000  # parts that are held to be known again
_LONG = 8  # items of a tuple that is worth a digest of its own


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
        self._known: _Known = {}
        self._names: dict[tuple[str, type], tuple[str, ...]] = {}
        self.form = _former(self._known, trusting=True)

    def forget(self) -> None:
        """Lets go of all values at once: who lives long must not wait for the garbage collector."""
        self._known.clear()

    def digest(self, value: object) -> str:
        """The digest of a value: 32 hexadecimal digits."""
        return digest_of_bytes(self._bytes(value))

    def fields(self, data: Mapping[str, object]) -> Mapping[str, int]:
        """A small digest for every field: they say which one differs, not whether one does."""
        found: dict[str, int] = {}
        for name in sorted(data):
            self._add_fields(found, name, data[name], _DEPTH)
        return found

    def both(self, data: Mapping[str, object]) -> tuple[str, Mapping[str, int]]:
        """The digest of the whole and those of its fields."""
        return self.digest(data), self.fields(data)

    def _bytes(self, value: object) -> bytes:
        try:
            return _marshalled(self.form(value))
        except ValueError:
            # A flat value holds something else than it declares: markup for text.
            self.forget()
            self.form = _former(self._known, trusting=False)
            return _marshalled(self.form(value))

    def _add_fields(self, found: dict[str, int], name: str, value: object, depth: int) -> None:
        kind = type(value)
        if kind in _PLAIN:
            found[name] = crc32(_marshalled(value))
            return
        parts = _FIELDS[kind] if depth > 1 else None
        if parts is None:
            found[name] = crc32(self._bytes(value))
            return
        names, read = parts
        for part_name, part in zip(self._full_names(name, kind, names), read(value), strict=True):
            if type(part) in _PLAIN:  # as above, written out: most are
                found[part_name] = crc32(_marshalled(part))
            else:
                self._add_fields(found, part_name, part, depth - 1)

    def _full_names(self, name: str, kind: type, names: tuple[str, ...]) -> tuple[str, ...]:
        """The same texts for all pages: a thousand of them have a hundred names each."""
        known = self._names.get((name, kind))
        if known is None:
            known = self._names[name, kind] = tuple(f"{name}.{each}" for each in names)
        return known


_Known = dict[int, tuple[object, object]]


def _former(known: _Known, *, trusting: bool) -> Callable[[object], object]:
    """A function that gives canonical forms, and knows again the tuples that it has seen.

    Pages share lists: maps, people, links; single values they seldom do. With `trusting` it
    believes that flat values hold what they declare.
    """
    readers, plain = _READERS, _PLAIN

    def form(value: object) -> object:
        if type(value) in plain:
            return value
        how, name, parts = readers[type(value)]
        if how == _FLAT and trusting:
            return (name, parts(value))
        if how == _VALUE:
            return (name, [x if type(x) in plain else form(x) for x in parts(value)])
        if value == ():
            return _EMPTY
        seen = known.get(id(value))
        if seen is not None:
            return seen[1]
        if len(known) > _MOST_KNOWN:
            known.clear()
        # Written out for plain values: this is the loop in which a build spends its time.
        items = [x if type(x) in plain else form(x) for x in parts(value)]
        made = _finished(how, name, items)
        known[id(value)] = (value, made)
        return made

    return form


_EMPTY: tuple[str, list[object]] = ("()", [])


def _finished(how: int, name: str, items: list[object]) -> object:
    if how == _FLAT:
        return (name, tuple(items))
    if how == _TEXT:
        return items[0]
    if how == _TUPLE and len(items) >= _LONG:
        # What is long and shared by many pages is digested once, not once for each.
        return blake2b(_marshalled(items), digest_size=16).digest()
    return (name, items)


def _marshalled(form: Any) -> bytes:  # noqa: ANN401 what marshal takes
    return marshal.dumps(form, _FORMAT)


# --- how types are taken apart -----------------------------------------------

_VALUE, _FLAT, _TUPLE, _TEXT = range(4)  # flat: a value that holds plain values only
_Reader = tuple[int, str, Callable[[Any], Iterable[object]]]


class _Readers(dict[type, _Reader]):
    """For each type how, under which name, and by which function its values are taken apart."""

    def __missing__(self, kind: type) -> _Reader:
        reader = self[kind] = _reader_of(kind)
        return reader


_READERS = _Readers()


def _reader_of(kind: type) -> _Reader:
    fields = fields_of(kind)
    if fields is not None:
        names = _compared(fields)
        flat = names and all(_is_plain(kind.__annotations__.get(name)) for name in names)
        return (_FLAT if flat else _VALUE, kind.__qualname__, _fields_reader(names))
    if issubclass(kind, tuple):
        return (_TUPLE, "()", tuple)
    if issubclass(kind, Mapping):
        return (_VALUE, "{}", lambda value: [x for key in sorted(value) for x in (key, value[key])])
    if issubclass(kind, str):
        return (_TEXT, "", lambda value: (str(value),))  # markup is text, too
    raise TypeError(f"a {kind.__qualname__} has no digest")


class _Fields(dict[type, tuple[tuple[str, ...], Callable[[Any], Iterable[object]]] | None]):
    """For each type the names of its fields and what reads them; None where it has none."""

    def __missing__(
        self, kind: type
    ) -> tuple[tuple[str, ...], Callable[[Any], Iterable[object]]] | None:
        fields = fields_of(kind)
        names = () if fields is None else _compared(fields)
        self[kind] = None if fields is None else (names, _fields_reader(names))
        return self[kind]


_FIELDS = _Fields()


def _is_plain(annotation: object) -> bool:
    """Whether what is declared is text, a number, or nothing."""
    if isinstance(annotation, UnionType):
        return all(_is_plain(each) for each in annotation.__args__)
    return annotation in _PLAIN or get_origin(annotation) is Literal


def _fields_reader(names: tuple[str, ...]) -> Callable[[Any], Iterable[object]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


def _compared(fields: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name, field in fields.items() if field.compare)
