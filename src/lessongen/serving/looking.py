"""Looking at a project's files again and again, to see whether anything changed, and what."""

from collections.abc import Iterator, Mapping
from time import monotonic

from lessongen.model.value import value
from lessongen.project import Memo
from lessongen.shell.project_files import ProjectFiles, find_project
from lessongen.shell.state import Seen


@value
class Look:
    """The files as one look found them, and which differ from the look before."""

    files: ProjectFiles
    changed: tuple[str, ...]
    began: float  # by the monotonic clock
    is_first: bool = False


class Looker:
    """Looks at the project in the folder `root`; a file is read again only if it may differ.

    A file that is saved twice within a tick of the clock has the same stamp both times, so what
    was saved just now is read again by the next look, whatever its stamp.
    """

    def __init__(self, root: str, memo: Memo, known: Mapping[str, Seen]) -> None:
        self._root = root
        self._memo = memo
        self._known = known
        self._last: ProjectFiles | None = None

    def look(self, now: int) -> Look:
        """The files as they are now, which is `now` by the clock of the file system (0: unknown).

        Raises `UsageError` if the project is gone.
        """
        began = monotonic()
        find_project(self._root)
        last = self._last
        if last is not None:
            self._known = last.digests.seen()
        files = ProjectFiles(self._root, self._known, now, self._memo)
        if last is None:
            return Look(files=files, changed=(), began=began, is_first=True)
        changed = tuple(sorted(set(self._differences(last, files))))
        return Look(files=files, changed=changed, began=began)

    def remember(self, look: Look) -> None:
        """Compare the next look with this one."""
        self._last = look.files

    def known(self) -> Mapping[str, Seen]:
        """The digests of files by their stats, for builds of other processes."""
        return self._known if self._last is None else self._last.digests.seen()

    def is_settled(self) -> bool:
        """Whether everything that changes from now on must show in its stamp."""
        if self._last is None:
            return False
        digests = self._last.digests
        return all(digests.is_settled(each) for each in self._last.scan.files.values())

    def _differences(self, last: ProjectFiles, files: ProjectFiles) -> Iterator[str]:
        old, new = last.scan, files.scan
        yield from old.files.keys() ^ new.files.keys()
        for path in old.files.keys() & new.files.keys():
            if self._differs(path, last, files):
                yield path
        for path in old.links.keys() | new.links.keys():
            if old.links.get(path) != new.links.get(path):
                yield path
        # Places take no part in the equality of problems, but here they are what they are about.
        told = ({(each.code, each.span.path) for each in scan.problems} for scan in (old, new))
        yield from (path for _, path in set.symmetric_difference(*told))
        if last.bundled_stats != files.bundled_stats:
            yield "the bundled theme"

    def _differs(self, path: str, last: ProjectFiles, files: ProjectFiles) -> bool:
        looked, seen = files.scan.files[path], self._known.get(path)
        if seen is not None and seen[0] == looked:
            return False
        before = last.digests.known(path) or (seen[1] if seen else None)
        if before is None:  # no page has asked what is in it
            return looked != last.scan.files[path]
        return before != files.digests[path]
