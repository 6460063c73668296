"""What a site is written as, one file per format: the order of these tables is the only one."""

from collections.abc import Callable, Iterator, Sequence

from lessongen.model.artifact import Artifact
from lessongen.model.search import IndexFile
from lessongen.model.site import Site
from lessongen.model.theme import Theme
from lessongen.outputs import (
    assets,
    atom,
    cards,
    headers,
    html,
    json_feed,
    robots,
    search,
    sitemap,
    theme,
    translation_badges,
    translation_changes,
    translation_status,
)
from lessongen.rendering.feed import Contents, Feed, feeds_of
from lessongen.rendering.page import SitePage
from lessongen.rendering.pages import site_pages
from lessongen.rendering.templates import Renderer

# Formats that show what pages show.
OF_PAGES: tuple[Callable[[Sequence[SitePage], Renderer], Iterator[Artifact]], ...] = (
    html.artifacts,
    sitemap.artifacts,
    cards.artifacts,
)
# Formats that show the newest texts of a language.
OF_FEEDS: tuple[Callable[[Sequence[Feed], Contents], Iterator[Artifact]], ...] = (
    atom.artifacts,
    json_feed.artifacts,
)
# Formats that need no page.
OF_SITE: tuple[Callable[[Site], Iterator[Artifact]], ...] = (
    assets.artifacts,
    robots.artifacts,
    headers.artifacts,
    translation_status.artifacts,
    translation_changes.artifacts,
    translation_badges.artifacts,
)


def list_artifacts(
    site: Site,
    own_theme: Theme,
    renderer: Renderer,
    index: Sequence[IndexFile] | None = None,
    *,
    draws_cards: bool = False,
) -> tuple[Artifact, ...]:
    """Every file of the output; nothing is made before it is asked for."""
    pages = site_pages(site, renderer.assets, theme.cards_of(own_theme, drawn=draws_cards))
    feeds, contents = feeds_of(pages), Contents(renderer)
    return (
        *(artifact for output in OF_PAGES for artifact in output(pages, renderer)),
        *(artifact for output in OF_FEEDS for artifact in output(feeds, contents)),
        *(artifact for output in OF_SITE for artifact in output(site)),
        *theme.artifacts(own_theme),
        *search.artifacts(index),
    )
