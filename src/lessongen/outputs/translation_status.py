"""`translations/status.json`: what `lessongen tr --format json` prints, for other programs.

Units are only those with something to do in translations that are behind: the texts of the rest
are on the site's pages anyway, and would double its size.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from lessongen.model.artifact import Artifact
from lessongen.model.site import Site
from lessongen.model.standing import SourceChange, minutes_for
from lessongen.model.tracked_text import TrackedText
from lessongen.model.translation import DocumentState

Texts = Mapping[str, Sequence[TrackedText]]  # by target language

PATH = "translations/status.json"
_VERSION = 1
_COUNTED: tuple[DocumentState, ...] = ("translated", "outdated", "missing", "unverified")


def artifacts(site: Site) -> Iterator[Artifact]:
    """The one file, if there is a dashboard and something to translate."""
    from lessongen.rendering.dashboard_data import tracked_texts  # an amended build has the texts

    texts = tracked_texts(site)
    if texts:
        yield status_artifact(site.settings.source_language, texts)


def status_artifact(source: str, texts: Texts) -> Artifact:
    """The file for these texts."""
    return Artifact(
        path=PATH,
        data={"source": source, "texts": texts},
        produce=partial(_write, source, texts),
    )


def differing_pieces(before: Texts, after: Texts) -> Iterator[tuple[str, str]]:
    """The pieces of the file that tell of other numbers, and all summaries, in their order.

    Both name the same texts; what has not changed is the same value in both.
    """
    for locale, own in before.items():
        yield _as_json(_summary(own), 3), _as_json(_summary(after[locale]), 3)
        for old, new in zip(own, after[locale], strict=True):
            if old is not new:
                yield _as_json(_document(old), 4), _as_json(_document(new), 4)


def _write(source: str, texts: Texts) -> bytes:
    content = {
        "version": _VERSION,
        "source": source,
        "targets": {
            locale: {"summary": _summary(own), "documents": [_document(each) for each in own]}
            for locale, own in texts.items()
        },
    }
    return (_as_json(content, 0) + "\n").encode()


def _as_json(value: object, depth: int) -> str:
    """The value as it stands in the file, so many levels deep."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def _summary(texts: Sequence[TrackedText]) -> dict[str, int]:
    counted = [each for each in texts if each.state in _COUNTED]
    states = [each.state for each in counted if each.kind == "lesson"]
    words = sum(each.words_to_translate for each in counted)
    return {
        "lessons": len(states),
        **{state: states.count(state) for state in _COUNTED},
        "words": sum(each.progress.total for each in counted),
        "words_to_translate": words,
        "minutes_to_translate": minutes_for(words, sum(each.looks for each in counted)),
    }


def _document(text: TrackedText) -> dict[str, object]:
    return {
        "source_path": text.source_path,
        "target_path": text.target_path,
        "lesson": text.lesson,
        "title": text.title,
        "state": text.state,
        "words": text.progress.total,
        "words_to_translate": text.words_to_translate,
        "claimed_by": text.claimed_by,
        "units": _units(text.changes) if text.changes else [],
    }


def _units(changes: Sequence[SourceChange]) -> list[dict[str, object]]:
    from lessongen.translation.report import unit_as_data  # only where something has changed

    return [unit_as_data(change.unit) for change in changes]
