"""A tiny site made by hand in which nothing is wrong: each proof breaks one thing in it."""

from collections.abc import Mapping
from pathlib import Path

from tests.checkers.site import BuiltSite

BASE = "https://lessons.example/course/"
PAGE = """<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="{root}icon.svg">
{head}</head>
<body><main><h1>{title}</h1>
{body}
</main></body></html>
"""
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


def page(title: str, body: str, *, lang: str = "en", head: str = "", root: str = "../") -> str:
    """Return a valid page with this body."""
    return PAGE.format(title=title, body=body, lang=lang, head=head, root=root)


def alternate_links(path_in_words: Mapping[str, str]) -> str:
    """Return the `link` elements that name these versions: language → path below the address."""
    link = '<link rel="alternate" hreflang="{}" href="{}{}">'
    return "\n".join(link.format(lang, BASE, path) for lang, path in path_in_words.items())


def _lesson(number: int, *, of: int) -> str:
    prev = f'<a rel="prev" href="../l{number - 1}/">back</a>' if number > 1 else ""
    following = f'<a rel="next" href="../l{number + 1}/">on</a>' if number < of else ""
    return page(f"Lesson {number}", f'<p id="p">Text.</p> {prev} {following}', root="../../")


def _list(title: str, *targets: str) -> str:
    return page(title, "".join(f'<p><a href="{t}">{t}</a></p>' for t in targets), root="../../")


def sound_files() -> dict[str, str]:
    """Return the files of an English site with one page of each kind."""
    overview = alternate_links({"en": "en/", "x-default": ""})
    leaf = page("Leaf", "<p>Text.</p>", root="../../../")
    return {
        "icon.svg": ICON,
        "index.html": page("Choose", '<p><a href="en/">English</a></p>', head=overview, root=""),
        "404.html": page("Lost", '<p><a href="/course/en/">Map</a></p>', root="/course/"),
        "en/404.html": page("Lost", '<p><a href="/course/en/#map">Map</a></p>', root="/course/"),
        "en/index.html": page("Map", '<p id="map"><a href="section-1/">1</a></p>', head=overview),
        "en/section-1/index.html": _list("One", "../l1/", "../l2/#p", "../"),
        "en/section-2/index.html": _list("Two", "../l3/", "../l1/"),
        "en/section-10/index.html": _list("Ten", "../l4/"),
        **{f"en/l{n}/index.html": _lesson(n, of=4) for n in (1, 2, 3, 4)},
        "en/about/index.html": page("About", "<p>Text.</p>", root="../../"),
        "en/takeaways/index.html": _list("Takeaways", "../l1/#p"),
        "en/people/index.html": _list("People", "ira/"),
        "en/people/ira/index.html": leaf,
        "en/articles/index.html": _list("Articles", "why/"),
        "en/articles/why/index.html": leaf,
        "en/tags/index.html": _list("Tags", "mentoring/"),
        "en/tags/mentoring/index.html": leaf,
        "en/all/index.html": _list("All", "../l1/"),
    }


def sound_site(folder: Path, changes: Mapping[str, str] | None = None) -> BuiltSite:
    """Write the sound site, with some files replaced or added, into a folder."""
    for name, text in {**sound_files(), **(changes or {})}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return BuiltSite(folder=folder, base_url=BASE)
