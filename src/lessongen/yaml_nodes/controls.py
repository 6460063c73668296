"""Characters that no YAML text can have: nobody types them, and no reader can see them.

A module of its own, imported when there may be one: compiling the pattern takes 10 ms.
"""

import re

# Everything outside YAML 1.1's "printable"; half a surrogate pair counts too.
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARK = "\ufffd"


def first_control(text: str) -> int:
    """Where the first control character stands; -1: there is none."""
    found = _CONTROL.search(text)
    return found.start() if found else -1


def without_controls(text: str) -> str:
    """The text with a replacement character in place of each control character."""
    return _CONTROL.sub(_MARK, text)
