"""Reading values by their kinds; what authors see of it is in tests/cases/front_matter."""

from lessongen.yaml_nodes.compose import compose
from lessongen.yaml_nodes.groups import Key, Values, list_of, mapping_of, read_keys
from lessongen.yaml_nodes.nodes import Fields
from lessongen.yaml_nodes.report import Report, shown
from lessongen.yaml_nodes.values import LINK, TEXT, YES_OR_NO, decimal_number, whole_number


def same(values: Values) -> Values:
    """The values, to be compared."""
    return values


KEYS = {
    "name": Key(name="name", kind=TEXT, about="", required=True, also=("title",)),
    "links": Key(name="links", kind=list_of(LINK), about=""),
    "size": Key(name="size", kind=whole_number(1, 9), about=""),
    "rate": Key(name="rate", kind=decimal_number(0, 1), about=""),
    "shown": Key(name="shown", kind=YES_OR_NO, about=""),
    "inner": Key(
        name="inner",
        kind=mapping_of((Key(name="text", kind=TEXT, about="", required=True),), same),
        about="",
    ),
}


def read(text: str) -> tuple[Values, Report]:
    """The values of a mapping with these keys, and the report."""
    report = Report("x.yaml")
    root = compose(text, report)
    assert isinstance(root, Fields)
    return read_keys(report, root, KEYS, subject="it"), report


def messages(report: Report) -> list[str]:
    """What the problems say."""
    return [problem.message for problem in report.problems]


def test_values_of_every_kind() -> None:
    values, report = read(
        "name: ' A '\nlinks: [https://x.example, /y, tel:1]\nsize: '9'\nrate: .5\n"
        "shown: off\ninner: {text: a}\n".replace(".5", "0.5")
    )
    assert not report.problems
    assert values == {
        "name": "A",
        "links": ("https://x.example", "/y", "tel:1"),
        "size": 9,
        "rate": 0.5,
        "shown": False,
        "inner": {"text": "a"},
    }


def test_what_is_refused_is_left_out_and_the_others_stay() -> None:
    values, report = read("name: [a]\nsize: 1e1\nrate: 2\nshown: sure\ninner: {txt: a}\n")
    assert values == {}
    assert messages(report) == [
        '"name" must be a text, not a list',
        '"size" must be a whole number from 1 to 9, not "1e1"',
        '"rate" must be a number from 0 to 1, such as 2.5',
        '"shown" must be true or false, not "sure"',
        'unknown key "txt"',
    ]


def test_a_missing_key_is_said_once() -> None:
    assert messages(read("size: 1\n")[1]) == ['it has no "name"']
    assert messages(read("nam: a\n")[1]) == ['unknown key "nam"']
    assert messages(read("name:\n")[1]) == ['"name" is empty']
    assert messages(read("name: {a: b}\n")[1]) == [
        '"name" must be a text, not a mapping (key: value)'
    ]
    assert messages(read("name: a\ninner: {}\n")[1]) == ['"inner" has no "text"']


def test_a_name_from_another_program_is_translated() -> None:
    _, report = read("name: a\nTitle: b\n")
    assert report.problems[0].hint == 'here it is called "name"'


def test_a_link_cannot_run_code() -> None:
    for link in (
        "javascript:x",
        "JavaScript:x",
        "java\tscript:x",
        "data:text/html,x",
        "vbscript:x",
    ):
        values, report = read(f"name: a\nlinks: ['{link}']\n")
        assert values["links"] == ()
        assert [problem.code for problem in report.problems] == ["bad-value"]


def test_names_are_said_as_an_author_would() -> None:
    assert shown("takeaways.0.text") == '"text" in item 1 of "takeaways"'
    assert shown("bio.es") == '"es" in "bio"'
    assert shown("7") == '"7"'
