"""The pages that show a text, with its new words in place of the old ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lessongen.amending.patch import patched
from lessongen.amending.prints import Prints
from lessongen.amending.words import ChangedText, MoreThanWordsError, Setting, body_view
from lessongen.build.digest import Digester
from lessongen.model.catalog import Catalog
from lessongen.model.printed import AmendedPage, Printed
from lessongen.model.value import value
from lessongen.model.view_pieces import BodyView
from lessongen.rendering.addresses import root_of
from lessongen.rendering.definitions import definitions_in
from lessongen.rendering.filling import Phrases, fill_body, phrases_of
from lessongen.rendering.localized import Localized
from lessongen.rendering.mark_terms import mark_terms
from lessongen.rendering.words import Words


@value
class _Showing:
    """A text on one page, before and after."""

    output: str
    field: str  # of the page's view, that holds it
    before: BodyView
    after: BodyView
    marks_terms: bool


def amended_pages(
    texts: Sequence[ChangedText],
    prints: Prints,
    phrases: Mapping[str, str],
    read_page: Callable[[str], str],
) -> tuple[AmendedPage, ...]:
    """Each page that shows one of the texts by itself, or all lessons.

    Those that show a text beside its translation are not among them: they need a template.
    Raises `MoreThanWordsError` for a page in which the old words cannot be found for certain.
    """
    pages: dict[str, AmendedPage] = {}
    for showing in _showings(texts, prints):
        known = pages.get(showing.output)
        page = known.text if known else read_page(showing.output)
        fields = Digester().fields({showing.field: showing.after})
        pages[showing.output] = AmendedPage(
            output=showing.output,
            text=_amended(page, showing, prints, _phrases(showing.after.locale, prints, phrases)),
            fields={**known.fields, **fields} if known else fields,
        )
    return tuple(pages.values())


def _showings(texts: Sequence[ChangedText], prints: Prints) -> Iterator[_Showing]:
    remote = prints.settings.remote_images == "allow"
    for text in texts:
        for printed in text.printed:
            if printed.is_dated and printed.kind in ("lesson", "article"):
                raise MoreThanWordsError(f"feeds may show {printed.document}")
            setting = Setting(root=root_of(printed.route.permalink), remote_images=remote)
            marks = printed.kind != "series"
            yield _showing(text, printed, setting, printed.route.path, "body", marks_terms=marks)
            yield from _among_all(text, printed, prints, remote=remote)


def _among_all(
    text: ChangedText, printed: Printed, prints: Prints, *, remote: bool
) -> Iterator[_Showing]:
    """A lesson on the page of all lessons."""
    anchors, whole = prints.anchors[printed.locale], prints.whole[printed.locale]
    anchor = anchors.get(printed.route.permalink)
    if anchor is not None:
        setting = Setting(
            root=root_of(whole.permalink),
            remote_images=remote,
            prefix=f"{anchor}.",
            part=printed.title,
            places=anchors,
        )
        yield _showing(text, printed, setting, whole.path, f"{anchor}.body", marks_terms=False)


def _showing(
    text: ChangedText,
    printed: Printed,
    setting: Setting,
    output: str,
    field: str,
    *,
    marks_terms: bool,
) -> _Showing:
    old, new = text.before.body, text.after.body
    return _Showing(
        output=output,
        field=field,
        before=body_view(printed, setting, old, old),
        after=body_view(printed, setting, old, new),
        marks_terms=marks_terms,
    )


def _amended(page: str, showing: _Showing, prints: Prints, phrases: Phrases) -> str:
    """The page with the new text; its terms of the glossary, told below it, must be the same."""
    before, after = fill_body(showing.before, phrases), fill_body(showing.after, phrases)
    if showing.marks_terms:
        glossary = definitions_in(showing.after.locale, prints.terms)
        marked, marked_after = mark_terms(before, glossary), mark_terms(after, glossary)
        if marked.found != marked_after.found:
            raise MoreThanWordsError(showing.output)
        before, after = str(marked.html), str(marked_after.html)
    found = patched(page, before, after)
    if found is None:
        raise MoreThanWordsError(showing.output)
    return found


def _phrases(own: str, prints: Prints, said: Mapping[str, str]) -> Phrases:
    """The theme's part in texts of a language, without its templates."""
    localized = Localized(own, dict(said))
    words = Words(prints.catalogs.get(own) or Catalog(locale=own), localized)
    return phrases_of(
        own,
        lambda _, message, context="", **values: words.pgettext(context, message, **values),
        lambda locale: localized.language_name(locale, own),
    )
