"""What the dashboard adds up: from the facts of single texts to those of groups and languages."""

from collections.abc import Mapping, Sequence
from typing import Any

from lessongen.model.standing import Progress, Standing, minutes_for
from lessongen.model.view_translations import (
    LanguageProgress,
    TrackedGroup,
    TrackedLanguage,
    TranslationGroup,
    TranslationRow,
)

_COUNTED = ("translated", "outdated", "missing", "unverified")
_MOST_NAMED = 10  # of the oldest: a list to begin with, not to finish


def facts_of(standing: Standing, today: str) -> Mapping[str, Any]:
    """What a row says of how a translation stands, by the names of its fields."""
    claim = standing.claimant(today)
    return {
        "state": standing.state,
        "progress": standing.progress,
        "words": standing.words_to_translate,
        "looks": standing.looks,
        "minutes": minutes_for(standing.words_to_translate, standing.looks),
        "since": standing.since if standing.state == "outdated" else "",
        "claimed_by": claim.by if claim else "",
        "claimed_until": claim.until if claim else "",
    }


def languages_view(
    languages: Sequence[TrackedLanguage], *, with_rows: bool
) -> tuple[LanguageProgress, ...]:
    """Each language with its sums; without `with_rows` groups do not list their texts."""
    return tuple(_language(each, with_rows=with_rows) for each in languages)


def _language(language: TrackedLanguage, *, with_rows: bool) -> LanguageProgress:
    rows = [row for group in language.groups for row in group.rows]
    counted = [row for row in rows if row.state in _COUNTED]
    lessons = [row.state for row in counted if row.kind == "lesson"]
    return LanguageProgress(
        locale=language.locale,
        path=language.path,
        badge=language.badge,
        lessons=len(lessons),
        translated=lessons.count("translated"),
        outdated=lessons.count("outdated"),
        missing=lessons.count("missing"),
        unverified=lessons.count("unverified"),
        progress=_sum(counted),
        words=_words(counted),
        minutes=_minutes(counted),
        groups=tuple(_group(group, with_rows=with_rows) for group in language.groups),
        claims=tuple(row for row in rows if row.claimed_by),
        oldest=tuple(sorted((row for row in rows if row.since), key=_age)[:_MOST_NAMED]),
    )


def _group(group: TrackedGroup, *, with_rows: bool) -> TranslationGroup:
    return TranslationGroup(
        kind=group.kind,
        section=group.section,
        progress=_sum(group.rows),
        words=_words(group.rows),
        minutes=_minutes(group.rows),
        rows=group.rows if with_rows else (),
    )


def _age(row: TranslationRow) -> str:
    return row.since


def _sum(rows: Sequence[TranslationRow]) -> Progress:
    return Progress(
        done=sum(each.progress.done for each in rows),
        changed=sum(each.progress.changed for each in rows),
        missing=sum(each.progress.missing for each in rows),
        unverified=sum(each.progress.unverified for each in rows),
    )


def _words(rows: Sequence[TranslationRow]) -> int:
    return sum(each.words for each in rows)


def _minutes(rows: Sequence[TranslationRow]) -> int:
    return minutes_for(_words(rows), sum(each.looks for each in rows))
