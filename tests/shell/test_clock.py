import pytest

from lessongen.shell.clock import day_of, day_span, epoch
from lessongen.shell.usage import UsageError

NOON = 1_795_262_400  # 2026-11-21 12:00 UTC
HOUR = 3600


def test_the_environment_says_which_moment_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOON))
    assert epoch() == NOON


@pytest.mark.parametrize("said", ["x", "-1", "1.5", "9" * 30, "253402300800", "١٢"])
def test_a_moment_that_is_none_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        epoch()


def test_without_it_the_clock_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert epoch() > 1_700_000_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert epoch() > 1_700_000_000


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", "2026-11-21"),
        ("America/Mexico_City", "2026-11-21"),
        ("Pacific/Kiritimati", "2026-11-22"),
        ("Nowhere/Else", "2026-11-21"),
        ("../../etc/passwd", "2026-11-21"),
        ("", "2026-11-21"),
    ],
)
def test_the_day_is_that_of_the_time_zone(zone: str, day: str) -> None:
    assert day_of(NOON, zone) == day


def test_a_day_spans_from_midnight_to_midnight_there() -> None:
    start, end, _ = day_span(NOON, "America/Mexico_City")
    assert start == NOON - 6 * HOUR
    assert end == start + 24 * HOUR
    assert day_of(start - 1, "America/Mexico_City") == "2026-11-20"
    assert day_of(start, "America/Mexico_City") == day_of(end - 1, "America/Mexico_City")
    assert day_of(end, "America/Mexico_City") == "2026-11-22"


@pytest.mark.parametrize(
    ("moment", "hours"),
    [(1_774_785_600, 23), (1_792_929_600, 25)],  # Madrid: 2026-03-29 and 2026-10-25
)
def test_days_on_which_clocks_change_are_shorter_or_longer(moment: int, hours: int) -> None:
    start, end, _ = day_span(moment, "Europe/Madrid")
    assert end - start == hours * HOUR
    assert day_of(start, "Europe/Madrid") == day_of(end - 1, "Europe/Madrid")
    assert day_of(start - 1, "Europe/Madrid") != day_of(start, "Europe/Madrid")
    assert day_of(end, "Europe/Madrid") != day_of(start, "Europe/Madrid")


def test_the_end_of_time_is_no_trouble() -> None:
    assert day_of(253_402_300_799, "UTC") == "9999-12-31"
    assert day_of(253_402_300_799, "Pacific/Kiritimati") == "9999-12-31"
