"""A site with everything that a page can hold, rendered with the bundled theme."""

from collections.abc import Mapping
from functools import cache

from lessongen.model.document import Body, Credit, Epigraph, SectionEntry, Takeaway
from lessongen.model.people import Comment
from lessongen.model.site import Site
from lessongen.model.standing import Progress, SourceChange, Standing, UrgentBlock
from lessongen.model.translation import Claim, UnitReport
from lessongen.rendering.pages import site_pages
from tests.rendering.builders import (
    document,
    heading,
    lesson,
    link,
    person,
    site,
    tag,
    text,
    translation,
)
from tests.rendering.html_page import Page
from tests.rendering.theme import ASSETS, renderer

PEOPLE = (
    Credit(person="ana"),
    Credit(person="ira", role="idea"),
    Credit(name="Bo", role="sound"),
)


STANDINGS = {
    "index": Standing(state="missing", progress=Progress(missing=9), words_to_translate=9),
    "01-lesson": Standing(
        state="outdated",
        progress=Progress(done=30, changed=10, missing=2),
        words_to_translate=5,
        looks=1,
        since="2026-02-03",
        urgent=(UrgentBlock(kind="title", line=2),),
        changes=(
            SourceChange(
                unit=UnitReport(
                    id="0a1b2c3d",
                    number=2,
                    kind="paragraph",
                    state="changed",
                    source="Text & more now.",
                    previous="Text & more.",
                    target="Texto.",
                    words=3,
                    words_to_translate=1,
                ),
                since="2026-02-03",
            ),
        ),
        claim=Claim(by="Ana <3", since="2026-11-20", until="2026-12-04"),
        rows=((0, 1, 0, 1, True),),
        rows_digest="1",
    ),
    "02-lesson": Standing(state="missing", progress=Progress(missing=20), words_to_translate=20),
    "04-lesson": Standing(state="orphan"),
    "articles/talk": Standing(state="unverified", progress=Progress(unverified=7), looks=2),
    "pages/about": Standing(state="excluded"),
    "people.yaml": Standing(state="translated", progress=Progress(done=1)),
    "tags.yaml": Standing(state="translated", progress=Progress(done=1)),
}


def _body() -> Body:
    return text(
        "<p>Text ",
        link("02-lesson.md", "to the second"),
        "</p>",
        *(heading(hole, f"Part {hole}") for hole in range(4)),
        '<div class="table" tabindex="0"><table><tr><td>1</td></tr></table></div>',
    )


@cache
def rich_site(untranslated: str = "list") -> Site:
    """A site that shows everything that a page can hold."""
    return site(
        document(
            "en",
            "index",
            title="Series & more",
            tagline="Short",
            summary="All of it.",
            sections=(
                SectionEntry(key="a", title="First", summary="About the first."),
                SectionEntry(key="b", title="Second"),
            ),
        ),
        lesson(
            "en",
            1,
            title="One < two",
            section="a",
            body=_body(),
            takeaways=(Takeaway(text="Keep this.", prompt="Why?"), Takeaway(text="And this.")),
            collaborators=PEOPLE,
            published="2026-01-02",
            updated="2026-02-03",
            epigraph=Epigraph(text="Words.", cite="Somebody"),
            tags=("x",),
            credits=("Photo: nobody",),
            aliases=("/old/",),
        ),
        translation("es", 1, translators=(Credit(person="ana"),)),
        lesson("en", 2, section="a"),
        lesson("en", 3, section="b", status="planned"),
        lesson("es", 4, section="b"),
        document("en", "articles/talk", title="An article", tags=("x",), collaborators=PEOPLE),
        document("en", "pages/about", title="About"),
        people=(person("ana", en="Writes.", es="Escribe."), person("ira", es="Piensa.")),
        tags=(tag("x", en="Things", es="Cosas"),),
        comments={
            "content/en/articles/talk.md": (
                Comment(
                    author="Cy",
                    date="2011-01-02",
                    text="Hi!\n\nYes.",
                    replies=(Comment(author="Di", date="", text="<script>alert(1)</script>"),),
                ),
            )
        },
        standings={"es": STANDINGS},
        untranslated=untranslated,
        base_url="https://example.org/c/",
        contact={"en": "mail@example.org"},
    )


@cache
def rendered(untranslated: str = "list") -> Mapping[str, Page]:
    """Every page of the rich site by its path in the output."""
    press = renderer("en", "es")
    return {
        page.output: Page(press.render(page.template, page.view, page.site))
        for page in site_pages(rich_site(untranslated), ASSETS)
    }
