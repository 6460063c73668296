"""Processes that read documents, started before anybody knows which there are.

Where nothing is remembered, every document is new, and what parses them takes longest to load.
"""

import os
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from lessongen.build.codec import decode
from lessongen.build.digest import digest_of_bytes
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.shell.ahead import load_readers
from lessongen.shell.calls import Call
from lessongen.shell.files import ChangedWhileReadingError, read_file
from lessongen.shell.scan import CONTENT
from lessongen.shell.store import FOLDER, MEMO
from lessongen.shell.workers import Forked, spare_processes

if TYPE_CHECKING:
    from lessongen.model.settings import Settings
    from lessongen.reading import ReadDocument

_EACH = 30  # documents take as long to be parsed as what parses them takes to load

# The project's folder, a path in it, the digest of the file there, and the settings, encoded.
EarlyOrder = tuple[str, str, str, Any]
EarlyReaders = Forked[EarlyOrder, Any]  # "ReadDocument", when somebody has loaded that


def early_readers(call: Call) -> EarlyReaders | None:
    """Processes that load what parses, if all documents of the project must be read."""
    root = os.path.abspath(call.project)
    if not call.clean and os.path.isfile(os.path.join(root, FOLDER, MEMO)):
        return None
    children = min(spare_processes(call.jobs), -(-_about_how_many(root) // _EACH))
    if not children:
        return None
    return Forked(read_new, children, get_ready=partial(load_readers, front_matter=True))


def _about_how_many(root: str) -> int:
    """How many documents there seem to be: what lies in the folders of the languages."""
    content = os.path.join(root, CONTENT)
    try:
        folders = [each.path for each in os.scandir(content) if each.is_dir()]
        return sum(len(os.listdir(folder)) for folder in folders)
    except OSError:
        return 0  # somebody else will say why


def read_new(order: EarlyOrder) -> "ReadDocument":
    """A document that nobody has read before.

    Raises `OSError`, `UnicodeDecodeError` or `ChangedWhileReadingError` for a file that others
    have to look at more closely.
    """
    from lessongen.reading import document_in

    root, path, digest, settings = order
    content = read_file(os.path.join(root, path))[0]
    if digest_of_bytes(content) != digest:
        raise ChangedWhileReadingError(path)
    file = Outcome(value=SourceFile(path=path, text=content.decode(), digest=digest))
    return document_in(file, cast("Settings", decode(settings)))
