"""What a translation takes over from its source, and where it contradicts it."""

from collections.abc import Iterator

from lessongen.graph.families import Family
from lessongen.model.document import Document, FrontMatter
from lessongen.model.problem import Problem
from lessongen.model.value import replaced

# A translation holds only what is translated. `section` is not in this list: in a translation
# it may be the section's title in that language, which the series settles.
_INHERITED = ("lesson", "collaborators", "tags", "published", "originally_published", "status")


def inherit(source: FrontMatter, own: FrontMatter) -> FrontMatter:
    """The translation's front matter with every non-text field of its source."""
    return replaced(
        own,
        lesson=source.lesson,
        section=source.section,
        collaborators=source.collaborators,
        tags=source.tags,
        published=source.published,
        originally_published=source.originally_published,
        status=source.status,
        updated=own.updated or source.updated,  # a translation has its own history
    )


def effective_front(family: Family, member: Document) -> FrontMatter:
    """The front matter of a family's member with everything inherited."""
    return member.front if member is family.source else inherit(family.source.front, member.front)


def contradictions(family: Family) -> Iterator[Problem]:
    """One problem for each field in which a translation says something else than its source."""
    for member in family.translations():
        for name in _INHERITED:
            own = getattr(member.front, name)
            if own is not None and own != _said(family.source.front, name):
                yield _contradiction(family.source, member, name)


def _said(front: FrontMatter, name: str) -> object:
    value = getattr(front, name)
    return "published" if name == "status" and value is None else value


def _contradiction(source: Document, member: Document, name: str) -> Problem:
    theirs = _said(source.front, name)
    said = _shown(theirs) if theirs is not None else "nothing"
    return Problem(
        code="contradiction",
        severity="error",
        message=f'"{name}" says {_shown(getattr(member.front, name))},'
        f' but its source "{source.path}" says {said}',
        span=member.span_of(name),
        hint=f'remove "{name}" here: a translation takes it from its source',
        related=(source.span_of(name),),
    )


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        named = (getattr(each, "person", "") or getattr(each, "name", "") or each for each in value)
        return "[" + ", ".join(str(each) for each in named) + "]"
    return f'"{value}"'
