"""Progress as a file (S7): saved, cleared, loaded again; a file of something else is refused."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

NAME = "lessongen:/course/:progress"
HERE = {
    "read": {"01-have-a-mentor": "2026-06-02", "02-say-i-dont-know": "2026-06-03"},
    "cards": {"01-have-a-mentor#steps": {"step": 1, "seen": "2026-06-03", "due": "2026-06-06"}},
}
THERE = {
    "format": "lessongen-progress",
    "version": 1,
    "read": {"01-have-a-mentor": "2026-06-01", "03-ask-for-feedback": "2026-06-04"},
    "cards": {
        "01-have-a-mentor#steps": {"step": 2, "seen": "2026-06-06", "due": "2026-06-13"},
        "02-say-i-dont-know#x": {"step": 0, "seen": "2026-06-06", "due": "2026-06-07"},
    },
}
REFUSED = "This file holds no progress that can be read. Nothing has changed."


def keep(page: Page, progress: object) -> None:
    page.goto("en/")
    page.evaluate(f"data => localStorage.setItem('{NAME}', JSON.stringify(data))", progress)
    page.reload()


def kept(page: Page) -> dict[str, Any]:
    stored: dict[str, Any] = page.evaluate(f"JSON.parse(localStorage.getItem('{NAME}'))")
    return stored


def load(page: Page, content: bytes) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Load from a file").press("Enter")
    chooser.value.set_files(
        {"name": "progress.json", "mimeType": "application/json", "buffer": content}
    )


def test_what_is_saved_can_be_cleared_and_loaded_again(page: Page) -> None:
    keep(page, HERE)
    before = kept(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").press("Enter")
    assert download.value.suggested_filename.startswith("progress-")
    file = Path(download.value.path())
    expect(page.locator(".progress").get_by_role("status")).to_have_text(
        "Your progress is in the file now."
    )
    page.get_by_role("button", name="Clear my progress").click()
    expect(page.locator(".stop-read")).to_have_count(0)
    load(page, file.read_bytes())
    expect(page.locator(".progress").get_by_role("status")).to_have_text(
        "The progress of the file has been added to yours."
    )
    expect(page.locator(".stop-read")).to_have_count(2)
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    assert kept(page) == {**before, "format": "lessongen-progress", "version": 1}


def test_a_file_is_added_to_what_is_here(page: Page) -> None:
    keep(page, HERE)
    load(page, json.dumps(THERE).encode())
    expect(page.locator(".stop-read")).to_have_count(3)
    assert kept(page)["read"] == {
        "01-have-a-mentor": "2026-06-01",  # the earlier day
        "02-say-i-dont-know": "2026-06-03",
        "03-ask-for-feedback": "2026-06-04",
    }
    assert kept(page)["cards"] == THERE["cards"]  # what was recalled later


def test_another_file_is_refused_with_a_message(page: Page) -> None:
    keep(page, HERE)
    before = kept(page)
    for content in (
        b"",
        b"\x89PNG\r\n",
        b"[1, 2]",
        b"null",
        json.dumps({**THERE, "format": "something"}).encode(),
        json.dumps({**THERE, "version": 2}).encode(),
        json.dumps({**THERE, "read": {"01-have-a-mentor": "yesterday"}}).encode(),
        json.dumps({**THERE, "cards": {"x#y": {"step": -1}}}).encode(),
        json.dumps(THERE).encode() + b" " * 1_000_000,
    ):
        page.reload()
        load(page, content)
        expect(page.locator(".progress").get_by_role("status")).to_have_text(REFUSED)
        assert kept(page) == before
