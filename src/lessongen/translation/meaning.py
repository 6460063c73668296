"""What the targets of links and images mean, whatever their language calls it."""

import posixpath
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

from lessongen.model.document import Document
from lessongen.model.document_pair import DocumentPair

_WEB = re.compile(r"(?:https?:)?//([^/?#]*)([^#]*)", re.IGNORECASE)
_SCHEME = re.compile(r"(mailto|tel):", re.IGNORECASE)
# Every language has films of its own there, and an address does not say so.
_FILMS = frozenset({"youtube", "youtu", "vimeo"})
_IN_A_LANGUAGE = 3  # parts of content/en/x.md: less is for all languages


class Meaning(NamedTuple):
    """What a target means: targets that mean the same are equal."""

    kind: str  # "web", "page", "permalink", "file", "here", "mailto" or "tel"
    name: str
    site: str = ""  # of an address
    local: bool = False  # whether it is made for one language, and says so


def meaning_of(target: str, document: Document, pair: DocumentPair) -> Meaning:
    """What a target in one of the documents of a pair means; the fragment is ignored."""
    web = _WEB.match(target)
    if web is not None:
        return _web(web[1].lower(), web[2], pair)
    scheme = _SCHEME.match(target)
    if scheme is not None:  # each language may have its own address and number
        return Meaning(scheme[1].lower(), "")
    path = target.partition("#")[0].partition("?")[0]
    return _file(_project_path(path, document), pair) if path else Meaning("here", "")


def is_same(ours: Meaning, theirs: Meaning) -> bool:
    """Whether a translation may well have `theirs` where its source has `ours`.

    They are the same but for the language: en.wikipedia.org/wiki/Tea, es.wikipedia.org/wiki/Té.
    """
    if (ours.kind, ours.name, ours.site) == (theirs.kind, theirs.name, theirs.site):
        return True
    return ours.kind == theirs.kind and ours.site == theirs.site and (ours.local or theirs.local)


def _web(host: str, path: str, pair: DocumentPair) -> Meaning:
    languages = (pair.source_language, pair.target_language)
    labels = [each for each in host.partition(":")[0].split(".") if each != "www"]
    site = [each for each in labels[:-1] if each not in languages] or labels
    path = path.strip("/")
    tagless = _without_language(path, pair)
    return Meaning(
        kind="web",
        name=tagless,
        site=".".join(site),
        local=tagless != path
        or any(language in labels for language in languages)
        or not _FILMS.isdisjoint(site),
    )


def _file(path: str, pair: DocumentPair) -> Meaning:
    folders = path.split("/")
    own = folders[0] == "content" and folders[1:2] in ([pair.source.locale], [pair.target.locale])
    own = own and len(folders) >= _IN_A_LANGUAGE
    inside = "/".join(folders[2:]) if own else path
    if own and path.endswith(".md"):
        return Meaning("page", pair.keys.get(path, inside.removesuffix(".md")))
    if own and "." not in folders[-1]:  # only the site knows what is at this address
        return Meaning("permalink", "")
    tagless = _without_language(inside, pair)
    return Meaning("file", tagless, local=own or tagless != inside)


def _without_language(path: str, pair: DocumentPair) -> str:
    """The path without the language where it stands alone: img/plan-es.png, /es/a, hl=es-MX."""
    languages = f"(?:{re.escape(pair.source_language)}|{re.escape(pair.target_language)})"
    tag = rf"(?:\A|[./_=-]){languages}(?:[-_](?:[a-z]{{2}}|\d{{3}}))?(?=[./_=&-]|\Z)"
    return re.sub(tag, "", path, flags=re.IGNORECASE).lstrip("/")


def _project_path(path: str, document: Document) -> str:
    plain = unicodedata.normalize("NFC", unquote(path))
    if plain.startswith("/"):
        return posixpath.normpath("content" + plain)
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), plain))
