"""Model values as plain tuples and lists, for `marshal`, and back.

A list stands for what must be made anew: a value with fields is
`["model.source:Span", …its fields]`, a tuple or mapping that holds one is a list with its own
mark. Everything else stays as it is, so that long tuples of numbers and text cost nothing.
No name outside `model` and `parsing` is ever looked up, and nothing is called but classes of
values: what is read back cannot run code.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from operator import attrgetter
from typing import Any

from lessongen.build.fields import fields_of

_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})
_ROOT = "lessongen."
_ROOMS = ("model.", "parsing.")
_TUPLE = "()"
_MAPPING = "{}"


class DecodingError(Exception):
    """What was read is no value of this version."""


def encode(value: object) -> object:
    """The value as `marshal` takes it; raises `TypeError` for what cannot be kept."""
    return value if type(value) in _PLAIN else _ENCODERS[type(value)](value)


def decode(value: object) -> object:
    """The value that was encoded; raises `DecodingError` if it is none of this version."""
    if type(value) is not list:
        return value
    try:
        return _DECODERS[value[0]](value)
    except (AttributeError, ImportError, IndexError, TypeError, ValueError) as error:
        raise DecodingError(str(error)) from error


def part_of(encoded: Any, number: int) -> object:  # noqa: ANN401 what marshal takes
    """One item of a tuple that was encoded, itself still encoded."""
    return encoded[number + 1] if type(encoded) is list else encoded[number]


# --- to plain values ---------------------------------------------------------


class _Encoders(dict[type, Callable[[Any], object]]):
    """For each type the function that encodes its values: made once, as types are met."""

    def __missing__(self, kind: type) -> Callable[[Any], object]:
        encoder = self[kind] = _encoder_of(kind)
        return encoder


_ENCODERS = _Encoders()


def _encoder_of(kind: type) -> Callable[[Any], object]:
    fields = fields_of(kind)
    if fields is not None and _module_of(kind).startswith(_ROOMS):
        return _value_encoder(kind, tuple(fields))
    if kind is tuple:
        return _encode_tuple
    if issubclass(kind, Mapping):
        return _encode_mapping
    if issubclass(kind, str):
        return str
    raise TypeError(f"a {kind.__qualname__} cannot be kept")


def _value_encoder(kind: type, fields: tuple[str, ...]) -> Callable[[Any], object]:
    name = sys.intern(f"{_module_of(kind)}:{kind.__qualname__}")
    if len(fields) < 2:  # noqa: PLR2004 attrgetter gives a tuple for two or more
        return lambda value: [name, *(encode(getattr(value, field)) for field in fields)]
    read = attrgetter(*fields)

    def encoder(value: object) -> object:
        return [name, *[x if type(x) in _PLAIN else _ENCODERS[type(x)](x) for x in read(value)]]

    return encoder


def _module_of(kind: type) -> str:
    return kind.__module__.removeprefix(_ROOT)


def _encode_tuple(value: tuple[object, ...]) -> object:
    items = [x if type(x) in _PLAIN else _ENCODERS[type(x)](x) for x in value]
    return [_TUPLE, *items] if list in map(type, items) else tuple(items)


def _encode_mapping(value: Mapping[object, object]) -> object:
    items = {key: encode(item) for key, item in value.items()}
    return [_MAPPING, items] if list in map(type, items.values()) else items


# --- and back ----------------------------------------------------------------


class _Decoders(dict[str, Callable[[list[Any]], object]]):
    """For each mark the function that decodes it: made once, as marks are met."""

    def __missing__(self, mark: str) -> Callable[[list[Any]], object]:
        decoder = self[mark] = _value_decoder(mark)
        return decoder


def _decode_tuple(value: list[Any]) -> object:
    return tuple([x if type(x) is not list else _DECODERS[x[0]](x) for x in value[1:]])


def _decode_mapping(value: list[Any]) -> object:
    return {key: x if type(x) is not list else _DECODERS[x[0]](x) for key, x in value[1].items()}


_DECODERS = _Decoders({_TUPLE: _decode_tuple, _MAPPING: _decode_mapping})


def _value_decoder(mark: str) -> Callable[[list[Any]], object]:
    module, _, name = mark.partition(":")
    if not module.startswith(_ROOMS):
        raise ValueError(f"{mark} is no value")
    kind = getattr(import_module(_ROOT + module), name)
    fields = fields_of(kind)
    if fields is None or _module_of(kind) != module:
        raise ValueError(f"{mark} is no value")
    # The slots' own setters: what __init__ of a frozen dataclass does, in half the time.
    setters = [kind.__dict__[field].__set__ for field in fields]
    new = object.__new__
    length = len(setters) + 1

    def decoder(value: list[Any]) -> object:
        if len(value) != length:
            raise ValueError(f"{mark} has other fields")
        made = new(kind)
        at = 0
        for set_ in setters:
            at += 1  # noqa: SIM113 enumerate makes a tuple for each
            x = value[at]
            set_(made, x if type(x) is not list else _DECODERS[x[0]](x))
        return made

    return decoder
