"""The pages of the site: a view and a template for each."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from operator import attrgetter
from typing import Protocol, get_args

from lessongen.model.artifact import Artifact
from lessongen.model.value import fields_of
from lessongen.model.view import AllView, PageView
from lessongen.model.view_frames import DocumentView, SiteView
from lessongen.rendering.page import SitePage


class Renderer(Protocol):
    """What this output needs of `rendering.templates.Renderer`."""

    def render(self, template: str, page: object, site: object) -> str:
        """The text of a page."""

    def closure_digest(self, template: str) -> str:
        """The digest of a template and all that it uses."""


def artifacts(pages: Sequence[SitePage], renderer: Renderer) -> Iterator[Artifact]:
    """Every page of the site; nothing is rendered before it is asked for."""
    digests: dict[str, str] = {}
    for page in pages:
        locale = page.site.locale
        if locale not in digests:
            digests[locale] = _digest_of(page.site)
        yield Artifact(
            path=page.output,
            data={
                **page_data(page.view),
                "site": digests[locale],
                "template": renderer.closure_digest(page.template),
            },
            produce=partial(_produce, page, renderer),
            sources=page.sources,
        )


def page_of(artifact: Artifact) -> SitePage | None:
    """The page that an artifact of this output is made from; None for any other."""
    produce = artifact.produce
    page = produce.args[0] if isinstance(produce, partial) and produce.args else None
    return page if isinstance(page, SitePage) else None


def _produce(page: SitePage, renderer: Renderer) -> bytes:
    return renderer.render(page.template, page.view, page.site).encode()


def _digest_of(site: SiteView) -> str:
    """One text for what all pages of a language share: each of them would repeat it."""
    return sha256(repr(site).encode("utf-8", "surrogatepass")).hexdigest()


# For each class the names of its fields and what reads them all at once: every build does.
_READERS: Mapping[type, tuple[tuple[str, ...], "attrgetter[tuple[object, ...]]"]] = {
    kind: (names, attrgetter(*names))
    for kind in (*get_args(PageView), DocumentView)
    if (names := tuple(name for name, each in fields_of(kind).items() if each.compare))
}


def _fields(value: PageView | DocumentView) -> dict[str, object]:
    names, read = _READERS[type(value)]
    return dict(zip(names, read(value), strict=True))


def page_data(view: PageView) -> Mapping[str, object]:
    """Everything that the page shows, under names that explain a change: "title", "next"."""
    data = _fields(view)
    document = data.pop("document", None)
    if isinstance(document, DocumentView):
        data |= _fields(document)
    if isinstance(view, AllView):
        data["sections"] = tuple((each.anchor, each.title, each.summary) for each in view.sections)
        lessons = (lesson for section in view.sections for lesson in section.lessons)
        data |= {lesson.anchor: lesson for lesson in lessons}
    return data
