from lessongen.graph.headings import anchors_of, shared_ids
from lessongen.model.document import Document
from tests.graph.builders import body, document


def pair(english: list[str], spanish: list[str]) -> tuple[Document, Document]:
    return (
        document("en/a.md", body(headings=english)),
        document("es/a.md", body(headings=spanish)),
    )


def line_of(document: Document, number: int) -> int:
    """The line of a heading, counted from 0."""
    return document.body.headings[number].span.line


def test_headings_pair_by_position_if_their_levels_are_the_same() -> None:
    source, member = pair(["## Why", "### How"], ["## Por qué", "### Cómo"])
    assert shared_ids(source, member) == ("why", "how")


def test_other_levels_leave_every_heading_its_own_id() -> None:
    source, member = pair(["## Why", "### How"], ["## Por qué", "## Cómo"])
    assert shared_ids(source, member) == ("por-qué", "cómo")


def test_an_explicit_id_pairs_wherever_it_stands_and_always_wins() -> None:
    source, member = pair(["## Why {#w}", "## How"], ["## Cómo", "## X {#w}", "## Y {#y}"])
    assert shared_ids(source, member) == ("cómo", "w", "y")


def test_ids_that_change_places_stay_unique() -> None:
    source, member = pair(["## A", "## B"], ["## B", "## A"])
    assert shared_ids(source, member) == ("a", "b")


def test_both_ids_of_a_heading_lead_to_it() -> None:
    source, member = pair(["## Why"], ["## Por qué"])
    ids = shared_ids(source, member)
    anchors = anchors_of(source, member, ids)
    assert anchors["why"] == anchors["por-qué"] == "why"


def test_a_title_is_linked_to_as_the_heading_that_readers_see_leads_to_the_top() -> None:
    source = document("en/a.md", body(headings=["## Why"]), title="How it works")
    member = document("es/a.md", body(headings=["## Por qué"]), title="Cómo funciona")
    anchors = anchors_of(source, member, shared_ids(source, member))
    assert anchors["how-it-works"] == anchors["cómo-funciona"] == ""
    assert anchors["why"] == "why"


def test_a_heading_is_meant_before_a_title_of_the_same_words() -> None:
    source = document("en/a.md", body(headings=["## Why"]), title="Why")
    assert anchors_of(source, source, ("why",))["why"] == "why"


def test_takeaways_can_be_linked_to() -> None:
    source = document("en/a.md", takeaways=("x", "y"))
    assert {"t1", "t2"} <= set(anchors_of(source, source, ()))


def test_headings_pair_by_the_record_before_their_position() -> None:
    source, member = pair(["## One", "## Two"], ["## Dos", "## Uno"])
    recorded = ((line_of(source, 0), line_of(member, 1)), (line_of(source, 1), line_of(member, 0)))
    assert shared_ids(source, member, recorded) == ("two", "one")
    assert shared_ids(source, member) == ("one", "two")


def test_the_record_pairs_where_levels_differ_and_position_only_what_it_leaves() -> None:
    source, member = pair(["## One", "## Two", "## Three"], ["## Uno", "### Dos", "## Tres"])
    recorded = ((line_of(source, 1), line_of(member, 1)),)
    assert shared_ids(source, member, recorded) == ("uno", "two", "tres")
    aligned = pair(["## One", "## Two", "## Three"], ["## Tres", "## Dos", "## Uno"])
    recorded = ((line_of(aligned[0], 2), line_of(aligned[1], 0)),)
    assert shared_ids(*aligned, recorded) == ("three", "two", "uno")


def test_an_id_of_its_own_is_stronger_than_the_record() -> None:
    source, member = pair(["## One {#a}", "## Two {#b}"], ["## Dos {#b}", "## Uno"])
    recorded = ((line_of(source, 0), line_of(member, 0)),)
    assert shared_ids(source, member, recorded)[0] == "b"
