"""How translations stand, told from files and records."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lessongen.model.document import Document
from lessongen.model.problem import Outcome
from lessongen.model.source import SourceFile
from lessongen.parsing.document import parse_document
from lessongen.shell.memo_file import MemoFile
from lessongen.shell.project_files import ProjectFiles
from tests.tracking.builders import (
    EN,
    ES,
    confirm,
    look,
    place_of,
    project,
    replace,
    standing,
    take,
    urge,
    write,
)

EN_PATH, ES_PATH = "content/en/01-start.md", "content/es/01-start.md"
RECORD = "content/es/.sync/01-start.sync"


def test_without_a_record_a_translation_is_unverified_as_a_whole(tmp_path: Path) -> None:
    found = standing(project(tmp_path))
    assert found.state == "unverified"
    assert found.progress.unverified == found.progress.total > 20
    assert (found.words_to_translate, found.since, found.headings) == (0, "", ())


def test_a_confirmed_translation_is_done(tmp_path: Path) -> None:
    confirm(project(tmp_path))
    found = standing(tmp_path)
    assert found.state == "translated"
    assert found.progress.done == found.progress.total > 20
    assert found.changes == ()


def test_an_edited_paragraph_leaves_the_translation_behind(tmp_path: Path) -> None:
    confirm(project(tmp_path), date="2026-03-01")
    replace(tmp_path, EN_PATH, "ten minutes on it every day", "an hour on it every evening")
    found = standing(tmp_path)
    assert (found.state, found.since) == ("outdated", "2026-03-01")
    assert found.progress.changed == 13
    assert found.words_to_translate == 3
    (change,) = found.changes
    assert (change.unit.state, change.since) == ("changed", "2026-03-01")
    assert "ten minutes" in (change.unit.previous or "")
    assert "an hour" in (change.unit.source or "")
    confirm(tmp_path, date="2026-04-01")
    assert standing(tmp_path).state == "translated"


def test_the_day_is_that_of_the_oldest_confirmation_that_is_behind(tmp_path: Path) -> None:
    confirm(project(tmp_path), date="2026-03-01")
    replace(tmp_path, EN_PATH, "ten minutes", "an hour")
    confirm(tmp_path, date="2026-05-05")
    replace(tmp_path, EN_PATH, "an hour", "two hours")
    assert standing(tmp_path).since == "2026-05-05"
    replace(tmp_path, EN_PATH, "choose one skill", "choose two skills")
    assert standing(tmp_path).since == "2026-03-01"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(" and ", "\nand "),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("## How", "## How\n\n"),
    ],
)
def test_what_means_nothing_is_no_alarm(tmp_path: Path, change: Callable[[str], str]) -> None:
    confirm(project(tmp_path))
    (tmp_path / EN_PATH).write_bytes(change(EN).encode())
    assert standing(tmp_path).state == "translated"


def test_what_has_no_translation_is_missing_with_all_its_words(tmp_path: Path) -> None:
    project(tmp_path)
    write(tmp_path, "content/en/articles/rest.md", "---\ntitle: Rest well\n---\nSleep enough.\n")
    found = standing(tmp_path, "articles/rest")
    assert (found.state, found.progress.missing, found.words_to_translate) == ("missing", 4, 4)


def test_what_lost_its_source_is_an_orphan_and_what_is_not_to_be_translated_is_excluded(
    tmp_path: Path,
) -> None:
    project(tmp_path)
    write(tmp_path, "content/es/articles/solo.md", "---\ntitle: Solo\n---\nTexto.\n")
    write(tmp_path, "content/en/articles/no.md", "---\ntitle: No\ntranslate: false\n---\nText.\n")
    assert standing(tmp_path, "articles/solo").state == "orphan"
    excluded = standing(tmp_path, "articles/no")
    assert (excluded.state, excluded.progress.total) == ("excluded", 0)


def test_drafts_are_left_out_unless_somebody_asks_for_them(tmp_path: Path) -> None:
    project(tmp_path)
    write(tmp_path, "content/en/articles/d.md", "---\ntitle: D\nstatus: draft\n---\nText.\n")
    assert "articles/d" not in {place.key for place in look(tmp_path).places["es"]}
    assert "articles/d" in {place.key for place in look(tmp_path, drafts=True).places["es"]}


def test_headings_pair_by_the_record(tmp_path: Path) -> None:
    confirm(project(tmp_path))
    assert standing(tmp_path).headings == ((8, 6), (12, 10))


def test_a_translation_without_a_record_stands_beside_its_source_by_its_kinds(
    tmp_path: Path,
) -> None:
    found = standing(project(tmp_path))
    one_by_one = tuple((number, number + 1, number, number + 1, False) for number in range(4))
    assert found.rows == one_by_one
    replace(tmp_path, ES_PATH, "una semana.\n", "una semana.\n\nUn párrafo más.\n")
    assert [row[:4] for row in standing(tmp_path).rows][1] == (1, 2, 1, 3)
    assert standing(tmp_path).rows_digest != found.rows_digest


def test_a_record_says_what_stands_beside_what_and_what_is_behind(tmp_path: Path) -> None:
    confirm(project(tmp_path))
    replace(tmp_path, ES_PATH, "una semana.\n", "una semana.\n\nUn párrafo más.\n")
    replace(tmp_path, EN_PATH, "ten minutes on it", "no time on it")
    assert standing(tmp_path).rows == (
        (0, 1, 0, 1, False),
        (1, 2, 1, 2, False),
        (2, 2, 2, 3, False),
        (2, 3, 3, 4, False),
        (3, 4, 4, 5, True),
    )


def test_the_series_page_and_a_text_of_one_language_stand_beside_nothing(tmp_path: Path) -> None:
    project(tmp_path)
    write(tmp_path, "content/en/articles/rest.md", "---\ntitle: Rest\n---\nSleep.\n")
    for locale in ("en", "es"):
        write(tmp_path, f"content/{locale}/index.md", "---\ntitle: T\n---\nText.\n")
    assert standing(tmp_path, "articles/rest").rows == ()
    assert standing(tmp_path, "index").rows == ()


def test_an_urgent_block_is_known_by_its_line_until_it_is_settled(tmp_path: Path) -> None:
    confirm(project(tmp_path))
    replace(tmp_path, EN_PATH, "ten minutes on it", "no time on it")
    urge(tmp_path)
    (block,) = standing(tmp_path).urgent
    assert (block.kind, block.line) == ("paragraph", 12)
    confirm(tmp_path)
    assert standing(tmp_path).urgent == ()


def test_marked_documents_differ_in_the_named_block_alone(tmp_path: Path) -> None:
    confirm(project(tmp_path))
    documents = _documents(tmp_path)
    assert look(tmp_path).marked(documents) is documents
    replace(tmp_path, EN_PATH, "ten minutes on it", "no time on it")
    urge(tmp_path)
    marked = look(tmp_path).marked(_documents(tmp_path))
    html = "".join(part for part in marked[1].body.html.parts if isinstance(part, str))
    assert html.index('class="urgent"') < html.index("Dedícale")
    assert html.index("Antes de") < html.index('class="urgent"')
    assert "urgent" in marked[1].body.labels
    assert marked[0].body == _documents(tmp_path)[0].body


def _documents(root: Path) -> tuple[Document, ...]:
    texts = {EN_PATH: (root / EN_PATH).read_text(), ES_PATH: (root / ES_PATH).read_text()}
    return tuple(
        parse_document(
            SourceFile(path=path, text=text, digest=""),
            locale=path.split("/")[1],
            key="01-start",
            kind="lesson",
        ).value.document
        for path, text in texts.items()
    )


def test_a_claim_lapses_by_itself(tmp_path: Path) -> None:
    take(project(tmp_path), "Luis")
    tracker = look(tmp_path, today="2026-12-05")
    assert tracker.report(place_of(tracker)).claimed_by == "Luis"
    later = look(tmp_path, today="2026-12-06")
    assert later.report(place_of(later)).claimed_by is None


# --- shared data --------------------------------------------------------------------

PEOPLE = """ana: {name: Ana, bio: {en: Ana writes and teaches., es: Ana escribe y enseña.}}
bo: {name: Bo, bio: {en: Bo draws.}}
cy: {name: Cy, bio: {en: Cy sings at night., es: Cy canta de noche.}}
"""


def test_each_bio_pairs_with_its_own_person(tmp_path: Path) -> None:
    write(project(tmp_path), "content/people.yaml", PEOPLE)
    tracker = look(tmp_path)
    units = tracker.report(place_of(tracker, "people.yaml")).units
    assert [(unit.kind, unit.source, unit.target) for unit in units] == [
        ("bio", "Ana writes and teaches.", "Ana escribe y enseña."),
        ("bio", "Bo draws.", None),
        ("bio", "Cy sings at night.", "Cy canta de noche."),
    ]
    assert [unit.state for unit in units] == ["unverified", "new", "unverified"]


def test_a_confirmed_bio_that_changes_is_behind_alone(tmp_path: Path) -> None:
    write(project(tmp_path), "content/people.yaml", PEOPLE)
    confirm(tmp_path, "people.yaml")
    assert (tmp_path / "content/es/.sync/people.sync").exists()
    replace(tmp_path, "content/people.yaml", "Ana writes and teaches.", "Ana paints and builds.")
    tracker = look(tmp_path)
    units = tracker.report(place_of(tracker, "people.yaml")).units
    assert [unit.state for unit in units] == ["changed", "new", "ok"]
    assert units[0].previous == "Ana writes and teaches."


def test_a_file_of_tags_in_one_language_is_missing(tmp_path: Path) -> None:
    write(project(tmp_path), "content/tags.yaml", "x: {en: Things}\ny: {en: More}\n")
    assert standing(tmp_path, "tags.yaml").state == "missing"


def test_people_without_bios_are_nothing_to_translate(tmp_path: Path) -> None:
    write(project(tmp_path), "content/people.yaml", "ana: {name: Ana}\n")
    assert standing(tmp_path, "people.yaml").state == "excluded"


# --- records and names ----------------------------------------------------------------


def test_a_record_that_kept_the_old_name_of_its_lesson_is_found(tmp_path: Path) -> None:
    confirm(project(tmp_path))
    for locale in ("en", "es"):
        old = tmp_path / f"content/{locale}/01-start.md"
        old.rename(old.with_name("02-other.md"))
    tracker = look(tmp_path)
    place = place_of(tracker, "02-other")
    assert (place.record_path, place.record_home) == (
        RECORD,
        RECORD.replace("01-start", "02-other"),
    )
    assert tracker.standing(place).state == "translated"


def test_a_translation_with_a_name_of_its_own_has_its_record_beside_it(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / ES_PATH).unlink()
    write(tmp_path, "content/es/poco.md", ES.replace("slug:", "translation_of: 01-start\nslug:"))
    place = place_of(look(tmp_path))
    assert place.record_home == "content/es/.sync/poco.sync"
    confirm(tmp_path)
    assert standing(tmp_path).state == "translated"


def test_a_lost_record_makes_everything_unverified(tmp_path: Path) -> None:
    confirm(project(tmp_path))
    (tmp_path / RECORD).unlink()
    assert standing(tmp_path).state == "unverified"


def test_a_record_of_nonsense_is_no_record_worth_its_name(tmp_path: Path) -> None:
    write(project(tmp_path), RECORD, "\x00 %% not a record\n")
    assert standing(tmp_path).state == "unverified"
    (tmp_path / RECORD).write_bytes(b"\xff\xfe\x00")
    assert standing(tmp_path).state == "unverified"


# --- in spite of everything -------------------------------------------------------------


def test_a_broken_link_is_not_its_business(tmp_path: Path) -> None:
    confirm(project(tmp_path))
    replace(tmp_path, EN_PATH, "ten minutes", "[ten minutes](nowhere.md)")
    assert standing(tmp_path).state == "outdated"


def test_an_unreadable_file_stands_nowhere_and_the_others_stand(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "content/en/articles").mkdir()
    write(tmp_path, "content/en/articles/x.md", "---\ntitle: X\n---\nText.\n")
    (tmp_path / EN_PATH).write_bytes(b"---\ntitle: \xff\n---\n")
    tracker = look(tmp_path)
    report = tracker.report(place_of(tracker, "articles/x"))
    assert report.state == "missing"
    assert not tracker.is_readable(place_of(tracker))
    assert list(tracker.standings()["es"]) == ["articles/x"]
    assert [each.title for each in tracker.reports().documents["es"]] == ["X"]


def test_an_edited_source_says_the_same_in_short_and_in_full(tmp_path: Path) -> None:
    confirm(project(tmp_path))
    replace(tmp_path, EN_PATH, "ten minutes", "an hour")
    tracker = look(tmp_path)
    place = place_of(tracker)
    report, short = tracker.report(place), tracker.standing(place)
    assert (report.state, report.words) == (short.state, short.progress.total)
    assert report.words_to_translate == short.words_to_translate


# --- memory -----------------------------------------------------------------------------


class Reading(ProjectFiles):
    """Project files that remember which of them were read."""

    def read(self, path: str) -> Outcome[SourceFile]:
        """The file."""
        self.paths = {*getattr(self, "paths", ()), path}
        return super().read(path)


def test_what_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    confirm(project(tmp_path / "p"))
    root, cache = tmp_path / "p", str(tmp_path / "memo")

    def run(wish: str) -> set[str]:
        memo = MemoFile(cache, "x", writable=True)
        files = Reading(str(root), {}, 0, memo)
        files.paths = set()
        tracker = look(root, memo, files=files)
        if wish == "build":
            tracker.standings()
        else:
            tracker.reports()
        memo.save(complete=True)
        return {path for path in files.paths if path.startswith("content/")}

    assert run("build") == {EN_PATH, ES_PATH, RECORD}
    assert run("build") == set()
    assert run("tr") == {RECORD}  # the units are known from the build
    assert run("tr") == run("build") == run("tr") == set()
    replace(root, EN_PATH, "ten minutes", "an hour")
    assert run("build") == {EN_PATH, RECORD}
