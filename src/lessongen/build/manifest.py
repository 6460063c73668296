"""The list of the files that lessongen wrote: text to mapping and back."""

from collections.abc import Iterable, Mapping

from lessongen.build.places import is_safe

NAME = ".lessongen-manifest"


def read_manifest(text: str) -> Mapping[str, frozenset[str]]:
    r"""The digests of every listed path; two where a build was interrupted.

    Lines that name no place inside the output folder are ignored.

    >>> read_manifest("aa  en/index.html\nbb  en/index.html\ncc  ../x\n") == {
    ...     "en/index.html": frozenset({"aa", "bb"})
    ... }
    True
    """
    found: dict[str, frozenset[str]] = {}
    for line in text.split("\n"):
        digest, separator, path = line.partition("  ")
        if separator and digest and is_safe(path):
            known = found.get(path)
            found[path] = known | {digest} if known else frozenset((digest,))
    return found


def manifest_text(digests: Mapping[str, Iterable[str]]) -> str:
    r"""A line for every path and digest, sorted by path.

    >>> manifest_text({"b": {"22"}, "a": {"11", "00"}})
    '00  a\n11  a\n22  b\n'
    """
    lines = [f"{digest}  {path}\n" for path in sorted(digests) for digest in sorted(digests[path])]
    return "".join(lines)
