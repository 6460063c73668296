"""What readers are told of translations: the truth, and in the flow of the page."""

from pathlib import Path

import pytest

from lessongen.cli import main
from tests.rendering.html_page import Page
from tests.tracking.builders import confirm, project, replace, urge, write

EN, ES = "content/en/01-start.md", "content/es/01-start.md"


def build(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Builds the site, which must have no error."""
    code = main(["--project", str(root), "build"])
    assert code == 0, capsys.readouterr().err
    capsys.readouterr()


def page(root: Path, path: str) -> Page:
    """A page of the site."""
    return Page((root / "site" / path / "index.html").read_text(encoding="utf-8"))


def switch(root: Path) -> set[str]:
    """What the language switch of the English page says of the Spanish one."""
    return {
        each.words.strip()
        for each in page(root, "en/start-small").all("a", hreflang="es", rel="alternate")
    }


def test_an_edited_paragraph_shows_in_the_translation_until_somebody_says_ok(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    confirm(project(tmp_path), date="2026-05-02")
    build(tmp_path, capsys)
    assert not page(tmp_path, "es/empieza").all("p", class_="notice stale")
    assert switch(tmp_path) == {"Leer en español"}

    replace(tmp_path, EN, "ten minutes", "an hour")
    build(tmp_path, capsys)
    notice = page(tmp_path, "es/empieza").one("p", class_="notice stale")
    assert "2 de mayo de 2026" in notice.words
    links = page(tmp_path, "es/empieza").all("a", hreflang="en")
    assert "../../en/start-small/" in {each.attributes["href"] for each in links}
    assert switch(tmp_path) == {"Leer en español (versión anterior)"}

    confirm(tmp_path)
    build(tmp_path, capsys)
    assert not page(tmp_path, "es/empieza").all("p", class_="notice stale")
    assert switch(tmp_path) == {"Leer en español"}


def test_what_nobody_ever_confirmed_is_not_called_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    build(tmp_path, capsys)
    replace(tmp_path, EN, "ten minutes", "an hour")
    build(tmp_path, capsys)
    assert not page(tmp_path, "es/empieza").all("p", class_="notice stale")
    assert switch(tmp_path) == {"Leer en español"}


def test_an_urgent_paragraph_is_marked_where_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    confirm(project(tmp_path))
    replace(tmp_path, EN, "ten minutes on it", "no time on it")
    urge(tmp_path)
    build(tmp_path, capsys)
    for path in ("es/empieza", "es/todo"):
        html = page(tmp_path, path).html
        mark = '<p class="urgent">El original de este párrafo ha cambiado en algo importante.</p>'
        assert html.count(mark) == 1
        assert html.index("Antes de practicar") < html.index(mark) < html.index("Dedícale")
    assert 'class="urgent"' not in page(tmp_path, "en/start-small").html
    confirm(tmp_path)
    build(tmp_path, capsys)
    assert 'class="urgent"' not in page(tmp_path, "es/empieza").html


def test_confirmed_headings_have_the_ids_of_their_source_whatever_their_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    confirm(project(tmp_path))
    text = (tmp_path / ES).read_text(encoding="utf-8")
    start, why, how = text.partition("## Por qué")[0], *text.partition("## Por qué")[2].split("## ")
    write(tmp_path, ES, f"{start}## {how}\n### Más\n\n## Por qué{why}")
    build(tmp_path, capsys)
    headings = {
        each.words: each.attributes["id"] for each in page(tmp_path, "es/empieza").all("h2")
    }
    assert headings["Por qué"] == "why"
    assert headings["Cómo"] == "how"


def test_a_build_never_writes_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    confirm(project(tmp_path))
    replace(tmp_path, ES, "apunta lo que ves", "anota lo que ves")
    record = tmp_path / "content/es/.sync/01-start.sync"
    before = record.read_bytes()
    build(tmp_path, capsys)
    assert main(["--project", str(tmp_path), "check"]) == 0
    assert record.read_bytes() == before
    assert [path.name for path in record.parent.iterdir()] == [record.name]


def test_the_dashboard_can_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    confirm(project(tmp_path))
    build(tmp_path, capsys)
    made = {path.name for path in (tmp_path / "site/translations").iterdir()}
    assert made == {"index.html", "es", "es.svg", "status.json", "changes.xml"}
    assert page(tmp_path, "es/empieza").all("a", href="../../translations/es/")
    write(tmp_path, "lessongen.yaml", "dashboard: false\n")
    build(tmp_path, capsys)
    assert not (tmp_path / "site/translations").exists()
    assert "translations" not in page(tmp_path, "es/empieza").html
