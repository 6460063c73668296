"""The text of a document as HTML for one page: its holes filled. Loads no template engine."""

from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise

from lessongen.model.document import HoleKind, Image, Link, Place
from lessongen.model.site import Asset, ResolvedImage, ResolvedLink
from lessongen.model.value import value
from lessongen.model.view_pieces import BodyView
from lessongen.rendering.addresses import fragment_of, path_of
from lessongen.rendering.words import Words

# The words that a text leaves to the theme, in context "body", as the catalogs know them.
LABELS = {
    "note": "Note",
    "tip": "Tip",
    "warning": "Warning",
    "example": "Example",
    "footnotes": "Footnotes",
    "footnote-back": "Back to the text",
    "urgent": "The original of this paragraph has changed in an important way.",
}
_LANDMARKS = frozenset({"footnotes"})  # labels by which readers choose among parts of a page


@value
class Phrases:
    """The theme's part in a text, in the text's language, not escaped yet."""

    remark: Callable[[str], str]  # behind a link into another language: "es" → "(in Spanish)"
    label: Callable[[str], str]  # "note" → "Note"


def phrases_of(words: Words) -> Phrases:
    """The theme's part in texts of a language, as its catalog says it."""

    def remark(locale: str) -> str:
        name = words.localized.language_name(locale)
        return words.gettext("(in %(language)s)", language=name).unescape()

    def label(kind: str) -> str:
        return words.pgettext("body", LABELS.get(kind, kind)).unescape()

    return Phrases(remark=remark, label=label)


def fill_body(body: BodyView, phrases: Phrases) -> str:
    """The HTML of a body."""
    return "".join(_Filling(body, phrases).texts())


def fill_blocks(body: BodyView, phrases: Phrases) -> list[str]:
    """The HTML of each of `Body.blocks`; of a frame, which is not shown alone, it may be half."""
    texts = _Filling(body, phrases).texts()
    starts = [(part, at) for _, _, part, at in body.body.blocks]
    return [_between(texts, *each) for each in pairwise([*starts, (len(texts), 0)])]


def _between(texts: Sequence[str], start: Place, end: Place) -> str:
    """What stands between two places of a fragment, its holes filled."""
    (first, at), (last, until) = start, end
    if first == last:
        return texts[first][at:until]
    rest = texts[last][:until] if until else ""
    return "".join([texts[first][at:], *texts[first + 1 : last], rest])


class _Filling:
    """One body while it is filled; knows whether it stands inside a link."""

    def __init__(self, view: BodyView, phrases: Phrases) -> None:
        self.view = view
        self.phrases = phrases
        self.open_links = 0

    def texts(self) -> list[str]:
        """The parts of the fragment, text for every hole."""
        parts = self.view.body.html.parts
        return [part if isinstance(part, str) else self._hole(*part) for part in parts]

    def _hole(self, kind: HoleKind, index: int) -> str:
        view = self.view
        if kind == "id":
            return escape(view.prefix + view.ids[index])
        if kind == "label":
            label = view.body.labels[index]
            words = self.phrases.label(label)
            return escape(f"{words}: {view.part}" if view.part and label in _LANDMARKS else words)
        if kind == "image":
            return self._image(view.body.images[index], view.images[index])
        link, resolved = view.body.links[index], view.links[index]
        if resolved.kind == "none":
            return ""
        write = self._link_end if kind == "/link" else self._link_start
        return write(link, resolved)

    def _link_start(self, link: Link, resolved: ResolvedLink) -> str:
        """The opening tag. The words of a link into another language are still in their own."""
        self.open_links += 1
        if not (resolved.locale or link.attributes):  # most links
            return f'<a href="{escape(self._href(resolved))}">'
        own = {"href": self._href(resolved), **self._own(link.attributes)}
        if not resolved.locale:
            return f"<a{_attributes(own)}>"
        own["hreflang"] = resolved.locale
        if "lang" in own:
            return f"<a{_attributes(own)}>"
        own["lang"] = resolved.locale
        return f"<a{_attributes(own)}><span{self._lang()}>"

    def _link_end(self, link: Link, resolved: ResolvedLink) -> str:
        self.open_links -= 1
        if not resolved.locale:
            return "</a>"
        marked = any(name == "lang" for name, _ in link.attributes)
        words = escape(self.phrases.remark(resolved.locale))
        remark = f'<span class="in-language"{self._lang()}>{words}</span>'
        return f" {remark}</a>" if marked else f"</span> {remark}</a>"

    def _lang(self) -> str:
        return _attributes({"lang": self.view.locale})

    def _own(self, attributes: tuple[tuple[str, str], ...]) -> dict[str, str]:
        """What the author said of a link or an image."""
        prefix = self.view.prefix
        return {name: prefix + value if name == "id" else value for name, value in attributes}

    def _href(self, link: ResolvedLink) -> str:
        if link.kind == "external":
            return link.href
        if link.kind == "here":
            return fragment_of(self.view.prefix + link.fragment) if link.fragment else self._top()
        anchor = self.view.places.get(link.href)
        if anchor is not None:  # the lesson stands on this very page
            return fragment_of(f"{anchor}.{link.fragment}" if link.fragment else anchor)
        return self.view.root + path_of(link.href) + fragment_of(link.fragment)

    def _top(self) -> str:
        """Where the text begins: its own place on the page of all, else the start of the page."""
        return fragment_of(self.view.prefix.removesuffix(".")) or "#"

    def _image(self, image: Image, resolved: ResolvedImage) -> str:
        own = self._own(image.attributes)
        if resolved.asset is not None:
            return self._asset(resolved.asset, image.alt or "", own)
        if resolved.url and self.view.remote_images:
            return _img(resolved.url, image.alt or "", own)
        words = escape(image.alt or resolved.url)
        if resolved.url and not self.open_links:
            return f'<a href="{escape(resolved.url)}">{words}</a>'
        return f'<span class="missing-image">{words}</span>' if words else ""

    def _asset(self, asset: Asset, alt: str, own: dict[str, str]) -> str:
        """The image; a size that the author gave is left alone."""
        file = asset.file
        if file.width and file.height and not own.keys() & {"width", "height"}:
            own |= {"width": str(file.width), "height": str(file.height)}
        return _img(self.view.root + path_of(asset.path), alt, own)


def _img(source: str, alt: str, own: dict[str, str]) -> str:
    own = {"src": source, "alt": alt, **own, "loading": "lazy", "decoding": "async"}
    return f"<img{_attributes(own)}>"


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
