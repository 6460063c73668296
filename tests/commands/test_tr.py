"""`lessongen tr` on a small course: from the first confirmation through the life of a text."""

import json
import os
import time

import pytest

from lessongen.cli import main
from tests.commands.course import RECORD, SPANISH, Course

ENGLISH_FILE = "content/en/01-ask-early.md"
SPANISH_FILE = "content/es/01-ask-early.md"


def _states(course: Course, lesson: str = "1") -> dict[int, str]:
    code, out, _ = course.tr("--format", "json", lesson)
    assert code == 0
    document = json.loads(out)["targets"]["es"]["documents"][0]
    return {unit["number"]: unit["state"] for unit in document["units"]}


def _confirmed(course: Course) -> Course:
    assert course.tr("ok", "1", "--by", "Ana")[0] == 0
    return course


# --- status ---------------------------------------------------------------------


def test_what_nobody_confirmed_is_unverified_and_never_green(course: Course) -> None:
    code, out, _ = course.tr()
    assert code == 0
    assert "0 of 2 lessons up to date" in out
    assert "Ask early" in out
    assert "unverified" in out
    assert set(_states(course).values()) == {"unverified"}


def test_ok_accepts_and_says_what(course: Course) -> None:
    code, out, _ = course.tr("ok", "1", "--by", "Ana")
    assert code == 0
    assert "5 paragraphs confirmed." in out
    assert "%% lessongen-sync 1 lesson=01-ask-early lang=es" in course.read(RECORD)
    assert "2026-11-01 Ana" in course.read(RECORD)
    assert set(_states(course).values()) == {"ok"}


def test_reports_never_write_into_content(course: Course) -> None:
    course.tr()
    course.tr("show", "1")
    course.tr("next")
    assert not (course.root / "content/es/.sync").exists()


def test_a_changed_paragraph_is_shown_with_its_words_marked(course: Course) -> None:
    _confirmed(course).edit(ENGLISH_FILE, "three days of work", "five days of work")
    code, out, _ = course.tr("show", "1")
    assert code == 0
    assert "costs [-three-]{+five+} days" in out
    assert "Una pregunta tardía cuesta tres días" in out
    assert "only one" not in out


def test_colours_stand_in_for_marks(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    _confirmed(course).edit(ENGLISH_FILE, "three days of work", "five days of work")
    course.tr()
    assert main(["--project", str(course.root), "--color", "always", "tr", "show", "1"]) == 0
    out = capsys.readouterr().out
    assert "\x1b[9;31mthree\x1b[0m" in out
    assert "\x1b[1;32mfive\x1b[0m" in out


@pytest.mark.parametrize("width", ["60", "80", "119", "120", "160"])
def test_nothing_is_wider_than_the_terminal(
    course: Course, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    _confirmed(course).edit(ENGLISH_FILE, "three days of work", "five days of endless work")
    for words in ((), ("show", "1"), ("ok", "1"), ("next",)):
        _, out, _ = course.tr(*words)
        wide = [line for line in out.splitlines() if len(line) > int(width)]
        assert not [line for line in wide if "lessongen tr" not in line and ".md" not in line]


def test_two_columns_where_there_is_room(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    _confirmed(course).edit(ENGLISH_FILE, "three days of work", "five days of work")
    line = next(line for line in course.tr("show", "1")[1].splitlines() if "{+five+}" in line)
    assert " │ es " in line


def test_the_second_look_says_the_same(course: Course) -> None:
    past = time.time() - 10
    for path in course.root.rglob("*"):
        os.utime(path, (past, past))
    time.sleep(0.05)
    first = course.tr()
    assert (course.root / ".lessongen" / "unchanged-tr").exists()
    assert course.tr() == first
    course.edit(ENGLISH_FILE, "Ask early", "Ask sooner")
    assert "Ask sooner" in course.tr()[1]


def test_spanish_is_spoken_where_it_is_wished_for(course: Course) -> None:
    assert "0 de 2 lecciones al día" in course.tr("--ui", "es")[1]
    assert "sin confirmar" in course.tr("show", "1", "--ui", "es")[1] + course.tr("--ui", "es")[1]
    code, _, err = course.tr("--ui", "xx")
    assert (code, "xx" in err) == (2, True)


def test_verbs_take_options_on_either_side(course: Course) -> None:
    assert course.tr("--ui", "es", "show", "1") == course.tr("show", "--ui", "es", "1")


def test_help_is_there_in_both_languages(course: Course) -> None:
    assert "Five commands are enough" in course.tr("--help")[1]
    for verb in ("show", "ok", "new", "claim", "unclaim", "next", "harmless", "urgent", "cost"):
        code, out, _ = course.tr(verb, "--help")
        assert (code, "Usage: lessongen tr " + verb in out) == (0, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--nonsense",), "no hay ninguna opción --nonsense"),
        (("show", "1", "--al"), "¿querías decir --all?"),
        (("next", "--minutes", "0"), "--minutes acepta un número del 1 al 10000"),
        (("--format", "yaml"), "--format acepta uno de: text, json, markdown, github"),
        (("show",), "falta LESSON"),
        (("show", "1", "2"), "sobra 2"),
        (("show", "1", "--lang"), "--lang necesita un valor"),
    ],
)
def test_a_wrong_call_is_told_in_spanish(course: Course, words: tuple[str, ...], told: str) -> None:
    code, out, err = course.tr("--ui", "es", *words)
    assert (code, out) == (2, "")
    assert told in err
    assert "Ayuda: lessongen tr" in err
    code, _, err = course.tr("--ui", "en", *words)
    assert (code, "Error: " in err) == (2, True)


# --- formats and gates ----------------------------------------------------------


def test_json_is_what_the_contract_says(course: Course) -> None:
    _confirmed(course).edit(ENGLISH_FILE, "three days of work", "five days of work")
    said = json.loads(course.tr("--format", "json")[1])
    assert (said["version"], said["source"]) == (1, "en")
    target = said["targets"]["es"]
    assert target["summary"]["outdated"] == 1
    assert target["summary"]["missing"] == 1
    unit = next(each for each in target["documents"][0]["units"] if each["state"] == "changed")
    assert unit["previous"] == "A late question costs three days of work that nobody needed."
    assert unit["source"] == "A late question costs five days of work that nobody needed."
    assert unit["target"].startswith("Una pregunta tardía")
    assert (unit["source_line"], unit["target_line"]) == (12, 10)


def test_markdown_holds_whatever_a_text_holds(course: Course) -> None:
    _confirmed(course).edit(ENGLISH_FILE, "three days of work", "<b>| three</b> ``` days")
    code, out, _ = course.tr("--format", "markdown")
    assert code == 0
    assert "| 1 | [Ask early](content/es/01-ask-early.md) | outdated | 1 |" in out
    assert "````diff\n- A late question" in out


def test_github_gets_an_annotation_for_each_text(course: Course) -> None:
    _, out, _ = course.tr("--format", "github")
    assert len(out.splitlines()) == 2
    assert "title=es-missing::Write it down" in out


@pytest.mark.parametrize(
    ("gate", "code"),
    [
        ("missing", 1),
        ("outdated", 0),
        ("unverified", 1),
        ("stale=99%", 0),
        ("stale=1%", 1),
        ("stale=1,outdated", 1),
        ("nonsense", 2),
        ("stale=lots", 2),
    ],
)
def test_gates_fail_for_what_they_name(course: Course, gate: str, code: int) -> None:
    said = course.tr("--fail-on", gate)
    assert said[0] == code
    assert bool(said[2]) == bool(code)


# --- which lesson ---------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["1", "01", "01-ask-early", "01-ask-early.md", ENGLISH_FILE, SPANISH_FILE, "ASK ear", "Pregun"],
)
def test_a_lesson_has_many_names(course: Course, name: str) -> None:
    assert "Ask early" in course.tr("show", name)[1]


def test_a_name_that_fits_none_or_two_is_refused(course: Course) -> None:
    code, _, err = course.tr("show", "Ask erly")
    assert (code, 'did you mean "Ask early"?' in err) == (2, True)
    course.write(
        "content/en/03-ask-again.md", "---\ntitle: Ask again\nlesson: 3\nsection: 1\n---\n"
    )
    code, _, err = course.tr("show", "ask")
    assert code == 2
    assert "01-ask-early.md" in err
    assert "03-ask-again.md" in err


def test_an_unknown_language_is_refused(course: Course) -> None:
    code, _, err = course.tr("--lang", "fr")
    assert (code, "es" in err) == (2, True)


# --- ok -------------------------------------------------------------------------


def test_ok_leaves_what_has_no_translation(course: Course) -> None:
    _confirmed(course).edit(
        ENGLISH_FILE, "\n## What", "\nA new thought that nobody has translated so far.\n\n## What"
    )
    code, out, _ = course.tr("ok", "1")
    assert code == 1
    assert "A new thought" in out
    assert "new" in _states(course).values()


def test_ok_of_one_paragraph_leaves_the_others(course: Course) -> None:
    _confirmed(course)
    course.edit(ENGLISH_FILE, "three days", "five days")
    course.edit(ENGLISH_FILE, "an early question", "a question")
    waiting = [number for number, state in _states(course).items() if state == "changed"]
    assert course.tr("ok", "1", "--unit", str(waiting[0]))[0] == 0
    assert [number for number, state in _states(course).items() if state == "changed"] == waiting[
        1:
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("ok",),
        ("ok", "1", "--all"),
        ("ok", "1", "2", "--unit", "3"),
        ("ok", "1", "--unit", "99"),
        ("ok", "1", "--allow", "length"),
        ("ok", "1", "--unit", "1", "--allow", "no such"),
        ("ok", "1", "--by", " "),
        ("ok", "1", "--fix", "--unit", "3", "--allow", "length"),
        ("ok", "--all", "--fix"),
        ("urgent", "1"),
        ("nonsense",),
        ("next", "--minutes", "0"),
    ],
)
def test_nonsense_is_refused_and_changes_nothing(course: Course, words: tuple[str, ...]) -> None:
    code, _, err = course.tr(*words)
    assert code == 2
    assert err
    assert not (course.root / "content/es/.sync").exists()


def test_ok_all_exits_with_1_while_a_lesson_is_missing(course: Course) -> None:
    code, out, _ = course.tr("ok", "--all")
    assert code == 1
    assert "Write it down: nobody has begun; lessongen tr new 2" in out
    assert course.tr("ok", "--all")[0] == 1


def test_allow_is_written_for_the_one_paragraph(course: Course) -> None:
    _confirmed(course)
    assert course.tr("ok", "1", "--unit", "3", "--allow", "length", "--by", "Luis")[0] == 0
    assert course.read(RECORD).count("allow:length") == 1


def test_a_check_that_there_is_not_is_refused(course: Course) -> None:
    code, _, err = course.tr("ok", "1", "--unit", "3", "--allow", "lenght-ratio")
    assert (code, 'there is no check "lenght-ratio"; did you mean "length-ratio"?' in err) == (
        2,
        True,
    )


def test_what_a_machine_can_carry_over_is_shown_written_and_confirmed(course: Course) -> None:
    for path, old in ((ENGLISH_FILE, "three days"), (SPANISH_FILE, "tres días")):
        course.edit(path, old, f"[{old}](02-write-it-down.md)")
    _confirmed(course)
    course.edit(ENGLISH_FILE, "(02-write-it-down.md)", "(02-write-it-down.md#why)")
    course.edit(ENGLISH_FILE, "nobody minds", "no one minds")
    _, out, _ = course.tr("show", "1")
    assert "lessongen tr ok 1 --fix" in out
    code, out, _ = course.tr("ok", "1", "--fix")
    assert code == 0
    assert "replaced in the translation: 02-write-it-down.md → 02-write-it-down.md#why" in out
    assert "1 paragraph fixed and confirmed." in out
    assert "[tres días](02-write-it-down.md#why)" in course.read(SPANISH_FILE)
    assert sorted(_states(course).values()) == ["changed", "ok", "ok", "ok", "ok"]
    assert "Nothing that a machine" in course.tr("ok", "1", "--fix")[1]
    assert course.tr("ok", "1", "--fix", "--unit", "3")[0] == 1
    assert course.tr("ok", "--all", "--fix")[0] == 2


def test_a_second_person_reviews(course: Course) -> None:
    _confirmed(course)
    _, out, _ = course.tr("ok", "1", "--by", "Luis")
    assert "5 paragraphs reviewed by a second person." in out
    assert course.read(RECORD).count("Ana reviewed:Luis") == 5
    assert "Nothing to confirm" in course.tr("ok", "1", "--by", "Luis")[1]
    course.tr("ok", "--all", "--by", "Eva")
    assert "Eva" not in course.read(RECORD)


def test_polishing_the_translation_needs_nobody(course: Course) -> None:
    _confirmed(course).edit(SPANISH_FILE, "Lo que ahorra", "Cuánto ahorra")
    assert set(_states(course).values()) == {"ok"}


# --- new, claims, marks ---------------------------------------------------------


def test_new_copies_what_is_to_be_translated(course: Course) -> None:
    code, out, _ = course.tr("new", "2", "--lang", "es")
    assert (code, out) == (0, "content/es/02-write-it-down.md\n")
    assert course.read("content/es/02-write-it-down.md") == (
        "---\n"
        "title: Write it down\n"
        "summary: What is written need not be remembered.\n"
        "slug: write-it-down\n"
        "---\n"
        "Write down what was decided, and by whom.\n"
    )
    assert set(_states(course, "2").values()) == {"new"}


def test_new_never_overwrites(course: Course) -> None:
    for lesson in ("1", "2"):
        course.tr("new", lesson)
        before = course.read(
            f"content/es/0{lesson}-{('ask-early', 'write-it-down')[lesson == '2']}.md"
        )
        assert course.tr("new", lesson)[0] == 2
        assert before.startswith("---")
    assert course.read(SPANISH_FILE) == SPANISH


def test_new_begins_a_language(course: Course) -> None:
    assert course.tr("new", "1", "--lang", "pt")[0] == 0
    assert "Ask before you begin" in course.read("content/pt/01-ask-early.md")
    assert course.tr("new", "1", "--lang", "not a language")[0] == 2
    assert course.tr("new", "1", "--lang", "en")[0] == 2


def test_a_translation_grows_from_new_to_ok(course: Course) -> None:
    course.tr("new", "2")
    target = "content/es/02-write-it-down.md"
    course.edit(
        target, "Write down what was decided, and by whom.", "Anota qué se decidió y quién."
    )
    assert course.tr("ok", "2")[0] == 1
    course.edit(
        target, "What is written need not be remembered.", "Lo escrito no hay que recordarlo."
    )
    course.edit(target, "title: Write it down", "title: Anótalo")
    assert course.tr("ok", "2")[0] == 0
    assert set(_states(course, "2").values()) == {"ok"}


def test_a_claim_is_seen_and_lapses(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    assert course.tr("claim", "2", "--by", "Ana María")[0] == 0
    assert "Ana María" in course.tr()[1]
    assert course.tr("claim", "2", "--by", "Luis")[0] == 1
    assert course.tr("claim", "2", "--by", "Ana María")[0] == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1793491200 + 15 * 86400))
    assert "Ana María" not in course.tr()[1]
    assert course.tr("claim", "2", "--by", "Luis")[0] == 0
    assert course.tr("unclaim", "2")[0] == 0
    assert "Luis" not in course.tr()[1]


def test_a_claim_survives_new(course: Course) -> None:
    course.tr("claim", "2", "--by", "Ana")
    course.tr("new", "2")
    assert "Ana" in course.tr("2")[1]


def test_harmless_is_the_authors_word(course: Course) -> None:
    _confirmed(course).edit(ENGLISH_FILE, "nobody minds", "no one minds")
    code, out, _ = course.tr("harmless", "1", "--by", "Ira")
    assert (code, "1 change is harmless" in out) == (0, True)
    assert set(_states(course).values()) == {"ok"}
    assert "Ira harmless" in course.read(RECORD)
    assert "nothing has changed" in course.tr("harmless", "1")[1]


def test_urgent_stands_first(course: Course) -> None:
    _confirmed(course).edit(ENGLISH_FILE, "three days", "thirty days")
    number = next(key for key, state in _states(course).items() if state == "changed")
    assert course.tr("urgent", "1", "--unit", str(number))[0] == 0
    assert "urgent" in course.tr()[1]
    _, out, _ = course.tr("next")
    assert out.index("Ask early") < out.index("Write it down")
    assert course.tr("ok", "1")[0] == 0
    assert "urgent" not in course.read(RECORD)


def test_next_fits_the_time(course: Course) -> None:
    assert "finish 2 texts" in course.tr("next", "--minutes", "60")[1]
    assert "finish 1 text " in course.tr("next", "--minutes", "2")[1]
    assert "paragraphs" in course.tr("next", "--minutes", "1")[1]


# --- whatever happens to files --------------------------------------------------


def test_a_site_with_errors_is_no_obstacle(course: Course) -> None:
    course.edit(ENGLISH_FILE, "an early question", "[an early question](99-nowhere.md)")
    course.edit(ENGLISH_FILE, "section: 1", "section: 1\nnonsense: 1")
    assert course.tr("ok", "1")[0] == 0
    assert course.tr()[0] == 0


def test_a_file_that_cannot_be_read_is_named(course: Course) -> None:
    (course.root / "content/es/02-write-it-down.md").write_bytes(b"---\ntitle: \xff\n---\n")
    code, out, err = course.tr()
    assert code == 1
    assert "02-write-it-down.md" in err
    assert "Ask early" in out
    assert "Write it down" not in out
    code, _, err = course.tr("show", "2")
    assert (code, "02-write-it-down.md" in err, "cannot be read" in err) == (2, True, True)


def test_renamed_lessons_keep_their_confirmations(course: Course) -> None:
    _confirmed(course)
    (course.root / ENGLISH_FILE).rename(course.root / "content/en/01-ask-sooner.md")
    _, out, _ = course.tr()
    assert "rename it to content/es/01-ask-sooner.md" in out
    (course.root / SPANISH_FILE).rename(course.root / "content/es/01-ask-sooner.md")
    assert set(_states(course).values()) == {"ok"}
    course.edit("content/en/01-ask-sooner.md", "three days", "five days")
    course.tr("ok", "1")
    assert not (course.root / RECORD).exists()
    assert (course.root / "content/es/.sync/01-ask-sooner.sync").exists()


def test_line_ends_and_marks_of_order_are_no_change(course: Course) -> None:
    _confirmed(course)
    for path in (ENGLISH_FILE, SPANISH_FILE, RECORD):
        course.write(path, "\ufeff" + course.read(path).replace("\n", "\r\n"))
    assert set(_states(course).values()) == {"ok"}
    course.edit(ENGLISH_FILE, "three days", "five days")
    course.tr("ok", "1")
    assert "\r\n" in course.read(RECORD)
    assert set(_states(course).values()) == {"ok"}


def test_a_damaged_record_is_kept_beside_the_new_one(course: Course) -> None:
    _confirmed(course)
    damaged = course.read(RECORD).replace("%% ", "?? ", 3) + "a note of mine\n"
    course.write(RECORD, damaged)
    code, _, err = course.tr("ok", "1")
    assert code == 0
    assert f"{RECORD}~" in err
    assert course.read(f"{RECORD}~") == damaged
    assert set(_states(course).values()) == {"ok"}


def test_one_language_has_nothing_to_translate(course: Course) -> None:
    (course.root / SPANISH_FILE).unlink()
    assert course.tr() == (
        0,
        "This project has one language: there is nothing to translate.\n",
        "",
    )
    assert course.tr("ok", "--all")[0] == 2


# --- with git -------------------------------------------------------------------


def test_git_says_why_and_who(course: Course) -> None:
    course.git("init", "--quiet")
    course.git("config", "user.name", "Ana Git")
    course.tr("ok", "1")
    assert "Ana Git" in course.read(RECORD)
    course.git("add", "--all")
    course.git("commit", "--quiet", "--message", "First version")
    course.edit(ENGLISH_FILE, "three days", "five days")
    assert "why: not committed yet" in course.tr("show", "1")[1]
    course.git("commit", "--quiet", "--all", "--message", "We counted again")
    assert "why: We counted again" in course.tr("show", "1")[1]


def test_cost_counts_uncommitted_edits_only(course: Course) -> None:
    assert course.tr("cost")[0] == 2
    course.git("init", "--quiet")
    course.git("add", "--all")
    course.git("commit", "--quiet", "--message", "First version")
    assert "cost no translation" in course.tr("cost")[1]
    course.edit(
        ENGLISH_FILE, "\n## What", "\nSeven more words for whoever translates this.\n\n## What"
    )
    code, out, _ = course.tr("cost")
    assert code == 0
    assert "your edits cost 7 words" in out
    course.git("commit", "--quiet", "--all", "--message", "Seven words")
    assert "cost no translation" in course.tr("cost")[1]
