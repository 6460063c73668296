"""Which pages the tests of the real site look at: one of each kind, or with --audit all."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.checkers.kinds import kinds
from tests.checkers.site import BuiltSite


@pytest.fixture(scope="session")
def site_kinds(built_site: BuiltSite) -> Mapping[str, Path]:
    """One page of each kind, by its name, such as `es lesson`."""
    return kinds(built_site)


@pytest.fixture(scope="session")
def audited(
    request: pytest.FixtureRequest, built_site: BuiltSite, site_kinds: Mapping[str, Path]
) -> Mapping[str, Path]:
    """The pages to look at, by name."""
    if request.config.getoption("--audit"):
        return {built_site.name(page): page for page in built_site.pages}
    return site_kinds
