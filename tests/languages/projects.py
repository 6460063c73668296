"""The test projects in languages that lessongen does not bring, built by the real command."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.checkers.site import BuiltSite
from tests.tools import ROOT

PROJECTS = ROOT / "tests" / "cases" / "languages"
FRENCH = PROJECTS / "three" / "templates" / "messages" / "fr.po"
ARABIC = PROJECTS / "right-to-left" / "templates" / "messages" / "ar.po"
BASE_URL = "https://lessons.example/course/"
NAMES = ("three", "right-to-left", "from-spanish", "tags")


class Built(NamedTuple):
    """A finished site, and what the build said about its project."""

    site: BuiltSite
    said: str


def build(name: str, folder: Path, capture: pytest.CaptureFixture[str] | None = None) -> Built:
    """Return the site of a test project, built in a folder of its own."""
    from lessongen.cli import main

    project = folder / name
    shutil.copytree(PROJECTS / name, project)
    if name == "from-spanish":  # the French words are the same, and long
        messages = project / "templates" / "messages"
        messages.mkdir(parents=True)
        shutil.copy(FRENCH, messages)
    command = ["--project", str(project), "build", "--base-url", BASE_URL]
    assert main(command) == 0
    said = capture.readouterr().err if capture else ""
    return Built(BuiltSite(folder=project / "site", base_url=BASE_URL), said)
