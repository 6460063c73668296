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
from lessongen.model.value import value
from lessongen.model.view_beside import BesideRows
from lessongen.model.view_pieces import BodyView
from lessongen.rendering.addresses import root_of
from lessongen.rendering.cells_beside import CellsBeside
from lessongen.rendering.words import WordsByLanguage


class Moment(NamedTuple):
    """The texts and how they stand, before a change or after it."""

    body: Callable[[str], Body]  # by the path of its document
    standing: Callable[[str, str], Standing]  # by target language and key of the family


class _Page(NamedTuple):
    """A page from its reader's side."""

    own: Printed
    other: Printed
    beside: Beside


@value
class _Shown:
    """What words can change of a page; the fields are called as in the page's view."""

    own: BodyView
    other: BodyView
    rows: BesideRows


class PagesBeside:
    """The pages that show some texts beside other versions of them; knows their rows so far.

    They are written as soon as this is made: there is time for it while somebody reads the new
    texts.
    """

    def __init__(
        self, texts: Iterable[Printed], before: Moment, prints: Prints, words: WordsByLanguage
    ) -> None:
        self._prints = prints
        self._words = words
        self._rows_before = {
            output: (page, self._rows(page, self._shown(page, before)))
            for output, page in self._pages(texts).items()
        }

    def outputs(self) -> Iterable[str]:
        """The paths of the pages."""
        return self._rows_before

    def amended(self, after: Moment, read_page: Callable[[str], str]) -> Iterator[AmendedPage]:
        """The pages with the rows as they are now.

        Raises `MoreThanWordsError` for one in which the old rows cannot be found for certain.
        """
        for output, (page, rows) in self._rows_before.items():
            shown, text = self._shown(page, after), read_page(output)
            if not rows or text.count(rows) != 1:
                raise MoreThanWordsError(output)
            yield AmendedPage(
                output=output,
                text=text.replace(rows, self._rows(page, shown)),
                fields=Digester().fields(
                    {"own.body": shown.own, "other.body": shown.other, "rows": shown.rows}
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

    def _shown(self, page: _Page, now: Moment) -> _Shown:
        own, other, beside = page
        translation = other if other.is_translation else own
        standing = now.standing(translation.locale, own.key)
        root = root_of(beside.route.permalink)
        return _Shown(
            own=self._body(own, root, "", now),
            other=self._body(other, root, f"page.{other.locale}.", now),
            rows=BesideRows(
                rows=standing.rows, digest=standing.rows_digest, turned=not other.is_translation
            ),
        )

    def _body(self, printed: Printed, root: str, prefix: str, now: Moment) -> BodyView:
        remote = self._prints.settings.remote_images == "allow"
        setting = Setting(root=root, remote_images=remote, prefix=prefix)
        return body_view(printed, setting, now.body(printed.document))

    def _rows(self, page: _Page, shown: _Shown) -> str:
        """The rows as the page has them."""
        cells = CellsBeside(page.own.locale, self._words)
        return str(cells.rows(shown.rows, shown.own, shown.other))
