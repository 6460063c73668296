"""Which lessongen this is: what it parses and renders with, told from file stats alone."""

import os
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder

from lessongen.build.digest import digest_of
from lessongen.model.value import value

_PILLOW = "PIL"  # the extra lessongen[cards]
# Everything whose newer version may give other bytes for the same content.
_PACKAGES = {
    "babel": "babel",
    "imagesize": "imagesize",
    "jinja2": "jinja2",
    "markdown_it": "markdown_it_py",
    "markupsafe": "markupsafe",
    "mdit_py_plugins": "mdit_py_plugins",
    "nh3": "nh3",
    _PILLOW: "pillow",
    "yaml": "pyyaml",
}
_COMPILING = frozenset({"jinja2", "markupsafe", "rendering"})
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

Stat = tuple[str, int, int]  # path, size, modified (ns)


@value
class Engine:
    """The running lessongen: digests for keys, and the files that they were told from."""

    digest: str
    templates: str  # of what decides how templates are compiled
    files: tuple[Stat, ...]
    draws_cards: bool = False  # Pillow is there


def read_engine() -> Engine:
    """The lessongen that is running, with the libraries it parses and renders with.

    `importlib.metadata` would know their versions, but takes 20 ms to load. The names of the
    folders it looks for, and the stats of the packages, say the same.
    """
    inits = tuple(_inits())
    files = tuple(sorted([*_sources(PACKAGE), *inits]))
    draws_cards = any(_package_of(path) == _PILLOW for path, _, _ in inits)
    folders = {os.path.dirname(os.path.dirname(path)) for path, _, _ in inits}
    versions = tuple(sorted(version for folder in folders for version in _versions(folder)))
    # Where the extra is missing, whatever is installed next may be it.
    seen = () if draws_cards else tuple(_stat_of(folder) for folder in sorted(folders))
    compiling = tuple(file for file in files if _package_of(file[0]) in _COMPILING)
    return Engine(
        digest=digest_of((sys.version, files, versions)),
        templates=digest_of((sys.version, compiling, versions)),
        files=(*files, *seen),
        draws_cards=draws_cards,
    )


def _package_of(path: str) -> str:
    return os.path.basename(os.path.dirname(path))


def _sources(folder: str) -> Iterator[Stat]:
    """The modules of the package; its data files are compared when they are used."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                info = entry.stat()
                yield entry.path, info.st_size, info.st_mtime_ns
            elif entry.is_dir() and "." not in entry.name and entry.name not in _DATA:
                yield from _sources(entry.path)


_DATA = frozenset({"__pycache__", "templates", "scaffold"})


def _inits() -> Iterator[Stat]:
    for name in _PACKAGES:
        spec = PathFinder.find_spec(name)
        if spec is not None and spec.origin:
            yield _stat_of(spec.origin)


def _stat_of(path: str) -> Stat:
    info = os.stat(path)
    return path, info.st_size, info.st_mtime_ns


def _versions(folder: str) -> Iterator[str]:
    """What an installer calls the libraries that lie in a folder: "nh3-0.3.8.dist-info"."""
    wanted = frozenset(_PACKAGES.values())
    for name in os.listdir(folder):
        package, _, rest = name.partition("-")
        if rest.endswith(".dist-info") and package.lower().replace(".", "_") in wanted:
            yield name
