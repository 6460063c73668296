"""Small artifacts, and what is known of them."""

from collections.abc import Mapping

from lessongen.build.digest import Digester, digest_of_bytes
from lessongen.model.artifact import Artifact, Change, Plan, Written
from lessongen.model.problem import Problem
from lessongen.model.source import Span


def artifact(path: str, *sources: str, **data: object) -> Artifact:
    """An artifact whose bytes are its data's text."""
    return Artifact(
        path=path, data=data, produce=lambda: repr(sorted(data.items())).encode(), sources=sources
    )


def content_digest(each: Artifact) -> str:
    """The digest of its bytes."""
    return digest_of_bytes(each.produce())


def written(*artifacts: Artifact) -> Mapping[str, Written]:
    """What a build that wrote these knows of them."""
    digester = Digester()
    return {
        each.path: Written(
            key=digester.digest(each.data),
            fields=digester.fields(each.data),
            digest=content_digest(each),
        )
        for each in artifacts
    }


def listed(*artifacts: Artifact) -> Mapping[str, frozenset[str]]:
    """The manifest of a build that wrote these."""
    return {each.path: frozenset({content_digest(each)}) for each in artifacts}


def present(*artifacts: Artifact) -> Mapping[str, str]:
    """The output folder with just these."""
    return {each.path: content_digest(each) for each in artifacts}


def change(each: Artifact, *reasons: str) -> Change:
    """The change that writes it."""
    digester = Digester()
    key, fields = digester.digest(each.data), digester.fields(each.data)
    return Change(artifact=each, reasons=reasons or ("new",), key=key, fields=fields)


def plan(*changes: Change, keep: tuple[str, ...] = (), delete: tuple[str, ...] = ()) -> Plan:
    """A plan that writes these."""
    return Plan(write=changes, keep=keep, delete=delete)


def problem(code: str, path: str = "content/en/01-x.md", **more: object) -> Problem:
    """A problem with a place."""
    values: dict[str, object] = {"severity": "warning", "message": "something is wrong", **more}
    return Problem(code=code, span=Span(path=path), **values)  # type: ignore[arg-type]
