"""What waits for a translator in a text, and what finishes the most in the time one has."""

from collections.abc import Iterator, Sequence

from lessongen.model.translation import SETTLED, DocumentReport, UnitReport
from lessongen.model.value import value
from lessongen.translation.report import minutes


@value
class Step:
    """Work on one text: these of its units; with all of them it is finished."""

    document: DocumentReport
    units: tuple[UnitReport, ...]

    @property
    def finishes(self) -> bool:
        """Whether nothing is left afterwards."""
        return len(self.units) == len(waiting_units(self.document))


def is_open(document: DocumentReport) -> bool:
    """Whether there is anything to do about a document."""
    return document.state not in ("translated", "excluded")


def is_urgent(document: DocumentReport) -> bool:
    """Whether a reader of the translation is being misled."""
    return any(unit.urgent for unit in document.units)


def waiting_units(document: DocumentReport) -> tuple[UnitReport, ...]:
    """The units of a document that wait for somebody."""
    return tuple(unit for unit in document.units if unit.state not in SETTLED)


def plan(documents: Sequence[DocumentReport], time: int, own: str = "") -> tuple[Step, ...]:
    """What to do in so many minutes: what is urgent, then the texts that are finished soonest.

    What somebody else than `own` is at work on is left to them. If no text can be finished, it
    is the beginning of the one that is nearest to it.
    """
    able = [each for each in documents if is_open(each) and each.state != "orphan"]
    urgent = {id(each): tuple(unit for unit in waiting_units(each) if unit.urgent) for each in able}
    steps = [Step(document=each, units=urgent[id(each)]) for each in able if urgent[id(each)]]
    free = [each for each in able if each.claimed_by in (None, own) and not urgent[id(each)]]
    by_length = sorted(free, key=nearness)
    for document in by_length:
        step = Step(document=document, units=waiting_units(document))
        if minutes(_all_units((*steps, step))) <= time:
            steps.append(step)
    if not steps and by_length:
        units = tuple(_that_fit(waiting_units(by_length[0]), time))
        steps.append(Step(document=by_length[0], units=units))
    return tuple(step for step in steps if step.units)


def nearness(document: DocumentReport) -> tuple[int, int]:
    """How near a document is to being finished: the nearest sorts first."""
    return minutes(waiting_units(document)), document.lesson or 0


def _all_units(steps: Sequence[Step]) -> list[UnitReport]:
    return [unit for step in steps for unit in step.units]


def _that_fit(units: Sequence[UnitReport], time: int) -> Iterator[UnitReport]:
    """The first units that fit into the time, one of them at least."""
    taken: list[UnitReport] = []
    for unit in units:
        if taken and minutes([*taken, unit]) > time:
            return
        taken.append(unit)
        yield unit
