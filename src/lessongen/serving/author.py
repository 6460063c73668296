"""What only the author sees of a page: the bar, the problems, the script that keeps it fresh.

Added to the bytes of a page when it is served. Nothing of it is known to any build.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from lessongen.model.problem import Problem, has_errors
from lessongen.model.site import Site
from lessongen.model.source import Span
from lessongen.model.value import value
from lessongen.serving.build import Build, Shown
from lessongen.serving.problem_list import (
    LineOf,
    most_urgent,
    open_button,
    problem_items,
    summary_of,
)

_HEAD = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)
_WITHOUT_PAGE = (
    b'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">'
    b'<meta name="viewport" content="width=device-width, initial-scale=1">'
    b"<title>Problems</title></head>\n<body>\n<main>%s</main>\n</body>\n</html>\n"
)


@value
class Server:
    """What pages have to know of the server that sent them."""

    name: str  # of this run: another one has another token
    token: str


def problem_dialog(build: Build, line_of: LineOf) -> str:
    """The window with all problems of a build; empty if there are none."""
    if not build.problems and not build.trouble:
        return ""
    kept = most_urgent(build.problems)
    trouble = f"<pre>{escape(build.trouble.strip())}</pre>" if build.trouble else ""
    more = len(build.problems) - len(kept)
    rest = f'<p><a href="/_serve/problems/">and {more} more</a></p>' if more else ""
    return (
        '<dialog id="_serve.problems" aria-labelledby="_serve.title"'
        f"{' data-urgent' if build.has_errors else ''}>"
        f'<h2 id="_serve.title" tabindex="-1">{escape(headline(build))}</h2>'
        f"{trouble}{problem_items(kept, line_of)}{rest}"
        '<form method="dialog"><button>Hide (Escape)</button></form></dialog>'
    )


def headline(build: Build) -> str:
    """What is the matter, in one line."""
    if build.trouble and "Traceback" in build.trouble:
        return "lessongen itself has failed: this is a bug of ours"
    if build.trouble:
        return "The project cannot be read"
    counted = summary_of(build.problems)
    if not build.has_errors:
        return counted
    return f"{counted}: this page is as it was before" if build.pages else counted


def bar(build: Build, path: str, sources: Sequence[str], problems: Sequence[Problem]) -> str:
    """The bar of the page at a path: what the author should know of it."""
    shown = build.shown.get(path)
    parts = [*(_lesson_parts(build, shown) if shown else ()), _problem_part(build, problems)]
    if build.site is not None and shown is not None:
        parts += _translation_parts(build.site, shown)
    parts += [open_button(Span(path=source), f"Open {source}") for source in sources[:2]]
    if shown:
        parts.append('<button type="button" data-choose>Open a paragraph …</button>')
    items = "".join(f"<li>{part}</li>" for part in parts)
    return f'<ul class="_serve-bar">{items}</ul>'


def _lesson_parts(build: Build, shown: Shown) -> Iterator[str]:
    node = shown.node
    today = build.site.today if build.site else ""
    state: str = node.front.status or "published"
    if state == "published" and (node.front.published or "") > today:
        state = f"scheduled for {node.front.published}"
    yield f'<strong class="_serve-state">{escape(state)}</strong>'
    yield f"{node.minutes:.1f} min"


def _problem_part(build: Build, problems: Sequence[Problem]) -> str:
    """The problems of this page, and those of others."""
    here = f"{len(problems)} here" if problems else "none here"
    if not build.problems and not build.trouble:
        return "No problems"
    kind = "error" if has_errors(build.problems) or build.trouble else "warning"
    return (
        f'<a class="_serve-{kind}" href="/_serve/problems/" data-problems>'
        f"{len(build.problems)} problem{'' if len(build.problems) == 1 else 's'}</a> ({here})"
    )


def _translation_parts(site: Site, shown: Shown) -> Iterator[str]:
    """How the translations of this text stand, each with a link to the translator's desk."""
    own = shown.node.document.locale
    for locale, standings in site.standings.items():
        standing = standings.get(shown.key)
        if standing is not None and own in (locale, site.settings.source_language):
            address = f"/_translate/{locale}/{quote(shown.key)}/"
            words = f"{escape(locale)}: {standing.state}"
            yield f'<a href="{escape(address)}">{words}</a>'


def without_page(words: str) -> bytes:
    """A page for an address that has none to show."""
    return _WITHOUT_PAGE.replace(b"%s", f"<h1>{escape(words)}</h1>".encode())


def with_author_parts(html: bytes, parts: str, server: Server, version: str) -> bytes:
    """The page with the author's parts; everything else of it stays byte for byte."""
    script = (
        '<link rel="stylesheet" href="/_serve/author.css">'
        f'<script src="/_serve/author.js" defer data-lessongen="{version}" '
        f'data-server="{server.name}" data-token="{server.token}"></script>'
    ).encode()
    # First of all scripts: it has to see the page before others change it.
    head = _HEAD.search(html)
    at = head.end() if head else 0
    if not head and html[:15].lower() == b"<!doctype html>":
        at = 15
    aside = (
        '\n<aside id="_serve" lang="en" dir="ltr" aria-label="For the author">'
        f'{parts}<p role="status" id="_serve.said"></p></aside>\n'
    ).encode()
    end = html.lower().rfind(b"</body>")
    end = len(html) if end < at else end
    return html[:at] + script + html[at:end] + aside + html[end:]
