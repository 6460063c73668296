"""Pages beside the series: the chooser of languages, not found, moved."""

from collections.abc import Iterator, Mapping

from lessongen.model.site import Alternate, Redirect, Route
from lessongen.model.view import ChooserView, NotFoundView, RedirectView
from lessongen.model.view_lists import Door
from lessongen.model.view_pieces import Text
from lessongen.rendering.addresses import fixed_root, path_of, root_of
from lessongen.rendering.frame import Frame
from lessongen.rendering.head import head_of, noindex_head, overview_versions
from lessongen.rendering.maps import plain_map
from lessongen.rendering.page import Page

_CHOOSER = Route(permalink="/")
_NOT_FOUND = Route(permalink="/404.html")


def chooser_pages(frames: Mapping[str, Frame]) -> Iterator[Page]:
    """`/`, where readers choose their language; `x-default` of the overviews."""
    frame = _first(frames)
    alternates = tuple(
        Alternate(locale=each.locale, route=each.edition.listings["series"].route)
        for each in frames.values()
    )
    view = ChooserView(
        path="",
        root=root_of(_CHOOSER.permalink),
        head=head_of(frame, _CHOOSER, alternates, default=""),
        versions=overview_versions(frame),
        doors=_doors(frames),
    )
    yield Page(output=_CHOOSER.path, view=view)


def not_found_all_pages(frames: Mapping[str, Frame]) -> Iterator[Page]:
    """`/404.html`, in all languages; a host shows it at any depth."""
    frame = _first(frames)
    view = ChooserView(
        path=path_of(_NOT_FOUND.permalink),
        root=fixed_root(frame.view.base_url),
        head=noindex_head(frame),
        versions=overview_versions(frame),
        doors=_doors(frames),
    )
    yield Page(output=_NOT_FOUND.path, view=view)


def not_found_pages(frame: Frame) -> Iterator[Page]:
    """`/en/404.html`, with the map of the series."""
    route = Route(permalink=f"/{frame.locale}/404.html")
    path = path_of(route.permalink)
    view = NotFoundView(
        path=path,
        root=fixed_root(frame.view.base_url),
        head=noindex_head(frame),
        versions=overview_versions(frame, path),
        sections=tuple(
            plain_map(each, frame.stops, frame.locale) for each in frame.edition.sections
        ),
    )
    yield Page(output=route.path, view=view)


def redirect_pages(frame: Frame) -> Iterator[Page]:
    """A page at every old address of this language's pages, leading to the new one."""
    for redirect in frame.site.redirects:
        if redirect.locale == frame.locale:
            yield _redirect_page(frame, redirect)


def _redirect_page(frame: Frame, redirect: Redirect) -> Page:
    permalink = "/" + redirect.path
    target = path_of(redirect.target.permalink)
    base = frame.view.base_url
    view = RedirectView(
        path=path_of(permalink.removesuffix("index.html")),
        root=root_of(permalink),
        head=noindex_head(frame, canonical=base and base + target),
        versions=(),
        title=redirect.title,
        target=target,
    )
    return Page(output=redirect.path, view=view)


def _doors(frames: Mapping[str, Frame]) -> tuple[Door, ...]:
    return tuple(
        Door(
            locale=frame.locale,
            direction=frame.view.direction,
            title=_named(frame.view.title, frame.locale),
            tagline=_named(frame.view.tagline, frame.locale),
            path=frame.view.path,
        )
        for frame in frames.values()
    )


def _named(text: Text, locale: str) -> Text:
    """The words with their language said, whichever it is."""
    return Text(text=text.text, lang=text.lang or locale)


def _first(frames: Mapping[str, Frame]) -> Frame:
    return next(iter(frames.values()))
