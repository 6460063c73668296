"""The repository's own lessons, furnished with what few have: lists, notes, images, code."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.tracking.pieces import Lesson, in_pieces

# Appended to each lesson, turned by its number so that no two lessons are alike.
_ITEMS = {
    "en": (
        "Write the number of the room on the invitation.",
        "Ask the newest colleague first.",
        "Count the boxes on Friday, before 16:00.",
        "Keep two chairs free for guests.",
        "Send the list to the [night shift](02-say-i-dont-know.md).",
        "Answer within a day.",
        "Yes",
    ),
    "es": (
        "Escribe el número de la sala en la invitación.",
        "Pregúntale primero al colega más nuevo.",
        "Cuenta las cajas el viernes, antes de las 16:00.",
        "Deja dos sillas libres para las visitas.",
        "Envía la lista al [turno de la noche](02-say-i-dont-know.md).",
        "Responde en menos de un día.",
        "Sí",
    ),
}
_TEMPLATE = {
    "en": """
What the team agreed on in *week {n}*, in their **own** words:

- {items[0]}
- {items[1]}
- {items[2]}
- {items[3]}

> Whoever opens the warehouse at {n} writes it on the board by the door.

![The board by the door in week {n}](board-{n}.png "Friday, ten minutes past {n}")

It began late.[^late] Run `count --week {n}` to see how late. [The form](18-fill-in-your-form.md)?

```text
count --week {n} --shift night
```

| Shift | Boxes counted by hand | Boxes on the list |
|---|---|---|
| Early | {n} hundred and two | {n}02 |
| Late | One more than the early shift | {n}03 |
| Night | Nobody counted | none |

Board
: A sheet of paper that everybody passes, number {n} in the inventory.

[^late]: By {n} minutes, as the porter noted that evening.
""",
    "es": """
Lo que el equipo acordó en la *semana {n}*, con sus **propias** palabras:

- {items[0]}
- {items[1]}
- {items[2]}
- {items[3]}

> Quien abre el almacén a las {n} lo anota en la pizarra que está junto a la puerta.

![La pizarra junto a la puerta en la semana {n}](board-{n}.png "Viernes, {n} y diez")

Empezó tarde.[^late] Ejecuta `count --week {n}` y mira. [la forma](18-fill-in-your-form.md)?

```text
count --week {n} --shift night
```

| Turno | Cajas contadas a mano | Cajas en la lista |
|---|---|---|
| Mañana | Ciento dos más {n} centenas | {n}02 |
| Tarde | Una más que el turno de la mañana | {n}03 |
| Noche | Nadie contó | ninguna |

Pizarra
: Una hoja de papel por la que todos pasan, con el número {n} en el inventario.

[^late]: Unos {n} minutos, según anotó el portero esa noche.
""",
}


class Pair(NamedTuple):
    """A lesson in both languages, unit for unit the same."""

    english: Lesson
    spanish: Lesson


def read_lessons(content: Path, *, furnish: bool) -> Sequence[Pair]:
    """The lessons in both languages."""
    pairs = []
    for number, path in enumerate(sorted((content / "en").glob("*-*.md")), start=1):
        sides = [
            _read(content / locale / path.name, locale, number if furnish else 0)
            for locale in ("en", "es")
        ]
        kinds = [[piece.kind for piece in side.pieces] for side in sides]
        if kinds[0] != kinds[1]:
            raise ValueError(f"{path.name}: the two languages are not cut up alike")
        pairs.append(Pair(*sides))
    return pairs


def _read(path: Path, locale: str, number: int) -> Lesson:
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    if number:
        bank = _ITEMS[locale]
        items = [bank[(number + step) % len(bank)] for step in range(4)]
        text += _TEMPLATE[locale].format(n=number, items=items)
    return in_pieces(text, locale, path.stem)
