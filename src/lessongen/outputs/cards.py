"""`card.png` of a page: the picture that other services show beside a link to it."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from lessongen.cards.drawing import draw_card
from lessongen.model.artifact import Artifact
from lessongen.model.card import Card
from lessongen.rendering.page import SitePage


class Renderer(Protocol):
    """What this output needs of `rendering.templates.Renderer`."""

    def autonym(self, locale: str) -> str:
        """The name of a language in itself."""


def artifacts(pages: Sequence[SitePage], renderer: Renderer) -> Iterator[Artifact]:
    """Every picture that some page shows, once; nothing is drawn before it is asked for."""
    listed: set[str] = set()
    for page in pages:
        image = page.view.head.image
        if image is None or image.card is None or image.path in listed:
            continue
        listed.add(image.path)
        yield Artifact(
            path=image.path,
            data={"card": image.card},
            produce=partial(_produce, image.card, renderer),
            sources=page.sources,
        )


def _produce(card: Card, renderer: Renderer) -> bytes:
    return draw_card(card, renderer.autonym(card.locale))
