"""Spanish that calls the reader "tú" where the project says "usted", or the reverse."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lessongen.model.document_pair import DocumentPair
from lessongen.model.place import place_in_text
from lessongen.model.problem import Problem, Severity
from lessongen.model.unit import Unit
from lessongen.translation.prose import BLANK, own_words, prose

CODE = "mixed-treatment"
SEVERITY: Severity = "warning"

# Only forms that cannot be anything else: "su", "le", "pregunta" and "puede" say nothing.
_TU = frozenset(
    "tú ti contigo tu tus tuyo tuya tuyos tuyas te tienes puedes quieres debes sabes eres estás"
    " haces dices crees necesitas piensas sientes trabajas escribes vas has tendrás podrás deberías"
    " podrías".split()
)
_USTED = frozenset({"usted"})
# Imperatives at the start of a sentence; elsewhere they are subjunctives of anybody.
_ORDERS = frozenset(
    "Abra Acepte Acérquese Acuérdese Agradezca Agregue Anote Añada Aproveche Asegúrese Averigüe"
    " Busque Cambie Compare Comparta Compruebe Considere Consulte Copie Cuente Decida Déjelo"
    " Describa Descargue Dígale Dígales Diríjase Elija Empiece Escriba Escríbalo Escuche Espere"
    " Evite Explique Fíjese Haga Hágalo Imagine Imagínese Instale Intente Introduzca Invite Lleve"
    " Llame Muestre Observe Ofrezca Olvide Pídale Pida Piense Póngase Ponga Practique Pregunte"
    " Pregúntese Prepare Pruebe Recuerde Reúna Reúnase Responda Revise Seleccione Siga Siéntase"
    " Solicite Termine Tome Trate Utilice Vuelva".split()
)
# The forms that do not go with a treatment, small, and as they stand at the start of a sentence.
_OTHERS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = MappingProxyType(
    {
        "tú": (_USTED, _ORDERS | {"Usted"}),
        "usted": (_TU, frozenset(form.capitalize() for form in _TU if form != "ti")),
    }
)
_NONE = (frozenset[str](), frozenset[str]())
_WORD = re.compile(r"\w+")
_NEAR = 9  # characters: more blanks and quotes than stand between two sentences
_STARTS = re.compile(r"(?:\A|[.!?…:¡¿|\n])[\s”»)\"*_-]*\Z")
_MENTIONED = re.compile(
    r"\b(?:trat|habl|llam)\w+ (?:de|el|la) (?:tú|usted)\b"
    r"|\b(?:el|del|al) (?:tú|usted)\b|\b(?:tú|usted) (?:o|y|ni|u) (?:tú|usted)\b"
)


def check(pair: DocumentPair) -> Iterator[Problem]:
    """A problem for each text with the other treatment, in Spanish, if the project chose one.

    Not in quotations, where people speak to one another as they like.
    """
    if pair.target_language != "es":
        return
    treatments = pair.settings.treatment
    treatment = treatments.get(pair.target.locale) or treatments.get("es", "")
    small, first = _OTHERS.get(treatment, _NONE)
    forms = small | first
    for units in pair.units if forms else ():
        for unit in units.targets if units.state != "new" else ():
            if not forms.isdisjoint(_WORD.findall(unit.plain)):
                yield from _problems(unit, treatment)


def _problems(unit: Unit, treatment: str) -> Iterator[Problem]:
    """The problem of a unit, if it has one outside of quotations; one is enough."""
    if unit.kind in ("code", "epigraph"):
        return
    small, first = _OTHERS[treatment]
    text = own_words(prose(unit))
    text = _MENTIONED.sub(lambda found: BLANK * len(found[0]), text)
    for found in _WORD.finditer(text):
        starts = found[0] in first and _begins_sentence(text, found)
        if found[0] in small or starts:
            yield _problem(unit, found, treatment)
            return


def _begins_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether an order may stand there; "Diga lo que diga" is none."""
    before = text[max(0, found.start() - _NEAR) : found.start()]
    again = f" lo que {found[0].lower()}"
    return bool(_STARTS.search(before)) and not text.startswith(again, found.end())


def _problem(unit: Unit, found: re.Match[str], treatment: str) -> Problem:
    other = "usted" if treatment == "tú" else "tú"
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'"{found[0]}" calls the reader "{other}", this project says "{treatment}"',
        span=place_in_text(unit, found.start()),
        hint=f'write it for "{treatment}", as "treatment" in lessongen.yaml says',
    )
