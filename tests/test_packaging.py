"""What pip installs is complete: the package, its types, and the bundled theme."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.tools import ROOT

LESSON = """---
title: One
lesson: 1
section: Start
slug: one
takeaways: [Look, Listen, Learn]
---
Words.
"""


def build(kind: str, folder: Path, *, source: Path) -> Path:
    """Return the archive of this kind (wheel or sdist) that the build backend makes."""
    command: list[str | Path] = [sys.executable, "-m", "hatchling", "build", "-t", kind]
    subprocess.run([*command, "-d", folder], cwd=source, check=True, capture_output=True)
    (archive,) = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"), source=ROOT)


def files_below(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}


def test_the_wheel_holds_the_package_and_the_theme(wheel: Path) -> None:
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    package = {name.removeprefix("src/") for name in files_below(ROOT / "src" / "lessongen")}
    theme = {f"lessongen/{name}" for name in files_below(ROOT / "templates")}
    assert "lessongen/py.typed" in package
    assert names == package | theme


def test_the_sdist_can_make_the_wheel_again(tmp_path: Path, wheel: Path) -> None:
    sdist = build("sdist", tmp_path / "sdist", source=ROOT)
    subprocess.run(["tar", "-xzf", sdist, "-C", tmp_path], check=True)
    (source,) = tmp_path.glob("lessongen-*")
    again = build("wheel", tmp_path / "again", source=source)
    assert sorted(ZipFile(again).namelist()) == sorted(ZipFile(wheel).namelist())


def test_the_unpacked_wheel_builds_a_site(tmp_path: Path, wheel: Path) -> None:
    installed, project = tmp_path / "installed", tmp_path / "project"
    ZipFile(wheel).extractall(installed)
    (project / "content" / "en").mkdir(parents=True)
    (project / "content" / "en" / "01-one.md").write_text(LESSON, encoding="utf-8")
    command: list[str | Path] = [sys.executable, "-m", "lessongen", "--project", project, "build"]
    environment = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert (project / "site" / "en" / "one" / "index.html").exists()
