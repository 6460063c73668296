"""The built test projects, one for each name, and servers for them."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack

import pytest

from tests.checkers.server import serve
from tests.checkers.site import BuiltSite
from tests.languages.projects import NAMES, build


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, BuiltSite]:
    """The finished sites by the name of their project."""
    return {name: build(name, tmp_path_factory.mktemp("language")).site for name in NAMES}


@pytest.fixture(scope="session")
def addresses(sites: Mapping[str, BuiltSite]) -> Iterator[Mapping[str, str]]:
    """The addresses of the sites, each served below a sub-path with its own headers."""
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(serve(site.folder, below="/course/"))
            for name, site in sites.items()
        }
