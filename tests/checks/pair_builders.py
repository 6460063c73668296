"""A document and its translation from two pieces of Markdown, for the tests of the pair rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from lessongen.model.document_pair import DocumentPair
from lessongen.model.people import Term
from lessongen.model.problem import Problem
from lessongen.model.settings import Settings
from lessongen.model.source import SourceFile, Span
from lessongen.model.translation import Bead, Record, UnitPair, UnitState
from lessongen.model.unit import Unit
from lessongen.parsing.document import Parsed, parse_document
from lessongen.translation.normal import digest
from lessongen.translation.pairing import pair_units
from lessongen.translation.state import state_of

Check = Callable[[DocumentPair], Iterator[Problem]]

FRONT = "---\ntitle: A title\n---\n"  # the body begins on line 4


def parse(text: str, locale: str, key: str = "01-x") -> Parsed:
    """The document that this text is in a language."""
    file = SourceFile(path=f"content/{locale}/{key}.md", text=FRONT + text, digest="")
    return parse_document(file, locale=locale, key=key, kind="lesson").value


def document_pair(
    source: str,
    target: str,
    *,
    locales: tuple[str, str] = ("en", "es"),
    state: UnitState | None = None,
    treatment: str = "",
    terms: Iterable[Term] = (),
    keys: Mapping[str, str] | None = None,
) -> DocumentPair:
    """Two bodies as a pair that nobody has confirmed, or with all units in one state.

    Units pair one by one where both have as many, else as the machine thinks.
    """
    ours, theirs = parse(source, locales[0]), parse(target, locales[1])
    units = pair_units(Record(), ours.units, theirs.units)
    if len(ours.units) == len(theirs.units):
        both = zip(ours.units, theirs.units, strict=True)
        units = tuple(_paired((one,), (two,)) for one, two in both)
    if state is not None:
        units = tuple(_in_state(pair, state) for pair in units)
    return DocumentPair(
        source=ours.document,
        target=theirs.document,
        units=units,
        settings=Settings(
            languages=locales, treatment={locales[1]: treatment} if treatment else {}
        ),
        terms=tuple(terms),
        keys=keys or {},
    )


def _paired(sources: tuple[Unit], targets: tuple[Unit]) -> UnitPair:
    state = state_of(None, sources, targets, adopted=True, guessed=False)
    return UnitPair(state=state, sources=sources, targets=targets)


def _in_state(pair: UnitPair, state: UnitState) -> UnitPair:
    return UnitPair(state=state, sources=pair.sources, targets=pair.targets, bead=pair.bead)


def joined(pair: DocumentPair, *groups: tuple[int, int, UnitState]) -> DocumentPair:
    """The pair with other unit pairs: each of so many units of both sides, in their order."""
    sources = [unit for units in pair.units for unit in units.sources]
    targets = [unit for units in pair.units for unit in units.targets]
    units = []
    for ours, theirs, state in groups:
        units.append(
            UnitPair(state=state, sources=tuple(sources[:ours]), targets=tuple(targets[:theirs]))
        )
        del sources[:ours], targets[:theirs]
    return _with_units(pair, tuple(units))


def with_flags(pair: DocumentPair, *flags: str) -> DocumentPair:
    """The pair with every unit confirmed under these flags."""
    units = tuple(
        UnitPair(
            state=each.state,
            sources=each.sources,
            targets=each.targets,
            bead=Bead(
                sources=(),
                targets=tuple(map(digest, each.targets)),
                date="2026-11-21",
                by="Ana",
                flags=flags,
            ),
        )
        for each in pair.units
    )
    return _with_units(pair, units)


def _with_units(pair: DocumentPair, units: tuple[UnitPair, ...]) -> DocumentPair:
    return DocumentPair(
        source=pair.source,
        target=pair.target,
        units=units,
        settings=pair.settings,
        terms=pair.terms,
        keys=pair.keys,
    )


def term(en: str, es: str, forbidden: str = "") -> Term:
    """A row of the glossary; variants are separated by "|"."""
    return Term(
        variants={"en": tuple(en.split("|")), "es": tuple(es.split("|")) if es else ()},
        forbidden={"es": tuple(forbidden.split("|"))} if forbidden else {},
        span=Span(path="content/glossary.csv", line=2),
    )


def places(problems: Iterable[Problem]) -> list[tuple[str, int, int]]:
    """The path, line and column of each problem."""
    return [(each.span.path, each.span.line, each.span.column) for each in problems]
