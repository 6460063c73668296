"""Artifacts that cannot both be written."""

from collections.abc import Iterator, Sequence

from lessongen.build.places import folded, folders_of, is_reserved, is_safe
from lessongen.model.artifact import Artifact
from lessongen.model.problem import Problem
from lessongen.model.source import Span


def find_collisions(artifacts: Sequence[Artifact]) -> Iterator[Problem]:
    """A problem for each artifact that stands in another's way, or outside the output folder."""
    yield from _misplaced(artifacts)
    places = [folded(artifact.path) for artifact in artifacts]
    folders = folders_of(places)
    if len(set(places)) == len(places) and folders.isdisjoint(places):
        return
    first: dict[str, Artifact] = {}
    for place, artifact in zip(places, artifacts, strict=True):
        if place in first:
            yield _same_place(first[place], artifact)
        first.setdefault(place, artifact)
    for place, artifact in zip(places, artifacts, strict=True):
        for folder in folders_of([place]):
            if folder in first:
                yield _file_and_folder(first[folder], artifact)


def _misplaced(artifacts: Sequence[Artifact]) -> Iterator[Problem]:
    for artifact in artifacts:
        if not is_safe(artifact.path):
            yield _problem(artifact, f'"{artifact.path}" is no path inside the output folder')
        elif is_reserved(artifact.path):
            yield _problem(artifact, f'"{artifact.path}" is a name that lessongen uses itself')


def _same_place(first: Artifact, second: Artifact) -> Problem:
    message = f'{_made_from(first)} and {_made_from(second)} both make "{second.path}"'
    if first.path != second.path:
        message = (
            f'{_made_from(first)} makes "{first.path}" and {_made_from(second)} makes '
            f'"{second.path}", which is the same file on some systems'
        )
    return _problem(second, message, first)


def _file_and_folder(file: Artifact, inside: Artifact) -> Problem:
    message = (
        f'{_made_from(file)} makes the file "{file.path}", but {_made_from(inside)} '
        f'needs a folder of that name for "{inside.path}"'
    )
    return _problem(inside, message, file)


def _problem(artifact: Artifact, message: str, other: Artifact | None = None) -> Problem:
    return Problem(
        code="route-collision",
        severity="error",
        message=message,
        span=_span(artifact),
        hint="give one of them another slug or alias" if other else "use another slug or alias",
        related=(_span(other),) if other else (),
    )


def _made_from(artifact: Artifact) -> str:
    return f'"{artifact.sources[0]}"' if artifact.sources else "lessongen"


def _span(artifact: Artifact) -> Span:
    return Span(path=artifact.sources[0] if artifact.sources else artifact.path)
