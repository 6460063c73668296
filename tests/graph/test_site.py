"""The whole graph: what each language lists, in which order, and where it lives."""

from hypothesis import given
from hypothesis import strategies as st

from lessongen.model.document import Credit
from lessongen.model.site import Site
from tests.graph.builders import codes, document, lesson, site


def walk(made: Site, locale: str) -> list[str]:
    """The lessons that a reader meets who presses "next" from the first one."""
    edition = made.editions[locale]
    key, seen = edition.lessons[0] if edition.lessons else "", []
    while key:
        seen.append(key)
        key = edition.nodes[key].next
    return seen


def test_next_follows_the_numbers_across_sections() -> None:
    outcome = site(
        lesson("en/c.md", 10, section="2"),
        lesson("en/a.md", 9, section="1"),
        lesson("en/b.md", 2, section="2"),
    )
    assert walk(outcome.value, "en") == ["b", "a", "c"]
    nodes = outcome.value.editions["en"].nodes
    assert [nodes[key].previous for key in ("b", "a", "c")] == ["", "b", "a"]


def test_next_skips_what_has_no_page_in_the_language() -> None:
    outcome = site(
        lesson("en/1.md", 1),
        lesson("en/2.md", 2, status="planned"),
        lesson("en/3.md", 3, status="draft"),
        lesson("en/4.md", 4, published="2027-01-01"),
        lesson("en/5.md", 5),
        lesson("es/1.md"),
        lesson("en/6.md", 6),
        lesson("es/6.md"),
    )
    assert walk(outcome.value, "en") == ["1", "5", "6"]
    assert walk(outcome.value, "es") == ["1", "6"]


def test_the_map_names_planned_lessons_and_keeps_drafts_out() -> None:
    documents = (
        lesson("en/1.md", 1),
        lesson("en/2.md", 2, status="planned"),
        lesson("en/3.md", 3, status="draft"),
        lesson("en/4.md", 4, published="2027-01-01"),
    )
    [section] = site(*documents).value.editions["en"].sections
    assert [(place.number, place.state) for place in section.places] == [
        (1, "published"),
        (2, "planned"),
    ]
    assert section.places[1].route is None
    [section] = site(*documents, drafts=True).value.editions["en"].sections
    assert [place.number for place in section.places] == [1, 2, 3, 4]


def test_untranslated_lessons_are_listed_with_their_own_language() -> None:
    outcome = site(lesson("en/1.md", 1, slug="know"), lesson("es/2.md", 2, slug="solo"))
    [spanish] = outcome.value.editions["es"].sections
    assert [(place.state, place.locale) for place in spanish.places] == [
        ("untranslated", "en"),
        ("published", "es"),
    ]
    [english] = outcome.value.editions["en"].sections
    assert [place.route and place.route.permalink for place in english.places] == [
        "/en/know/",
        "/es/solo/",
    ]
    assert set(outcome.value.editions["es"].nodes) == {"2"}


def test_hidden_and_fallback_are_the_other_two_policies() -> None:
    documents = (lesson("en/1.md", 1, slug="know"), lesson("en/2.md", 2), lesson("es/2.md"))
    hidden = site(*documents, untranslated="hide").value.editions["es"]
    assert [place.number for place in hidden.sections[0].places] == [2]
    fallback = site(*documents, untranslated="fallback").value.editions["es"]
    borrowed = fallback.nodes["1"]
    assert (borrowed.locale, borrowed.document.locale, borrowed.borrowed) == ("es", "en", True)
    assert borrowed.route.permalink == "/es/know/"
    assert [each.locale for each in borrowed.alternates] == ["en"]
    assert fallback.lessons == ("1", "2")


def test_what_is_deliberately_not_translated_is_never_borrowed() -> None:
    made = site(lesson("en/1.md", 1, translate=False), untranslated="fallback").value
    assert made.editions["es"].lessons == ()


def test_slugs_are_localized_and_alternates_know_them() -> None:
    made = site(lesson("en/1.md", 1, title="Say so"), lesson("es/1.md", title="Dilo, niño")).value
    node = made.editions["es"].nodes["1"]
    assert node.route.permalink == "/es/dilo-nino/"
    assert [each.route.permalink for each in node.alternates] == ["/en/say-so/", "/es/dilo-nino/"]


def test_two_pages_at_one_address_are_named_both() -> None:
    outcome = site(lesson("en/1.md", 1, slug="x"), lesson("en/2.md", 2, slug="x"))
    [problem] = outcome.problems
    assert problem.code == "route-collision"
    assert [span.path for span in (problem.span, *problem.related)] == [
        "content/en/2.md",
        "content/en/1.md",
    ]


def test_lessongens_own_addresses_cannot_be_taken() -> None:
    outcome = site(lesson("es/1.md", 1, slug="ideas-clave"), document("es/pages/x.md", slug="todo"))
    assert codes(outcome) == ["route-collision", "route-collision"]


def test_aliases_lead_to_the_page_and_may_not_hide_another() -> None:
    made = site(lesson("en/1.md", 1, slug="new", aliases=("/old/", "/2011/post.html")))
    assert [(each.path, each.target.permalink) for each in made.value.redirects] == [
        ("old/index.html", "/en/new/"),
        ("2011/post.html", "/en/new/"),
    ]
    clash = site(
        lesson("en/1.md", 1, slug="new", aliases=("/en/other/", "/same/")),
        lesson("en/2.md", 2, slug="other", aliases=("/same",)),
    )
    assert codes(clash) == ["alias-collision", "alias-collision"]


def test_the_same_number_twice_is_an_error_with_both_places() -> None:
    outcome = site(lesson("en/1.md", 1), lesson("en/2.md", 1))
    [problem] = outcome.problems
    assert problem.code == "duplicate-lesson"
    assert [span.path for span in problem.related] == ["content/en/1.md"]


def test_articles_stand_outside_the_series_newest_first() -> None:
    edition = site(
        lesson("en/1.md", 1),
        document("en/articles/old.md", published="2020-01-01"),
        document("en/articles/new.md", published="2021-01-01"),
        document("en/pages/about.md"),
    ).value.editions["en"]
    assert edition.articles == ("articles/new", "articles/old")
    assert edition.nodes["articles/new"].route.permalink == "/en/articles/new/"
    assert edition.nodes["pages/about"].route.permalink == "/en/about/"
    assert edition.lessons == ("1",)


def test_tags_are_joined_across_languages_and_people_listed_by_credit() -> None:
    made = site(
        lesson("en/1.md", 1, tags=("b-tag", "a"), collaborators=(Credit(person="ana"),)),
        lesson("es/1.md", translators=(Credit(person="luis"), Credit(name="Someone"))),
        people=["luis", "ana", "nobody"],
    ).value
    assert [tag.id for tag in made.editions["es"].tags] == ["a", "b-tag"]
    [first, _] = made.editions["es"].tags
    assert [each.route.permalink for each in first.listing.alternates] == [
        "/en/tags/a/",
        "/es/etiquetas/a/",
    ]
    assert [page.person.id for page in made.editions["en"].people] == ["ana"]
    assert [page.person.id for page in made.editions["es"].people] == ["luis", "ana"]
    [_, ana] = made.editions["es"].people
    assert [each.locale for each in ana.listing.alternates] == ["en", "es"]


def test_listings_exist_only_where_there_is_something_to_list() -> None:
    made = site(lesson("en/1.md", 1), document("en/articles/x.md")).value
    assert set(made.editions["en"].listings) == {"series", "all", "articles", "search"}
    assert set(made.editions["es"].listings) == {"series", "all"}
    assert [each.locale for each in made.editions["en"].listings["articles"].alternates] == ["en"]


def test_spanish_can_be_the_source_language() -> None:
    made = site(
        lesson("es/1.md", 1, title="Uno"), lesson("en/1.md", title="One"), languages=("es", "en")
    ).value
    assert list(made.editions) == ["es", "en"]
    assert made.editions["en"].nodes["1"].source == "content/es/1.md"


@given(st.permutations(range(8)), st.integers(0, 255))
def test_the_order_of_files_means_nothing_and_alternates_are_reciprocal(
    order: list[int], translated: int
) -> None:
    documents = [lesson(f"en/{n}.md", n + 1, tags=("t",)) for n in range(8)]
    documents += [lesson(f"es/{n}.md", slug=f"s{n}") for n in range(8) if translated >> n & 1]
    shuffled = [documents[n] for n in order] + documents[8:][::-1]
    made = site(*shuffled).value
    assert made == site(*documents).value
    nodes = [node for edition in made.editions.values() for node in edition.nodes.values()]
    by_route = {node.route: node for node in nodes}
    for node in nodes:
        assert node.route in [each.route for each in node.alternates]
        for each in node.alternates:
            assert by_route[each.route].alternates == node.alternates
