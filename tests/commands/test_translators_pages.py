"""The pages for translators: what they say that the commands print, the commands print."""

import re
import shutil
from pathlib import Path

import pytest

from lessongen.cli import main
from tests.tools import ROOT

COURSE = ROOT / "tests" / "cases" / "translators"
PAGES = [("translators.md", "en"), ("translators.es.md", "es")]
PART = re.compile(
    r"```console\n(?P<console>.*?)```\n"
    r"|<!-- edit (?P<path>\S+)\n(?P<old>.*?)\n=>\n(?P<new>.*?)\n-->",
    re.DOTALL,
)


def _played(page: str, project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The page with the output of its commands as it is today."""

    def play(part: re.Match[str]) -> str:
        if part["console"] is None:
            file = project / part["path"]
            text = file.read_text(encoding="utf-8")
            assert part["old"] in text
            file.write_text(text.replace(part["old"], part["new"]), encoding="utf-8")
            return part[0]
        calls = re.findall(r"^\$ lessongen (.*)$", part["console"], re.MULTILINE)
        return "```console\n" + "\n".join(_said(call, project, capsys) for call in calls) + "```\n"

    return PART.sub(play, page)


def _said(call: str, project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    main(["--project", str(project), *call.split()])
    said = capsys.readouterr()
    return f"$ lessongen {call}\n{said.out}{said.err}"


@pytest.mark.parametrize(("name", "language"), PAGES)
def test_a_page_shows_what_the_commands_print(
    name: str,
    language: str,
    *,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793491200")  # 2026-11-01
    monkeypatch.delenv("COLUMNS", raising=False)
    project = tmp_path / "course"
    shutil.copytree(COURSE, project)
    path = ROOT / "docs" / name
    page = path.read_text(encoding="utf-8")
    played = _played(page, project, capsys)
    if request.config.getoption("--update-golden"):
        path.write_text(played, encoding="utf-8")
        return
    assert page == played
