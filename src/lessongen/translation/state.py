"""The state of a pair: computed each time, never stored."""

import re

from lessongen.model.translation import Bead, RecordedUnit, UnitState
from lessongen.model.unit import Unit
from lessongen.translation.normal import AnyUnit, bare, digest, joined_form, words
from lessongen.translation.tokens import tokens, without_tokens

_GLANCE = 12  # characters that tell two languages apart, nearly always
# Beginnings that every normal form leaves alone, but for the last letter, which may get an accent.
_SIGN = r"[!-^`-~\u00a1-\u02af\u2010-\u2027]"
_PLAIN = re.compile(rf"{_SIGN}(?:{_SIGN}| (?! )){{11}}")
_TELLING = 4  # words; a shorter text may well be the same in both languages

Sources = tuple[Unit, ...]
Targets = tuple[Unit, ...]


def state_of(
    bead: Bead | None, sources: Sources, targets: Targets, *, adopted: bool, guessed: bool
) -> UnitState:
    """How source units, their target units and what was confirmed agree.

    `adopted`: nobody ever confirmed anything in this translation; `guessed`: the machine alone
    says that these targets belong to these sources.
    """
    if not sources:
        return "target-only" if bead is None or "target-only" in bead.flags else "removed"
    if not has_text(targets) or is_untranslated(bead, sources, targets):
        return "new"
    if is_copied_code(sources, targets):
        return "ok"  # code is copied, and it has been
    if bead is None:
        return "unverified" if adopted else "edited"
    state = _change_of(bead, sources, targets)
    if state in ("ok", "typography") and (guessed or "unverified" in bead.flags):
        return "unverified"
    # An untouched copy is untranslated, so this one was touched.
    return "edited" if "untranslated" in bead.flags else state


def state_as_recorded(bead: Bead, sources: Sources, targets: Targets) -> UnitState:
    """The state where both sides are what was confirmed, to the letter: the same, but quicker."""
    if not bead.flags and sources and targets and _differ_at_once(sources, targets):
        return "ok" if has_text(targets) else "new"
    return state_of(bead, sources, targets, adopted=False, guessed=False)


def has_text(targets: Targets) -> bool:
    """Whether there is anything to read in the targets."""
    return any(target.text.strip() for target in targets)


def _change_of(bead: Bead, sources: Sources, targets: Targets) -> UnitState:
    """What has happened to the source since its translation was confirmed."""
    change = change_between(bead.sources, sources)
    if change in ("ok", "typography"):
        return change
    return change if is_as_confirmed(bead, targets) else "edited"


def change_between(before: tuple[RecordedUnit, ...], now: Sources) -> UnitState:
    """What was done to source units: nothing (`ok`), `typography`, `tokens` or `changed`."""
    old, new = joined_form(before), joined_form(now)
    if old == new:
        same_blocks = [unit.kind for unit in before] == [unit.kind for unit in now]
        return "ok" if same_blocks else "typography"
    if all(is_copy_unit(unit) for unit in now):
        return "tokens"
    if "code" in {unit.kind for unit in before} | {unit.kind for unit in now}:
        return "changed"
    if tokens(old) == tokens(new):
        return "typography" if bare(old) == bare(new) else "changed"
    return "tokens" if bare(without_tokens(old)) == bare(without_tokens(new)) else "changed"


def is_as_confirmed(bead: Bead, targets: Targets) -> bool:
    """Whether the translation is the one that was confirmed, to the letter."""
    return tuple(map(digest, targets)) == bead.targets


def is_copy_unit(unit: Unit) -> bool:
    """Whether a unit is copied, not translated: code without a word for readers."""
    return unit.kind == "code" and not unit.plain.strip()


def is_copied_code(sources: Sources, targets: Targets) -> bool:
    """Whether the sources are code, and the targets the same code."""
    return all(map(is_copy_unit, sources)) and joined_form(sources) == joined_form(targets)


def is_untranslated(bead: Bead | None, sources: Sources, targets: Targets) -> bool:
    """Whether the targets are still the source's text: nobody needs to mark what is to be done."""
    flags = bead.flags if bead is not None else ()
    if "same-on-purpose" in flags or all(map(is_copy_unit, sources)):
        return False
    if bead is not None and "untranslated" in flags and is_as_confirmed(bead, targets):
        return True
    if not is_copy(bead, sources, targets):
        return False
    telling = _count_prose(targets)
    return telling > _TELLING or (telling > 0 and _became_a_copy(bead, sources, targets))


def _became_a_copy(bead: Bead | None, sources: Sources, targets: Targets) -> bool:
    """Whether a source stood still while its confirmed translation became the same text."""
    if bead is None or is_as_confirmed(bead, targets):
        return False
    return joined_form(bead.sources) == joined_form(sources)


def is_copy(bead: Bead | None, sources: Sources, targets: Targets) -> bool:
    """Whether the targets are the source's text, as it is or as it was recorded."""
    if not _differ_at_once(sources, targets) and joined_form(targets) == joined_form(sources):
        return True
    if bead is None or not bead.sources or _differ_at_once(bead.sources, targets):
        return False
    return joined_form(targets) == joined_form(bead.sources)


def _differ_at_once(ours: tuple[AnyUnit, ...], theirs: Targets) -> bool:
    """Whether two texts cannot be the same: in two languages a glance is nearly always enough."""
    one, other = ours[0].text[:_GLANCE], theirs[0].text[:_GLANCE]
    if one == other:
        return False
    if _PLAIN.match(one) and _PLAIN.match(other) and one[:-1] != other[:-1]:
        return True
    return _count(ours) != _count(theirs)


def _count(units: tuple[AnyUnit, ...]) -> int:
    if len(units) == 1:
        return len(units[0].text.split())
    return sum(len(unit.text.split()) for unit in units)


def _count_prose(targets: Targets) -> int:
    """How many words tell the language of a text: no code, no links, no numbers."""
    return sum(len(words(without_tokens(target.text))) for target in targets)
