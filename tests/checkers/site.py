"""A built site on disk: its pages, and which file answers which address."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.checkers.document import Document, parse_document


@dataclass(frozen=True, kw_only=True)
class BuiltSite:
    """A folder of finished files and the address they are meant for (with its last slash)."""

    folder: Path
    base_url: str
    _parsed: dict[Path, Document] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def pages(self) -> tuple[Path, ...]:
        """Every HTML file, sorted."""
        return tuple(sorted(self.folder.rglob("*.html")))

    @property
    def base_path(self) -> str:
        """The path of the address: what links from a 404 page start with."""
        return urlsplit(self.base_url).path

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that have an overview, sorted."""
        overviews = sorted(self.folder.glob("*/index.html"))
        named = ((page.parent.name, self.document(page).language) for page in overviews)
        return tuple(folder for folder, language in named if folder == language)

    def document(self, page: Path) -> Document:
        """Return the parsed page; each file is parsed once."""
        if page not in self._parsed:
            self._parsed[page] = parse_document(page.read_text(encoding="utf-8"))
        return self._parsed[page]

    def documents(self) -> Iterator[tuple[Path, Document]]:
        """Yield every page with its elements."""
        return ((page, self.document(page)) for page in self.pages)

    def name(self, file: Path) -> str:
        """Return the file's path in the site, for messages.

        >>> BuiltSite(folder=Path("out"), base_url="/").name(Path("out/en/index.html"))
        'en/index.html'
        """
        return file.relative_to(self.folder).as_posix()

    def path(self, page: Path) -> str:
        """Return the page's path below the address.

        >>> BuiltSite(folder=Path("out"), base_url="/").path(Path("out/en/index.html"))
        'en/'
        """
        name = self.name(page)
        return name.removesuffix("index.html") if page.name == "index.html" else name

    def url(self, page: Path) -> str:
        """Return the page's full address."""
        return self.base_url + self.path(page)

    def file(self, url: str) -> Path | None:
        """Return the file that a full address below the site's own leads to, if there is one."""
        if not url.startswith(self.base_url):
            return None
        path = unquote(urlsplit(url.removeprefix(self.base_url)).path)
        file = self.folder / (path + "index.html" if path.endswith("/") or not path else path)
        inside = file.resolve().is_relative_to(self.folder.resolve())
        return file if inside and file.is_file() else None
