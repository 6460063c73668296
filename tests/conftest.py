"""Fixtures for all tests (the real site, a server for it, a browser) and the report on skips."""

import shutil
from collections import Counter
from collections.abc import Iterator

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from lessongen.shell.calls import Call
from tests.checkers.server import serve
from tests.checkers.site import BuiltSite
from tests.tools import REQUIRE_ALL, ROOT, requires

BASE_URL = "https://lessons.example/course/"
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# The same examples on every machine, so that a red test is red for everybody.
hypothesis.settings.register_profile("lessongen", derandomize=True, deadline=None)
hypothesis.settings.load_profile("lessongen")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The repository's own content, built cold in a folder of its own."""
    # Only here: the tests of a single room need no command line.
    from lessongen.cli import main

    project = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "content", project / "content")
    settings = ROOT / "lessongen.yaml"
    if settings.exists():
        shutil.copy(settings, project)
    output = project / "site"
    arguments = ["--project", str(project), "build", "--output", str(output)]
    assert main([*arguments, "--base-url", BASE_URL]) == 0
    return BuiltSite(folder=output, base_url=BASE_URL)


@pytest.fixture
def whole_builds(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """The calls that went the whole way; it fills while the test runs."""
    from lessongen.commands import run as whole_way

    calls: list[Call] = []
    run = whole_way.run

    def noted(call: Call, started: float) -> int:
        calls.append(call)
        return run(call, started)

    monkeypatch.setattr(whole_way, "run", noted)
    return calls


@pytest.fixture(scope="session")
def served_site(built_site: BuiltSite) -> Iterator[str]:
    """The address of the built site, served below a sub-path with its own headers."""
    with serve(built_site.folder, below="/course/") as address:
        yield address


# A module's own, not the session's: an open Playwright holds an event loop in this thread.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    chromium = requires("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that audit every page and that rewrite expected files."""
    parser.addoption(
        "--audit", action="store_true", help="every page, links by a second tool, Lighthouse"
    )
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what is printed and built into the expected files; review the diff",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests of the audit out of an everyday run."""
    if config.getoption("--audit"):
        return
    left_out = [item for item in items if item.get_closest_marker("audit")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that skipped something where everything is required."""
    if REQUIRE_ALL and skip_reasons(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say in one line what was skipped and how to get what it needs."""
    reasons = skip_reasons(config)
    if reasons:
        parts = (f"{count} × {reason}" for reason, count in sorted(reasons.items()))
        verb = "Skipped, but LESSONGEN_REQUIRE_ALL=1" if REQUIRE_ALL else "Skipped"
        terminalreporter.write_line(f"{verb}: {'; '.join(parts)}", yellow=True)


def skip_reasons(config: pytest.Config) -> Counter[str]:
    """Return how often each reason to skip was given in this run."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    reports = reporter.stats.get("skipped", []) if reporter else []
    return Counter(reason_of(report) for report in reports)


def reason_of(report: pytest.TestReport) -> str:
    """Return the reason that a skipped test gave."""
    detail = report.longrepr
    text = detail[2] if isinstance(detail, tuple) else str(detail)
    return text.removeprefix("Skipped: ")
