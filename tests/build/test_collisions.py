import pytest

from lessongen.build.collisions import find_collisions
from tests.build.builders import artifact


def messages(*paths: str) -> list[str]:
    artifacts = [artifact(path, f"content/{number}.md") for number, path in enumerate(paths)]
    return [found.message for found in find_collisions(artifacts)]


def test_different_places_are_fine() -> None:
    assert messages("en/a/index.html", "en/b/index.html", "en/index.html", "robots.txt") == []


def test_two_artifacts_with_one_path_name_both_sources() -> None:
    one = artifact("en/a/index.html", "content/en/1.md", "content/es/1.md")
    two = artifact("en/a/index.html", "content/en/2.md")
    (found,) = find_collisions([one, two])
    assert found.code == "route-collision"
    assert found.severity == "error"
    assert found.span.path == "content/en/2.md"
    assert [span.path for span in found.related] == ["content/en/1.md"]
    assert found.message == '"content/en/1.md" and "content/en/2.md" both make "en/a/index.html"'


def test_an_alias_in_the_place_of_a_file_without_source_names_lessongen() -> None:
    (found,) = find_collisions([artifact("sitemap.xml"), artifact("sitemap.xml", "content/x.md")])
    assert found.message == 'lessongen and "content/x.md" both make "sitemap.xml"'


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("en/About/index.html", "en/about/index.html"),
        ("assets/niño.png", "assets/nin\u0303o.png"),
        ("assets/STRASSE.png", "assets/straße.png"),
    ],
)
def test_paths_that_are_one_file_on_some_systems_collide(one: str, two: str) -> None:
    (message,) = messages(one, two)
    assert "the same file on some systems" in message


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_file_and_a_folder_of_the_same_name_collide(order: tuple[int, int]) -> None:
    paths = ("old", "old/page/index.html")
    (message,) = messages(*(paths[at] for at in order))
    assert 'the file "old"' in message
    assert 'a folder of that name for "old/page/index.html"' in message


def test_three_in_one_place_are_two_problems() -> None:
    assert len(messages("a", "a", "a")) == 2


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a/../../x", "a//b", "", "a/", "a\nb", "a\\..\\x", "a/\ud800"]
)
def test_a_path_that_leaves_the_output_folder_is_refused(path: str) -> None:
    (message,) = messages(path)
    assert "no path inside the output folder" in message


@pytest.mark.parametrize("path", [".lessongen-manifest", "en/.lessongen-tmp-1"])
def test_names_that_lessongen_keeps_for_itself_are_refused(path: str) -> None:
    (message,) = messages(path)
    assert "a name that lessongen uses itself" in message
