"""Writing the translation of a unit that has none yet, at its place in the file."""

from lessongen.desk.choosing import choose_units, reports_at
from lessongen.desk.desk import Desk
from lessongen.desk.outcome import Reason, Refusal, Settled
from lessongen.desk.placing import with_twin
from lessongen.desk.writing import joined, save_records, save_text
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import UnitPair
from lessongen.model.value import replaced
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.translation.accept import accept


def insert_text(
    desk: Desk, place: TranslationPlace, *, by: str, name: str, text: str, digest: str
) -> Settled:
    """Give a unit without translation one, behind that of the unit before it, and confirm it.

    The block is written as in the source, with its marks; every other byte of the file stays.
    It is confirmed at once: else the machine would have to guess what it belongs to. Refused are,
    as by `replace_text`: "unknown", "changed", "unfit"; and "settled" where there is a translation.
    """
    path = place.target_path or ""
    study = desk.study(place)
    chosen = choose_units(study.pairs, (name,))
    pair = next((study.pairs[each] for each in chosen.places), None)
    reason = _reason(desk, pair, path, digest)
    if pair is None or reason is not None:
        refusal = Refusal(name=name, reason=reason or "unknown", yours=text)
        return Settled(place=place, refused=(refusal,))
    wanted = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    before = desk.session.files.read(path).value
    at = next(i for i, each in enumerate(study.sources) if each is pair.sources[0])
    source = desk.session.files.read(place.source_path or "").value
    is_one = len(pair.sources) == 1 and place.kind not in ("people", "tags")
    found = with_twin(study, at, source, before, wanted) if is_one else None
    if found is None:
        refusal = Refusal(name=name, reason="unfit", yours=text)
        return Settled(place=place, refused=(refusal,))
    after, unit = found
    written = save_text(desk, path, before.text.encode(), after)
    if written is None:
        raise ChangedWhileReadingError(path)
    pairs = [replaced(each, targets=(unit,)) if each is pair else each for each in study.pairs]
    change = accept(study.record, pairs, by=by, date=desk.today, chosen=chosen.places)
    second = save_records(desk, [(place, change.record)])
    done = reports_at(study.pairs, (pair,))
    return Settled(place=place, done=done, written=joined(written, second))


def _reason(desk: Desk, pair: UnitPair | None, path: str, digest: str) -> Reason | None:
    if not path:
        return "untranslated"
    if desk.session.files.digests[path] != digest:
        return "changed"
    if pair is None or not pair.sources:
        return "unknown"
    return "settled" if pair.targets else None
