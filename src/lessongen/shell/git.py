"""What git knows of a project, where there is git; everything works without it.

Only committed objects are asked for, never files of the working tree: so no filter, hook, pager
or monitor that a repository's settings name is run, and nothing is fetched.
"""

import os
from collections.abc import Mapping, Sequence

from lessongen.model.value import value

_PATIENCE = 10.0  # seconds for one question; a history may be long
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_PAGER": "cat",
    "GIT_ASKPASS": "",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
# What would lead git to another repository than the one that the project lies in.
_MISLEADING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_TRACE")
_QUIET = ("--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")


@value
class Commit:
    """A commit, as one tells it to a person."""

    name: str  # abbreviated
    date: str  # ISO 8601, where it was made
    subject: str
    author: str = ""


class Git:
    """The repository that a folder lies in; without one, every question has no answer."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._works: bool | None = None
        self._head = ""

    def is_there(self) -> bool:
        """Whether the folder lies in a repository that has a commit."""
        if self._works is None:
            told = self._ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
            self._head = told.decode("ascii", "replace").strip()
            self._works = bool(told)
        return self._works

    def head(self) -> str:
        """The name of the commit that is worked on; empty without one."""
        self.is_there()
        return self._head

    def user_name(self) -> str:
        """What git calls whoever works here; empty if it does not know."""
        return " ".join(
            self._ask("config", "--get", "user.name").decode("utf-8", "replace").split()
        )

    def committed(self, paths: Sequence[str], revision: str = "HEAD") -> Mapping[str, bytes]:
        """The files as they are in a commit; what is not in it is not in the answer."""
        if not paths or not self.is_there():
            return {}
        wanted = [path for path in paths if "\n" not in path]
        asked = "".join(f"{revision}:./{path}\n" for path in wanted).encode()
        return _contents(self._ask("cat-file", "--batch", input=asked), wanted)

    def versions(self, path: str, revisions: Sequence[str]) -> Mapping[str, bytes]:
        """A file as it is in these commits; what is not in one is not in the answer."""
        if not revisions or "\n" in path or not self.is_there():
            return {}
        asked = "".join(f"{revision}:./{path}\n" for revision in revisions).encode()
        return _contents(self._ask("cat-file", "--batch", input=asked), revisions)

    def blame(self, path: str) -> Mapping[str, Commit]:
        """For each line of a file, by its text, the commit that it comes from."""
        if not self.is_there():
            return {}
        told = self._ask("blame", "--no-textconv", "--line-porcelain", "HEAD", "--", path)
        return _lines(told.decode("utf-8", "replace"))

    def revisions(self, path: str, *, at: str = "HEAD", most: int = 50) -> tuple[Commit, ...]:
        """The commits that changed a file, up to one of them, the newest first."""
        if not self.is_there():
            return ()
        form = "--format=%h%x09%cs%x09%an%x09%s"
        told = self._ask("log", f"--max-count={most}", form, "--no-ext-diff", at, "--", path)
        found = (line.split("\t", 3) for line in told.decode("utf-8", "replace").splitlines())
        return tuple(
            Commit(name=each[0], date=each[1], author=each[2], subject=each[3])
            for each in found
            if len(each) == 4  # noqa: PLR2004 as the format says
        )

    def _ask(self, *words: str, input: bytes | None = None) -> bytes:  # noqa: A002
        """What git answers; nothing if it fails, is not there, or takes too long."""
        import subprocess  # 10 ms, and most calls ask nothing

        environment = {key: each for key, each in os.environ.items() if key not in _MISLEADING}
        try:
            done = subprocess.run(
                ("git", *_QUIET, "-C", self._root, *words),
                input=b"" if input is None else input,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment | _ENVIRONMENT,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, ValueError, subprocess.SubprocessError):
            return b""
        return done.stdout if done.returncode == 0 else b""


def _contents(answer: bytes, names: Sequence[str]) -> Mapping[str, bytes]:
    """What `cat-file --batch` answers: for each name a head with the size, then the content."""
    found: dict[str, bytes] = {}
    at = 0
    for name in names:
        end = answer.find(b"\n", at)
        if end < 0:
            break
        head = answer[at:end].split()
        at = end + 1
        if len(head) == 3 and head[1] == b"blob" and head[2].isdigit():  # noqa: PLR2004
            size = int(head[2])
            found[name] = answer[at : at + size]
            at += size + 1
        elif len(head) == 3 and head[2].isdigit():  # noqa: PLR2004 another kind of object
            at += int(head[2]) + 1
    return found


def _lines(told: str) -> Mapping[str, Commit]:
    """What `blame --line-porcelain` tells: heads, and each line of the file behind a tab."""
    lines: dict[str, Commit] = {}
    name, heads = "", dict[str, str]()
    for line in told.split("\n"):
        if line.startswith("\t"):
            commit = Commit(
                name=name[:7],
                date=_date(heads.get("author-time", ""), heads.get("author-tz", "")),
                subject=heads.get("summary", ""),
                author=heads.get("author", ""),
            )
            text = line[1:].strip()
            if text and (text not in lines or lines[text].date < commit.date):
                lines[text] = commit
            name, heads = "", {}
        elif not name:
            name = line.partition(" ")[0]
        else:
            key, _, rest = line.partition(" ")
            heads[key] = rest
    return lines


def _date(seconds: str, zone: str) -> str:
    """The day of a commit where it was made."""
    import time

    try:
        offset = (int(zone[:3]) * 60 + int(f"{zone[0]}{zone[3:]}")) * 60 if zone else 0
        return time.strftime("%Y-%m-%d", time.gmtime(int(seconds) + offset))
    except (ValueError, OverflowError, OSError):
        return ""
