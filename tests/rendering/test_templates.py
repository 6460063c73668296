import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from lessongen.model.catalog import Catalog
from lessongen.model.problem import Problem
from lessongen.rendering.templates import Renderer, TemplateFailure
from tests.tools import ROOT

CATALOGS = {
    "en": Catalog(locale="en"),
    "es": Catalog(locale="es", forms={"Hello": ("Hola",), "%(count)s a": ("%(count)s uno", "más")}),
}


@dataclass(frozen=True)
class Page:
    """What a page shows."""

    title: str = "T & T"
    day: str = "2026-11-21"


@dataclass(frozen=True)
class Site:
    """What all pages share."""

    locale: str = "es"
    direction: str = "ltr"
    directions: Mapping[str, str] = field(default_factory=dict)


def render(text: str, locale: str = "es", others: Mapping[str, str] | None = None) -> str:
    renderer = Renderer({"x.html": text, **(others or {})}, CATALOGS)
    return renderer.render("x.html", Page(), Site(locale))


def problem(text: str, others: Mapping[str, str] | None = None) -> Problem:
    with pytest.raises(TemplateFailure) as failure:
        render(text, others=others)
    return failure.value.problem


def test_a_template_sees_the_page_the_site_and_the_words_of_its_language() -> None:
    text = "{{ page.title }} {{ site.locale }} {{ _('Hello') }} {{ page.day | date }}"
    assert render(text) == "T &amp; T es Hola 21 de noviembre de 2026"
    assert render(text, "en") == "T &amp; T en Hello November 21, 2026"


def test_macros_of_another_file_speak_the_language_of_the_page() -> None:
    macros = {"m.html": "{% macro hello(n) %}{{ _('Hello') }} {{ n | number }}{% endmacro %}"}
    text = "{% from 'm.html' import hello %}{{ hello(12345) }}"
    assert render(text, others=macros) == "Hola 12.345"
    assert render(text, "en", macros) == "Hello 12,345"


def test_words_of_another_language_can_be_said() -> None:
    assert render("{{ gettext_in('es', 'Hello') }}", "en") == "Hola"
    assert render("{{ gettext_in('fr', 'Hello') }}") == "Hello"
    assert render("{{ 'es' | autonym | upper_first }}", "en") == "Español"


def test_constants_are_not_worked_out_once_for_all_languages(tmp_path: Path) -> None:
    texts = {"x.html": "{{ 12345 | number }} {{ '2026-11-21' | date }}"}
    renderer = Renderer(texts, CATALOGS, bytecode_directory=str(tmp_path))
    assert renderer.render("x.html", Page(), Site("en")) == "12,345 November 21, 2026"
    assert renderer.render("x.html", Page(), Site("es")) == "12.345 21 de noviembre de 2026"
    renderer = Renderer({"x.html": "<p{{ 'es' | in_language }}>"}, CATALOGS)
    assert renderer.render("x.html", Page(), Site("en")) == '<p lang="es">'
    assert renderer.render("x.html", Page(), Site("es")) == "<p>"


def test_compiled_templates_are_kept_and_a_changed_one_is_compiled_anew(tmp_path: Path) -> None:
    folder = str(tmp_path)
    Renderer({"x.html": "one"}, CATALOGS, bytecode_directory=folder).render("x.html", 0, Site())
    assert list(tmp_path.iterdir())
    again = Renderer({"x.html": "two"}, CATALOGS, bytecode_directory=folder)
    assert again.render("x.html", 0, Site()) == "two"


def test_a_folder_that_is_not_there_does_no_harm(tmp_path: Path) -> None:
    renderer = Renderer({"x.html": "x"}, CATALOGS, bytecode_directory=str(tmp_path / "no" / "such"))
    assert renderer.render("x.html", Page(), Site()) == "x"


def test_what_a_macro_makes_of_the_same_arguments_is_made_once() -> None:
    macros = {
        "m.html": "{% set made = [] %}{% macro m(x) %}{{ made.append(x) or x }}{% endmacro %}"
    }
    text = (
        "{% from 'm.html' import m, made %}{{ once(m, 'a') }}{{ once(m, 'a') }}{{ once(m, 'b') }}"
    )
    assert render(text + "{{ made }}", others=macros) == "aab[&#39;a&#39;, &#39;b&#39;]"


def test_what_was_made_once_is_told_apart_by_its_arguments() -> None:
    macros = {"m.html": "{% macro both(a, b='-') %}{{ a }}{{ b }}{% endmacro %}"}
    calls = "{{ once(both, 1) }} {{ once(both, 2) }} {{ once(both, 2) }} {{ once(both, 1, 2) }}"
    text = "{% from 'm.html' import both %}" + calls
    assert render(text, others=macros) == "1- 2- 2- 12"


def test_macros_are_called_as_jinja_calls_them() -> None:
    wrapped = (
        "{% macro box() %}<b>{{ caller() }}</b>{% endmacro %}{% call box() %}<{{ 1 }}{% endcall %}"
    )
    assert render(wrapped) == "<b><1</b>"
    rest = "{% macro all() %}{{ varargs | join }}{{ kwargs.x }}{% endmacro %}{{ all('<', 2, x=3) }}"
    assert render(rest) == "&lt;23"
    looped = "{% macro one(x) %}{{ x }}{% endmacro %}{% for x in 'ab' %}{{ one(x) }}{% endfor %}"
    assert render(looped) == "ab"


@pytest.mark.parametrize("callee", ["[1]", "{}", "'x'", "page"])
def test_what_cannot_be_called_is_named(callee: str) -> None:
    assert "is not callable" in problem("{{ (" + callee + ")() }}").message


def test_nothing_by_chance_is_at_hand() -> None:
    assert "lipsum" in problem("{{ lipsum() }}").message
    assert "random" in problem("{{ [1, 2] | random }}").message


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n{{ page.titel }}", 2, "titel"),
        ("a\n\n{{ nothing }}", 3, "nothing"),
        ("{% if page.title %}\n{{ 1 + page.title }}{% endif %}", 2, "TypeError"),
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\n{% endfor %}", 2, "endfor"),
        ("{{ page.title | no_such_filter }}", 1, "no_such_filter"),
        ("a\n{% include 'no_such.html' %}", 2, "no_such.html"),
        ("{% extends 'no_such.html' %}", 1, "no_such.html"),
        ("a\n{{ page.title() }}", 2, "not callable"),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", 2, "RecursionError"),
    ],
)
def test_a_mistake_in_a_template_is_a_problem_with_its_place(
    text: str, line: int, words: str
) -> None:
    found = problem(text)
    assert (found.code, found.severity) == ("template-error", "error")
    assert (found.span.path, found.span.line) == ("templates/x.html", line)
    assert words in found.message
    assert found.hint


def test_the_place_is_the_template_that_is_wrong_not_the_one_that_uses_it() -> None:
    found = problem("{% include 'm.html' %}", {"m.html": "\n\n{{ page.no_such }}"})
    assert (found.span.path, found.span.line) == ("templates/m.html", 3)
    broken = problem("{% include 'm.html' %}", {"m.html": "\n{% if %}"})
    assert (broken.span.path, broken.span.line) == ("templates/m.html", 2)


def test_a_page_without_its_template_is_a_problem() -> None:
    with pytest.raises(TemplateFailure) as failure:
        Renderer({}, CATALOGS).render("lesson.html", Page(), Site())
    assert failure.value.problem.span.path == "templates/lesson.html"


def test_a_closure_digest_is_found_without_jinja2() -> None:
    code = (
        "import sys; from lessongen.rendering.templates import Renderer;"
        "Renderer({'a': 'x'}, {}).closure_digest('a');"
        "print(sorted({'jinja2', 'babel', 'markupsafe'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert run.stdout.strip() == "[]"
