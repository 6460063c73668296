"""Which file of the site an address means. A file is looked up by name: nothing is ever opened."""

from urllib.parse import urlsplit

from lessongen.model.site import Site
from lessongen.serving.pages import Pages

_NOT_SERVED = frozenset({"_headers", "sw.js"})  # what hosts read themselves, and our own worker


def file_of(pages: Pages, site: Site | None, address: str) -> str | None:
    """The file for the path of an address, which starts with "/"; None if there is none.

    The pages for what is not found link to the place where the site will be: such an address
    means the same file.
    """
    path = _file(pages, address)
    if path is None and site is not None and site.settings.base_url:
        below = urlsplit(site.settings.base_url).path
        if below != "/" and address.startswith(below):
            path = _file(pages, "/" + address.removeprefix(below))
    return path


def not_found(pages: Pages, address: str) -> str | None:
    """The page that says that there is nothing, in the language of the address if it has one."""
    language = address.removeprefix("/").partition("/")[0]
    return next((path for path in (f"{language}/404.html", "404.html") if path in pages), None)


def _file(pages: Pages, address: str) -> str | None:
    path = address.removeprefix("/")
    if path == "" or path.endswith("/"):
        path += "index.html"
    return path if path in pages and path not in _NOT_SERVED else None
