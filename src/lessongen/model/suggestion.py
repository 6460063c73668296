"""The name that was probably meant."""

from collections.abc import Iterable


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A hint like `did you mean "title"?`, or nothing if no name is close."""
    from difflib import get_close_matches  # 5 ms, and needed only when something is wrong

    close = get_close_matches(word, sorted(set(names)), n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else ""
