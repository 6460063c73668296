"""The files of a project in which only documents have changed."""

import os
import stat
from collections.abc import Mapping, Sequence

from lessongen.amending.refusal import MoreThanWordsError
from lessongen.build.digest import digest_of_bytes
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.shell.files import read_file
from lessongen.shell.scan import RECORDS, Signature, is_leftover
from lessongen.shell.state import State
from lessongen.shell.unchanged import Record

_DOCUMENT = ".md"


def documents_among(changed: Sequence[str], record: Record, root: str) -> tuple[str, ...]:
    """The documents among what looks different; none if anything beside them may have changed.

    A folder looks different where an editor puts a new file in the place of the old one: then
    its names must be what they were.
    """
    known = {file[0] for file in record.groups[0][2]}
    if record.links or not all(_is_usual(path, known, root) for path in changed):
        return ()
    return tuple(path for path in changed if path.endswith(_DOCUMENT))


def _is_usual(path: str, known: set[str], root: str) -> bool:
    """Whether it is a document, or a folder with the names that it had."""
    place = os.path.join(root, path)
    try:
        mode = os.lstat(place).st_mode
        if path.endswith(_DOCUMENT):
            return stat.S_ISREG(mode)
        return stat.S_ISDIR(mode) and _names(place, path) == _known_in(path, known)
    except OSError:
        return False


def _names(place: str, path: str) -> set[str]:
    names = os.listdir(place)
    return {f"{path}/{name}" for name in names if name == RECORDS or not is_leftover(name)}


def _known_in(path: str, known: set[str]) -> set[str]:
    return {each for each in known if each.rpartition("/")[0] == path}


class AmendingFiles:
    """The texts of a project by what the last build knows, and some that were read anew.

    Raises `MoreThanWordsError` for a file that no build knows, `OSError` and `UnicodeDecodeError`
    for one that cannot be read.
    """

    def __init__(self, root: str, state: State, paths: Sequence[str]) -> None:
        self.earlier: Mapping[str, str] = {path: seen[1] for path, seen in state.files.items()}
        self.looked: dict[str, Signature] = {}
        self._root = root
        self._texts: dict[str, str] = {}
        digests = dict(self.earlier)
        for path in paths:
            if path not in digests:
                raise MoreThanWordsError(path)
            content, self.looked[path] = read_file(os.path.join(root, path))
            self._texts[path], digests[path] = content.decode(), digest_of_bytes(content)
        self.digests: Mapping[str, str] = digests

    def read(self, path: str) -> Outcome[SourceFile]:
        """A text file of the project."""
        text = self._texts.get(path)
        if text is None:
            text = read_file(os.path.join(self._root, path))[0].decode()
        return Outcome(value=SourceFile(path=path, text=text, digest=self.digests[path]))
