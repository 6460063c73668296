import json
import sys
from pathlib import Path

import pytest

from lessongen.shell.indexer import IndexingError, find_indexer, indexer_files, make_index
from tests.tools import requires

LANGUAGES = ("en", "es", "fr", "ar", "gl", "es-419")
PAGES = [
    (
        f"{language}/{name}/index.html",
        f'<html lang="{language}"><body data-pagefind-body><h1>{name}</h1><p>mar {name}</p></body>',
    )
    for language in LANGUAGES
    for name in ("one", "dos", "niñez")
]


@pytest.fixture(scope="module")
def program() -> str:
    return str(requires("pagefind"))


def test_the_same_pages_give_the_same_bytes_in_whatever_order_they_come(program: str) -> None:
    first = make_index(program, PAGES)
    assert make_index(program, reversed(PAGES)) == first
    assert make_index(program, PAGES) == first


def test_every_language_has_its_index_also_one_that_pagefind_cannot_stem(program: str) -> None:
    files = make_index(program, PAGES)
    languages = json.loads(files["pagefind-entry.json"])["languages"]
    assert set(languages) == set(LANGUAGES)
    assert all(each["page_count"] == 3 for each in languages.values())
    assert languages["fr"]["wasm"] == "fr"
    assert {languages["gl"]["wasm"], "es"} <= {None, "unknown", "es"}
    for language in languages.values():
        assert f"pagefind.{language['hash']}.pf_meta" in files
        assert f"wasm.{language['wasm'] or 'unknown'}.pagefind" in files


def test_pagefinds_own_interfaces_are_left_out(program: str) -> None:
    names = {path for path in make_index(program, PAGES) if "/" not in path}
    assert {name for name in names if name.endswith((".js", ".css", ".json"))} == {
        "pagefind.js",
        "pagefind-worker.js",
        "pagefind-entry.json",
    }


def test_nobodys_settings_for_pagefind_count(
    program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    expected = make_index(program, PAGES)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "de")
    (tmp_path / "pagefind.toml").write_text('force_language = "de"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert make_index(program, PAGES) == expected


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho first >&2\necho 'no room' >&2\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(IndexingError, match=r"^no room$"):
        make_index(str(broken), PAGES)
    broken.write_text("no program", encoding="utf-8")
    with pytest.raises(IndexingError, match="it cannot be run"):
        make_index(str(broken), PAGES)


def test_the_program_is_the_installed_one_or_the_one_that_is_named(
    program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert find_indexer() == program
    named = tmp_path / "other"
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(named))
    assert not find_indexer()
    named.touch()
    assert find_indexer() == str(named)


def test_what_is_looked_at_changes_when_the_program_comes_or_is_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    libraries = tmp_path / "site-packages"
    libraries.mkdir()
    monkeypatch.setattr(sys, "path", [str(libraries)])
    before = list(indexer_files(""))
    assert [path for path, _, _ in before] == [str(libraries)]
    program = libraries / "pagefind"
    program.write_bytes(b"one")
    assert list(indexer_files("")) != before
    old = list(indexer_files(str(program)))
    program.write_bytes(b"another")
    assert list(indexer_files(str(program))) != old
