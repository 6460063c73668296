"""Frozen values with named fields, made quickly.

`@value` gives what `@dataclass(frozen=True, slots=True, kw_only=True)` gives, in a seventh of the
time: the standard decorator compiles six functions for every class, and every build has to make
all classes anew before it can do anything. Here a class has no constructor before its first value
is made by name (what is read from a cache needs none), and the constructors of all classes with
the same number of fields share one piece of compiled code, in which only the names differ.
`dataclasses.replace` and `fields` take these values for their own.
"""

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")
_UNSET: Any = object()


class Field:
    """What a class says of one of its fields beside its type."""

    __slots__ = ("compare", "default", "default_factory", "repr")

    def __init__(
        self,
        *,
        default: object = _UNSET,
        default_factory: Callable[[], object] | None = None,
        compare: bool = True,
        repr: bool = True,  # noqa: A002 the name that dataclasses use
    ) -> None:
        self.default = default
        self.default_factory = default_factory
        self.compare = compare
        self.repr = repr


def field(
    *,
    default: Any = _UNSET,  # noqa: ANN401 of the field's type
    default_factory: Callable[[], Any] | None = None,
    compare: bool = True,
    repr: bool = True,  # noqa: A002 the name that dataclasses use
) -> Any:  # noqa: ANN401 stands where a value of the field's type could stand
    """What to say of a field: a default, or a function that makes one; whether it counts."""
    return Field(default=default, default_factory=default_factory, compare=compare, repr=repr)


class _StandardFields:
    """The fields as the module `dataclasses` describes them, for those who ask."""

    def __get__(self, instance: object, owner: type) -> Mapping[str, Any]:
        import dataclasses

        found = {}
        for name, own in fields_of(owner).items():
            standard: Any = dataclasses.field(compare=own.compare, repr=own.repr)
            standard.name = name
            standard._field_type = dataclasses._FIELD  # type: ignore[attr-defined] # noqa: SLF001
            found[name] = standard
        owner.__dataclass_fields__ = found  # type: ignore[attr-defined]
        return found


class _Value:
    """What all values share. Each class has its fields, and what reads those that count."""

    __slots__ = ()
    __dataclass_fields__ = _StandardFields()
    _fields: Mapping[str, Field]
    _compared: Callable[[Any], object]

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._compared(self) == self._compared(other)

    def __hash__(self) -> int:
        return hash(self._compared(self))

    def __repr__(self) -> str:
        shown = (name for name, own in self._fields.items() if own.repr)
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({fields})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"cannot delete field {name!r}")

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[object, ...]]:
        return _restored, (self.__class__, {name: getattr(self, name) for name in self._fields})


def fields_of(kind: Any) -> Mapping[str, Field]:  # noqa: ANN401 a class of values
    """The fields of a class of values by their names, in order."""
    fields: Mapping[str, Field] = kind._fields
    return fields


def replaced(given: _T, **fields: object) -> _T:
    """The value with other fields; what `dataclasses.replace` gives, without loading it."""
    kind = given.__class__
    old = {name: getattr(given, name) for name in fields_of(kind)}
    return kind(**{**old, **fields})


def _restored(kind: type, fields: Mapping[str, object]) -> object:
    return kind(**fields)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def value(declared: type[_T]) -> type[_T]:
    """The class with a constructor, equality, hash and text; its values cannot change."""
    fields = {name: _field_of(declared, name) for name in declared.__annotations__}
    namespace = {
        name: member
        for name, member in declared.__dict__.items()
        if name not in fields and name not in ("__dict__", "__weakref__")
    }
    bases = tuple(base for base in declared.__bases__ if base is not object)
    namespace |= {
        "__init__": _construct_first,
        "__slots__": tuple(fields),
        "__qualname__": declared.__qualname__,
        "_fields": fields,
        "_compared": _reader(tuple(name for name, own in fields.items() if own.compare)),
    }
    metaclass: Any = type(declared)
    return metaclass(declared.__name__, (_Value, *bases), namespace)  # type: ignore[no-any-return]


def _field_of(declared: type, name: str) -> Field:
    given = declared.__dict__.get(name, _UNSET)
    return given if isinstance(given, Field) else Field(default=given)


def _reader(names: tuple[str, ...]) -> Callable[[Any], object]:
    """Reads the fields; equal values read the same. No function: it must not become a method."""
    return attrgetter(*(names or ("__class__",)))


def _construct_first(self: Any, /, *values: object, **fields: object) -> None:  # noqa: ANN401
    """Makes the constructor of the class, for this value and all later ones."""
    kind: Any = next(
        each for each in type(self).__mro__ if each.__dict__.get("__init__") is _construct_first
    )
    kind.__init__ = _constructor(kind, fields_of(kind))
    kind.__init__(self, *values, **fields)


def _constructor(kind: Any, fields: Mapping[str, Field]) -> Callable[..., None]:  # noqa: ANN401
    """Sets every field, through its slot: the class itself lets nobody."""
    setters = [_setter(kind.__dict__[name].__set__, own) for name, own in fields.items()]
    known = {f"set_{place}": setter for place, setter in enumerate(setters)}
    code = _pattern(len(fields)).replace(co_varnames=("self", *fields))
    constructor: Any = FunctionType(code, {**known, "__name__": kind.__module__}, "__init__")
    constructor.__kwdefaults__ = {
        name: _UNSET if own.default_factory else own.default
        for name, own in fields.items()
        if own.default_factory or own.default is not _UNSET
    }
    return constructor  # type: ignore[no-any-return]


def _setter(set_: Callable[[Any, Any], None], own: Field) -> Callable[[Any, Any], None]:
    make = own.default_factory
    if make is None:
        return set_
    return lambda made, given: set_(made, make() if given is _UNSET else given)


@cache
def _pattern(count: int) -> CodeType:
    """The code of a constructor of that many fields, all alike but for the fields' names."""
    names = [f"field_{place}" for place in range(count)]
    star = f", *, {', '.join(names)}" if names else ""
    lines = [f"\n    set_{place}(self, {name})" for place, name in enumerate(names)]
    known: dict[str, Any] = {}
    exec(f"def __init__(self{star}):{''.join(lines) or ' pass'}", known)  # noqa: S102 names of ours
    code: CodeType = known["__init__"].__code__
    return code
