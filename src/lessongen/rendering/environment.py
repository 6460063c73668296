"""The jinja2 environment of one language: what every template may use beside `page`."""

from collections.abc import Callable, Mapping, MutableMapping

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from lessongen.model.catalog import Catalog
from lessongen.model.view_beside import BesideView
from lessongen.model.view_frames import SiteView
from lessongen.model.view_pieces import BodyView
from lessongen.rendering.addresses import fragment_of
from lessongen.rendering.alphabet import alphabetical
from lessongen.rendering.cells_beside import CellsBeside
from lessongen.rendering.context import PageEnvironment
from lessongen.rendering.filling import fill_body, phrases_of
from lessongen.rendering.linked_data import json_ld
from lessongen.rendering.localized import Localized
from lessongen.rendering.mark_terms import mark_terms
from lessongen.rendering.markup import (
    below_headings,
    lower_headings,
    mark_here,
    name_tables,
    upper_first,
)
from lessongen.rendering.progress_filters import ProgressFilters
from lessongen.rendering.site_filters import SiteFilters, of_section
from lessongen.rendering.templates import FOLDER
from lessongen.rendering.words import WordsByLanguage

_IMPURE_GLOBALS = ("lipsum",)  # a page depends on its view and its templates, on nothing else
_IMPURE_FILTERS = ("random",)


def make_environment(
    texts: Mapping[str, str],
    catalogs: Mapping[str, Catalog],
    site: SiteView,
    compiled: BytecodeCache,
    memo: MutableMapping[str, str],
) -> Environment:
    """The templates with the words, dates, lists and numbers of the site's language.

    `site` is a global name: macros see it without being given it, so that a file of macros is
    run once for a language, not once for a page.
    """

    def source(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = texts.get(name)
        return None if text is None else (text, FOLDER + name, lambda: True)

    environment = PageEnvironment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    for name in _IMPURE_GLOBALS:
        environment.globals.pop(name, None)
    for name in _IMPURE_FILTERS:
        environment.filters.pop(name, None)
    environment.globals["site"] = site
    words = WordsByLanguage(catalogs, memo)
    own = words.of(site.locale)
    environment.add({**own.functions(), "gettext_in": words.gettext_in, "once": _once()})
    environment.filters |= _filters(own.localized, SiteFilters(site))
    environment.filters |= _filters_for_changes(site.locale, words)
    return environment


def _filters_for_changes(locale: str, words: WordsByLanguage) -> dict[str, Callable[..., object]]:
    """What a change of words changes: texts, by themselves and side by side, and numbers.

    It is written by code that needs no templates, since a page can be amended by it.
    """
    beside, progress = CellsBeside(locale, words), ProgressFilters(words.of(locale))

    def rows_beside(page: BesideView) -> Markup:
        return beside.rows(page.rows, page.own.body, page.other.body)

    def fill(body: BodyView) -> Markup:
        return Markup(fill_body(body, phrases_of(words.of(body.locale))))  # noqa: S704 made clean

    return {
        "fill": fill,
        "rows_beside": rows_beside,
        "cell_start": _of_this_language(beside.cell_start),
        "twin_start": _of_this_language(beside.twin_start),
        "bar": progress.bar,
        "work_left": progress.work_left,
    }


def _once() -> Callable[..., object]:
    """A function for templates: what a macro makes of the same arguments, made only once."""
    made: dict[tuple[object, ...], object] = {}
    last: dict[object, tuple[tuple[object, ...], object]] = {}

    def once(macro: Callable[..., object], *arguments: object) -> object:
        # One page after another gives a macro the very same map: to see that is quicker than to
        # look the map up, for which all of it is hashed.
        before = last.get(macro)
        if before is not None and before[0] == arguments:
            return before[1]
        key = (macro, *arguments)
        result = made.get(key)
        if result is None:
            result = made[key] = macro(*arguments)
        last[macro] = (arguments, result)
        return result

    return once


def _filters(localized: Localized, site: SiteFilters) -> dict[str, Callable[..., object]]:
    by_language = {
        name: _of_this_language(getattr(localized, name))
        for name in ("date", "number", "join_names", "language_name")
    }
    return {
        **by_language,
        "alphabetical": alphabetical,
        "below_headings": below_headings,
        "autonym": _of_this_language(lambda code: localized.language_name(code, code)),
        "fragment": fragment_of,
        "in_language": _of_this_language(site.in_language),
        "name_tables": name_tables,
        "json_ld": json_ld,
        "lower_headings": lower_headings,
        "mark_here": mark_here,
        "mark_terms": mark_terms,
        "of_section": of_section,
        "said": site.said,
        "upper_first": upper_first,
    }


def _of_this_language(method: Callable[..., object]) -> Callable[..., object]:
    """The method as a filter that jinja2 calls for every page.

    Without a context it would work out `{{ 3 | number }}` once, when it compiles the template,
    and the compiled template serves all languages.
    """

    @pass_context
    def filter_(_: Context, *arguments: object, **options: object) -> object:
        return method(*arguments, **options)

    return filter_
