"""The picture that other services show beside a link to a page: drawn for it, or the theme's."""

from zlib import crc32

from lessongen.cards.drawing import HUES
from lessongen.cards.layout import HEIGHT, WIDTH
from lessongen.cards.letters import can_draw, drawable
from lessongen.model.card import Card, SocialImage
from lessongen.model.site import Node, Route, Section
from lessongen.rendering.addresses import path_of
from lessongen.rendering.frame import Frame

_FILE = "card.png"


def document_image(frame: Frame, node: Node) -> SocialImage | None:
    """The picture of a lesson, an article or a page; a lesson's has its number."""
    if not _are_drawn(frame):
        return _of_theme(frame)
    sections = frame.edition.sections
    section = next((each for each in sections if each.key == node.section), None)
    kind = node.document.kind
    place = _said(frame, "Article") if kind == "article" else _place(frame, section)
    number = node.front.lesson if kind == "lesson" else None
    card = Card(
        title=drawable(node.title),
        series=drawable(frame.edition.title),
        locale=frame.locale,
        place=drawable(place),
        numeral=str(number) if number else "",
        hue=_hue(section) if section else 0,
    )
    return _image(frame, node.route, card)


def section_image(frame: Frame, section: Section) -> SocialImage | None:
    """The picture of a section."""
    if not _are_drawn(frame):
        return _of_theme(frame)
    card = Card(
        title=drawable(section.title),
        series=drawable(frame.edition.title),
        locale=frame.locale,
        place=drawable(_label(frame, section)),
        numeral=str(section.number),
        hue=_hue(section),
    )
    return _image(frame, section.route, card)


def overview_image(frame: Frame) -> SocialImage | None:
    """The picture of the series, which all pages without one of their own show."""
    edition = frame.edition
    if not _are_drawn(frame):
        return _of_theme(frame)
    card = Card(
        title=drawable(edition.title), series=drawable(edition.tagline), locale=edition.locale
    )
    return _image(frame, edition.listings["series"].route, card)


def _place(frame: Frame, section: Section | None) -> str:
    """Where a lesson stands, as its page says it: "Section 1: Courage"."""
    if section is None:
        return ""
    label = _label(frame, section)
    return label if section.title == label else f"{label}: {section.title}"


def _label(frame: Frame, section: Section) -> str:
    """What a section is called: "Section 1"."""
    return _said(frame, "Section %(number)s").replace("%(number)s", str(section.number))


def _said(frame: Frame, message: str) -> str:
    return (frame.edition.catalog.find(message) or (message,))[0]


def _hue(section: Section) -> int:
    return (section.number - 1) % len(HUES) + 1


def _are_drawn(frame: Frame) -> bool:
    """Whether there are cards: nobody could fetch one from a site without an address."""
    return frame.cards.drawn and frame.view.base_url != ""


def _image(frame: Frame, route: Route, card: Card) -> SocialImage | None:
    """The picture of a page, drawn if the font has all its letters."""
    if not (card.title and can_draw(card.title + card.series + card.place)):
        return _of_theme(frame)
    # The file keeps its name, so that old posts find it; what comes after the "?" changes with
    # the picture, because services keep what they once fetched from an address.
    version = f"{crc32(repr(card).encode()):08x}"
    return SocialImage(
        url=f"{frame.view.base_url}{path_of(route.permalink)}{_FILE}?{version}",
        alt=" · ".join(each for each in (card.numeral, card.title, card.series) if each),
        path=route.permalink.removeprefix("/") + _FILE,
        width=WIDTH,
        height=HEIGHT,
        card=card,
    )


def _of_theme(frame: Frame) -> SocialImage | None:
    """The picture that the theme brings; without an address of the site there is none."""
    cards = frame.cards
    if not (cards.fallback and frame.view.base_url):
        return None
    return SocialImage(
        url=frame.view.base_url + path_of(cards.fallback),
        alt=frame.edition.title,
        path=cards.fallback,
        width=cards.width,
        height=cards.height,
    )
