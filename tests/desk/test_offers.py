"""What moved to another lesson: its translation is offered where it stands now."""

import json

from lessongen.desk.confirming import accept_places
from lessongen.desk.sheet import show_sheet
from tests.desk.conftest import Workplace

FIRST, SECOND = "content/en/01-ask-early.md", "content/en/02-write-it-down.md"
MOVED = "A late question costs three days of work that nobody needed."
SPANISH = "Una pregunta tardía cuesta tres días de trabajo que nadie necesitaba."


def _moved(workplace: Workplace) -> Workplace:
    workplace.do(lambda desk: accept_places(desk, desk.places("es"), by="Ana"))
    workplace.tr("new", "2")
    workplace.edit(FIRST, f"{MOVED}\n", "")
    workplace.write(SECOND, workplace.read(SECOND) + f"\n{MOVED}\n")
    return workplace


def test_the_translation_of_a_moved_paragraph_is_offered(workplace: Workplace) -> None:
    sheet = _moved(workplace).do(lambda desk: show_sheet(desk, desk.find("es", "2")))
    offers = [unit.offer for unit in sheet.units]
    assert offers[:-1] == [None] * (len(offers) - 1)
    assert offers[-1] is not None
    assert (offers[-1].text, offers[-1].path) == (SPANISH, "content/es/01-ask-early.md")


def test_offers_are_shown_and_in_the_notes(workplace: Workplace) -> None:
    said = " ".join(_moved(workplace).tr("show", "2")[1].split())
    assert f"translated already in content/es/01-ask-early.md, line 10: {SPANISH}" in said
    units = json.loads(workplace.tr("--format", "json", "2")[1])["targets"]["es"]["documents"][0]
    assert SPANISH in units["units"][-1]["note"]
    assert units["units"][0]["note"] is None


def test_what_is_gone_everywhere_is_not_offered(workplace: Workplace) -> None:
    _moved(workplace).edit("content/es/01-ask-early.md", f"{SPANISH}\n", "")
    sheet = workplace.do(lambda desk: show_sheet(desk, desk.find("es", "2")))
    assert [unit.offer for unit in sheet.units] == [None] * len(sheet.units)


def test_a_lesson_may_be_called_like_a_file_of_shared_data(workplace: Workplace) -> None:
    workplace.write("content/tags.yaml", "work: {en: Work, es: Trabajo}\n")
    for locale, title in (("en", "Tags"), ("es", "Etiquetas")):
        workplace.write(
            f"content/{locale}/tags.md", f"---\ntitle: {title}\nlesson: 3\nsection: 1\n---\n"
        )
    workplace.do(lambda desk: accept_places(desk, desk.places("es"), by="Ana"))
    assert "Tags" in workplace.read("content/es/.sync/tags.sync")
    assert "Work" in workplace.read("content/es/.sync/tags.yaml.sync")
