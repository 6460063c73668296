from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from lessongen.rendering.compiled import CompiledTemplates


def loaded(compiled: CompiledTemplates, text: str) -> Environment:
    """An environment that has loaded a template of this text."""
    loader = DictLoader({"x.html": text})
    environment = Environment(loader=loader, autoescape=True, bytecode_cache=compiled)
    environment.get_template("x.html")
    return environment


def code(compiled: CompiledTemplates, text: str) -> object:
    """The code of the template, as an environment of its own gets it."""
    environment = loaded(compiled, text)
    return compiled.get_bucket(environment, "x.html", None, text).code


@pytest.mark.parametrize("folder", ["", "."])
def test_a_template_is_compiled_once_for_all_languages(tmp_path: Path, folder: str) -> None:
    compiled = CompiledTemplates(folder and str(tmp_path / folder))
    assert code(compiled, "{{ 1 }}") is code(compiled, "{{ 1 }}")


def test_a_template_of_another_text_has_other_code(tmp_path: Path) -> None:
    compiled = CompiledTemplates(str(tmp_path))
    assert code(compiled, "one") is not code(compiled, "two")


def test_a_folder_keeps_what_was_compiled_for_the_next_build(tmp_path: Path) -> None:
    environment = loaded(CompiledTemplates(str(tmp_path)), "one")
    later = CompiledTemplates(str(tmp_path))
    assert later.get_bucket(environment, "x.html", None, "one").code is not None
    assert later.get_bucket(environment, "x.html", None, "two").code is None
    nowhere = CompiledTemplates(str(tmp_path / "no"))
    assert nowhere.get_bucket(environment, "x.html", None, "one").code is None
