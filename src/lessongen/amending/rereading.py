"""Documents that have changed are read again: all that another process does of an amended build."""

from lessongen.amending.look import Look
from lessongen.model.problem import Outcome
from lessongen.project import document_key, units_key
from lessongen.reading import ReadDocument, read_document


def read_again(path: str, look: Look) -> ReadDocument:
    """A document with its new words; its front matter, where that is the same, is not read."""
    found = look.memo.get(document_key(path, look.earlier))
    units = look.memo.get(units_key(path, look.earlier[path]))
    earlier = (found, units) if isinstance(found, Outcome) and isinstance(units, tuple) else None
    settings = look.prints.settings
    return read_document(path, project=look.files, settings=settings, earlier=earlier)
