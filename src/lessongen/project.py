"""What the pure rooms ask of a project: its files, a memory, hands to work with, and a wish."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from lessongen.model.problem import Outcome
from lessongen.model.settings import Settings
from lessongen.model.source import SourceFile
from lessongen.model.theme import Theme
from lessongen.model.value import value

if TYPE_CHECKING:
    from lessongen.model.site import AssetFile

R = TypeVar("R")

SETTINGS = "lessongen.yaml"


class Files(Protocol):
    """The texts of a project."""

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of every file that can matter, by path."""

    def read(self, path: str) -> Outcome[SourceFile]:
        """A text file; with a problem and an empty text if it cannot be read."""


class Project(Files, Protocol):
    """What the shell offers of a project's files."""

    @property
    def name(self) -> str:
        """The name of the project's folder."""

    @property
    def assets(self) -> "Mapping[str, AssetFile]":
        """Every file under `content/` that is no text of ours, measured when asked for."""

    @property
    def theme(self) -> Theme:
        """The theme's templates and assets, the project's own in place of the bundled ones."""

    @property
    def own_theme(self) -> Collection[str]:
        """The names of the project's own files of the theme."""

    def catalog_texts(self, locale: str) -> Sequence[str]:
        """The theme's `.po` texts of a language: the bundled one, then the project's own."""


class Done(NamedTuple, Generic[R]):
    """What came of a piece of work; as it can be kept, too, if another process has done it."""

    value: R
    encoded: object | None = None


class Memo(Protocol):
    """What earlier builds found out; a value is kept if this build asks for it or puts it."""

    def get(self, key: str) -> object | None:
        """The value, or None."""

    def keep(self, key: str) -> bool:
        """Whether there is a value; it is kept for the next build without being looked at."""

    def put(self, key: str, value: object, encoded: object | None = None) -> None:
        """Keeps a value of the model for the next build, `encoded` if somebody has done that."""


class Share(Protocol):
    """Does independent work, side by side where that pays; results come in the items' order."""

    def __call__(self, work: Callable[[str], R], items: Sequence[str], /) -> Sequence[R]:
        """The result for each item."""


def in_turn(work: Callable[[str], R], items: Sequence[str], /) -> Sequence[R]:
    """The result for each item, one after the other."""
    return [work(item) for item in items]


class Readers(Protocol):
    """Read documents, side by side where that pays."""

    def __call__(
        self, read: Callable[[str], R], paths: Sequence[str], settings: Settings, /
    ) -> Callable[[], Iterable[tuple[int, Done[R]]]]:
        """Begins; what comes back waits for the results, each with the number of its path.

        `read` is how it is done here; whoever does it elsewhere may need the `settings`.
        """


@value
class Request:
    """What the caller wants, and which day it is where."""

    today: Callable[[str], str]  # time zone: ISO date
    drafts: bool = False
    base_url: str | None = None
    guesses: bool = False  # also compare what nobody confirmed, as the machine pairs it


def document_key(path: str, digests: Mapping[str, str]) -> str:
    """What a document and its problems are remembered by."""
    return f"document {path} {digests[path]} {digests.get(SETTINGS)}"


def units_key(path: str, digest: str) -> str:
    """What the units of a file are remembered by."""
    return f"units {path} {digest}"
