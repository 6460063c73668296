"""The one thing that a site takes from the clock: which day it is.

Imported before anything else is known to be needed: loads nothing that takes time.
"""

import os
import time

from lessongen.shell.usage import UsageError

_DAY = 86_400
_LAST = 253_402_300_799  # the end of the year 9999


def epoch() -> int:
    """Seconds since 1970: `SOURCE_DATE_EPOCH` if it is set, else now.

    Raises `UsageError` if it is set to anything but a number.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if not said:
        return int(time.time())
    if said.isascii() and said.isdigit() and len(said) <= len(str(_LAST)) and int(said) <= _LAST:
        return int(said)
    raise UsageError(f'SOURCE_DATE_EPOCH is "{said}", but must be a number of seconds since 1970')


def day_of(seconds: int, time_zone: str) -> str:
    """The ISO date of a moment in a time zone; in UTC if the zone is not known.

    >>> day_of(0, "UTC"), day_of(0, "America/Mexico_City")
    ('1970-01-01', '1969-12-31')
    """
    return time.strftime("%Y-%m-%d", time.gmtime(day_span(seconds, time_zone)[2]))


def day_span(seconds: int, time_zone: str) -> tuple[int, int, int]:
    """When the day of a moment begins and ends there; and when that date begins in UTC.

    >>> day_span(90_000, "UTC")
    (86400, 172800, 86400)
    """
    start = seconds // _DAY * _DAY
    if time_zone == "UTC":
        return (start, start + _DAY, start)
    from datetime import UTC, datetime, timedelta
    from zoneinfo import ZoneInfo

    try:
        midnight = datetime.fromtimestamp(seconds, ZoneInfo(time_zone)).replace(
            hour=0, minute=0, second=0, microsecond=0
        )
        span = int(midnight.timestamp()), int((midnight + timedelta(days=1)).timestamp())
    except (KeyError, ValueError, OSError, OverflowError):
        return (start, start + _DAY, start)
    return (*span, int(midnight.replace(tzinfo=UTC).timestamp()))
