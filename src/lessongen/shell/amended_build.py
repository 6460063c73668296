"""What the last build left behind, and a build that amends its pages."""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from lessongen.amending.look import Look
from lessongen.amending.prints import Prints
from lessongen.amending.refusal import MoreThanWordsError
from lessongen.amending.rereading import Order, order_for
from lessongen.build.digest import digest_of_bytes
from lessongen.shell.amended_site import AmendedSite
from lessongen.shell.amending_files import AmendingFiles
from lessongen.shell.cache import Cache
from lessongen.shell.calls import Call
from lessongen.shell.files import read_file
from lessongen.shell.unchanged import NUMBERS, PRINTS, Record, read_kept, record_name, wish_of

if TYPE_CHECKING:
    from lessongen.reading import ReadDocument
    from lessongen.shell.memo_file import MemoFile
    from lessongen.shell.state import State
    from lessongen.shell.workers import Forked


class Opened:
    """What the last build left behind, while nobody else builds."""

    def __init__(self, call: Call, record: Record, root: str, cache: Cache) -> None:
        self.call = call
        self.record = record
        self.root = root
        self.cache = cache
        self.now = cache.now()
        self.output: str = record.groups[-1][0]
        self.state: State = cache.read_state()
        self.memo: MemoFile = cache.memo(self.state.engine, fresh=False)
        prints: Any = cache.read(PRINTS) or (0, {})
        numbers: Any = cache.read(NUMBERS) or (0, 0, {})
        self.prints: int = prints[0]
        self.numbers: tuple[int, int] = numbers[:2]  # of which prints, and their own
        self.packed: Mapping[str, Any] = {**prints[1], **numbers[2]}

    def is_whole(self) -> bool:
        """Whether all of it is of one build, the last one."""
        record = read_kept(self.root, record_name(self.call.command), wish_of(self.call))
        return (
            record is not None
            and record.pack() == self.record.pack()
            and self.numbers == (self.prints, self.record.numbers)
            and self.state.output == self.output
        )

    def phrases(self) -> dict[str, str]:
        """What Babel said in earlier builds."""
        return dict(cast("Mapping[str, str]", self.memo.get("phrases") or {}))

    def read_page(self, path: str) -> str:
        """A page of the output as the last build left it; raises `OSError` for any other."""
        content, known = read_file(f"{self.output}/{path}")[0], self.state.written.get(path)
        if known is None or known.digest != digest_of_bytes(content):
            raise OSError(path)
        return content.decode()


def amended_build(
    call: Call,
    record: Record,
    changed: Sequence[str],
    paths: Sequence[str],
    readers: "Forked[Order, ReadDocument]",
) -> Sequence[str] | None:
    """The paths in the output that were written; None if it takes a whole build.

    `changed` is what looks different in the project, `paths` the documents among it; `readers`
    get ready to read those.
    """
    root = os.path.abspath(call.project)
    cache = Cache(root)
    if not cache.lock(wait=False):
        return None
    opened = Opened(call, record, root, cache)
    try:
        if not opened.is_whole():
            return None
        files = AmendingFiles(root, opened.state, paths)
        look = Look(files, files.earlier, opened.memo, Prints(opened.packed))
        readers.give([order_for(path, look) for path in paths])
        site = AmendedSite(opened, files, look)
        return site.write(dict(zip(paths, readers.results(helping=False), strict=True)), changed)
    except (MoreThanWordsError, OSError, UnicodeDecodeError):
        # Nothing has been written, or what was begun is listed: the whole build finishes it. It
        # need not read again what was read here.
        opened.memo.save(complete=False)
        return None
    finally:
        opened.memo.close()
        cache.release()
