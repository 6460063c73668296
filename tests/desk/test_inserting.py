"""A unit that has no translation gets one at its place; every other byte of the file stays."""

import pytest

from lessongen.desk.desk import Desk
from lessongen.desk.inserting import insert_text
from lessongen.desk.outcome import Settled
from lessongen.desk.sheet import show_sheet
from tests.desk.conftest import Workplace

ENGLISH = """---
title: A list of things
lesson: 7
summary: What it is about.
takeaways:
- First one
- Second one
slug: things
---
The first paragraph.

## A heading

- An apple
- A pear
- A plum

| Fruit | Price |
|-------|------:|
| Apple | Three |

::: note Mind
Inside of it.
:::

> A quotation
> of two lines.

The last paragraph.
"""
SPANISH = """---
title: Una lista de cosas
summary: De qué trata.
takeaways:
- Lo primero
- Lo segundo
slug: cosas
---
El primer párrafo.

## Un título

- Una manzana
- Una pera
- Una ciruela

| Fruta | Precio |
|---|---:|
| Manzana | Tres |

::: note Ojo
Aquí dentro.
:::

> Una cita
> de dos líneas.

El último párrafo.
"""


def _insert(workplace: Workplace, text: str, *, digest: str = "") -> Settled:
    def work(desk: Desk) -> Settled:
        place = desk.find("es", "7")
        sheet = show_sheet(desk, place)
        name = next(each.unit.id for each in sheet.units if each.unit.target is None)
        seen = digest or sheet.digest
        return insert_text(desk, place, by="Ana", name=name, text=text, digest=seen)

    return workplace.do(work)


@pytest.mark.parametrize(
    ("english", "spanish", "text"),
    [
        ("summary: What it is about.\n", "summary: De qué trata.\n", "De qué trata."),
        ("- Second one\n", "- Lo segundo\n", "Lo segundo"),
        ("The first paragraph.\n\n", "El primer párrafo.\n\n", "El primer párrafo."),
        ("## A heading\n\n", "## Un título\n\n", "Un título"),
        ("- An apple\n", "- Una manzana\n", "Una manzana"),
        ("- A pear\n", "- Una pera\n", "Una pera"),
        ("- A plum\n", "- Una ciruela\n", "Una ciruela"),
        ("| Apple | Three |\n", "| Manzana | Tres |\n", "| Manzana | Tres |"),
        ("Inside of it.\n", "Aquí dentro.\n", "Aquí dentro."),
        (
            "> A quotation\n> of two lines.\n\n",
            "> Una cita\n> de dos líneas.\n\n",
            "Una cita\nde dos líneas.",
        ),
        ("\nThe last paragraph.\n", "\nEl último párrafo.\n", "El último párrafo."),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_missing_unit_goes_where_it_belongs(
    workplace: Workplace, english: str, spanish: str, text: str, end: str
) -> None:
    workplace.write("content/en/07-things.md", ENGLISH.replace(english, ""))
    workplace.write("content/es/07-things.md", SPANISH.replace(spanish, "").replace("\n", end))
    workplace.tr("ok", "7")
    workplace.write("content/en/07-things.md", ENGLISH)
    settled = _insert(workplace, text)
    assert settled.refused == ()
    assert settled.done[0].target is None
    assert workplace.read("content/es/07-things.md") == SPANISH.replace("\n", end)
    assert "up to date: lesson 7" in workplace.tr()[1].lower()


def test_the_first_item_of_a_list_brings_its_key(workplace: Workplace) -> None:
    items = "takeaways:\n- First one\n- Second one\n"
    workplace.write("content/en/07-things.md", ENGLISH.replace(items, ""))
    lacking = SPANISH.replace("takeaways:\n- Lo primero\n- Lo segundo\n", "")
    workplace.write("content/es/07-things.md", lacking)
    workplace.tr("ok", "7")
    workplace.write("content/en/07-things.md", ENGLISH)
    assert _insert(workplace, "Lo primero").refused == ()
    assert _insert(workplace, "Lo segundo").refused == ()
    assert workplace.read("content/es/07-things.md") == SPANISH


def test_the_first_of_a_body_stands_before_the_others(workplace: Workplace) -> None:
    workplace.write("content/en/07-things.md", "---\ntitle: T\nlesson: 7\n---\nOne.\n\n## Two\n")
    workplace.write("content/es/07-things.md", "---\ntitle: T\nslug: t\n---\n")
    assert _insert(workplace, "Uno.").refused == ()
    assert workplace.read("content/es/07-things.md").endswith("---\n\nUno.\n")
    assert _insert(workplace, "Dos").refused == ()
    assert workplace.read("content/es/07-things.md").endswith("---\n\nUno.\n\n## Dos\n")


@pytest.mark.parametrize("text", ["", "Dos.\n\nPárrafos.", "- Una lista", "---", "::: note\nNada"])
def test_what_would_be_something_else_is_refused(workplace: Workplace, text: str) -> None:
    workplace.write("content/en/07-things.md", ENGLISH)
    lacking = SPANISH.replace("\nEl último párrafo.\n", "")
    workplace.write("content/es/07-things.md", lacking)
    assert [each.reason for each in _insert(workplace, text).refused] == ["unfit"]
    assert workplace.read("content/es/07-things.md") == lacking


def test_a_file_that_changed_meanwhile_is_left_alone(workplace: Workplace) -> None:
    workplace.write("content/en/07-things.md", ENGLISH)
    workplace.write("content/es/07-things.md", SPANISH.replace("\nEl último párrafo.\n", ""))
    (refusal,) = _insert(workplace, "El último.", digest="of yesterday").refused
    assert (refusal.reason, refusal.yours) == ("changed", "El último.")
