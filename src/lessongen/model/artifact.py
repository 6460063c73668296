"""Files to write, and what to do about them."""

from collections.abc import Callable, Mapping

from lessongen.model.value import value


@value
class Artifact:
    """One file of the output.

    `data` names everything its bytes depend on: equal data, equal bytes. Values are text,
    numbers, None, frozen dataclasses of the model, and tuples and mappings of these.
    """

    path: str  # in the output folder, with "/"
    data: Mapping[str, object]
    produce: Callable[[], bytes] = bytes
    sources: tuple[str, ...] = ()  # project paths, the main one first, for `explain`
    copy_of: str = ""  # the project file whose bytes it is; `produce` is then never called


@value
class Written:
    """What the last build knew of an artifact."""

    key: str  # the digest of its data; "": not known, its fields tell
    fields: Mapping[str, int]  # the digest of each field
    digest: str = ""  # of the bytes


@value
class Change:
    """An artifact to write, and why: names of fields that differ, or "new"."""

    artifact: Artifact
    reasons: tuple[str, ...]
    key: str = ""  # as in `Written`; "": new, so nobody has worked it out yet
    fields: Mapping[str, int]


@value
class Plan:
    """What a build does to the output folder."""

    write: tuple[Change, ...]
    keep: tuple[str, ...]
    delete: tuple[str, ...]
    left: tuple[str, ...] = ()  # stale, but changed by hand: nobody deletes them
