"""Small sites for the tests of views, pages and outputs, made by the graph from documents."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from lessongen.graph.ingredients import Ingredients
from lessongen.graph.site import assemble
from lessongen.model.catalog import CONTEXT_END, Catalog
from lessongen.model.document import (
    Body,
    Document,
    DocumentKind,
    FrontMatter,
    Heading,
    Hole,
    HtmlFragment,
    Image,
    Link,
    Takeaway,
)
from lessongen.model.people import Comment, Person, Tag, Term
from lessongen.model.settings import Settings
from lessongen.model.site import AssetFile, Site
from lessongen.model.source import Span
from lessongen.model.standing import Standing
from lessongen.rendering.frame import Frame, frames_of

HERE = Span(path="content/en/01-x.md", line=9)
ASSETS = {"style.css": "assets/style.1a2b3c4d.css"}
SPANISH_URLS = {
    "section": "seccion",
    "takeaways": "ideas-clave",
    "people": "personas",
    "articles": "articulos",
    "tags": "etiquetas",
    "all": "todo",
}


def text(*parts: str | Link | Image | Heading, words: int = 300) -> Body:
    """A body of HTML, links (with their texts), images and headings, in this order: one block."""
    holes: list[str | Hole] = []
    links = [part for part in parts if isinstance(part, Link)]
    images = [part for part in parts if isinstance(part, Image)]
    headings = [part for part in parts if isinstance(part, Heading)]
    for part in parts:
        if isinstance(part, str):
            holes.append(part)
        elif isinstance(part, Link):
            index = links.index(part)
            holes += [("link", index), part.text, ("/link", index)]
        elif isinstance(part, Image):
            holes.append(("image", images.index(part)))
        else:
            tag = f"h{part.level}"
            holes += [f'<{tag} id="', ("id", part.hole), f'">{part.text}</{tag}>']
    return Body(
        html=HtmlFragment(parts=tuple(holes), digest=sha256(repr(parts).encode()).hexdigest()),
        headings=tuple(headings),
        links=tuple(links),
        images=tuple(images),
        ids=tuple(heading.id for heading in headings),
        words=words,
        blocks=(("html", 0, 0, 0),),
    )


def link(target: str, words: str = "words", **attributes: str) -> Link:
    """A link of a body."""
    return Link(target=target, text=words, attributes=tuple(attributes.items()), span=HERE)


def image(target: str, alt: str | None = "a picture", **attributes: str) -> Image:
    """An image of a body."""
    return Image(target=target, alt=alt, attributes=tuple(attributes.items()), span=HERE)


def heading(hole: int, words: str, name: str = "") -> Heading:
    """The heading in the hole of this number."""
    return Heading(
        level=2,
        text=words,
        id=name or words.lower().replace(" ", "-"),
        explicit=bool(name),
        hole=hole,
        span=HERE,
    )


def document(
    locale: str,
    key: str,
    *,
    body: Body | None = None,
    **front: Any,  # noqa: ANN401 the fields of FrontMatter
) -> Document:
    """A document; its key says of which kind it is, as the paths of files do."""
    folder, _, name = key.rpartition("/")
    kinds: Mapping[str, DocumentKind] = {"articles": "article", "pages": "page"}
    kind = kinds.get(folder, "series" if name == "index" else "lesson")
    path = f"content/{locale}/{key}.md"
    return Document(
        path=path,
        locale=locale,
        key=key,
        kind=kind,
        front=FrontMatter(**{"title": name, **front}, spans={}),
        body=body or text("<p>Text.</p>"),
    )


def lesson(
    locale: str,
    number: int,
    *,
    body: Body | None = None,
    **front: Any,  # noqa: ANN401 the fields of FrontMatter
) -> Document:
    """Lesson `number` of section 1, with one takeaway."""
    fields: dict[str, Any] = {
        "title": f"Lesson {number} in {locale}",
        "lesson": number,
        "section": "1",
        "summary": f"About {number}.",
        "takeaways": (Takeaway(text=f"Keep {number}."),),
    }
    return document(locale, f"{number:02}-lesson", body=body, **{**fields, **front})


def translation(
    locale: str,
    number: int,
    *,
    body: Body | None = None,
    **front: Any,  # noqa: ANN401 the fields of FrontMatter
) -> Document:
    """A translation of lesson `number`."""
    fields: dict[str, Any] = {
        "title": f"Lección {number}",
        "summary": f"Sobre {number}.",
        "takeaways": (Takeaway(text=f"Guarda {number}."),),
    }
    return document(locale, f"{number:02}-lesson", body=body, **{**fields, **front})


def person(name: str, **bios: str) -> Person:
    """An entry of `people.yaml`."""
    span = Span(path="content/people.yaml")
    links = ("https://example.org/" + name,)
    return Person(id=name, name=name.title(), links=links, bios=bios, span=span)


def tag(name: str, **labels: str) -> Tag:
    """An entry of `tags.yaml`."""
    return Tag(id=name, labels=labels, span=Span(path="content/tags.yaml"))


def site(
    *documents: Document,
    languages: tuple[str, ...] = ("en", "es"),
    people: Iterable[Person] = (),
    tags: Iterable[Tag] = (),
    comments: Mapping[str, tuple[Comment, ...]] | None = None,
    assets: Iterable[AssetFile] = (),
    drafts: bool = False,
    standings: Mapping[str, Mapping[str, Standing]] | None = None,
    terms: Iterable[Term] = (),
    **settings: Any,  # noqa: ANN401 the fields of Settings
) -> Site:
    """The site that the graph makes of these documents."""
    return assemble(
        Ingredients(
            name="course",
            documents=documents,
            settings=Settings(languages=languages, **settings),
            catalogs={locale: catalog(locale) for locale in languages},
            people={each.id: each for each in people},
            tags={each.id: each for each in tags},
            comments=comments or {},
            assets={each.path: each for each in assets},
            today="2026-11-21",
            drafts=drafts,
            standings=standings or {},
            terms=tuple(terms),
        )
    ).value


def catalog(locale: str) -> Catalog:
    """Words of URLs and of links to other languages."""
    words = SPANISH_URLS if locale == "es" else {}
    forms = {f"url{CONTEXT_END}{word}": (own,) for word, own in words.items()}
    return Catalog(locale=locale, forms=forms)


def frames(made: Site) -> Mapping[str, Frame]:
    """What the pages of each language of the site share."""
    return frames_of(made, ASSETS)
