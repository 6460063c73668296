"""A text as people name it: by its number, its file, or how its title begins."""

import os
from collections.abc import Callable, Iterable, Sequence

from lessongen.model.standing import TranslationPlace
from lessongen.shell.usage import UsageError
from lessongen.shell.words import Words


def find_place(
    places: Sequence[TranslationPlace],
    wish: str,
    titles: Callable[[TranslationPlace], Iterable[str]],
    words: Words,
) -> TranslationPlace:
    """The one text that is meant; raises `UsageError` for none and for more than one.

    `titles` tells how a text is called in both languages.
    """

    def by_title(place: TranslationPlace, wish: str) -> bool:
        start = _plain(wish)
        return bool(start) and any(_plain(each).startswith(start) for each in titles(place))

    for fits in (_by_number, _by_file, by_title):
        found = [place for place in places if fits(place, wish)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f'"{_name(place)}"' for place in found)
            message = '"%(wish)s" fits more than one: %(names)s'
            raise UsageError(words.say(message, wish=wish, names=names))
    raise UsageError(_nothing(places, wish, words))


def _nothing(places: Sequence[TranslationPlace], wish: str, words: Words) -> str:
    from lessongen.model.suggestion import near_name

    names = {each for place in places for each in (_file_name(place), place.title)}
    message = words.say(
        'no lesson has the number, the file name or the title "%(wish)s"', wish=wish
    )
    near = near_name(wish, names)
    hint = words.say("did you mean %(name)s?", name=f'"{near}"')
    return f"{message}; {hint}" if near else message


def _by_number(place: TranslationPlace, wish: str) -> bool:
    return wish.isascii() and wish.isdigit() and 0 < (place.lesson or 0) == int(wish[:9])


def _by_file(place: TranslationPlace, wish: str) -> bool:
    wanted = wish.replace(os.sep, "/").removeprefix("./").removesuffix(".md")
    plain = wanted.removesuffix(".yaml")
    for path in (place.source_path, place.target_path, f"/{place.key}"):
        name = (path or "").removesuffix(".md").removesuffix(".yaml")
        if name and (name in (wanted, plain) or name.endswith(f"/{plain}")):
            return True
    return False


def _plain(text: str) -> str:
    """The text without what people do not retype: capitals, runs of spaces, curly apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())


def _name(place: TranslationPlace) -> str:
    return place.source_path or place.target_path or place.key


def _file_name(place: TranslationPlace) -> str:
    return _name(place).rpartition("/")[2].removesuffix(".md")
