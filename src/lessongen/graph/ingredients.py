"""What a site is made from."""

from collections.abc import Mapping, Sequence

from lessongen.model.catalog import Catalog
from lessongen.model.document import Document
from lessongen.model.people import Comment, Person, Tag, Term
from lessongen.model.settings import Settings
from lessongen.model.site import AssetFile
from lessongen.model.standing import Standing, TranslationPlace
from lessongen.model.value import field, value


@value
class Ingredients:
    """Everything that was read, in values; the graph adds nothing from outside."""

    name: str  # of the project: the series' title where nothing else names it
    documents: Sequence[Document]
    settings: Settings
    catalogs: Mapping[str, Catalog]  # one for every language
    people: Mapping[str, Person]
    tags: Mapping[str, Tag]
    comments: Mapping[str, tuple[Comment, ...]]  # by the path of their document
    assets: Mapping[str, AssetFile]  # by path
    today: str  # ISO 8601
    drafts: bool
    # How each translation stands, by target language and the key of its source; where it lies.
    standings: Mapping[str, Mapping[str, Standing]] = field(default_factory=dict)
    places: Mapping[str, tuple[TranslationPlace, ...]] = field(default_factory=dict)
    terms: Sequence[Term] = ()  # of the glossary
