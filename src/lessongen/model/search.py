"""What readers can search: the texts that are indexed, and the files that the indexer makes."""

from collections.abc import Callable

from lessongen.model.document import Body
from lessongen.model.value import field, value


@value
class SearchText:
    """The words of one page that can be found, all in the page's own language.

    Two of them are equal if the same words lie at the same address: an index depends on nothing
    else, so that most edits of a site leave it alone.
    """

    path: str  # of the page in the output: "en/have-a-mentor/index.html"
    locale: str
    title: str
    before: tuple[str, ...] = ()  # paragraphs above the body: summary, epigraph, bio
    after: tuple[str, ...] = ()  # below it: takeaways and their prompts
    number: int = 0  # of a lesson
    digest: str = ""  # stands for the body
    ids: tuple[str, ...] = ()
    images: tuple[bool, ...] = ()  # which are shown; of the others, a text is left
    body: Body | None = field(default=None, compare=False, repr=False)


@value
class IndexFile:
    """A file of a search index."""

    path: str  # in the output: "pagefind/pagefind-entry.json"
    digest: str  # of its bytes
    read: Callable[[], bytes]
