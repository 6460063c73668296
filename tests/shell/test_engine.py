import os
from pathlib import Path

import pytest

from lessongen.shell import engine
from lessongen.shell.engine import read_engine


def test_the_same_engine_has_the_same_digest() -> None:
    assert read_engine() == read_engine()


def test_every_module_and_every_library_counts() -> None:
    paths = [path for path, _, _ in read_engine().files]
    assert os.path.join(engine.PACKAGE, "parsing", "document.py") in paths
    assert os.path.join(engine.PACKAGE, "cli.py") in paths
    for package in ("markdown_it", "nh3", "babel", "jinja2", "yaml", "imagesize"):
        assert [path for path in paths if os.path.join(package, "__init__.py") in path]


def test_versions_are_told_from_the_folders_that_installers_leave(tmp_path: Path) -> None:
    names = ["nh3-0.3.8.dist-info", "PyYAML-6.0.3.dist-info", "nh3", "rich-14.dist-info"]
    for name in names:
        (tmp_path / name).mkdir()
    assert sorted(engine._versions(str(tmp_path))) == names[1::-1]


def test_another_python_is_another_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_engine()
    monkeypatch.setattr("lessongen.shell.engine.sys.version", "another")
    assert read_engine().digest != before.digest
    assert read_engine().templates != before.templates


def test_pillow_is_noticed_and_its_absence_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    with_pillow = read_engine()
    assert with_pillow.draws_cards
    without = {name: of for name, of in engine._PACKAGES.items() if name != "PIL"}
    monkeypatch.setattr(engine, "_PACKAGES", without)
    found = read_engine()
    assert not found.draws_cards
    assert found.digest != with_pillow.digest
    # Whatever is installed next changes the folder of the libraries: nothing is "unchanged" then.
    folders = [path for path, _, _ in found.files if os.path.isdir(path)]
    assert os.path.dirname(os.path.dirname(pytest.__file__)) in folders
