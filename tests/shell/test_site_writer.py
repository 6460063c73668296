"""Pages are old or new at every moment, and the next build is right, whenever one was killed."""

import os
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from lessongen.build.digest import Digester, digest_of_bytes
from lessongen.build.manifest import NAME, manifest_text
from lessongen.build.plan import plan_build
from lessongen.build.settle import Settlement, settle
from lessongen.model.artifact import Artifact, Written
from lessongen.model.problem import Problem
from lessongen.shell.contents import Contents
from lessongen.shell.files import ChangedWhileReadingError
from lessongen.shell.output_files import find_obstacles, look_at, reachable, read_listed
from lessongen.shell.site_writer import Disk, write_site
from lessongen.shell.usage import UsageError

Site = Mapping[str, str]  # text by path

OLD: Site = {
    "index.html": "old chooser",
    "en/index.html": "old overview",
    "en/a/index.html": "old a",
    "en/gone/index.html": "gone",
    "en/deep/er/index.html": "deep",
    "old": "a file that becomes a folder",
    "alias/index.html": "a folder that becomes a file",
    "robots.txt": "the same",
}
NEW: Site = {
    "index.html": "new chooser",
    "en/index.html": "new overview",
    "en/a/index.html": "new a",
    "en/b/index.html": "new b",
    "old/index.html": "now below",
    "alias": "now a file",
    "robots.txt": "the same",
}


class KilledError(BaseException):
    """The process is gone."""


class DyingDisk(Disk):
    """A disk under a process that dies after so many steps; of a write only half is done."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def _step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise KilledError

    def write(self, path: str, content: bytes) -> None:
        """Write, or half of it."""
        if self.steps == 0:
            super().write(path, content[: len(content) // 2])
        self._step()
        super().write(path, content)

    def copy(self, source: str, path: str) -> str:
        """Copy."""
        self._step()
        return super().copy(source, path)

    def replace(self, path: str, target: str) -> None:
        """Replace."""
        self._step()
        super().replace(path, target)

    def remove(self, path: str) -> None:
        """Remove."""
        self._step()
        super().remove(path)

    def make_folder(self, path: str) -> None:
        """Make a folder."""
        self._step()
        super().make_folder(path)

    def remove_folder(self, path: str) -> None:
        """Remove a folder."""
        self._step()
        super().remove_folder(path)


class Builder:
    """What a command does around the writer, with what it remembers."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.written: Mapping[str, Written] = {}

    def settle(self, site: Site) -> tuple[Settlement, tuple[Problem, ...]]:
        """What would be done, and what speaks against it."""
        artifacts = [
            Artifact(path=path, data={"text": text}, produce=text.encode)
            for path, text in site.items()
        ]
        output = str(self.output)
        listed = read_listed(output)
        present = look_at(output, [*site, *listed], {}).digests
        planned = plan_build(artifacts, written=self.written, manifest=listed, present=present)
        plan = replace(planned.value, delete=reachable(output, planned.value.delete))
        digests = {
            change.artifact.path: digest_of_bytes(change.artifact.produce())
            for change in plan.write
        }
        settled = settle(
            plan,
            digests,
            new={path: Digester().both({"text": text}) for path, text in site.items()},
            written=self.written,
            manifest=listed,
            present=present,
            obstacles=find_obstacles(output, digests),
        )
        return settled.value, (*planned.problems, *settled.problems)

    def build(self, site: Site, disk: Disk | None = None) -> Settlement:
        """Do it."""
        settlement, problems = self.settle(site)
        assert problems == ()
        made = contents_of(self.output, site)
        write_site(str(self.output), settlement, listed_in(self.output), made, {}, disk=disk)
        made.drop()
        self.written = settlement.written
        return settlement


def contents_of(output: Path, site: Site) -> Contents:
    made = Contents(str(output), {})
    for path, text in site.items():
        made.take(path, made.put(path, text.encode()))
    return made


def listed_in(output: Path) -> Mapping[str, frozenset[str]]:
    return read_listed(str(output))


def tree(output: Path) -> dict[str, str]:
    """Every file of the output, lessongen's own manifest aside."""
    return {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name != NAME
    }


def folders(output: Path) -> set[str]:
    return {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_dir()}


def manifest_is_right(output: Path) -> bool:
    expected = {path: [digest_of_bytes(text.encode())] for path, text in tree(output).items()}
    return (output / NAME).read_text(encoding="utf-8") == manifest_text(expected)


def test_a_site_is_written_and_listed(tmp_path: Path) -> None:
    Builder(tmp_path / "site").build(OLD)
    assert tree(tmp_path / "site") == OLD
    assert manifest_is_right(tmp_path / "site")


def test_a_site_is_replaced_and_nothing_stale_is_left(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.build(OLD)
    settlement = builder.build(NEW)
    assert tree(tmp_path) == NEW
    assert manifest_is_right(tmp_path)
    assert folders(tmp_path) == {"en", "en/a", "en/b", "old"}
    assert "robots.txt" not in settlement.write


def test_a_build_with_nothing_to_do_touches_nothing(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.build(OLD)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    builder.build(OLD, DyingDisk(1))  # it may make sure of the folder, and no more
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(("remembers", "held"), [(True, 1 << 20), (False, 20)])
def test_killed_at_any_step_every_page_is_old_or_new_and_the_next_build_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int, *, remembers: bool
) -> None:
    monkeypatch.setattr("lessongen.shell.contents._MOST_HELD", held)
    for steps in count():
        output = tmp_path / str(steps)
        builder = Builder(output)
        builder.build(OLD)
        try:
            builder.build(NEW, DyingDisk(steps))
            break
        except KilledError:
            pass
        for path, text in tree(output).items():
            if not os.path.basename(path).startswith(".lessongen-tmp-"):
                assert text in (OLD.get(path), NEW.get(path)), (steps, path)
        for path in OLD.keys() & NEW.keys():
            assert (output / path).is_file(), (steps, path)
        if not remembers:
            builder.written = {}
        builder.build(NEW)
        assert tree(output) == NEW, steps
        assert manifest_is_right(output), steps
        assert folders(output) == {"en", "en/a", "en/b", "old"}, steps
    assert steps > 25


def test_killed_in_the_first_build_the_next_one_is_right(tmp_path: Path) -> None:
    for steps in count():
        output = tmp_path / str(steps)
        try:
            Builder(output).build(NEW, DyingDisk(steps))
            break
        except KilledError:
            pass
        for path, text in tree(output).items():
            assert text == NEW.get(path) or ".lessongen-tmp-" in path, (steps, path)
        Builder(output).build(NEW)
        assert tree(output) == NEW, steps
        assert manifest_is_right(output), steps


def test_killed_and_then_turned_back_the_old_site_is_right(tmp_path: Path) -> None:
    for steps in count():
        output = tmp_path / str(steps)
        builder = Builder(output)
        builder.build(OLD)
        try:
            builder.build(NEW, DyingDisk(steps))
            break
        except KilledError:
            pass
        builder.build(OLD)
        assert tree(output) == OLD, steps
        assert manifest_is_right(output), steps


# --- what is not ours --------------------------------------------------------


def test_files_that_lessongen_did_not_write_stay(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.build(OLD)
    (tmp_path / "CNAME").write_text("example.org", encoding="utf-8")
    (tmp_path / "en" / "gone" / "mine.txt").write_text("mine", encoding="utf-8")
    builder.build(NEW)
    assert tree(tmp_path) == {**NEW, "CNAME": "example.org", "en/gone/mine.txt": "mine"}


def test_a_foreign_file_at_a_pages_place_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")
    _, problems = Builder(tmp_path).settle(NEW)
    assert [(each.code, each.span.path) for each in problems] == [
        ("foreign-file", "site/index.html")
    ]


def test_a_stale_page_that_was_changed_by_hand_stays_and_is_said_each_time(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.build(OLD)
    (tmp_path / "en" / "gone" / "index.html").write_text("by hand", encoding="utf-8")
    for _ in range(2):
        settlement, problems = builder.settle(NEW)
        assert [each.code for each in problems] == ["stale-file"]
        made = contents_of(tmp_path, NEW)
        write_site(str(tmp_path), settlement, listed_in(tmp_path), made, {})
    assert tree(tmp_path)["en/gone/index.html"] == "by hand"


def test_nothing_is_written_or_deleted_through_a_link(tmp_path: Path) -> None:
    builder = Builder(tmp_path / "site")
    builder.build(OLD)
    (tmp_path / "site" / "en").rename(tmp_path / "elsewhere")
    (tmp_path / "site" / "en").symlink_to("../elsewhere")
    (tmp_path / "elsewhere" / "gone" / "index.html").unlink()
    before = (tree(tmp_path / "elsewhere"), folders(tmp_path / "elsewhere"))
    settlement, problems = builder.settle(NEW)
    assert {each.code for each in problems} == {"foreign-file"}
    assert "en/deep/er/index.html" not in settlement.delete
    nothing_to_write = settlement._replace(write=())
    nothing = contents_of(tmp_path, {})
    write_site(str(tmp_path / "site"), nothing_to_write, listed_in(tmp_path / "site"), nothing, {})
    assert (tree(tmp_path / "elsewhere"), folders(tmp_path / "elsewhere")) == before


def test_a_link_at_a_pages_place_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "robots.txt").symlink_to("../precious")
    _, problems = Builder(tmp_path / "site").settle(NEW)
    assert [each.code for each in problems] == ["foreign-file"]


def test_a_listed_path_that_leads_out_is_never_touched(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious", encoding="utf-8")
    (tmp_path / "site").mkdir()
    digest = digest_of_bytes(b"precious")
    (tmp_path / "site" / NAME).write_text(
        f"{digest}  ../precious\n{digest}  {precious}\n", encoding="utf-8"
    )
    Builder(tmp_path / "site").build(NEW)
    assert precious.exists()
    assert manifest_is_right(tmp_path / "site")


def test_empty_folders_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "alias" / "empty").mkdir(parents=True)
    Builder(tmp_path).build(NEW)
    assert tree(tmp_path) == NEW


def test_leftovers_of_an_interrupted_build_are_removed(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.build(OLD)
    for folder in (tmp_path, tmp_path / "en", tmp_path / "en" / "a"):
        (folder / ".lessongen-tmp-123-4").write_text("half", encoding="utf-8")
    builder.build(NEW)
    assert tree(tmp_path) == NEW


# --- copies and trouble ------------------------------------------------------


def settlement_of(path: str, content: bytes) -> Settlement:
    listed = {path: frozenset({digest_of_bytes(content)})}
    return Settlement(write=(path,), before=listed, after=listed)


def test_a_file_is_copied(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(b"x" * 3_000_000)
    output = str(tmp_path / "site")
    copies = {"assets/p.jpg": str(tmp_path / "photo")}
    settlement = settlement_of("assets/p.jpg", b"x" * 3_000_000)
    write_site(output, settlement, {}, contents_of(tmp_path, {}), copies)
    assert (tmp_path / "site" / "assets" / "p.jpg").read_bytes() == b"x" * 3_000_000


def test_a_file_that_changed_meanwhile_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(b"new")
    with pytest.raises(ChangedWhileReadingError):
        write_site(
            str(tmp_path / "site"),
            settlement_of("p.jpg", b"old"),
            {},
            contents_of(tmp_path, {}),
            {"p.jpg": str(tmp_path / "photo")},
        )
    assert tree(tmp_path / "site") == {}


def test_a_folder_that_cannot_be_written_is_said_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    made = contents_of(tmp_path, {"a": "x"})
    with pytest.raises(UsageError, match="cannot write"):
        write_site(str(tmp_path / "file" / "site"), settlement_of("a", b"x"), {}, made, {})


def test_a_name_that_is_too_long_is_said_without_a_traceback(tmp_path: Path) -> None:
    path = "x" * 300 + ".html"
    made = contents_of(tmp_path, {path: "x"})
    with pytest.raises(UsageError, match="cannot write"):
        write_site(str(tmp_path), settlement_of(path, b"x"), {}, made, {})


class OtherDisk(Disk):
    """A disk on which `assets/` is another one."""

    def replace(self, path: str, target: str) -> None:
        """Replace."""
        if "/assets/" in target and "/assets/" not in path:
            raise OSError(18, "Invalid cross-device link", path, None, target)
        super().replace(path, target)


@pytest.mark.parametrize("held", [0, 100])
def test_a_folder_on_another_disk_is_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    monkeypatch.setattr("lessongen.shell.contents._MOST_HELD", held)
    made = contents_of(tmp_path, {"assets/s.css": "body{}"})
    settlement = settlement_of("assets/s.css", b"body{}")
    write_site(str(tmp_path), settlement, {}, made, {}, disk=OtherDisk())
    made.drop()
    assert tree(tmp_path) == {"assets/s.css": "body{}"}
