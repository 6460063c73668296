import pytest

from lessongen.checks.pairs.pair_code import check
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places


def found(source: str, target: str) -> list[str]:
    return messages(check(document_pair(source, target)))


def fenced(code: str) -> str:
    return f"```python\n{code}\n```"


def test_translated_code_is_reported_where_it_stands() -> None:
    (problem,) = check(document_pair("Call `print` then.", "Luego\nllama a `imprimir`."))
    assert messages([problem]) == ["`imprimir` here, but `print` in the source"]
    assert places([problem]) == [("content/es/01-x.md", 5, 9)]


def test_missing_and_added_code_is_reported() -> None:
    assert found("Use `a` and `b`.", "Usa `a` y eso.") == [
        "the code `b` of the source is missing here"
    ]
    assert found("Use `a`.", "Usa `a` o `c`.") == ["the code `c` is not in the source"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Use `a` and `b`.", "Usa `b` y `a`."),
        ("Use `a`, then `a`.", "Usa `a` dos veces."),
        ('Say `print("hello")`.', 'Di `print("hola")`.'),
        ("Run `git clone <your-name>`.", "Ejecuta `git clone <tu-nombre>`."),
        ("Open `content/en/a.md`.", "Abre `content/es/a.md`."),
        ("Write `<li>one</li><li>two</li>`.", "Pon `<li>uno</li><li>dos</li>`."),
        ("The file main.py runs.", "El archivo `main.py` corre."),
        ("Use `` a`b ``.", "Usa ``a`b``."),
        ("No code.", "Sin código."),
    ],
)
def test_the_same_code_is_right(source: str, target: str) -> None:
    assert found(source, target) == []


def test_what_is_renamed_throughout_is_right() -> None:
    source = f"{fenced('name = input()')}\n\nPrint `name`."
    target = f"{fenced('nombre = input()')}\n\nImprime `nombre`."
    assert found(source, target) == []


@pytest.mark.parametrize(
    "code",
    [
        "total = 1\nfor n in range(3):\n    total += n  # suma\nprint('fin')",
        "# cuenta\ntotal = 1\nfor n in range(3):\n    total += n\nprint('fin')",
        "suma = 1\nfor n in range(3):\n    suma += n  # sum\nprint('end')",
        "def otra(cosa):\n    return cosa * 2",
    ],
)
def test_comments_texts_names_and_examples_may_be_of_the_language(code: str) -> None:
    source = "total = 1\nfor n in range(3):\n    total += n  # sum\nprint('end')"
    assert found(fenced(source), fenced(code)) == []


def test_code_of_an_older_version_is_reported_at_the_line_that_differs() -> None:
    source = "total = 1\nfor n in range(30):\n    total += n\nprint(total)"
    target = "total = 1\nfor n in range(3):\n    total += n\nprint(total)"
    (problem,) = check(document_pair(fenced(source), f"{fenced(target)}", state="ok"))
    assert messages([problem]) == ["this code is not the code of the source"]
    assert places([problem]) == [("content/es/01-x.md", 6, 1)]


def test_a_line_that_was_lost_is_reported() -> None:
    source = "import os\ntotal = 1\nfor n in range(30):\n    total += n\nprint(total)"
    target = "import os\ntotal = 1\nfor n in range(30):\n    total += n"
    assert found(fenced(source), fenced(target)) == ["this code is not the code of the source"]


def test_what_is_behind_is_no_mistake() -> None:
    assert not list(check(document_pair("Use `a`.", "Usa `b`.", state="changed")))
