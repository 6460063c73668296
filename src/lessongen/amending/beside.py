"""The pages that show a text beside its translation, with new words on either side."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lessongen.amending.prints import Prints
from lessongen.amending.refusal import MoreThanWordsError
from lessongen.amending.words import Setting, body_view
from lessongen.build.digest import Digester
from lessongen.model.document import Body
from lessongen.model.printed import AmendedPage, Printed
from lessongen.model.site import Beside
from lessongen.model.standing import Standing
from lessongen.model.view_beside import BesideRows, BesideView, Side
from lessongen.model.view_pieces import Head
from lessongen.rendering.addresses import root_of
from lessongen.rendering.rows_beside import rows_beside
from lessongen.rendering.templates import Renderer

_TEMPLATE = "pieces/beside.html"


class Moment(NamedTuple):
    """The texts and how they stand, before a change or after it."""

    body: Callable[[str], Body]  # by the path of its document
    standing: Callable[[str, str], Standing]  # by target language and key of the family


class _Page(NamedTuple):
    """A page from its reader's side."""

    own: Printed
    other: Printed
    beside: Beside


class PagesBeside:
    """The pages that show some texts beside other versions of them; knows their rows so far.

    They are written as soon as this is made: there is time for it while somebody reads the new
    texts.
    """

    def __init__(
        self, texts: Iterable[Printed], before: Moment, prints: Prints, renderer: Renderer
    ) -> None:
        self._prints = prints
        self._renderer = renderer
        self._rows_before = {
            output: (page, self._rows(page, self._view(page, before)))
            for output, page in self._pages(texts).items()
        }

    def amended(self, after: Moment, read_page: Callable[[str], str]) -> Iterator[AmendedPage]:
        """The pages with the rows as they are now.

        Raises `MoreThanWordsError` for one in which the old rows cannot be found for certain.
        """
        for output, (page, rows) in self._rows_before.items():
            view, text = self._view(page, after), read_page(output)
            if not rows or text.count(rows) != 1:
                raise MoreThanWordsError(output)
            yield AmendedPage(
                output=output,
                text=text.replace(rows, self._rows(page, view)),
                fields=Digester().fields(
                    {"own.body": view.own.body, "other.body": view.other.body, "rows": view.rows}
                ),
            )

    def _pages(self, texts: Iterable[Printed]) -> dict[str, _Page]:
        """The pages by their paths: from the side of each text, and from the other one."""
        pages: dict[str, _Page] = {}
        for printed in texts:
            for beside in printed.beside:
                other = self._prints.page_in(beside.locale, printed.key)
                pages[beside.route.path] = _Page(printed, other, beside)
                for back in other.beside:
                    if back.locale == printed.locale:
                        pages[back.route.path] = _Page(other, printed, back)
        return pages

    def _view(self, page: _Page, now: Moment) -> BesideView:
        """As much of the page's view as its rows need."""
        own, other, beside = page
        translation = other if other.is_translation else own
        standing = now.standing(translation.locale, own.key)
        root = root_of(beside.route.permalink)
        return BesideView(
            path="",
            root=root,
            head=Head(),
            versions=(),
            kind=own.kind,
            key=own.key,
            number=0,
            total=0,
            section=None,
            own=self._side(own, root, "", now),
            other=self._side(other, root, f"page.{other.locale}", now),
            rows=BesideRows(
                rows=standing.rows, digest=standing.rows_digest, turned=not other.is_translation
            ),
            takeaways=(),
            other_takeaways=(),
            byline=(),
            translators=(),
            stale=None,
            previous=None,
            next=None,
        )

    def _side(self, printed: Printed, root: str, anchor: str, now: Moment) -> Side:
        setting = Setting(
            root=root,
            remote_images=self._prints.settings.remote_images == "allow",
            prefix=f"{anchor}." if anchor else "",
        )
        return Side(
            locale=printed.locale,
            path="",
            anchor=anchor,
            title="",
            summary="",
            epigraph=None,
            body=body_view(printed, setting, now.body(printed.document)),
        )

    def _rows(self, page: _Page, view: BesideView) -> str:
        """The rows as the page has them."""
        site = self._prints.sites[page.own.locale]
        return self._renderer.call(
            _TEMPLATE, "text_rows", site, lambda context: (view, rows_beside(context, view))
        )
