"""A project's files, as the pipeline sees them: digests first, contents when asked for."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lessongen.build.digest import digest_of_bytes
from lessongen.model.problem import Outcome, Problem
from lessongen.model.source import SourceFile, Span
from lessongen.project import Memo
from lessongen.shell.digests import UNREADABLE, Digests
from lessongen.shell.files import ChangedWhileReadingError, read_file
from lessongen.shell.images import is_image, measure
from lessongen.shell.scan import CONTENT, TEMPLATES, scan_project
from lessongen.shell.state import Seen
from lessongen.shell.theme import ThemeFiles, bundled_folder, scan_bundled
from lessongen.shell.usage import UsageError

if TYPE_CHECKING:
    from lessongen.model.site import AssetFile

_DATA = frozenset(f"{CONTENT}/{name}" for name in ("people.yaml", "tags.yaml", "glossary.csv"))


class ProjectFiles:
    """The files of the project in the folder `root`, as one walk found them.

    `known` and `memo` spare reading what an earlier build has read; `now` is the time by the
    file system's clock.
    """

    def __init__(self, root: str, known: Mapping[str, Seen], now: int, memo: Memo) -> None:
        self.root = root
        self.name = os.path.basename(os.path.realpath(root)) or "lessons"
        self.scan = scan_project(root)
        self.bundled = bundled_folder()
        self.bundled_stats = scan_bundled(self.bundled)
        self.digests = Digests(root, self.scan.files, known, now)
        self.assets = _Assets(root, self.digests, self.scan.files, memo)
        self.own_theme = self._own_templates()
        self._theme_files = ThemeFiles(
            folder=self.bundled,
            bundled=(name for name in self.bundled_stats if name and not name.endswith("/")),
            own=self.own_theme,
            read_bytes=lambda name: self.read_bytes(f"{TEMPLATES}/{name}"),
            read_text=self._read_template,
        )
        self.theme = self._theme_files.theme()
        self._problems: dict[str, Problem] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with files as files, as far as anybody has looked."""
        return (*self.scan.problems, *self._problems.values())

    def read(self, path: str) -> Outcome[SourceFile]:
        """A text file; with a problem and an empty text if it cannot be read."""
        try:
            content = self._read_known(path)
        except FileNotFoundError as error:
            raise ChangedWhileReadingError(path) from error
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            return _unreadable(path, message, "check its permissions")
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            return _not_utf8(path, content, error.start)
        return Outcome(value=SourceFile(path=path, text=text, digest=self.digests[path]))

    def read_bytes(self, path: str) -> bytes:
        """The content of a file; empty, and a problem, if it cannot be read."""
        try:
            return self._read_known(path)
        except FileNotFoundError as error:
            raise ChangedWhileReadingError(path) from error
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            self._problems[path] = _unreadable(path, message, "check its permissions").problems[0]
            return b""

    def catalog_texts(self, locale: str) -> Sequence[str]:
        """The theme's `.po` texts of a language: the bundled one, then the project's own."""
        return self._theme_files.catalog_texts(locale)

    def _read_known(self, path: str) -> bytes:
        """The bytes that the digest speaks of."""
        content, looked = read_file(os.path.join(self.root, path))
        digest = digest_of_bytes(content)
        if self.digests.known(path) not in (None, UNREADABLE, digest):
            raise ChangedWhileReadingError(path)
        self.digests.learn(path, digest, looked)
        return content

    def _own_templates(self) -> frozenset[str]:
        own = os.path.join(self.root, TEMPLATES)
        if (
            os.path.isdir(own)
            and os.path.isdir(self.bundled)
            and os.path.samefile(own, self.bundled)
        ):
            return frozenset()  # lessongen's own repository: the bundled theme itself
        start = TEMPLATES + "/"
        return frozenset(
            path.removeprefix(start) for path in self.scan.files if path.startswith(start)
        )

    def _read_template(self, name: str) -> str:
        read = self.read(f"{TEMPLATES}/{name}")
        self._problems.update((problem.span.path, problem) for problem in read.problems)
        return read.value.text


class _Assets(Mapping[str, "AssetFile"]):
    """Every file under `content/` that is no text of ours."""

    def __init__(
        self, root: str, digests: Digests, files: Mapping[str, tuple[int, ...]], memo: Memo
    ) -> None:
        self._root = root
        self._digests = digests
        self._memo = memo
        self._sizes = {path: looked[0] for path, looked in files.items() if is_asset(path)}

    def __getitem__(self, path: str) -> "AssetFile":
        from lessongen.model.site import AssetFile  # few builds look at one before the graph does

        size = self._sizes[path]
        digest = self._digests[path]
        width, height = self._pixels(path, digest) if is_image(path) else (0, 0)
        return AssetFile(path=path, digest=digest, size=size, width=width, height=height)

    def __iter__(self) -> Iterator[str]:
        return iter(self._sizes)

    def __len__(self) -> int:
        return len(self._sizes)

    def __contains__(self, path: object) -> bool:
        return path in self._sizes

    def _pixels(self, path: str, digest: str) -> tuple[int, int]:
        key = f"pixels {digest}"
        known = self._memo.get(key)
        if not isinstance(known, tuple):
            known = measure(os.path.join(self._root, path))
            self._memo.put(key, known)
        return (known[0], known[1])


def is_asset(path: str) -> bool:
    """Whether the file is one that pages may show or link to.

    >>> is_asset("content/en/photo.jpg"), is_asset("content/en/01.md"), is_asset("lessongen.yaml")
    (True, False, False)
    """
    parts = path.split("/")
    if parts[0] != CONTENT or path in _DATA or parts[-1].lower().endswith(".md"):
        return False
    if any(part.startswith(".") for part in parts):
        return False
    return not (len(parts) > 3 and parts[2] == "comments" and path.endswith(".yaml"))  # noqa: PLR2004


def find_project(folder: str) -> str:
    """The absolute path of a project; raises `UsageError` for a folder that is none."""
    root = os.path.abspath(folder)
    if not os.path.isdir(root):
        raise UsageError(f'there is no folder "{folder}"')
    if not os.path.isdir(os.path.join(root, CONTENT)):
        raise UsageError(
            f'"{folder}" has no folder {CONTENT}/, so it is no project; '
            "`lessongen new site DIR` makes one"
        )
    return root


def _unreadable(path: str, message: str, hint: str, line: int = 1) -> Outcome[SourceFile]:
    problem = Problem(
        code="unreadable-file",
        severity="error",
        message=message,
        span=Span(path=path, line=line),
        hint=hint,
    )
    return Outcome(value=SourceFile(path=path, text="", digest=UNREADABLE), problems=(problem,))


def _not_utf8(path: str, content: bytes, at: int) -> Outcome[SourceFile]:
    looks_like = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    message = "this file is not UTF-8 text" + (" but UTF-16" if looks_like else "")
    line = 1 if looks_like else content.count(b"\n", 0, at) + 1
    return _unreadable(path, message, "save it as UTF-8 in your editor", line)
