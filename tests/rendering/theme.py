"""The bundled theme, and pages rendered with it."""

from collections.abc import Mapping
from functools import cache

from lessongen.messages import read_catalog
from lessongen.model.catalog import Catalog
from lessongen.rendering.templates import Renderer
from tests.tools import ROOT

TEMPLATES = ROOT / "templates"
ASSETS = {
    path.name: "favicon.svg"
    if path.stem == "favicon"
    else f"assets/{path.stem}.1a2b3c4d{path.suffix}"
    for path in sorted((TEMPLATES / "assets").iterdir())
}


@cache
def bundled_templates() -> Mapping[str, str]:
    """The theme's templates by name."""
    return {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(TEMPLATES.rglob("*.html"))
    }


@cache
def bundled_catalog(locale: str) -> Catalog:
    """The theme's words in a language; none for a language that it does not speak."""
    path = TEMPLATES / "messages" / f"{locale}.po"
    texts = [path.read_text(encoding="utf-8")] if path.exists() else []
    return read_catalog(locale, texts).value


def renderer(*locales: str, **own: str) -> Renderer:
    """The bundled theme in these languages; `own` are templates that a project has of its own."""
    texts = {**bundled_templates(), **{f"{name}.html": text for name, text in own.items()}}
    catalogs = {locale: bundled_catalog(locale) for locale in locales or ("en", "es")}
    return Renderer(texts, catalogs, ASSETS)
