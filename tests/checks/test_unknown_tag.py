from lessongen.checks.site.unknown_tag import check
from tests.checks.builders import document, messages, site, tag


def test_a_tag_without_an_entry_is_reported_with_the_nearest_one() -> None:
    (problem,) = check(
        site(document(tags=("learnign", "mentoring")), tags=[tag("learning"), tag("mentoring")])
    )
    assert messages([problem]) == ['no tag "learnign" in content/tags.yaml']
    assert problem.hint == 'did you mean "learning"?'


def test_without_tags_yaml_a_tag_is_its_own_label() -> None:
    assert not list(check(site(document(tags=("learning",)))))
