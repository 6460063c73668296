import pytest

from lessongen.model.document import DocumentKind
from lessongen.parsing.paths import content_languages, place_of, stray_documents


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("content/en/index.md", ("en", "index", "series")),
        ("content/en/01-have-a-mentor.md", ("en", "01-have-a-mentor", "lesson")),
        ("content/es-419/01-x.md", ("es-419", "01-x", "lesson")),
        ("content/zh-Hant-TW/01-x.md", ("zh-Hant-TW", "01-x", "lesson")),
        ("content/es/articles/por-que.md", ("es", "articles/por-que", "article")),
        ("content/es/articles/2026/por-que.md", ("es", "articles/2026/por-que", "article")),
        ("content/es/articles/index.md", ("es", "articles/index", "article")),
        ("content/es/pages/acerca.md", ("es", "pages/acerca", "page")),
        ("content/en/part-1/01-x.md", ("en", "part-1/01-x", "lesson")),
        ("content/en/articles.md", ("en", "articles", "lesson")),
        ("content/en/comments.md", ("en", "comments", "lesson")),
        ("content/es/cafe\u0301.md", ("es", "caf\u00e9", "lesson")),
    ],
)
def test_a_document_has_its_place(path: str, place: tuple[str, str, DocumentKind]) -> None:
    assert place_of(path) == place


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "content/01-x.md",
        "content/en/.sync/01-x.sync",
        "content/en/.drafts/01-x.md",
        "content/en/_draft.md",
        "content/en/_parts/a.md",
        "content/en/.md",
        "content/en/comments/01-x.md",
        "content/en/comments/01-x.yaml",
        "content/en/photo.jpg",
        "content/images/readme.md",
        "content/pt_BR/01-x.md",
        "docs/en/01-x.md",
        "site/content/en/01-x.md",
        "content/people.yaml",
        "",
    ],
)
def test_other_files_are_no_documents(path: str) -> None:
    assert place_of(path) is None


def test_languages_are_the_folders_that_hold_documents() -> None:
    paths = ["content/es/a.md", "content/de/a.md", "content/en/a.md", "content/fr/a.jpg"]
    assert content_languages(paths) == ("en", "de", "es")
    assert content_languages(["content/es/a.md", "content/de/a.md"]) == ("de", "es")
    assert content_languages([]) == ()


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/01-x.md", "move it into a language's folder, such as content/en"),
        ("content/pt_BR/01-x.md", '"pt_BR" is no language; write "pt-BR"'),
        ("content/english/01-x.md", '"english" is no language; write a language tag'),
        ("content/en/comments/x.md", "comments are .yaml files"),
        ("content/en/01-x.markdown", 'give it the ending ".md"'),
        ("content/en/01-x.MD", 'give it the ending ".md"'),
    ],
)
def test_markdown_in_a_wrong_place_is_reported(path: str, hint: str) -> None:
    problems = list(stray_documents([path]))
    assert [(each.code, each.severity, each.span.path) for each in problems] == [
        ("stray-file", "warning", path)
    ]
    assert problems[0].hint.startswith(hint)


def test_what_is_meant_to_stay_unpublished_is_not_reported() -> None:
    paths = [
        "content/en/01-x.md",
        "content/en/_draft.md",
        "content/images/README.md",
        "content/.notes/x.md",
        "content/en/photo.jpg",
        "README.md",
        "docs/authors.md",
    ]
    assert list(stray_documents(paths)) == []
