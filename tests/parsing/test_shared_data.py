from lessongen.model.people import Comment
from lessongen.model.problem import Problem
from lessongen.model.source import SourceFile
from lessongen.parsing.shared_data import parse_comments, parse_people, parse_tags


def file(text: str) -> SourceFile:
    """A file with this text."""
    return SourceFile(path="content/x.yaml", text=text, digest="")


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    """Code, line and column of each problem."""
    return [(each.code, each.span.line, each.span.column) for each in problems]


def test_people() -> None:
    outcome = parse_people(
        file(
            "ana-perez:\n  name: Ana Pérez\n  links: [https://example.org, mailto:a@example.org]\n"
            "  bio:\n    en: One.\n    es: |\n      Uno.\n\n      Dos.\nno:\n  name: No\n"
        )
    )
    assert not outcome.problems
    assert list(outcome.value) == ["ana-perez", "no"]
    ana = outcome.value["ana-perez"]
    assert (ana.id, ana.name, ana.span.line) == ("ana-perez", "Ana Pérez", 1)
    assert ana.links == ("https://example.org", "mailto:a@example.org")
    assert ana.bios == {"en": "One.", "es": "Uno.\n\nDos."}
    assert outcome.value["no"].bios == {}


def test_mistakes_in_people_are_all_found_and_the_others_stay() -> None:
    outcome = parse_people(
        file(
            "Ana Pérez: {name: Ana}\n"
            "bob: Bob\n"
            "carla: {nme: Carla}\n"
            "dan: {name: Dan, links: [javascript:x, 'java\tscript:x'], bio: {pt_BR: x}}\n"
            "eva:\n"
        )
    )
    assert list(outcome.value) == ["dan"]
    assert places(outcome.problems) == [
        ("bad-value", 1, 1),
        ("wrong-type", 2, 6),
        ("unknown-key", 3, 9),
        ("bad-value", 4, 26),
        ("bad-value", 4, 40),
        ("bad-value", 4, 64),
        ("bad-value", 5, 1),
    ]
    assert outcome.problems[0].hint.endswith('"ana-perez"')
    assert outcome.problems[1].hint == "write {name: …, links: …, bio: …}"


def test_tags() -> None:
    outcome = parse_tags(file("learning:\n  en: Learning\n  es: Aprendizaje\nno: {en: No}\n"))
    assert not outcome.problems
    assert outcome.value["learning"].labels == {"en": "Learning", "es": "Aprendizaje"}
    assert outcome.value["no"].labels == {"en": "No"}
    assert outcome.value["no"].span.line == 4


def test_a_tag_without_languages() -> None:
    outcome = parse_tags(file("learning: Learning\n"))
    assert places(outcome.problems) == [("wrong-type", 1, 11)]


def test_an_empty_file_holds_nothing() -> None:
    for text in ("", "\n", "# nothing yet\n", "---\n"):
        assert parse_people(file(text)).value == {}
        assert parse_comments(file(text)).value == ()
        assert not parse_tags(file(text)).problems
        assert not parse_comments(file(text)).problems


def test_a_list_of_people_is_refused() -> None:
    outcome = parse_people(file("- name: Ana\n"))
    assert places(outcome.problems) == [("wrong-type", 1, 1)]


def test_comments_with_replies() -> None:
    outcome = parse_comments(
        file(
            "- author: A\n  date: 2011-03-07\n  text: |\n    One.\n\n    Two.\n"
            "  replies:\n    - {author: B, text: 'Yes', replies: [{author: A, text: No}]}\n"
        )
    )
    assert not outcome.problems
    assert outcome.value == (
        Comment(
            author="A",
            date="2011-03-07",
            text="One.\n\nTwo.",
            replies=(
                Comment(
                    author="B",
                    date="",
                    text="Yes",
                    replies=(Comment(author="A", date="", text="No"),),
                ),
            ),
        ),
    )


def test_mistakes_in_comments() -> None:
    outcome = parse_comments(
        file("- {author: A, text: x, date: 7/3/2011}\n- {text: x}\n- nothing\n-\n")
    )
    assert places(outcome.problems) == [
        ("bad-date", 1, 30),
        ("missing-key", 2, 3),
        ("wrong-type", 3, 3),
        ("bad-value", 4, 2),
    ]
    assert [comment.author for comment in outcome.value] == ["A"]


def test_comments_are_a_list() -> None:
    assert places(parse_comments(file("author: A\n")).problems) == [("wrong-type", 1, 1)]


def test_replies_without_end_are_refused() -> None:
    text = "- " + "{author: A, text: x, replies: [" * 500 + "]}" * 500 + "\n"
    outcome = parse_comments(file(text))
    assert [problem.code for problem in outcome.problems] == ["yaml-syntax"]
