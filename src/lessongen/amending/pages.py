"""The pages and feeds that show a text, with its new words in place of the old ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from lessongen.amending.patch import patched
from lessongen.amending.prints import Prints
from lessongen.amending.refusal import MoreThanWordsError
from lessongen.amending.words import ChangedText, Setting, body_view
from lessongen.build.digest import Digester
from lessongen.model.people import Term
from lessongen.model.printed import AmendedPage, Printed
from lessongen.model.value import value
from lessongen.model.view_pieces import BodyView
from lessongen.rendering.addresses import root_of
from lessongen.rendering.filling import Phrases, fill_body, phrases_of
from lessongen.rendering.words import WordsByLanguage

# The page with the new text in place of the old one; None where that is not certain.
Exchange = Callable[[str, str, str], str | None]


@value
class _Showing:
    """A text in one file of the output, before and after."""

    output: str
    field: str  # of the file's data, that holds it
    before: BodyView
    after: BodyView
    exchange: Exchange
    marks_terms: bool = False


def amended_pages(
    texts: Sequence[ChangedText],
    prints: Prints,
    words: WordsByLanguage,
    read_page: Callable[[str], str],
) -> tuple[AmendedPage, ...]:
    """Each page that shows one of the texts by itself, or all lessons, and the feeds.

    Those that show a text beside its translation are not among them. Raises `MoreThanWordsError`
    for a page in which the old words cannot be found for certain.
    """
    pages: dict[str, AmendedPage] = {}
    for showing in _showings(texts, prints):
        known = pages.get(showing.output)
        page = known.text if known else read_page(showing.output)
        fields = _fields(showing.field, showing.after)
        pages[showing.output] = AmendedPage(
            output=showing.output,
            text=_amended(page, showing, prints, phrases_of(words.of(showing.after.locale))),
            fields={**known.fields, **fields} if known else fields,
        )
    return tuple(pages.values())


def outputs_of(printed: Printed, prints: Prints) -> Iterator[str]:
    """The paths of the pages that show a text by itself, or all lessons."""
    yield printed.route.path
    if printed.route.permalink in prints.anchors[printed.locale]:
        yield prints.whole[printed.locale].path


def _fields(name: str, body: BodyView) -> Mapping[str, int]:
    """The digests of what other words of a text can change in a page's data."""
    parts = {"digest": body.digest, "links": body.links, "images": body.images}
    return Digester().fields({f"{name}.{part}": each for part, each in parts.items()})


def _showings(texts: Sequence[ChangedText], prints: Prints) -> Iterator[_Showing]:
    remote = prints.settings.remote_images == "allow"
    for text in texts:
        for printed in text.printed:
            yield _alone(text, printed, remote=remote)
            yield from _among_all(text, printed, prints, remote=remote)
            if printed.is_in_feeds:
                yield from _in_feeds(text, printed, prints, remote=remote)


def _alone(text: ChangedText, printed: Printed, *, remote: bool) -> _Showing:
    """A text on its own page."""
    setting = Setting(root=root_of(printed.route.permalink), remote_images=remote)
    before, after = _views(text, printed, setting)
    return _Showing(
        output=printed.route.path,
        field="body",
        before=before,
        after=after,
        exchange=patched,
        marks_terms=printed.kind != "series",
    )


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
        before, after = _views(text, printed, setting)
        yield _Showing(
            output=whole.path,
            field=f"{anchor}.body",
            before=before,
            after=after,
            exchange=patched,
        )


def _in_feeds(
    text: ChangedText, printed: Printed, prints: Prints, *, remote: bool
) -> Iterator[_Showing]:
    """A text in the feeds of its language; its links start where the feed is."""
    from lessongen.rendering.feed import text_field  # few texts are in one

    root = prints.settings.base_url or "../"
    before, after = _views(text, printed, Setting(root=root, remote_images=remote))
    for name, exchange in (("feed.xml", _in_atom), ("feed.json", _in_json)):
        yield _Showing(
            output=f"{printed.locale}/{name}",
            field=text_field(printed.key),
            before=before,
            after=after,
            exchange=exchange,
        )


def _views(text: ChangedText, printed: Printed, setting: Setting) -> tuple[BodyView, BodyView]:
    before, after = text.before.body, text.after.body
    return body_view(printed, setting, before), body_view(printed, setting, after)


def _in_atom(page: str, old: str, new: str) -> str | None:
    return _exchanged(page, escape(old, quote=False), escape(new, quote=False))


def _in_json(page: str, old: str, new: str) -> str | None:
    import json

    before, after = (json.dumps(each, ensure_ascii=False)[1:-1] for each in (old, new))
    return _exchanged(page, before, after)


def _exchanged(page: str, old: str, new: str) -> str | None:
    """The page with a text exchanged that stands there once."""
    return page.replace(old, new) if old and page.count(old) == 1 else None


def _amended(page: str, showing: _Showing, prints: Prints, phrases: Phrases) -> str:
    """The page with the new text; its terms of the glossary, told below it, must be the same."""
    before, after = fill_body(showing.before, phrases), fill_body(showing.after, phrases)
    if showing.marks_terms and prints.terms:
        before, after = _marked(showing, prints.terms, before, after)
    found = showing.exchange(page, before, after)
    if found is None:
        raise MoreThanWordsError(showing.output)
    return found


def _marked(showing: _Showing, terms: tuple[Term, ...], before: str, after: str) -> tuple[str, str]:
    """Both texts with their terms marked."""
    from lessongen.rendering.definitions import definitions_in  # many projects have no glossary
    from lessongen.rendering.mark_terms import mark_terms

    glossary = definitions_in(showing.after.locale, terms)
    old, new = mark_terms(before, glossary), mark_terms(after, glossary)
    if old.found != new.found:
        raise MoreThanWordsError(showing.output)
    return str(old.html), str(new.html)
