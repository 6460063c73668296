"""Who signs a confirmation."""

from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words


def signer(root: str, by: str | None, words: Words) -> str:
    """Who signs: as said, else whom git knows, else whoever is logged in."""
    if by is not None:
        if not by.strip():
            raise UsageError(words.say("--by needs a name"))
        return " ".join(by.split())
    from lessongen.shell.git import Git

    return Git(root).user_name() or _login()


def _login() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
