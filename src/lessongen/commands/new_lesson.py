"""Makes a draft of a lesson."""

import re

from lessongen.commands.lessons import list_lessons
from lessongen.graph.routes import claim_routes, document_route, listing_route, slug_of
from lessongen.graph.slugs import slugify
from lessongen.model.site import Site
from lessongen.shell.console import say
from lessongen.shell.session import Order, opened
from lessongen.shell.source_writer import create_file
from lessongen.shell.terminal import shown
from lessongen.shell.usage import UsageError

_TEXTS = {
    "en": (
        "What the reader will be able to do, in one sentence.",
        ("The first sentence to keep.", "The second sentence to keep.", "The third one."),
        "Begin with something that happened.",
    ),
    "es": (
        "Lo que la persona que lee sabrá hacer, en una frase.",
        ("La primera frase para recordar.", "La segunda frase para recordar.", "La tercera."),
        "Empieza con algo que pasó.",
    ),
}
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9-]*|[0-9]{1,4}")
# YAML has no place for these inside quotes; and nobody means them in a title.
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]+")


def make_lesson(project: str, title: str, section: str | None) -> int:
    """Write the file of a new lesson and name it; the exit code comes back."""
    title = _CONTROLS.sub(" ", title).strip()
    if not title:
        raise UsageError("a lesson needs a title")
    try:
        title.encode()
    except UnicodeEncodeError:
        raise UsageError("the title is not valid text") from None
    with opened(Order(project=project)) as session:
        site = session.read_site().value
        lessons = list_lessons(site)
        number = max((lesson.number for lesson in lessons), default=0) + 1
        if section is None:
            section = (lessons[-1].source.front.section if lessons else None) or "1"
        locale = site.settings.source_language
        slug = _free_slug(site, locale, slugify(title, f"lesson-{number}"))
        path = f"content/{locale}/{number:02}-{slug}.md"
        text = lesson_text(locale, title=title, number=number, section=section, slug=slug)
        create_file(session.root, path, text.encode())
    say(f"{shown(path)}\n")
    say("It is a draft: `lessongen build --drafts` shows it.\n", error=True)
    return 0


def lesson_text(locale: str, *, title: str, number: int, section: str, slug: str) -> str:
    """The file of a new lesson, in the language if we have words for it."""
    summary, takeaways, body = _TEXTS.get(locale.partition("-")[0], _TEXTS["en"])
    return "\n".join(
        (
            "---",
            f"title: {_quoted(title)}",
            f"lesson: {number}",
            f"section: {section if _PLAIN.fullmatch(section) else _quoted(section)}",
            f"summary: {_quoted(summary)}",
            "takeaways:",
            *(f"  - {_quoted(takeaway)}" for takeaway in takeaways),
            f"slug: {slug}",
            "status: draft",
            "---",
            body,
            "",
        )
    )


def _quoted(text: str) -> str:
    """The text in double quotes, in which YAML takes every character for itself."""
    text = _CONTROLS.sub(" ", text)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _free_slug(site: Site, locale: str, slug: str) -> str:
    """The slug, with a number if its address is taken."""
    catalog = site.editions[locale].catalog
    catalogs = {code: edition.catalog for code, edition in site.editions.items()}
    sections = range(1, len(site.editions[locale].sections) + 1)
    taken = set(claim_routes((), catalogs, sections).owners)
    for document in site.documents:
        if document.locale == locale:
            route = document_route(document, slug_of(document, document.front), catalog)
            taken.add(route.path.casefold())
    taken.update(redirect.path.casefold() for redirect in site.redirects)
    number, free = 1, slug
    while listing_route(catalog, free).path.casefold() in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
