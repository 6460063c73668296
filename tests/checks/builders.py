"""Small values for the tests of the checks."""

from collections.abc import Iterable, Mapping, Sequence

from lessongen.graph.ingredients import Ingredients
from lessongen.graph.site import assemble
from lessongen.model.catalog import CONTEXT_END, Catalog
from lessongen.model.document import (
    Body,
    Document,
    DocumentKind,
    FrontMatter,
    Heading,
    HtmlFragment,
    Image,
    Link,
    Takeaway,
)
from lessongen.model.people import Person, Tag
from lessongen.model.problem import Problem
from lessongen.model.settings import Settings
from lessongen.model.site import Site
from lessongen.model.source import Span
from lessongen.model.unit import Unit, UnitKind
from lessongen.parsing.document import Parsed

SETTINGS = Settings(languages=("en", "es"))
HERE = Span(path="content/en/01-x.md", line=9, column=5)


def unit(text: str, kind: UnitKind = "paragraph", *, plain: str | None = None) -> Unit:
    """A unit that stands at the start of line 9; without `plain` its text is all plain."""
    ranges = []
    start = 100
    for line in text.split("\n"):
        ranges.append((start, start + len(line)))
        start += len(line) + 1
    return Unit(
        kind=kind,
        text=text,
        plain=text if plain is None else plain,
        ranges=tuple(ranges),
        span=Span(path="content/en/01-x.md", line=9, column=1),
    )


def units(*texts: str) -> tuple[Unit, ...]:
    """One paragraph for each text."""
    return tuple(unit(text) for text in texts)


def parsed(
    *content: Unit,
    locale: str = "en",
    kind: DocumentKind = "lesson",
    title: str = "A title",
    body: Body | None = None,
) -> Parsed:
    """A parsed document with these units, or with this body."""
    return Parsed(
        document=document(locale=locale, kind=kind, title=title, body=body), units=content
    )


def document(
    key: str = "01-x",
    *,
    locale: str = "en",
    kind: DocumentKind = "lesson",
    title: str | None = "A title",
    lesson: int | None = 1,
    body: Body | None = None,
    **front: object,
) -> Document:
    """A lesson of section 1 in English, unless something else is said."""
    fields: dict[str, object] = {"title": title}
    if kind == "lesson" and lesson is not None:
        fields |= {"lesson": lesson, "section": "1"}
    return Document(
        path=f"content/{locale}/{key}.md",
        locale=locale,
        key=key,
        kind=kind,
        front=FrontMatter(**(fields | front)),  # type: ignore[arg-type] # names are checked by the dataclass
        body=body or Body(html=HtmlFragment()),
    )


def takeaways(count: int) -> tuple[Takeaway, ...]:
    """As many takeaways as asked for."""
    return tuple(Takeaway(text=f"Sentence {number}.") for number in range(1, count + 1))


def body(
    *,
    headings: Iterable[tuple[int, str]] = (),
    links: Sequence[Link] = (),
    images: Sequence[Image] = (),
    words: int = 0,
) -> Body:
    """A body with headings of these levels and texts, and whatever else is given."""
    made = tuple(
        Heading(level=level, text=text, id=text.lower(), explicit=False, hole=hole, span=HERE)
        for hole, (level, text) in enumerate(headings)
    )
    return Body(
        html=HtmlFragment(),
        headings=made,
        links=tuple(links),
        images=tuple(images),
        ids=tuple(heading.id for heading in made),
        words=words,
    )


def link(target: str, text: str = "text", **attributes: str) -> Link:
    """A link as it stands in a body."""
    return Link(target=target, text=text, attributes=tuple(attributes.items()), span=HERE)


def image(target: str, alt: str | None) -> Image:
    """An image as it stands in a body."""
    return Image(target=target, alt=alt, span=HERE)


def person(name: str) -> Person:
    """An entry of `people.yaml`."""
    return Person(id=name, name=name, span=HERE)


def tag(name: str) -> Tag:
    """An entry of `tags.yaml`."""
    return Tag(id=name, labels={"en": name}, span=HERE)


def site(
    *documents: Document,
    settings: Settings = SETTINGS,
    people: Iterable[Person] = (),
    tags: Iterable[Tag] = (),
) -> Site:
    """The site that the graph makes of these documents."""
    ingredients = Ingredients(
        name="course",
        documents=documents,
        settings=settings,
        catalogs={locale: _catalog(locale) for locale in settings.languages},
        people={each.id: each for each in people},
        tags={each.id: each for each in tags},
        comments={},
        assets={},
        today="2026-11-21",
        drafts=False,
    )
    return assemble(ingredients).value


def messages(problems: Iterable[Problem]) -> list[str]:
    """What each problem says."""
    return [problem.message for problem in problems]


def _catalog(locale: str) -> Catalog:
    words: Mapping[str, str] = {"articles": "articulos"} if locale == "es" else {}
    forms = {f"url{CONTEXT_END}{word}": (translated,) for word, translated in words.items()}
    return Catalog(locale=locale, forms=forms)
