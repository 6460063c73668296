"""Every page of the site: the table of its kinds. Start reading the rendering here."""

from collections.abc import Callable, Iterator, Mapping

from lessongen.model.card import Cards
from lessongen.model.site import Site
from lessongen.model.view_frames import SiteView
from lessongen.rendering import beside, doors, lists, search, translations, views, whole
from lessongen.rendering.frame import Frame, frames_of
from lessongen.rendering.page import Page, SitePage

# Every kind of page: its template, and what makes the pages of one language.
EDITION_PAGES: tuple[tuple[str, Callable[[Frame], Iterator[Page]]], ...] = (
    ("series.html", views.series_pages),
    ("section.html", views.section_pages),
    ("lesson.html", views.lesson_pages),
    ("article.html", views.article_pages),
    ("page.html", views.plain_pages),
    ("bilingual.html", beside.pages_beside),
    ("takeaways.html", lists.takeaways_pages),
    ("people.html", lists.people_pages),
    ("person.html", lists.person_pages),
    ("articles.html", lists.articles_pages),
    ("tags.html", lists.tags_pages),
    ("tag.html", lists.tag_pages),
    ("all.html", whole.whole_pages),
    ("search.html", search.search_pages),
    ("translations.html", translations.translations_pages),
    ("not_found.html", doors.not_found_pages),
    ("redirect.html", doors.redirect_pages),
)

# The pages that belong to no language.
SITE_PAGES: tuple[tuple[str, Callable[[Mapping[str, Frame]], Iterator[Page]]], ...] = (
    ("chooser.html", doors.chooser_pages),
    ("not_found_all.html", doors.not_found_all_pages),
)


def site_pages(
    site: Site, assets: Mapping[str, str], cards: Cards | None = None
) -> tuple[SitePage, ...]:
    """All pages, nothing rendered yet; `assets` are the theme's: name → path in the output."""
    return tuple(_site_pages(frames_of(site, assets, cards)))


def _site_pages(frames: Mapping[str, Frame]) -> Iterator[SitePage]:
    source = next(iter(frames.values())).view
    for template, pages_of_site in SITE_PAGES:
        yield from _with(template, source, pages_of_site(frames))
    for frame in frames.values():
        for template, pages_of_edition in EDITION_PAGES:
            yield from _with(template, frame.view, pages_of_edition(frame))


def _with(template: str, site: SiteView, pages: Iterator[Page]) -> Iterator[SitePage]:
    for page in pages:
        yield SitePage(
            output=page.output,
            view=page.view,
            site=site,
            template=template,
            sources=page.sources,
        )
