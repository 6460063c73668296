import pytest

from lessongen.rendering.closure import closure, closure_digest

TEXTS = {
    "base.html": '{% include "a.html" %}{%- include "b.html" ignore missing -%}',
    "a.html": "{% from 'c.html' import x, y as z with context %}",
    "b.html": '{% import "c.html" as c %}{# {% include "lonely.html" %} #}',
    "c.html": "",
    "lesson.html": '{%extends "base.html"%}',
    "list.html": '{% include ["a.html", "no_such.html"] %}',
    "self.html": '{% import "self.html" as me %}',
    "lonely.html": "text",
    "dynamic.html": "{% include page.kind ~ '.html' %}",
    "chosen.html": "{% include 'a.html' if page.long else 'b.html' %}",
}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("c.html", {"c.html"}),
        ("a.html", {"a.html", "c.html"}),
        ("list.html", {"list.html", "a.html", "c.html"}),
        ("self.html", {"self.html"}),
        ("no_such.html", set()),
    ],
)
def test_a_closure_holds_what_is_used(name: str, found: set[str]) -> None:
    assert closure(name, TEXTS) == found


def test_a_closure_goes_through_bases_and_includes() -> None:
    assert closure("lesson.html", TEXTS) >= {
        "lesson.html",
        "base.html",
        "a.html",
        "b.html",
        "c.html",
    }


@pytest.mark.parametrize("name", ["dynamic.html", "chosen.html"])
def test_a_name_that_is_worked_out_later_may_be_any(name: str) -> None:
    assert closure(name, TEXTS) == set(TEXTS)


def test_a_digest_changes_with_what_is_used_and_with_nothing_else() -> None:
    before = closure_digest("lesson.html", TEXTS)
    assert before == closure_digest("lesson.html", dict(reversed(TEXTS.items())))
    assert before == closure_digest("lesson.html", {**TEXTS, "list.html": "new"})
    assert before != closure_digest("lesson.html", {**TEXTS, "c.html": "new"})


def test_text_moved_from_one_template_to_another_is_a_change() -> None:
    one = {"a": '{% include "b" %}x', "b": "y"}
    other = {"a": '{% include "b" %}', "b": "xy"}
    assert closure_digest("a", one) != closure_digest("a", other)
