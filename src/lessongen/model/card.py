"""The picture that other services show beside a link to a page."""

from lessongen.model.value import value


@value
class Card:
    """What a picture of our own says; all of it can be drawn."""

    title: str
    series: str  # what stands below: the series, or its tagline
    locale: str
    place: str = ""  # what stands above: "Section 1: Courage"
    numeral: str = ""
    hue: int = 0  # 1 to 5, as `data-section`; 0: the accent


@value
class SocialImage:
    """A picture and what a page says of it."""

    url: str  # absolute
    alt: str
    path: str  # in the output
    width: int = 0  # pixels; 0: not known
    height: int = 0
    card: Card | None = None  # None: a file of the theme


@value
class Cards:
    """Which pictures there can be."""

    drawn: bool = False  # whether there is what draws them
    fallback: str = ""  # path of the theme's own picture; "": none
    width: int = 0
    height: int = 0
