"""Documents that have changed are read again: all that other processes do of an amended build.

order_for  --> what such a process has to know, as plain values
get_ready  --> what it can load before it knows that
read_again --> the document with its new words
"""

from typing import TYPE_CHECKING, Any, cast

from lessongen.build.codec import decode, encode
from lessongen.model.problem import Outcome

if TYPE_CHECKING:
    from lessongen.amending.look import Look
    from lessongen.reading import ReadDocument

# The file, the settings, and what an earlier reading gave, if anybody remembers: all encoded.
Order = tuple[object, object, object]


def order_for(path: str, look: "Look") -> Order:
    """What there is to read at a path; its front matter, where that is the same, is not."""
    from lessongen.project import document_key, units_key

    found = look.memo.get(document_key(path, look.earlier))
    units = look.memo.get(units_key(path, look.earlier[path]))
    is_known = isinstance(found, Outcome) and isinstance(units, tuple)
    earlier = (found, units) if is_known else None
    return (encode(look.files.read(path)), encode(look.prints.settings), encode(earlier))


def read_again(order: Order) -> "ReadDocument":
    """A document with its new words."""
    from lessongen.reading import document_in

    file, settings, earlier = (cast("Any", decode(each)) for each in order)
    return document_in(file, settings, earlier)
