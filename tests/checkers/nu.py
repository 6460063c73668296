"""The Nu HTML checker over files, errors and warnings alike."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

# It reads the policy in <meta> wrongly, and does not know these parts of CSS yet.
IGNORED = ".*(Content Security Policy|container-type|container-name|view-transition).*"
OPTIONS = ("--format", "json", "--exit-zero-always", "--also-check-css", "--also-check-svg")


def nu_problems(java: Path, nu: Path, files: Sequence[Path]) -> Iterator[str]:
    """Yield every message of the checker about these pages, style sheets and pictures."""
    command: list[str | Path] = [java, "-jar", nu, *OPTIONS, "--filterpattern", IGNORED, *files]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    for message in json.loads(done.stderr)["messages"]:
        kind = message.get("subType", message["type"])
        file = Path(unquote(urlsplit(message.get("url", "")).path)).name
        place = f"{file}:{message.get('lastLine', 0)}"
        yield f"{place}: {kind}: {message['message']} ({message.get('extract', '').strip()})"
