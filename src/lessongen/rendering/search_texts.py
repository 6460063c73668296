"""What can be found: the words of the site's own pages, without the furniture around them.

Only what a page is there for is indexed: texts, their takeaways, and what is told of people. No
lists, which repeat what others say; nothing borrowed, because a reader who searches in one
language expects that language.
"""

from collections.abc import Iterator
from html import escape

from lessongen.model.document import Body
from lessongen.model.search import SearchText
from lessongen.model.site import Edition, Node, PersonPage, ResolvedImage, ResolvedLink, Site
from lessongen.model.view_pieces import BodyView
from lessongen.rendering.filling import Phrases, fill_body
from lessongen.rendering.people import paragraphs


def search_texts(site: Site) -> Iterator[SearchText]:
    """Every text that readers can find, in the order of the site's languages."""
    for edition in site.editions.values():
        for node in edition.nodes.values():
            if not node.borrowed:
                yield _text_of(node, remote=site.settings.remote_images == "allow")
        yield from _bios(edition)


def _text_of(node: Node, *, remote: bool) -> SearchText:
    front, body = node.front, node.document.body
    return SearchText(
        path=node.route.path,
        locale=node.locale,
        title=node.title,
        before=tuple(_above(node)),
        after=tuple(
            words for each in front.takeaways for words in (each.text, each.prompt) if words
        ),
        number=front.lesson or 0,
        digest=body.html.digest,
        ids=node.ids,
        images=tuple(_is_shown(image, remote=remote) for image in node.images),
        body=body,
    )


def _above(node: Node) -> Iterator[str]:
    front = node.front
    if front.summary:
        yield front.summary
    if front.epigraph:
        yield front.epigraph.text
        yield front.epigraph.cite


def _is_shown(image: ResolvedImage, *, remote: bool) -> bool:
    return image.asset is not None or (remote and bool(image.url))


def _bios(edition: Edition) -> Iterator[SearchText]:
    """The people of whom something is told in this language."""
    for page in edition.people:
        bio = page.person.bios.get(edition.locale, "")
        if bio:
            yield _bio(page, edition.locale, bio)


def _bio(page: PersonPage, locale: str, bio: str) -> SearchText:
    return SearchText(
        path=page.listing.route.path,
        locale=locale,
        title=page.person.name,
        before=paragraphs(bio),
    )


def search_html(text: SearchText) -> str:
    """The text as a small page, for the indexer: headings keep their ids, links are not needed."""
    body = _body(text, text.body) if text.body else ""
    number = f' data-pagefind-meta="number:{text.number}"' if text.number else ""
    return (
        f'<!doctype html><html lang="{escape(text.locale)}"><head><meta charset="utf-8"></head>'
        f"<body data-pagefind-body{number}><h1>{escape(text.title)}</h1>"
        f"{_paragraphs(text.before)}{body}{_paragraphs(text.after)}</body></html>"
    )


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


# What is left of links and images: the words of a link, the text of an image that is not shown.
_LINK = ResolvedLink(kind="none")
_SHOWN, _NOT_SHOWN = ResolvedImage(url="."), ResolvedImage()


def _body(text: SearchText, body: Body) -> str:
    """The body without a word of the theme's: those are the same everywhere."""
    view = BodyView(
        body=body,
        digest=text.digest,
        links=(_LINK,) * len(body.links),
        images=tuple(_SHOWN if shown else _NOT_SHOWN for shown in text.images),
        ids=text.ids,
        root="",
        locale=text.locale,
        remote_images=True,
    )
    return fill_body(view, Phrases(remark=_nothing, label=_nothing))


def _nothing(_: str) -> str:
    return ""
