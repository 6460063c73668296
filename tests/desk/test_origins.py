"""A bilingual folder that never had a record, in git: what its Spanish was made from."""

from lessongen.desk.desk import Desk
from lessongen.model.translation import DocumentReport
from tests.commands.course import RECORD
from tests.desk.conftest import Workplace

ENGLISH_FILE = "content/en/01-ask-early.md"
SPANISH_FILE = "content/es/01-ask-early.md"


def _commit(workplace: Workplace, message: str) -> None:
    workplace.git("add", "--all")
    workplace.git("commit", "--quiet", "--message", message)


def _with_history(workplace: Workplace) -> Workplace:
    workplace.git("init", "--quiet")
    _commit(workplace, "Both languages")
    workplace.edit(ENGLISH_FILE, "three days of work", "five days of work")
    workplace.write(
        ENGLISH_FILE, workplace.read(ENGLISH_FILE) + "\nAsk the person who did it before you.\n"
    )
    _commit(workplace, "We counted again")
    return workplace


def _report(workplace: Workplace) -> DocumentReport:
    return workplace.do(lambda desk: desk.report(desk.find("es", "1")))


def _states(workplace: Workplace) -> list[str]:
    return [unit.state for unit in _report(workplace).units]


def test_what_changed_since_is_told_from_what_nobody_has_confirmed(workplace: Workplace) -> None:
    report = _report(_with_history(workplace))
    assert report.state == "outdated"
    assert [unit.state for unit in report.units] == [*["unverified"] * 4, "changed", "new"]
    assert "three days" in (report.units[4].previous or "")
    assert not (workplace.root / RECORD).exists()


def test_the_commands_say_what_was_compared(workplace: Workplace) -> None:
    code, out, _ = _with_history(workplace).tr("show", "1")
    assert code == 0
    assert "No record: compared with the source of " in out
    assert "Both languages)" in " ".join(out.split())
    assert "why: We counted again" in out
    assert "costs [-three-]{+five+} days" in out
    for _ in range(2):  # the second answer is remembered
        code, out, _ = workplace.tr()
        assert "1 text has no record; git says which source it was made from." in out
        assert "outdated" in out
    assert "ok --all --as-made" in out


def test_ok_is_said_of_todays_english(workplace: Workplace) -> None:
    _with_history(workplace)
    assert workplace.tr("ok", "1")[0] == 1
    assert _states(workplace) == [*["ok"] * 5, "new"]
    assert "five days" in workplace.read(RECORD)


def test_numbers_mean_what_show_has_shown(workplace: Workplace) -> None:
    _with_history(workplace)
    assert workplace.tr("ok", "1", "--unit", "1,2")[0] == 0
    assert _states(workplace) == ["ok", "ok", "unverified", "unverified", "changed", "new"]
    assert "three days" in workplace.read(RECORD)


def test_as_made_confirms_what_was_translated_then(workplace: Workplace) -> None:
    _with_history(workplace)
    code, out, _ = workplace.tr("ok", "--all", "--as-made", "--by", "Ana")
    assert (code, "5 paragraphs confirmed, 1 still to translate." in out) == (1, True)
    assert _states(workplace) == [*["ok"] * 4, "changed", "new"]
    assert "three days" in workplace.read(RECORD)
    assert "has no record" not in workplace.tr()[1]
    assert workplace.tr("ok", "1", "--as-made")[1].startswith("Nothing to confirm")


def test_nothing_changed_since_is_as_without_git(workplace: Workplace) -> None:
    workplace.git("init", "--quiet")
    _commit(workplace, "Both languages")
    assert set(_states(workplace)) == {"unverified"}
    assert "No record: compared" not in workplace.tr("show", "1")[1]
    assert workplace.tr("ok", "1", "--as-made")[0] == 0
    assert set(_states(workplace)) == {"ok"}


def test_what_git_does_not_know_is_named(workplace: Workplace) -> None:
    code, _, err = workplace.tr("ok", "1", "--as-made")
    assert (code, f"{SPANISH_FILE}: git does not know" in err) == (1, True)
    assert workplace.tr("ok", "1", "--as-made", "--unit", "1")[0] == 2
    assert set(_states(workplace)) == {"unverified"}


def test_links_and_blocks_tell_an_older_source_from_a_newer_one(workplace: Workplace) -> None:
    """The translation was committed long after the English had gone on."""
    spanish = workplace.read(SPANISH_FILE)
    (workplace.root / SPANISH_FILE).unlink()
    workplace.git("init", "--quiet")
    _commit(workplace, "English only")
    old = "A late question costs three days of work that nobody needed."
    new = "It costs [12 hours](02-write-it-down.md).\n\n- Ask\n- Wait\n- Go on"
    workplace.edit(ENGLISH_FILE, old, new)
    _commit(workplace, "Another ending")
    workplace.write(SPANISH_FILE, spanish)
    _commit(workplace, "Spanish at last")

    def found(desk: Desk) -> str:
        origin = desk.origin(desk.find("es", "1"))
        return origin.commit.subject if origin else ""

    assert workplace.do(found) == "English only"
    assert set(_states(workplace)) > {"unverified", "new"}


def test_a_typo_in_the_spanish_brings_no_newer_source(workplace: Workplace) -> None:
    _with_history(workplace)
    workplace.edit(SPANISH_FILE, "a nadie le molesta", "a nadie molesta")
    _commit(workplace, "A typo")
    assert _states(workplace)[4] == "changed"


def test_a_site_is_built_without_asking_git(workplace: Workplace) -> None:
    """What `tr` found out by git is never what pages and the dashboard say."""
    _with_history(workplace)

    def standing(desk: Desk) -> str:
        place = desk.find("es", "1")
        desk.report(place)
        return desk.tracker.standing(place).state

    assert workplace.do(standing) == "unverified"
