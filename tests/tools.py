"""External programs that some tests need: where each is found, and how to get it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
NODE_MODULES = ROOT / "tools" / "node_modules"
LIGHTHOUSE = ROOT / "tools" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
REQUIRE_ALL = os.environ.get("LESSONGEN_REQUIRE_ALL") == "1"
WITH_NPM = "apt-get install npm, then make tools"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Tool(NamedTuple):
    """An external program or file: how to find it here, and what to say where it is missing."""

    find: Callable[[], Path | None]
    how: str


def on_path(*names: str) -> Callable[[], Path | None]:
    """Return a finder of the first of these programs that PATH knows."""

    def find() -> Path | None:
        found = (shutil.which(name) for name in names)
        return next((Path(path) for path in found if path), None)

    return find


def in_node_modules(relative: str) -> Callable[[], Path | None]:
    """Return a finder of a file that `make tools` installs."""

    def find() -> Path | None:
        path = NODE_MODULES / relative
        return path if path.exists() else None

    return find


def find_chromium() -> Path | None:
    """Return the browser named by CHROME_PATH, else the first one on PATH."""
    named = os.environ.get("CHROME_PATH")
    return Path(named) if named else on_path(*CHROMIUM_NAMES)()


def find_java() -> Path | None:
    """Return a java that runs: macOS has a stand-in of that name which only says it is missing."""
    java = on_path("java")()
    if java and not subprocess.run([java, "-version"], capture_output=True, check=False).returncode:
        return java
    return None


def find_pagefind() -> Path | None:
    """Return the program that makes search indexes, an extra of lessongen."""
    from lessongen.shell.indexer import find_indexer

    path = find_indexer()
    return Path(path) if path else None


def find_lighthouse() -> Path | None:
    """Return the Lighthouse command that `make tools` installs in a folder of its own."""
    return LIGHTHOUSE if LIGHTHOUSE.exists() else None


TOOLS: Mapping[str, Tool] = {
    "axe": Tool(in_node_modules("axe-core/axe.min.js"), WITH_NPM),
    "chromium": Tool(find_chromium, "apt-get install chromium, or name a Chrome in CHROME_PATH"),
    "commonmark-spec": Tool(in_node_modules("commonmark-spec/spec.txt"), WITH_NPM),
    "git": Tool(on_path("git"), "apt-get install git"),
    "java": Tool(find_java, "apt-get install default-jre-headless"),
    "lighthouse": Tool(find_lighthouse, WITH_NPM),
    "linkinator": Tool(in_node_modules(".bin/linkinator"), WITH_NPM),
    "msgfmt": Tool(on_path("msgfmt"), "apt-get install gettext"),
    "nginx": Tool(on_path("nginx", "/usr/sbin/nginx"), "apt-get install nginx"),
    "node": Tool(on_path("node"), "apt-get install nodejs npm"),
    "nu": Tool(in_node_modules("vnu-jar/build/dist/vnu.jar"), WITH_NPM),
    "pagefind": Tool(find_pagefind, 'pip install "lessongen[search]"'),
    "xmllint": Tool(on_path("xmllint"), "apt-get install libxml2-utils"),
}


def requires(name: str) -> Path:
    """Return where this tool is; without it the test is skipped, or fails where all must run."""
    tool = TOOLS[name]
    path = tool.find()
    if path is None:
        reason = f"needs {name} ({tool.how})"
        (pytest.fail if REQUIRE_ALL else pytest.skip)(reason)
    return path
