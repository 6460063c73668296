"""The theme's files: the bundled ones, a project's own in place of those of the same name."""

from collections.abc import Mapping

from lessongen.model.value import field, value


@value
class Theme:
    """Templates by name ("pieces/map.html"), other files by their name below `assets/`."""

    templates: Mapping[str, str] = field(default_factory=dict)
    assets: Mapping[str, bytes] = field(default_factory=dict)
