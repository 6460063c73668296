"""The files of a project in which only documents have changed."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lessongen.amending.refusal import MoreThanWordsError
from lessongen.build.digest import digest_of_bytes
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.shell.files import read_file
from lessongen.shell.state import State

if TYPE_CHECKING:
    from lessongen.shell.scan import Signature


class _Digests(dict[str, str]):
    """The digests of files, by path."""

    def __missing__(self, path: str) -> str:
        raise MoreThanWordsError(f"no build knows {path}")


class AmendingFiles:
    """The texts of a project by what the last build knows, and some that were read anew.

    Raises `MoreThanWordsError` for a file that no build knows, `OSError` and `UnicodeDecodeError`
    for one that cannot be read.
    """

    def __init__(self, root: str, state: State, paths: Sequence[str]) -> None:
        self.earlier = _Digests({path: seen[1] for path, seen in state.files.items()})
        self.looked: dict[str, Signature] = {}
        self._root = root
        self._texts: dict[str, str] = {}
        self.digests = _Digests(self.earlier)
        for path in paths:
            content, self.looked[path] = read_file(os.path.join(root, path))
            self._texts[path], self.digests[path] = content.decode(), digest_of_bytes(content)

    def read(self, path: str) -> Outcome[SourceFile]:
        """A text file of the project."""
        text = self._texts.get(path)
        if text is None:
            text = read_file(os.path.join(self._root, path))[0].decode()
        return Outcome(value=SourceFile(path=path, text=text, digest=self.digests[path]))
