from urllib.parse import unquote, urljoin

from hypothesis import given
from hypothesis import strategies as st

from lessongen.rendering.addresses import fixed_root, fragment_of, path_of, root_of

SLUGS = st.text(
    st.characters(codec="utf-8", exclude_characters="/", exclude_categories=["Cc", "Cs", "Z"]),
    min_size=1,
).filter(lambda slug: slug not in (".", ".."))
PERMALINKS = st.lists(SLUGS, max_size=3).map(lambda slugs: "/" + "".join(s + "/" for s in slugs))
SITE = "https://example.org/a/sub/path"


@given(PERMALINKS, PERMALINKS)
def test_root_and_path_lead_from_any_page_to_any_other(start: str, target: str) -> None:
    href = root_of(start) + path_of(target)
    arrived = urljoin(SITE + "/" + path_of(start), href)
    assert unquote(arrived) == SITE + target
    assert not href.startswith("/")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1))
def test_a_fragment_leads_to_its_id(anchor: str) -> None:
    fragment = fragment_of(anchor)
    assert unquote(fragment[1:]) == anchor
    assert not set(fragment[1:]) & set(' "<>#')


def test_a_page_that_a_host_shows_anywhere_starts_at_the_path_of_the_site() -> None:
    assert fixed_root("https://example.org/") == "/"
    assert fixed_root("https://example.org/a/b/") == "/a/b/"
    assert fixed_root("") == "/"
