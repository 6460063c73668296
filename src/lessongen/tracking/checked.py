"""Every translation beside its source, through the rules of a pair."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from lessongen.build.digest import digest_of
from lessongen.graph.ingredients import Ingredients
from lessongen.model.document import Document
from lessongen.model.problem import Outcome, Problem
from lessongen.model.standing import TranslationPlace
from lessongen.project import SETTINGS, Files, Memo, Share, in_turn
from lessongen.tracking.tracker import Tracker

if TYPE_CHECKING:
    from lessongen.model.document_pair import DocumentPair
    from lessongen.translation.allowances import Allowance

Findings: TypeAlias = "Outcome[tuple[Allowance, ...]]"

_GLOSSARY = "content/glossary.csv"


def check_translations(
    tracker: Tracker,
    files: Files,
    memo: Memo,
    given: Ingredients,
    *,
    guesses: bool,
    share: Share = in_turn,
) -> Findings:
    """The problems of all pairs, and what translators have allowed in any of their texts.

    Those of files that nobody changed are remembered. Translations that have no record are
    compared only if `guesses` are wanted: finding out what belongs together takes longer than
    building the site, and a build has no use for it. New ones are compared side by side.
    """
    documents = {document.path: document for document in given.documents}
    keys = _own_names(tracker, documents)
    shared = digest_of((files.digests.get(SETTINGS), files.digests.get(_GLOSSARY), keys))
    check = _Check(tracker=tracker, files=files, given=given, documents=documents, keys=keys)
    pairs = {
        f"pair {_files(place, files)} {shared}": place
        for places in tracker.places.values()
        for place in places
        if _is_pair(place, documents)
        and (guesses or place.record_path in files.digests)
        and tracker.is_readable(place)
    }
    new = [key for key in pairs if memo.get(key) is None]
    for key, findings in zip(new, share(lambda key: check.findings(pairs[key]), new), strict=True):
        memo.put(key, findings)
    found = [cast("Findings", memo.get(key)) for key in pairs]  # the key names the maker
    return Outcome(
        value=tuple(allowance for each in found for allowance in each.value),
        problems=tuple(problem for each in found for problem in each.problems),
    )


def find_problems(
    tracker: Tracker, files: Files, given: Ingredients, place: TranslationPlace
) -> tuple[Problem, ...]:
    """The problems of one translation beside its source, allowed ones too."""
    documents = {document.path: document for document in given.documents}
    if not _is_pair(place, documents):
        return ()
    check = _Check(
        tracker=tracker,
        files=files,
        given=given,
        documents=documents,
        keys=_own_names(tracker, documents),
    )
    return tuple(check.problems(check.pair(place)))


def _is_pair(place: TranslationPlace, documents: Mapping[str, Document]) -> bool:
    return place.translate and place.source_path in documents and place.target_path in documents


def _files(place: TranslationPlace, files: Files) -> str:
    paths = (place.source_path, place.target_path, place.record_path)
    return " ".join(f"{path} {files.digests.get(path or '')}" for path in paths)


def _own_names(tracker: Tracker, documents: Mapping[str, Document]) -> Mapping[str, str]:
    """The family's key of each document that has another one itself, by path."""
    keys = {}
    for places in tracker.places.values():
        for place in places:
            document = documents.get(place.target_path or "")
            if document is not None and document.key != place.key:
                keys[document.path] = place.key
    return keys


class _Check:
    """What all pairs share; rules and terms are read only where something has changed."""

    def __init__(
        self,
        *,
        tracker: Tracker,
        files: Files,
        given: Ingredients,
        documents: Mapping[str, Document],
        keys: Mapping[str, str],
    ) -> None:
        self._tracker = tracker
        self._files = files
        self._given = given
        self._documents = documents
        self._keys = keys

    def findings(self, place: TranslationPlace) -> Findings:
        """The problems of a pair, and what is allowed in it."""
        from lessongen.translation.allowances import find_allowances, with_way_out

        pair = self.pair(place)
        found = with_way_out(self.problems(pair), pair)
        return Outcome(value=find_allowances(pair.units), problems=tuple(found))

    def pair(self, place: TranslationPlace) -> "DocumentPair":
        """What the rules of a pair look at."""
        from lessongen.model.document_pair import DocumentPair

        return DocumentPair(
            source=self._documents[place.source_path or ""],
            target=self._documents[place.target_path or ""],
            units=self._tracker.study(place).pairs,
            settings=self._given.settings,
            terms=tuple(self._given.terms),
            keys=self._keys,
        )

    def problems(self, pair: "DocumentPair") -> Iterator[Problem]:
        """What the rules say of a pair."""
        from lessongen.checks.pairs import PAIR_RULES

        return (problem for rule in PAIR_RULES for problem in rule(pair))
