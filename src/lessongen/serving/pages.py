"""The files of a site as one build made them, each made when somebody asks for it."""

import os
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from threading import Lock

from lessongen.model.artifact import Artifact
from lessongen.model.problem import Problem
from lessongen.model.value import value
from lessongen.rendering.templates import TemplateFailure
from lessongen.shell.files import read_file

_MOST_BYTES = 32 << 20  # of files that were made, held in case somebody asks again


@value
class File:
    """The bytes of a file; of a page whose template fails, as it last was, and the problem."""

    content: bytes
    problem: Problem | None = None


class Pages:
    """The files of one build by their paths in the site.

    `good` are the pages of an earlier build whose templates worked.
    """

    def __init__(self, root: str, artifacts: Iterable[Artifact], good: "Pages | None") -> None:
        self._root = root
        self._artifacts = {artifact.path: artifact for artifact in artifacts}
        self._good = good
        self._made: OrderedDict[str, File] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __contains__(self, path: object) -> bool:
        return path in self._artifacts

    def __iter__(self) -> Iterator[str]:
        return iter(self._artifacts)

    def __len__(self) -> int:
        return len(self._artifacts)

    def artifact(self, path: str) -> Artifact:
        """What is known of the file."""
        return self._artifacts[path]

    def made(self, path: str) -> File | None:
        """The file, if somebody has asked for it lately."""
        with self._lock:
            return self._made.get(path)

    def read(self, path: str) -> File:
        """The file; raises `OSError` if it is a copy of a file that is gone."""
        file = self.made(path)
        if file is None:
            file = self._make(self._artifacts[path])
            self._hold(path, file)
        return file

    def let_go_of_older(self) -> None:
        """Forgets the earlier build: all pages of this one can be made."""
        self._good = None

    def _make(self, artifact: Artifact) -> File:
        if artifact.copy_of:
            return File(content=read_file(os.path.join(self._root, artifact.copy_of))[0])
        try:
            return File(content=artifact.produce())
        except TemplateFailure as failure:
            known = self._good is not None and artifact.path in self._good
            old = self._good.read(artifact.path).content if known and self._good else b""
            return File(content=old, problem=failure.problem)

    def _hold(self, path: str, file: File) -> None:
        with self._lock:
            if (before := self._made.pop(path, None)) is not None:
                self._size -= len(before.content)
            self._size += len(file.content)
            self._made[path] = file
            while self._size > _MOST_BYTES and len(self._made) > 1:
                _, old = self._made.popitem(last=False)
                self._size -= len(old.content)
