"""How long a text takes to read, as pages say it."""


def shown_minutes(minutes: float) -> int:
    """Whole minutes, at least one.

    >>> shown_minutes(0.2), shown_minutes(2.5), shown_minutes(3.4)
    (1, 3, 3)
    """
    return max(1, int(minutes + 0.5))
