"""Which documents are versions of the same thing: three rules of pairing, in their order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lessongen.model.document import Document
from lessongen.model.problem import Outcome, Problem
from lessongen.model.suggestion import did_you_mean
from lessongen.model.value import value

_KINDS = {
    "series": "the series page",
    "lesson": "a lesson",
    "article": "an article",
    "page": "a page",
}


@value
class Family:
    """A source document and its versions by locale, itself among them, in the site's order."""

    source: Document
    members: Mapping[str, Document]

    @property
    def key(self) -> str:
        """The identity that all languages share: the key of the source."""
        return self.source.key

    def translations(self) -> Iterator[Document]:
        """The members that are not the source."""
        return (member for member in self.members.values() if member is not self.source)


@dataclass(slots=True)
class _Families:
    """Families while they form; lives only inside `pair_documents`."""

    members: dict[str, dict[str, Document]] = field(default_factory=dict)  # by source path
    source_of: dict[str, Document] = field(default_factory=dict)  # by any member's path
    by_key: dict[str, Document] = field(default_factory=dict)
    by_number: dict[int, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def found(self, document: Document) -> None:
        self.members[document.path] = {document.locale: document}
        self.source_of[document.path] = document
        self.by_key.setdefault(document.key, document)
        if document.front.lesson is not None:
            self.by_number.setdefault(document.front.lesson, document)

    def join(self, document: Document, source: Document) -> None:
        taken = self.members[source.path].setdefault(document.locale, document)
        self.source_of[document.path] = source
        self.by_key.setdefault(document.key, source)
        if taken is not document:
            self.problems.append(_second_claim(document, taken, source))
        elif document.kind != source.kind:
            self.problems.append(_other_kind(document, source))


def pair_documents(
    documents: Sequence[Document], languages: Sequence[str]
) -> Outcome[tuple[Family, ...]]:
    """The families by key, every document in one of them; a refused second claim is in none."""
    rank = {locale: position for position, locale in enumerate(languages)}
    ordered = sorted(documents, key=lambda each: (rank[each.locale], each.path))
    families = _Families()
    claims = [each for each in ordered if each.front.translation_of is not None]
    others = [each for each in ordered if each.front.translation_of is None]
    sources = [each for each in others if each.locale == languages[0]]
    for document in sources:
        _join_or_found(document, families)
    claims = _settle_claims(claims, families)
    for document in others[len(sources) :]:
        _join_or_found(document, families)
    for document in _settle_claims(claims, families):  # what names nothing that there is
        families.problems.append(_unknown_source(document, families))
        _join_or_found(document, families)
    paired = (
        Family(
            source=families.source_of[path],
            members={locale: members[locale] for locale in languages if locale in members},
        )
        for path, members in families.members.items()
    )
    by_key = tuple(sorted(paired, key=lambda family: (family.key, family.source.path)))
    return Outcome(value=by_key, problems=tuple(families.problems))


def _join_or_found(document: Document, families: _Families) -> None:
    """Rule 2, the same path; then rule 3, the same lesson number; else a family of its own."""
    source = families.by_key.get(document.key)
    number = document.front.lesson
    if source is None and document.kind == "lesson" and number is not None:
        source = families.by_number.get(number)
    if source is None or source.locale == document.locale:
        families.found(document)
    else:
        families.join(document, source)


def _settle_claims(claims: Sequence[Document], families: _Families) -> list[Document]:
    """The claims that are still open; one may name a document that itself claims another."""
    waiting = list(claims)
    while True:
        still = [each for each in waiting if not _join_claimed(each, families)]
        if len(still) == len(waiting):
            return still
        waiting = still


def _join_claimed(document: Document, families: _Families) -> bool:
    claim = (document.front.translation_of or "").removesuffix(".md").strip("/")
    matches = (families.by_key.get(key) for key in _keys_meant(claim, families))
    source = next((each for each in matches if each is not None), None)
    if source is None or source.locale == document.locale:
        return False
    families.join(document, source)
    return True


def _keys_meant(claim: str, families: _Families) -> Iterator[str]:
    """The key as it stands, without `content/en/`, or the one file of that name in any folder."""
    yield claim
    parts = claim.split("/")
    for start in range(1, min(3, len(parts))):
        yield "/".join(parts[start:])
    named = [key for key in families.by_key if key.rsplit("/", 1)[-1] == claim]
    if len(named) == 1:
        yield named[0]


def _second_claim(document: Document, taken: Document, source: Document) -> Problem:
    return Problem(
        code="duplicate-translation",
        severity="error",
        message=f'both "{taken.path}" and this file are the {document.locale} version'
        f' of "{source.path}"',
        span=document.span_of("translation_of"),
        hint='say which is which with "translation_of", or remove one of them',
        related=(taken.span_of("translation_of"), source.span),
    )


def _other_kind(document: Document, source: Document) -> Problem:
    return Problem(
        code="contradiction",
        severity="error",
        message=f"this is {_KINDS[document.kind]}, but its source is {_KINDS[source.kind]}",
        span=document.span_of("translation_of"),
        hint="move the file to the folder that its source has in the other language",
        related=(source.span,),
    )


def _unknown_source(document: Document, families: _Families) -> Problem:
    claim = document.front.translation_of or ""
    hint = did_you_mean(claim.removesuffix(".md"), families.by_key)
    return Problem(
        code="unknown-source",
        severity="error",
        message=f'no document "{claim}" in another language that this could be a translation of',
        span=document.span_of("translation_of"),
        hint=hint or "give the path of the source below its language folder, without .md",
    )
