"""Texts that moved to another lesson, or are said there as well: their translation is offered."""

from collections.abc import Iterator, Mapping

from lessongen.desk.desk import Desk
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Bead, DocumentReport, UnitReport
from lessongen.model.value import fields_of, value
from lessongen.translation.normal import digest, normal
from lessongen.translation.normal import digest_of as name_of


@value
class Offer:
    """A translation of the very same text, and where it stands."""

    text: str
    path: str
    line: int


class Offers:
    """What the records of a language know of texts that have no translation where they stand."""

    def __init__(self, desk: Desk, locale: str) -> None:
        self._desk = desk
        self._locale = locale
        self._known: dict[str, list[tuple[TranslationPlace, Bead]]] | None = None

    def of(self, document: DocumentReport) -> Mapping[str, Offer]:
        """By the id of each unit of a text that is new: a translation that somebody confirmed."""
        new = [unit for unit in document.units if unit.state == "new" and unit.source]
        found = {unit.id: self._find(unit, document) for unit in new}
        return {name: offer for name, offer in found.items() if offer is not None}

    def _find(self, unit: UnitReport, document: DocumentReport) -> Offer | None:
        if self._known is None:
            self._known = self._read()
        for place, bead in self._known.get(name_of(normal(unit.source or "")), ()):
            if place.target_path == document.target_path:
                continue
            for target in self._desk.study(place).targets:
                if digest(target) == bead.targets[0]:
                    return Offer(text=target.text, path=target.span.path, line=target.span.line)
        return None

    def _read(self) -> dict[str, list[tuple[TranslationPlace, Bead]]]:
        """All confirmations of one text in one, by the name of the source."""
        known: dict[str, list[tuple[TranslationPlace, Bead]]] = {}
        for place in self._desk.places(self._locale):
            if place.target_path is not None:
                for bead in self._desk.record(place).beads:
                    if _is_plain(bead):
                        known.setdefault(digest(bead.sources[0]), []).append((place, bead))
        return known


def _is_plain(bead: Bead) -> bool:
    unsure = {"unverified", "untranslated", "same-on-purpose"}
    return len(bead.sources) == len(bead.targets) == 1 and unsure.isdisjoint(bead.flags)


def with_offers(
    desk: Desk, locale: str, documents: Iterator[DocumentReport]
) -> Iterator[DocumentReport]:
    """The reports with the offers in the notes of their units."""
    offers = Offers(desk, locale)
    for document in documents:
        found = offers.of(document)
        yield _noted(document, found, desk) if found else document


def offer_text(offer: Offer, desk: Desk) -> str:
    """The offer in words."""
    message = "translated already in %(path)s, line %(line)s: %(text)s"
    text = " ".join(offer.text.split())
    return desk.words.say(message, path=offer.path, line=offer.line, text=text)


def _noted(document: DocumentReport, found: Mapping[str, Offer], desk: Desk) -> DocumentReport:
    units = []
    for unit in document.units:
        offer = found.get(unit.id)
        if offer is None:
            units.append(unit)
            continue
        told = offer_text(offer, desk)
        given = {name: getattr(unit, name) for name in fields_of(UnitReport)}
        units.append(UnitReport(**{**given, "note": f"{unit.note}; {told}" if unit.note else told}))
    given = {name: getattr(document, name) for name in fields_of(DocumentReport)}
    return DocumentReport(**{**given, "units": tuple(units)})
