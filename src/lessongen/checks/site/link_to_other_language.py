"""A link that leads readers out of their language without need."""

import posixpath
from collections.abc import Iterator, Mapping

from lessongen.model.document import Link
from lessongen.model.problem import Problem, Severity
from lessongen.model.site import Node, ResolvedLink, Site

CODE = "link-to-other-language"
SEVERITY: Severity = "warning"


def check(site: Site) -> Iterator[Problem]:
    """A problem for each link to another language's page that exists in the linking one too.

    Right are links from a page to its own translations, and links that carry `lang` or
    `hreflang`: they are meant.
    """
    keys = _keys_by_permalink(site)
    for node in site.own_nodes():
        for link, resolved in zip(node.document.body.links, node.links, strict=True):
            permalink = _permalink(resolved, site.settings.base_url)
            key = keys.get(permalink) if permalink else None
            twin = None if key is None else site.editions[node.locale].nodes.get(key)
            if twin is not None and _leads_away(link, permalink, node, twin):
                yield _problem(link, resolved, node, twin)


def _keys_by_permalink(site: Site) -> Mapping[str, str]:
    return {
        node.route.permalink: key
        for edition in site.editions.values()
        for key, node in edition.nodes.items()
    }


def _permalink(resolved: ResolvedLink, base_url: str) -> str:
    """The page of this site that the link leads to, also by its full address; else nothing."""
    if resolved.kind == "page":
        return resolved.href if resolved.locale else ""
    if resolved.kind == "external" and base_url and resolved.href.startswith(base_url):
        path = resolved.href.removeprefix(base_url).partition("#")[0].partition("?")[0]
        return "/" + path.removesuffix("index.html").rstrip("/") + "/"
    return ""


def _leads_away(link: Link, permalink: str, node: Node, twin: Node) -> bool:
    deliberate = any(name in ("lang", "hreflang") for name, _ in link.attributes)
    return (
        not deliberate
        and not twin.borrowed
        and twin.route.permalink != permalink
        and twin.source != node.source
    )


def _problem(link: Link, resolved: ResolvedLink, node: Node, twin: Node) -> Problem:
    folder = posixpath.dirname(node.document.path)
    fragment = resolved.fragment or link.target.partition("#")[2]
    fix = posixpath.relpath(twin.document.path, folder) + (f"#{fragment}" if fragment else "")
    return Problem(
        code=CODE,
        severity=SEVERITY,
        message=f'"{link.target}" leads to another language, but "{twin.title}" exists in'
        f' "{node.locale}"',
        span=link.span,
        hint=f"link to {fix}",
        related=(twin.document.span,),
    )
