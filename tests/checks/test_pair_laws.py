"""What holds for all rules of a pair, whatever stands in the files."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.checks.pairs import PAIR_RULES
from tests.checks.pair_builders import FRONT, document_pair, term

PIECES = (
    "word",
    "usted",
    "feedback",
    "4,200",
    "1,5",
    "8:05",
    "`code`",
    "`` a`b ``",
    "[it](a.md#x)",
    "[it][r]",
    "![alt](b.png)",
    "<https://example.org/es/a>",
    "{name}",
    "%s",
    "*so*",
    "“said”",
    "que que",
    "¿sí?",
    "<br>",
    "\\*",
    "&amp;",
    "e\u0301",
    "|",
    "-",
    "# ",
    "> ",
    "- ",
    "```",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    ".",
    "\0",
    "[^1]",
    "[^1]: ",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
TERMS = (term("feedback|word", "retroalimentación", "feedback|so"),)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(TEXTS, TEXTS)
def test_every_problem_stands_at_a_character_of_its_file(source: str, target: str) -> None:
    pair = document_pair(source, target, state="ok", treatment="tú", terms=TERMS)
    files = {
        pair.source.path: (FRONT + source).splitlines(),
        pair.target.path: (FRONT + target).splitlines(),
    }
    for rule in PAIR_RULES:
        for problem in rule(pair):
            lines = files[problem.span.path]
            assert 1 <= problem.span.line <= len(lines)
            assert 1 <= problem.span.column <= len(lines[problem.span.line - 1]) + 1


@settings(max_examples=100, derandomize=True, deadline=None)
@given(TEXTS)
def test_a_copy_has_all_that_its_source_has(text: str) -> None:
    pair = document_pair(text, text, state="ok")
    own = ("doubled-word", "glossary-forbidden", "glossary-term", "mixed-treatment")
    found = [each for rule in PAIR_RULES for each in rule(pair) if each.code not in own]
    assert not found
