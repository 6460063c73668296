"""A course made of nonsense: as long and as furnished as a real one, the same on every machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

LANGUAGES = ("en", "es")
SECTIONS = 5
COLLABORATORS = ("ana-ruiz", "ben-okoro")
FEWEST_WORDS, MOST_WORDS = 450, 580  # with headings never above 600
# Where in a body something other than a paragraph stands.
HEADINGS, LISTS = {2, 5, 9}, {7}

WORDS = {
    "en": (
        "people work listen early answer plan small question week team honest step begin learn "
        "write ask again slow meeting table paper notice change useful promise customer number "
        "reason simple morning colleague desk habit mistake repair show before after because "
        "every other without between always there about where which through their might"
    ).split(),
    "es": (
        "gente trabajo escuchar temprano respuesta plan pequeña pregunta semana equipo honesto "
        "paso empezar aprender escribir pedir otra lento reunión mesa papel notar cambio útil "
        "promesa cliente número razón sencillo mañana colega costumbre error reparar mostrar "
        "antes después porque cada sin entre siempre allí sobre donde cual través su quizá"
    ).split(),
}
SECTION_WORD = {"en": "Section", "es": "Sección"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One lesson in one language: front matter as values, the body as Markdown."""

    language: str
    number: int
    section: int
    title: str
    slug: str
    summary: str
    takeaways: tuple[str, ...]
    body: str

    @property
    def name(self) -> str:
        """The file name, which the translation shares."""
        return f"{self.number:04}-lesson.md"


def make_course(count: int) -> Iterator[Lesson]:
    """Yield this many lessons in each language."""
    for language in LANGUAGES:
        for number in range(1, count + 1):
            yield _lesson(language, number, section=(number - 1) * SECTIONS // count + 1)


def section_title(language: str, section: int) -> str:
    """Return the title of a section.

    >>> section_title("es", 2)
    'Sección 2'
    """
    return f"{SECTION_WORD[language]} {section}"


def _lesson(language: str, number: int, *, section: int) -> Lesson:
    random = Random(f"{language} {number}")
    title = _sentence(random, language, 5)
    return Lesson(
        language=language,
        number=number,
        section=section,
        title=title,
        slug=f"{random.choice(WORDS['en'])}-{number}",
        summary=_sentence(random, language, 14) + ".",
        takeaways=tuple(_sentence(random, language, 9) + "." for _ in range(4)),
        body=_body(random, language),
    )


def _body(random: Random, language: str) -> str:
    """Return paragraphs under three headings, one of them followed by a list."""
    left = random.randint(FEWEST_WORDS, MOST_WORDS)
    parts: list[str] = []
    while left > 0:
        if len(parts) in HEADINGS:
            parts.append(f"## {_sentence(random, language, 4)}")
        elif len(parts) in LISTS:
            parts.append("\n".join(f"- {_sentence(random, language, 8)}." for _ in range(3)))
            left -= 24
        else:
            length = min(left, random.randint(45, 75))
            parts.append(_paragraph(random, language, length))
            left -= length
    return "\n\n".join(parts) + "\n"


def _paragraph(random: Random, language: str, words: int) -> str:
    sentences: list[str] = []
    while words > 0:
        length = min(words, random.randint(8, 16))
        sentences.append(_sentence(random, language, length))
        words -= length
    sentences[0] = f"**{sentences[0]}**"
    sentences[-1] = f"[{sentences[-1]}](https://reading.example/{random.randint(1, 99)})"
    return ". ".join(sentences) + "."


def _sentence(random: Random, language: str, words: int) -> str:
    return " ".join(random.choices(WORDS[language], k=words)).capitalize()
