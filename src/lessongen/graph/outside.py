"""Links that lead out of the site: to know them takes nothing but their target."""

from lessongen.model.site import ResolvedLink

_STARTS = ("http:", "https:", "mailto:", "tel:", "//")


def outside_link(target: str) -> ResolvedLink | None:
    """The link resolved, if it leads out of the site.

    >>> outside_link("02-lesson.md")
    >>> found = outside_link("mailto:ana@example.org")
    >>> found.kind, found.href
    ('external', 'mailto:ana@example.org')
    """
    target = target.strip()
    if not target.lower().startswith(_STARTS):
        return None
    return ResolvedLink(kind="external", href=target)
