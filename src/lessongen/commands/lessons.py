"""Lessons as people name them: by number, by file, by the start of the title."""

from collections.abc import Iterator, Mapping

from lessongen.model.document import Document
from lessongen.model.site import Site
from lessongen.model.value import value
from lessongen.shell.usage import UsageError


@value
class NamedLesson:
    """A lesson in all its languages; 0 for one without a number."""

    number: int
    versions: Mapping[str, Document]  # by locale, the source first

    @property
    def source(self) -> Document:
        """The version that the others are translated from."""
        return next(iter(self.versions.values()))


def list_lessons(site: Site) -> tuple[NamedLesson, ...]:
    """All lessons that were read, drafts and planned ones too, by number."""
    lessons = [
        NamedLesson(number=_number(versions), versions=versions)
        for versions in site.families.values()
        if any(document.kind == "lesson" for document in versions.values())
    ]
    return tuple(sorted(lessons, key=lambda lesson: (lesson.number, lesson.source.path)))


def find_lesson(site: Site, words: str) -> NamedLesson:
    """The one lesson that is meant; raises `UsageError` if it is none, or more than one."""
    lessons = list_lessons(site)
    for fits in (_by_number, _by_file, _by_title):
        found = [lesson for lesson in lessons if fits(lesson, words)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f'"{lesson.source.path}"' for lesson in found)
            raise UsageError(f'"{words}" fits more than one lesson: {names}')
    raise UsageError(f'no lesson has the number, the file name or the title "{words}"')


def _number(versions: Mapping[str, Document]) -> int:
    numbers = (document.front.lesson for document in versions.values())
    return next((number for number in numbers if number is not None), 0)


def _by_number(lesson: NamedLesson, words: str) -> bool:
    return words.isascii() and words.isdigit() and 0 < lesson.number == int(words[:9])


def _by_file(lesson: NamedLesson, words: str) -> bool:
    wanted = words.removeprefix("./").removesuffix(".md")
    for document in lesson.versions.values():
        path = document.path.removesuffix(".md")
        if wanted in (path, document.key) or path.endswith("/" + wanted):
            return True
    return False


def _by_title(lesson: NamedLesson, words: str) -> bool:
    start = _plain(words)
    return bool(start) and any(title.startswith(start) for title in _titles(lesson))


def _titles(lesson: NamedLesson) -> Iterator[str]:
    for document in lesson.versions.values():
        yield _plain(document.front.title or "")


def _plain(text: str) -> str:
    """The text without what people do not retype: capitals, runs of spaces, curly apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())
