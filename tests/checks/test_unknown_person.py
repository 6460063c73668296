from lessongen.checks.site.unknown_person import check
from lessongen.model.document import Credit
from lessongen.model.source import Span
from tests.checks.builders import document, messages, person, site


def test_an_id_without_an_entry_is_reported_wherever_it_stands() -> None:
    found = check(
        site(
            document(
                collaborators=(Credit(person="ana"), Credit(person="iva")),
                translators=(Credit(person="luis"),),
                reviewers=(Credit(person="eva"),),
            ),
            people=[person("ana")],
        )
    )
    assert messages(found) == [
        f'no person "{name}" in content/people.yaml' for name in ("iva", "luis", "eva")
    ]


def test_a_near_miss_is_suggested() -> None:
    collaborators = (Credit(person="ira-fialkov"),)
    (problem,) = check(site(document(collaborators=collaborators), people=[person("ira-fialkow")]))
    assert problem.hint == 'did you mean "ira-fialkow"?'


def test_a_plain_name_needs_no_entry() -> None:
    assert not list(check(site(document(collaborators=(Credit(name="Ana Pérez"),)))))


def test_the_place_is_that_of_the_entry() -> None:
    place = Span(path="content/en/01-x.md", line=6, column=5)
    spans = {"collaborators": Span(path=place.path, line=4), "collaborators.1": place}
    listed = (Credit(name="Ana"), Credit(person="iva"))
    (problem,) = check(site(document(collaborators=listed, spans=spans)))
    assert (problem.span.line, problem.span.column) == (6, 5)
