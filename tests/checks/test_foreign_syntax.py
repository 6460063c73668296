import pytest

from lessongen.checks.documents.foreign_syntax import check
from lessongen.model.unit import UnitKind
from tests.checks.builders import SETTINGS, messages, parsed, unit, units


def found(*texts: str) -> list[str]:
    return messages(check(parsed(*units(*texts)), SETTINGS))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ('{% include plan.html a="b" %}', '{% include plan.html a="b" %}'),
        ("{%- if a -%} here", "{%- if a -%}"),
        ('See {{< figure src="a.png" >}}.', '{{< figure src="a.png" >}}'),
        ("{{% notice tip %}}\nText", "{{% notice tip %}}"),
        ("Text\n{: .wide}", "{: .wide}"),
        ("[TOC]", "[TOC]"),
        ("[[_toc_]]", "[[_toc_]]"),
    ],
)
def test_what_others_replace_is_reported(text: str, typed: str) -> None:
    assert found(text) == [f"{typed} is no Markdown: readers see it as it was typed"]


def test_the_cure_of_an_alert_is_a_container() -> None:
    (problem,) = check(parsed(unit("[!NOTE]\nAsk early.", "quote")), SETTINGS)
    assert problem.message.startswith("[!NOTE] ")
    assert "::: note" in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "Write `{% include a %}` or ``{{< b >}}``.",
        "Hello {name}, {{ name }}, %(name)s.",
        "A set {1, 2} and {: what is it?",
        "Read [!important] now, see [TOC] and [a](b.md).",
        "100 {%} of it",
        "",
    ],
)
def test_code_placeholders_and_words_in_braces_are_right(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("kind", ["code"])
def test_code_is_not_looked_at(kind: UnitKind) -> None:
    assert not messages(check(parsed(unit("{% include a %}", kind)), SETTINGS))


def test_a_line_stands_for_all_of_a_kind_at_the_first() -> None:
    tags = [f"{{% file %}}{n}{{% endfile %}}" for n in range(4)]
    (problem,) = check(parsed(*units("Text", *tags, "[TOC]"[:3])), SETTINGS)
    assert problem.message.endswith("as it was typed, and 7 more like it in this file")


def test_a_long_one_is_cut() -> None:
    (message,) = found("{% include " + "a" * 500 + " %}")
    assert len(message) < 160
