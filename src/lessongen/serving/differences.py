"""What a build changed in the site, and why: for the terminal, and for trying the pages."""

from collections.abc import Mapping

from lessongen.build.digest import Digester
from lessongen.model.artifact import Artifact
from lessongen.model.value import value
from lessongen.serving.pages import Pages

NEW = "new"


@value
class Differences:
    """The files that a build made anew or differently, and which it makes no more."""

    keys: Mapping[str, str]  # of all files: equal keys, equal bytes
    changed: Mapping[str, tuple[str, ...]]  # why: the names of fields that differ, or "new"
    gone: tuple[str, ...] = ()


def differences(old: Pages | None, old_keys: Mapping[str, str], new: Pages) -> Differences:
    """What differs between the pages of two builds; `old_keys` are what this said of the old."""
    digester = Digester()
    keys = {path: digester.digest(new.artifact(path).data) for path in new}
    changed: dict[str, tuple[str, ...]] = {}
    for path, key in keys.items():
        if old is None or path not in old:
            changed[path] = (NEW,)
        elif old_keys.get(path) != key:
            changed[path] = _fields(digester, old.artifact(path), new.artifact(path))
    digester.forget()
    gone = tuple(path for path in old_keys if path not in new)
    return Differences(keys=keys, changed=changed, gone=gone)


def _fields(digester: Digester, old: Artifact, new: Artifact) -> tuple[str, ...]:
    before, now = digester.fields(old.data), digester.fields(new.data)
    names = before.keys() | now.keys()
    return tuple(sorted(name for name in names if before.get(name) != now.get(name)))
