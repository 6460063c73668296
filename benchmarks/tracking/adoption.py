"""Adoption: pairing with no record at all, where some units were never translated."""

from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.tracking.lessons import Pair
from benchmarks.tracking.pieces import parse
from lessongen.model.translation import Record
from lessongen.translation.pairing import pair_units

_SHARES = (0.05, 0.15, 0.3)
_SEEDS = 3


def adoption_table(lessons: Sequence[Pair]) -> Iterator[str]:
    """The lines of the report: how many pairs are right, how many of the missing are found."""
    yield f"{'adopted, translations missing':<30}{'pairs right':>12}{'missing found':>15}"
    for share in _SHARES:
        results = [
            _adopt(pair, Random(f"{seed} {pair.english.key}"), share)
            for pair in lessons
            for seed in range(_SEEDS)
        ]
        paired, right, missing, found = (sum(column) for column in zip(*results, strict=True))
        yield f"{f'{share:.0%}':<30}{right / paired:>12.1%}{found / missing:>15.1%}"


def _adopt(pair: Pair, random: Random, share: float) -> tuple[int, int, int, int]:
    """How many units were paired, how many rightly, how many were missing, how many noticed."""
    english, spanish = (parse(side.text, side.locale, side.key).units for side in pair)
    there = [unit for unit in spanish if random.random() >= share]
    kept = set(map(id, there))
    partner = {id(one): two for one, two in zip(english, spanish, strict=True)}
    paired = right = found = 0
    for each in pair_units(Record(), english, there):
        for source in each.sources:
            wanted = partner[id(source)]
            paired += bool(each.targets)
            right += any(target is wanted for target in each.targets)
            found += not each.targets and id(wanted) not in kept
    return paired, right, len(spanish) - len(there), found
