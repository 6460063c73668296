from lessongen.checks.pairs.heading_level import check
from tests.checks.builders import messages
from tests.checks.pair_builders import document_pair, places


def test_another_level_is_reported() -> None:
    source = "## One\n\nText of it.\n\n## Two\n\nMore of it."
    target = "## Uno\n\nEl texto.\n\n### Dos\n\nMás texto."
    (problem,) = check(document_pair(source, target))
    assert messages([problem]) == ['heading "Dos" is on level 3, its source "Two" on level 2']
    assert places([problem]) == [("content/es/01-x.md", 8, 1)]
    assert problem.hint == "take away #"


def test_headings_that_follow_a_wrong_one_are_not_reported_again() -> None:
    source = "## One\n\nA text.\n\n## Two\n\nA text more.\n\n## Three"
    target = "### Uno\n\nUn texto.\n\n### Dos\n\nOtro texto.\n\n### Tres"
    (problem,) = check(document_pair(source, target))
    assert problem.message.startswith('heading "Uno"')


def test_the_level_as_shown_counts_not_how_it_is_written() -> None:
    source = "# One\n\nA text.\n\n## Two"
    target = "Uno\n===\n\nUn texto.\n\nDos\n---"
    assert not list(check(document_pair(source, target)))
