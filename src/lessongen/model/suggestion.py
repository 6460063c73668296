"""The name that was probably meant."""

from collections.abc import Iterable


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A hint like `did you mean "title"?`, or nothing if no name is close."""
    near = near_name(word, names)
    return f'did you mean "{near}"?' if near else ""


def near_name(word: str, names: Iterable[str]) -> str:
    """The name that is closest to a word, or nothing if none is close."""
    from difflib import get_close_matches  # 5 ms, and needed only when something is wrong

    return next(iter(get_close_matches(word, sorted(set(names)), n=1, cutoff=0.6)), "")
