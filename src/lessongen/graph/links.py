"""Where the links and images of a document lead, in the language of its page."""

import posixpath
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from lessongen.graph.headings import normal_fragment
from lessongen.graph.outside import outside_link
from lessongen.model.document import Document, Image, Link
from lessongen.model.problem import Outcome, Problem
from lessongen.model.site import Asset, AssetFile, ResolvedImage, ResolvedLink
from lessongen.model.source import Span
from lessongen.model.suggestion import did_you_mean
from lessongen.model.value import value

_NOWHERE = ResolvedLink(kind="none")


@value
class Target:
    """A page that links may lead to: its text's language and its anchors' ids."""

    permalink: str
    locale: str
    anchors: Mapping[str, str]


@value
class LinkMap:
    """What exists: enough to resolve any link of any document.

    `families` knows every document by its path (NFC), also by the path that its source's name
    would have in another language. `pages` holds, by locale and family, the page to lead to:
    the one in that language, else the source's.
    """

    families: Mapping[str, str]
    pages: Mapping[tuple[str, str], Target]
    permalinks: Mapping[str, Target]
    assets: Mapping[str, AssetFile]


def resolve_links(
    document: Document, locale: str, anchors: Mapping[str, str], links: LinkMap
) -> Outcome[tuple[ResolvedLink, ...]]:
    """One resolved link for each of `document.body.links`, for a page in `locale`."""
    resolver = _Resolver(document=document, locale=locale, anchors=anchors, links=links)
    resolved = tuple(resolver.resolve(link) for link in document.body.links)
    return Outcome(value=resolved, problems=tuple(resolver.problems))


def resolve_images(document: Document, links: LinkMap) -> Outcome[tuple[ResolvedImage, ...]]:
    """One resolved image for each of `document.body.images`."""
    problems: list[Problem] = []
    resolved = tuple(
        _resolve_image(image, document, links, problems) for image in document.body.images
    )
    return Outcome(value=resolved, problems=tuple(problems))


def asset_of(file: AssetFile) -> Asset:
    """The file under its name in the output: `assets/photo.1a2b3c4d.jpg`."""
    stem, ending = posixpath.splitext(posixpath.basename(file.path))
    return Asset(file=file, path=f"assets/{stem}.{file.digest[:8]}{ending.lower()}")


@dataclass(slots=True, kw_only=True)
class _Resolver:
    """Resolves the links of one document and collects their problems."""

    document: Document
    locale: str
    anchors: Mapping[str, str]
    links: LinkMap
    problems: list[Problem] = field(default_factory=list)

    def resolve(self, link: Link) -> ResolvedLink:
        outside = outside_link(link.target)
        if outside is not None:
            return outside
        path, _, fragment = link.target.strip().partition("#")
        path = path.partition("?")[0]
        if not path:
            return ResolvedLink(kind="here", fragment=self._id(fragment, self.anchors, link))
        page = self._page(path)
        if page is not None:
            other = "" if page.locale == self.document.locale else page.locale
            found = self._id(fragment, page.anchors, link)
            return ResolvedLink(kind="page", href=page.permalink, fragment=found, locale=other)
        file = self.links.assets.get(_project_path(path, self.document))
        if file is not None:
            asset = asset_of(file)
            return ResolvedLink(kind="asset", href=asset.path, asset=asset)
        self.problems.append(_no_target(path, link, self.document, self.links))
        return _NOWHERE

    def _page(self, path: str) -> Target | None:
        known = self.links.permalinks.get(_as_permalink(path)) if path.startswith("/") else None
        if known is not None:
            return known
        wanted = _project_path(path, self.document)
        family = self.links.families.get(wanted)
        if family is None:
            return None
        folder = wanted.split("/", 2)[1]
        # A link into another language's folder is meant: it stays in that language.
        locale = self.locale if folder == self.document.locale else folder
        return self.links.pages.get((locale, family))

    def _id(self, fragment: str, anchors: Mapping[str, str], link: Link) -> str:
        """The id that a fragment means; an unknown one is reported and left out."""
        wanted = normal_fragment(fragment)
        if wanted and wanted not in anchors:
            self.problems.append(_no_anchor(wanted, link, anchors))
        return anchors.get(wanted, "")


def _as_permalink(path: str) -> str:
    plain = unquote(path).removesuffix("index.html")
    return plain if plain.endswith("/") or "." in plain.rsplit("/", 1)[-1] else plain + "/"


def _project_path(path: str, document: Document) -> str:
    """The path in the project that a relative target means; NFC, percent-decoded."""
    plain = unicodedata.normalize("NFC", unquote(path))
    if plain.startswith("/"):
        return posixpath.normpath("content" + plain)
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), plain))


def _no_anchor(wanted: str, link: Link, anchors: Mapping[str, str]) -> Problem:
    return Problem(
        code="broken-anchor",
        severity="warning",
        message=f'no heading or id "{wanted}" on the page that "{link.target}" leads to',
        span=link.span,
        hint=did_you_mean(wanted, anchors) or "link to a heading's id, or leave out the #",
    )


def _no_target(path: str, link: Link, document: Document, links: LinkMap) -> Problem:
    wanted = _project_path(path, document)
    if wanted in links.families:
        return Problem(
            code="unpublished-link",
            severity="warning",
            message=f'"{link.target}" is not published yet: the text stays, without a link',
            span=link.span,
            hint="the link comes alive when the page is published",
        )
    kind = "lesson" if wanted.endswith(".md") else "file"
    return Problem(
        code="broken-link",
        severity="error",
        message=f'no {kind} "{link.target.partition("#")[0]}"',
        span=link.span,
        hint=_nearest(path, wanted, document, links),
    )


def _nearest(path: str, wanted: str, document: Document, links: LinkMap) -> str:
    if wanted.rstrip("/") + ".md" in links.families:
        return f'link to the source file: "{path.rstrip("/")}.md"'
    if not wanted.startswith("content/"):
        return "link to a file below content/, or to a full address (https://…)"
    folder = posixpath.dirname(document.path)
    names = {posixpath.relpath(each, folder) for each in _neighbours(document, links)}
    return did_you_mean(path, names) or "give the path of a file, relative to this one"


def _neighbours(document: Document, links: LinkMap) -> Iterator[str]:
    language = f"content/{document.locale}/"
    yield from (path for path in links.families if path.startswith(language))
    yield from links.assets


def _resolve_image(
    image: Image, document: Document, links: LinkMap, problems: list[Problem]
) -> ResolvedImage:
    target = image.target.strip()
    if target.lower().startswith(("http:", "https:", "//")):
        return ResolvedImage(url=target)
    path = target.partition("#")[0].partition("?")[0]
    file = links.assets.get(_project_path(path, document))
    if file is not None:
        return ResolvedImage(asset=asset_of(file))
    problems.append(_missing_image(image, image.span, document, links))
    return ResolvedImage()


def _missing_image(image: Image, span: Span, document: Document, links: LinkMap) -> Problem:
    folder = posixpath.dirname(document.path)
    names = (posixpath.relpath(path, folder) for path in links.assets)
    return Problem(
        code="missing-image",
        severity="error",
        message=f'no image "{image.target}"',
        span=span,
        hint=did_you_mean(image.target, names)
        or "put the file below content/ and give its path relative to this file",
    )
