"""What all pages of a language share, as one value."""

from collections.abc import Mapping
from hashlib import sha256

from lessongen.model.site import Edition, ListingKind, Route, Site
from lessongen.model.view_frames import FeedLink, LanguageView, NavigationItem, SiteView
from lessongen.model.view_pieces import PathLink, Text, UrlView
from lessongen.rendering.addresses import contact_url, path_of
from lessongen.rendering.languages import direction

_NAVIGATION: tuple[ListingKind, ...] = (
    "series",
    "takeaways",
    "articles",
    "people",
    "tags",
    "all",
    "search",
)


def site_view(site: Site, edition: Edition, assets: Mapping[str, str], words: str) -> SiteView:
    """The edition's part of every page; `words` is the digest of all catalogs."""
    settings = site.settings
    locale = edition.locale
    lang = other_language(edition.title_locale, locale)
    return SiteView(
        locale=locale,
        direction=direction(locale),
        directions={each: direction(each) for each in site.editions},
        title=Text(text=edition.title, lang=lang),
        tagline=Text(text=edition.tagline, lang=lang),
        summary=Text(text=edition.summary, lang=lang),
        path=overview_path(edition),
        navigation=_navigation(edition),
        languages=tuple(
            LanguageView(
                locale=each.locale, direction=direction(each.locale), path=overview_path(each)
            )
            for each in site.editions.values()
        ),
        links=tuple(UrlView(text=x.text, url=x.url) for x in settings.links.get(locale, ())),
        pages=_plain_pages(edition),
        contact=contact_url(settings.contact.get(locale, "")),
        feeds=(
            FeedLink(type="application/atom+xml", path=f"{locale}/feed.xml"),
            FeedLink(type="application/feed+json", path=f"{locale}/feed.json"),
        ),
        assets=assets,
        remote_images=settings.remote_images == "allow",
        translations=_dashboard_path(site, locale),
        base_url=settings.base_url,
        words=words,
    )


def _dashboard_path(site: Site, locale: str) -> str:
    """The dashboard in the language, if there is one: a site of one language has none."""
    if not (site.settings.dashboard and site.standings):
        return ""
    return path_of(dashboard_route(locale, site.settings.source_language).permalink)


def dashboard_route(locale: str, source_language: str) -> Route:
    """Where the translators' dashboard is in a language."""
    return Route(permalink="/translations/" + ("" if locale == source_language else f"{locale}/"))


def overview_path(edition: Edition) -> str:
    """The path of the language's overview."""
    return path_of(edition.listings["series"].route.permalink)


def other_language(locale: str, page_locale: str) -> str:
    """What `lang` says: nothing where the words are in the page's own language."""
    return "" if locale == page_locale else locale


def words_digest(site: Site) -> str:
    """One digest of the words of all languages: pages also speak to readers of the others."""
    digest = sha256()
    for edition in site.editions.values():
        forms = sorted(edition.catalog.forms.items())
        digest.update(f"{edition.locale}{forms!r}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _navigation(edition: Edition) -> tuple[NavigationItem, ...]:
    return tuple(
        NavigationItem(kind=kind, path=path_of(edition.listings[kind].route.permalink))
        for kind in _NAVIGATION
        if kind in edition.listings
    )


def _plain_pages(edition: Edition) -> tuple[PathLink, ...]:
    nodes = (edition.nodes[key] for key in edition.pages)
    return tuple(
        PathLink(
            title=Text(text=node.title, lang=other_language(node.document.locale, edition.locale)),
            path=path_of(node.route.permalink),
        )
        for node in nodes
    )
