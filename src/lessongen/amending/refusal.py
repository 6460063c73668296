"""Why a change cannot be made in the pages as they are."""


class MoreThanWordsError(Exception):
    """More may have changed than the words of texts: the whole site has to be assembled."""
