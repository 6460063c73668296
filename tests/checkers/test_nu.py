from pathlib import Path

import pytest

from tests.checkers.nu import nu_problems
from tests.checkers.samples import ICON, page
from tests.tools import requires


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("bad.html", page("A", "<p><div></p></div>"), "error"),
        ("warned.html", page("A", '<section><p role="paragraph">x</p></section>'), "warning"),
        ("bad.css", "p { colour: red }", "colour"),
        ("bad.svg", ICON.replace("path", "pith"), "pith"),
    ],
)
def test_an_invalid_file_is_found(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    problems = list(nu_problems(requires("java"), requires("nu"), [tmp_path / name]))
    assert any(said in problem for problem in problems)


def test_valid_files_have_no_problem(tmp_path: Path) -> None:
    files = {
        "good.html": page("A", "<p>Text.</p>"),
        "good.svg": ICON,
        "good.css": "@view-transition { navigation: auto }\np { container-type: inline-size }",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files_to_check = [tmp_path / name for name in files]
    assert not list(nu_problems(requires("java"), requires("nu"), files_to_check))
