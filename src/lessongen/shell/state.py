"""What the last build left behind: the digests of files by their stats, and of what it wrote."""

import struct
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lessongen.model.artifact import Written
from lessongen.shell.scan import Signature

Seen = tuple[Signature, str]  # how a file looked when it had this digest
_Names = tuple[str, ...]
# key, digest, which names of fields, their digests
_Page = tuple[str, str, int, bytes]


class State(NamedTuple):
    """Known stats and digests of the project's files and the output's; what was written where."""

    files: Mapping[str, Seen] = MappingProxyType({})
    output: str = ""  # the folder that the rest speaks of
    engine: str = ""  # which lessongen wrote it
    pages: Mapping[str, Seen] = MappingProxyType({})
    written: Mapping[str, Written] = MappingProxyType({})

    def differs_from(self, known: "State") -> bool:
        """Whether there is anything new to keep; what was written is compared by identity."""
        return self[:4] != known[:4] or self.written is not known.written

    def with_written(self, written: Mapping[str, Written]) -> "State":
        """The same with some pages as they are known now."""
        known = self.written
        if isinstance(known, _Pages):
            return self._replace(written=known.with_pages(written))
        return self._replace(written={**known, **written})

    def pages_in(self, output: str) -> Mapping[str, Seen]:
        """What is known of the files of an output folder."""
        return self.pages if self.output == output else {}

    def written_in(self, output: str, engine: str) -> Mapping[str, Written]:
        """What is known of the pages there, as far as the same lessongen wrote them."""
        return self.written if (self.output, self.engine) == (output, engine) else {}


def pack_state(state: State) -> object:
    """The state as plain values."""
    written = state.written
    pages = written if isinstance(written, _Pages) else _Pages((), {}).with_pages(written)
    seen = (dict(state.files), dict(state.pages))
    return (*seen, state.output, state.engine, *pages.packed())


def unpack_state(stored: object) -> State:
    """The state that was packed; an empty one for anything else."""
    if not isinstance(stored, tuple) or len(stored) != 6:  # noqa: PLR2004 as packed above
        return State()
    files, pages, output, engine, names, written = stored
    known = _Pages(names, written)
    return State(files=files, output=output, engine=engine, pages=pages, written=known)


class _Pages(Mapping[str, Written]):
    """What was written, made into values one by one as somebody asks."""

    def __init__(self, names: tuple[_Names, ...], pages: Mapping[str, _Page]) -> None:
        self._names = names
        self._pages = pages

    def with_pages(self, written: Mapping[str, Written]) -> "_Pages":
        """The same with some pages as they are known now; all others stay packed."""
        names = {fields: number for number, fields in enumerate(self._names)}
        pages = dict(self._pages)
        for path, page in written.items():
            fields, packed = _packed(page.fields)
            which = names.setdefault(fields, len(names))
            pages[path] = (page.key, page.digest, which, packed)
        return _Pages(tuple(names), pages)

    def packed(self) -> tuple[tuple[_Names, ...], Mapping[str, _Page]]:
        """As plain values."""
        return self._names, self._pages

    def __getitem__(self, path: str) -> Written:
        key, digest, which, packed = self._pages[path]
        return Written(key=key, digest=digest, fields=_Fields(self._names[which], packed))

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


class _Fields(Mapping[str, int]):
    """Digests of fields, unpacked when somebody asks why a page is written."""

    __slots__ = ("_found", "names", "packed")

    def __init__(self, names: _Names, packed: bytes) -> None:
        self.names = names
        self.packed = packed
        self._found: Mapping[str, int] | None = None

    def unpacked(self) -> Mapping[str, int]:
        """All of them at once."""
        if self._found is None:
            values = struct.unpack(f">{len(self.names)}I", self.packed)
            self._found = dict(zip(self.names, values, strict=True))
        return self._found

    def __getitem__(self, name: str) -> int:
        return self.unpacked()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


class FieldsPacker:
    """Packs digests of fields; most pages have the same fields, which are kept once."""

    def __init__(self) -> None:
        self._names: dict[_Names, _Names] = {}

    def pack(self, fields: Mapping[str, int]) -> Mapping[str, int]:
        """The same digests in a tenth of the memory."""
        names, packed = _packed(fields)
        return _Fields(self._names.setdefault(names, names), packed)


def with_fields(fields: Mapping[str, int], new: Mapping[str, int]) -> Mapping[str, int]:
    """Digests of fields, some of them other ones now."""
    known = fields.unpacked() if isinstance(fields, _Fields) else fields
    return {**known, **new}


def _packed(fields: Mapping[str, int]) -> tuple[_Names, bytes]:
    if isinstance(fields, _Fields):
        return fields.names, fields.packed
    return tuple(fields), struct.pack(f">{len(fields)}I", *fields.values())
