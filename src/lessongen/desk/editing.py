"""Writing the text of single units into the file of a translation; every other byte stays."""

from collections.abc import Mapping, Sequence

from lessongen.desk.choosing import choose_units, reports_at
from lessongen.desk.desk import Desk
from lessongen.desk.outcome import Refusal, Settled, Written
from lessongen.desk.writing import save_text
from lessongen.model.source import SourceFile
from lessongen.model.standing import TranslationPlace
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.parsing.document import parse_document
from lessongen.parsing.paths import place_of
from lessongen.parsing.units import replace_unit
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.translation.normal import form

_FRONT = "---\n"


@value
class Rewritten:
    """The text of a file with other texts in the place of some units, and its units then."""

    text: str
    units: tuple[Unit, ...]


def replace_text(
    desk: Desk, place: TranslationPlace, *, name: str, text: str, digest: str, part: int = 0
) -> Settled:
    """Give one unit of a translation another text; the unit as it was comes back in `done`.

    `digest`: that of the file when the caller saw it (`Sheet.digest`); if the file has changed
    since, nothing is written, and the refusal has both texts. A text that would become another
    kind of block, or several, is refused as "unfit". `part`: which one, of several that stand
    for one source.
    """
    path = place.target_path
    study = desk.study(place)
    chosen = choose_units(study.pairs, (name,))
    pair = next((study.pairs[each] for each in chosen.places), None)
    targets = pair.targets[part : part + 1] if pair else ()
    theirs = targets[0].text if targets else ""
    refused: Refusal | None = None
    if path is None or (pair is not None and not targets):
        refused = Refusal(name=name, reason="untranslated", yours=text)
    elif desk.session.files.digests[path] != digest:
        refused = Refusal(name=name, reason="changed", yours=text, theirs=theirs)
    elif pair is None:
        refused = Refusal(name=name, reason="unknown", yours=text)
    if refused is not None or path is None or pair is None:
        return Settled(place=place, refused=(refused,) if refused else ())
    wanted = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    position = next(at for at, unit in enumerate(study.targets) if unit is targets[0])
    written = write_units(desk, place, study.targets, {position: wanted})
    if written is None:
        refusal = Refusal(name=name, reason="unfit", yours=text, theirs=theirs)
        return Settled(place=place, refused=(refusal,))
    return Settled(place=place, done=reports_at(study.pairs, (pair,)), written=written[0])


def write_units(
    desk: Desk, place: TranslationPlace, units: Sequence[Unit], texts: Mapping[int, str]
) -> tuple[Written, tuple[Unit, ...]] | None:
    """Write other texts in the place of some units, by position; the file's units then.

    None if anything but these units would change. Raises `ChangedWhileReadingError` if somebody
    saves the file at this very moment.
    """
    path = place.target_path or ""
    file = desk.session.files.read(path).value
    new = rewritten(desk, place, file, units, texts)
    if new is None:
        return None
    written = save_text(desk, path, file.text.encode(), new.text)
    if written is None:
        raise ChangedWhileReadingError(path)
    return written, new.units


def rewritten(
    desk: Desk,
    place: TranslationPlace,
    file: SourceFile,
    units: Sequence[Unit],
    texts: Mapping[int, str],
) -> Rewritten | None:
    """The file with other texts in the place of some units; None if more than these would change.

    `units` are those of the file, in the order that it is read in; `texts` go by their position.
    """
    text = file.text
    for position in sorted(texts, key=lambda each: units[each].ranges[0], reverse=True):
        text = _replaced(place, text, units[position], texts[position])
    after = _units(desk, place, SourceFile(path=file.path, text=text, digest=""))
    if [unit.kind for unit in after] != [unit.kind for unit in units]:
        return None
    for position, (old, new) in enumerate(zip(units, after, strict=True)):
        wanted = texts.get(position)
        if wanted is None and (new.text != old.text or new.plain != old.plain):
            return None
        if wanted is not None and form(new) != form(_with_text(old, wanted)):
            return None
    return Rewritten(text=text, units=after)


def _with_text(unit: Unit, text: str) -> Unit:
    return Unit(kind=unit.kind, text=text, plain=text, ranges=unit.ranges, span=unit.span)


def _replaced(place: TranslationPlace, text: str, unit: Unit, new: str) -> str:
    if place.kind not in ("people", "tags"):
        return replace_unit(text, unit, new)
    # A file of YAML is written like a front matter that ends where the file does.
    shift = len(_FRONT)
    ranges = tuple((start + shift, end + shift) for start, end in unit.ranges)
    moved = Unit(kind=unit.kind, text=unit.text, plain=unit.plain, ranges=ranges, span=unit.span)
    behind = f"\n{_FRONT}"
    return replace_unit(f"{_FRONT}{text}{behind}", moved, new)[shift : -len(behind)]


def _units(desk: Desk, place: TranslationPlace, file: SourceFile) -> tuple[Unit, ...]:
    if place.kind in ("people", "tags"):
        from lessongen.parsing.shared_units import shared_units

        languages = (desk.source_language, place.locale)
        found = shared_units(file, place.kind, languages)
        return tuple(entry[place.locale] for entry in found.values() if place.locale in entry)
    locale, key, kind = place_of(file.path) or ("", file.path, "page")
    return parse_document(file, locale=locale, key=key, kind=kind).value.units
