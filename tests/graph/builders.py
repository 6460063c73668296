"""Small documents and sites, made from what a test cares about."""

from collections.abc import Iterable, Mapping
from typing import Any

from lessongen.graph.ingredients import Ingredients
from lessongen.graph.site import assemble
from lessongen.model.catalog import CONTEXT_END, Catalog
from lessongen.model.document import Body, Document, FrontMatter, Heading, HtmlFragment, Image, Link
from lessongen.model.people import Person
from lessongen.model.problem import Outcome
from lessongen.model.settings import Settings
from lessongen.model.site import AssetFile, Site
from lessongen.model.source import Span
from lessongen.model.standing import Standing
from lessongen.parsing.paths import place_of

SPANISH_WORDS = {
    "section": "seccion",
    "takeaways": "ideas-clave",
    "people": "personas",
    "articles": "articulos",
    "tags": "etiquetas",
    "all": "todo",
    "search": "buscar",
}


def catalog(locale: str) -> Catalog:
    """The words of URLs: Spanish ones for Spanish, English ones for all else."""
    words = SPANISH_WORDS if locale == "es" else {}
    forms = {f"url{CONTEXT_END}{word}": (own,) for word, own in words.items()}
    return Catalog(locale=locale, forms=forms)


def document(path: str, body: Body | None = None, **front: Any) -> Document:  # noqa: ANN401
    """A document at `path` ("en/02-x.md", below content/) with the front matter given."""
    place = place_of(f"content/{path}")
    assert place is not None
    locale, key, kind = place
    front.setdefault("title", key.rsplit("/", 1)[-1])
    spans = {name: Span(path=f"content/{path}", line=2) for name in front}
    return Document(
        path=f"content/{path}",
        locale=locale,
        key=key,
        kind=kind,
        front=FrontMatter(**front, spans=spans),
        body=body or Body(html=HtmlFragment()),
    )


def lesson(path: str, number: int | None = None, **front: Any) -> Document:  # noqa: ANN401
    """A lesson; with a number it says its section, too, as a source must."""
    if number is not None:
        front.setdefault("section", "1")
    return document(path, lesson=number, **front)


def body(
    *, links: Iterable[str] = (), images: Iterable[str] = (), headings: Iterable[str] = ()
) -> Body:
    """A body that is nothing but links, images and headings ("## text" or "## text {#id}")."""
    span = Span(path="", line=9)
    made = [_heading(text, hole) for hole, text in enumerate(headings)]
    return Body(
        html=HtmlFragment(),
        links=tuple(Link(target=target, text=target, span=span) for target in links),
        images=tuple(Image(target=target, alt="", span=span) for target in images),
        headings=tuple(made),
        ids=tuple(each.id for each in made),
    )


def _heading(written: str, hole: int) -> Heading:
    marks, _, text = written.partition(" ")
    text, _, explicit = text.partition(" {#")
    return Heading(
        level=len(marks),
        text=text,
        id=explicit.rstrip("}") or text.lower().replace(" ", "-"),
        explicit=bool(explicit),
        hole=hole,
        span=Span(path="", line=9 + hole),
    )


def site(
    *documents: Document,
    assets: Iterable[str] = (),
    people: Iterable[str] = (),
    today: str = "2026-11-21",
    drafts: bool = False,
    languages: tuple[str, ...] = ("en", "es"),
    standings: Mapping[str, Mapping[str, Standing]] | None = None,
    **settings: Any,  # noqa: ANN401
) -> Outcome[Site]:
    """The site that the documents make; assets are paths below content/."""
    files = {
        f"content/{path}": AssetFile(path=f"content/{path}", digest="0123456789abcdef", size=1)
        for path in assets
    }
    span = Span(path="content/people.yaml")
    named: Mapping[str, Person] = {each: Person(id=each, name=each, span=span) for each in people}
    return assemble(
        Ingredients(
            name="course",
            documents=documents,
            settings=Settings(languages=languages, **settings),
            catalogs={locale: catalog(locale) for locale in languages},
            people=named,
            tags={},
            comments={},
            assets=files,
            today=today,
            drafts=drafts,
            standings=standings or {},
        )
    )


def codes(outcome: Outcome[Any]) -> list[str]:
    """The codes of the problems, sorted."""
    return sorted(problem.code for problem in outcome.problems)
