"""What a template is made of: itself and everything it extends, includes or imports.

Found in the texts alone, so that a build with nothing to render never loads jinja2.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

_REFERENCE = re.compile(
    r"\{%[-+]?\s*(?:(?:extends|include|import)\s+(?P<names>.*?)|from\s+(?P<module>.*?)\simport\s.*?)"
    r"[-+]?%\}",
    re.DOTALL,
)
_NAME = re.compile(r"""(["'])(.*?)\1""", re.DOTALL)
# What may stand beside quoted names when no name is worked out at run time.
_PLAIN = re.compile(r"(?:ignore\s+missing|without\s+context|with\s+context|as\s+\w+|[\s,()\[\]])*")


def closure(name: str, texts: Mapping[str, str]) -> frozenset[str]:
    """The names of the template and all that it uses; of all templates if it works out a name."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in found or current not in texts:
            continue
        found.add(current)
        for used in _references(texts[current]):
            if used is None:
                return frozenset(texts)
            waiting.append(used)
    return frozenset(found)


def closure_digest(name: str, texts: Mapping[str, str]) -> str:
    """The digest of the texts of a template's closure."""
    digest = sha256()
    for used in sorted(closure(name, texts)):
        digest.update(f"{used}\0{len(texts[used])}\0{texts[used]}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _references(text: str) -> Iterator[str | None]:
    """The names that a template refers to; None for one that is worked out at run time."""
    for reference in _REFERENCE.finditer(text):
        expression = reference["names"] or reference["module"]
        if not _PLAIN.fullmatch(_NAME.sub("", expression)):
            yield None
        for name in _NAME.finditer(expression):
            yield name[2]
