"""The theme's files: the bundled ones, a project's own in place of those of the same name."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Templates by name ("pieces/map.html"), other files by their name below `assets/`."""

    templates: Mapping[str, str] = field(default_factory=dict)
    assets: Mapping[str, bytes] = field(default_factory=dict)
