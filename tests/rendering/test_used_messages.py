from lessongen.model.catalog import CONTEXT_END, Catalog
from lessongen.rendering.used_messages import missing_messages, used_messages

TEXTS = {
    "a.html": '{{ _("One") }}\n{% if x %}{{ pgettext("page", "Two") }}{% endif %}',
    "b.html": '{{ ngettext("a %(count)s", "b %(count)s", n) }}{{ _("One") }}',
    "c.html": '{{ gettext_in(l, "Three", context="lesson", language=l) }}{{ _(x) }}',
    "broken.html": '{% if %}{{ _("Never") }}',
}


def test_messages_are_found_with_their_contexts_plurals_and_places() -> None:
    found = {
        (each.context, each.text, each.plural, each.path, each.line)
        for each in used_messages(TEXTS)
        if each.path
    }
    assert found == {
        ("", "One", "", "templates/a.html", 1),
        ("page", "Two", "", "templates/a.html", 2),
        ("", "a %(count)s", "b %(count)s", "templates/b.html", 1),
        ("lesson", "Three", "", "templates/c.html", 1),
    }


def test_a_message_without_a_translation_is_a_problem_with_its_place() -> None:
    words: dict[str, tuple[str, ...]] = {"One": ("Uno",), "a %(count)s": ("a", "b")}
    words[f"page{CONTEXT_END}Two"] = ("",)
    for each in used_messages({}):  # what is said outside of templates
        words[f"{each.context}{CONTEXT_END}{each.text}" if each.context else each.text] = ("x",)
    problems = list(missing_messages(TEXTS, {"es": Catalog(locale="es", forms=words)}))
    assert [each.message for each in problems] == [
        'no translation of "Two" (context "page")',
        'no translation of "Three" (context "lesson")',
    ]
    assert {each.code for each in problems} == {"missing-message"}
    assert problems[0].span.path == "templates/messages/es.po"
    assert (problems[0].related[0].path, problems[0].related[0].line) == ("templates/a.html", 2)


def test_many_missing_messages_are_one_problem() -> None:
    [problem] = missing_messages(TEXTS, {"pt-BR": Catalog(locale="pt-BR", forms={"One": ("Um",)})})
    assert problem.code == "missing-message"
    assert " messages have no translation: " in problem.message
    assert problem.span.path == "templates/messages/pt-BR.po"


def test_english_lacks_nothing_and_an_empty_catalog_is_another_problem() -> None:
    catalogs = {"en-GB": Catalog(locale="en-GB"), "fr": Catalog(locale="fr")}
    assert list(missing_messages(TEXTS, catalogs)) == []
