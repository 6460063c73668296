"""The real site before tools that need minutes: only with --audit."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.checkers.site import BuiltSite
from tests.tools import requires

# Of 100; only the figure for speed wanders with the machine.
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
CHROME_FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking"
LIGHTHOUSE_OPTIONS = (
    "--quiet",
    "--output=json",
    f"--only-categories={','.join(LEAST)}",
    f"--chrome-flags={CHROME_FLAGS}",
)
# Other hosts are not ours to ask.
LINKINATOR_OPTIONS = (
    "--recurse",
    "--check-fragments",
    "--skip",
    r"^https?://(?!localhost|127\.)",
)

pytestmark = pytest.mark.audit


def test_linkinator_finds_no_broken_link(served_site: str) -> None:
    requires("node")
    command: list[str | Path] = [requires("linkinator"), served_site, *LINKINATOR_OPTIONS]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout


def test_lighthouse_is_content(
    served_site: str, built_site: BuiltSite, site_kinds: Mapping[str, Path], tmp_path: Path
) -> None:
    problems: list[str] = []
    for name, page in site_kinds.items():
        scores = lighthouse_scores(served_site + built_site.path(page), tmp_path / "report.json")
        if "noindex" in built_site.document(page).meta("robots"):
            del scores["seo"]  # a page that asks to be left out cannot score there
        problems += (
            f"{name}: {category} {score}"
            for category, score in scores.items()
            if score < LEAST[category]
        )
    assert not problems, "\n".join(problems)


def lighthouse_scores(url: str, report: Path) -> dict[str, int]:
    """Return Lighthouse's scores, of 100, for a page on a phone."""
    requires("node")
    command: list[str | Path] = [requires("lighthouse"), url, *LIGHTHOUSE_OPTIONS]
    environment = os.environ | {"CHROME_PATH": str(requires("chromium"))}
    subprocess.run([*command, f"--output-path={report}"], check=True, env=environment)
    data: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return {name: round(data["categories"][name]["score"] * 100) for name in LEAST}
