"""One unit gets another text: every other byte of the file stays, and nothing is lost."""

from pathlib import Path

import pytest

from lessongen.desk.desk import Desk
from lessongen.desk.editing import replace_text
from lessongen.desk.outcome import Settled
from lessongen.desk.sheet import Sheet, show_sheet
from lessongen.desk.writing import take_back
from lessongen.shell.content_files import exchange, read_content
from lessongen.shell.usage import UsageError
from tests.commands.course import SPANISH
from tests.desk.conftest import Workplace

FILE = "content/es/01-ask-early.md"
PARAGRAPH = "Una pregunta tardía cuesta tres días de trabajo que nadie necesitaba."


def _sheet(workplace: Workplace, wish: str = "1") -> Sheet:
    return workplace.do(lambda desk: show_sheet(desk, desk.find("es", wish)))


def _replace(workplace: Workplace, sheet: Sheet, name: str, text: str) -> Settled:
    def work(desk: Desk) -> Settled:
        place = desk.find("es", sheet.place.source_path or "")
        return replace_text(desk, place, name=name, text=text, digest=sheet.digest)

    return workplace.do(work)


@pytest.mark.parametrize("dress", ["{}", "\ufeff{}"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_unit_changes(workplace: Workplace, dress: str, end: str) -> None:
    before = dress.format(SPANISH).replace("\n", end)
    workplace.write(FILE, before)
    settled = _replace(workplace, _sheet(workplace), "5", "Preguntar tarde\ncuesta tres días.")
    assert settled.refused == ()
    assert settled.done[0].target == PARAGRAPH
    after = f"Preguntar tarde{end}cuesta tres días."
    assert workplace.read(FILE) == before.replace(PARAGRAPH, after)
    take_back(str(workplace.root), settled.written)
    assert workplace.read(FILE) == before


def test_the_front_matter_stays_yaml(workplace: Workplace) -> None:
    _replace(workplace, _sheet(workplace), "1", "Pregunta: pronto # ya")
    assert 'title: "Pregunta: pronto # ya"' in workplace.read(FILE)
    assert _sheet(workplace).units[0].unit.target == "Pregunta: pronto # ya"


def test_a_file_that_changed_meanwhile_is_not_overwritten(workplace: Workplace) -> None:
    sheet = _sheet(workplace)
    workplace.edit(FILE, "tardía", "de última hora")
    settled = _replace(workplace, sheet, "5", "Mi texto nuevo.")
    (refusal,) = settled.refused
    assert (refusal.reason, refusal.yours) == ("changed", "Mi texto nuevo.")
    assert refusal.theirs == PARAGRAPH.replace("tardía", "de última hora")
    assert settled.written.files == ()
    assert "Mi texto" not in workplace.read(FILE)


@pytest.mark.parametrize(
    "text",
    [
        "Uno.\n\nDos.",
        "# Un título",
        "- Una lista",
        "---",
        "",
        "   ",
        "::: note\nNada",
        "```\ncódigo",
        "[a]: b.md",
        "| a |\n|---|",
    ],
)
def test_a_text_that_would_be_something_else_is_refused(workplace: Workplace, text: str) -> None:
    settled = _replace(workplace, _sheet(workplace), "5", text)
    assert [(each.reason, each.yours) for each in settled.refused] == [("unfit", text)]
    assert workplace.read(FILE) == SPANISH


def test_a_unit_without_translation_cannot_be_replaced(workplace: Workplace) -> None:
    settled = _replace(workplace, _sheet(workplace, "2"), "3", "Anótalo.")
    assert [each.reason for each in settled.refused] == ["untranslated"]
    settled = _replace(workplace, _sheet(workplace), "77", "Anótalo.")
    assert [each.reason for each in settled.refused] == ["unknown"]


def test_shared_texts_are_edited_in_their_file(workplace: Workplace) -> None:
    tags = "# labels\nfun:\n  en: Fun\n  es: 'Diversión'\nwork: {en: Work, es: Trabajo}\n"
    workplace.write("content/tags.yaml", tags)
    sheet = _sheet(workplace, "content/tags.yaml")
    assert [unit.unit.target for unit in sheet.units] == ["Diversión", "Trabajo"]
    settled = _replace(workplace, sheet, "1", "Lo divertido: o'clock")
    assert settled.refused == ()
    assert workplace.read("content/tags.yaml") == tags.replace(
        "'Diversión'", "'Lo divertido: o''clock'"
    )
    _replace(workplace, _sheet(workplace, "content/tags.yaml"), "2", "Trabajo, y más")
    assert '{en: Work, es: "Trabajo, y más"}' in workplace.read("content/tags.yaml")


@pytest.mark.parametrize("path", ["lessongen.yaml", "content/../x.md", "content/es/out.md", "/x"])
def test_nothing_is_written_outside_of_the_content(tmp_path: Path, path: str) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"mine")
    root = tmp_path / "course"
    (root / "content" / "es").mkdir(parents=True)
    (root / "content" / "es" / "out.md").symlink_to(outside)
    with pytest.raises(UsageError, match="does not lie in content/"):
        exchange(str(root), path, b"mine", b"yours")
    assert outside.read_bytes() == b"mine"
    assert not (root / "x.md").exists()


def test_a_link_within_the_content_is_followed(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a.md").write_bytes(b"old")
    (folder / "a.md").chmod(0o640)
    (folder / "b.md").symlink_to("a.md")
    assert exchange(str(tmp_path), "content/b.md", b"old", b"new")
    assert (folder / "b.md").is_symlink()
    assert (folder / "a.md").read_bytes() == b"new"
    assert (folder / "a.md").stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in folder.iterdir()) == ["a.md", "b.md"]


def test_only_what_was_seen_is_overwritten(tmp_path: Path) -> None:
    path = "content/es/a.md"
    assert exchange(str(tmp_path), path, None, b"one")
    assert not exchange(str(tmp_path), path, None, b"two")
    assert not exchange(str(tmp_path), path, b"other", b"two")
    assert read_content(str(tmp_path), path) == b"one"
    assert exchange(str(tmp_path), path, b"one", None)
    assert read_content(str(tmp_path), path) is None
