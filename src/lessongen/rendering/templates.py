"""Views and templates become text. jinja2 is loaded when the first page is rendered, not before."""

from collections.abc import Mapping, MutableMapping
from types import TracebackType
from typing import TYPE_CHECKING, cast

from lessongen.model.catalog import Catalog
from lessongen.model.problem import Problem
from lessongen.model.source import Span

if TYPE_CHECKING:
    from jinja2 import Environment

    from lessongen.model.view_frames import SiteView
    from lessongen.rendering.compiled import CompiledTemplates

FOLDER = "templates/"  # where a project's own templates lie, and the bundled ones in our own


class TemplateFailure(Exception):  # noqa: N818 it carries a problem, it is not an error of ours
    """A template that cannot be rendered: the mistake of whoever wrote it, as a problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Renderer:
    """Renders views with the theme's templates.

    `texts` are the templates by name ("pieces/map.html"), a project's own in place of the
    bundled ones; `assets` are the theme's other files: name → path in the output. Compiled
    templates are kept in `bytecode_directory`, a folder that exists, and `compiled` has what was
    read of it before; what Babel said is kept in `memo`, which the caller may store.
    """

    def __init__(
        self,
        texts: Mapping[str, str],
        catalogs: Mapping[str, Catalog],
        assets: Mapping[str, str] | None = None,
        *,
        bytecode_directory: str = "",
        compiled: "CompiledTemplates | None" = None,
        memo: MutableMapping[str, str] | None = None,
    ) -> None:
        self.assets: Mapping[str, str] = assets or {}
        self._texts = texts
        self._catalogs = catalogs
        self._bytecode_directory = bytecode_directory
        self._memo: MutableMapping[str, str] = {} if memo is None else memo
        self._compiled = compiled
        self._environments: dict[str, tuple[SiteView, Environment]] = {}
        self._digests: dict[str, str] = {}

    def render(self, template: str, page: object, site: object) -> str:
        """The text of a page, in the language of `site`, a `SiteView`.

        Raises `TemplateFailure` with a `template-error` for a mistake in a template.
        """
        try:
            return (
                self._environment(cast("SiteView", site)).get_template(template).render(page=page)
            )
        except Exception as error:
            problem = _problem(error, template, self._texts)
            if problem is None:
                raise
            raise TemplateFailure(problem) from error

    def autonym(self, locale: str) -> str:
        """The name of a language in itself, as it stands alone: "Español"."""
        from lessongen.rendering.localized import Localized
        from lessongen.rendering.markup import upper_first

        return upper_first(Localized(locale, self._memo).language_name(locale, locale))

    def closure_digest(self, template: str) -> str:
        """The digest of the template and of every template that it uses."""
        if template not in self._digests:
            from lessongen.rendering.closure import closure_digest  # many commands render no page

            self._digests[template] = closure_digest(template, self._texts)
        return self._digests[template]

    def _environment(self, site: "SiteView") -> "Environment":
        """The templates as the pages of one language see them."""
        known = self._environments.get(site.locale)
        if known is None or (known[0] is not site and known[0] != site):
            from lessongen.rendering.compiled import CompiledTemplates
            from lessongen.rendering.environment import make_environment

            if self._compiled is None:
                self._compiled = CompiledTemplates(self._bytecode_directory)
            environment = make_environment(
                self._texts, self._catalogs, site, self._compiled, self._memo
            )
            known = self._environments[site.locale] = (site, environment)
        return known[1]


def _problem(error: Exception, template: str, texts: Mapping[str, str]) -> Problem | None:
    """What is wrong in which template; None if no template has a part in it."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

    place = _last_place(error.__traceback__, texts)
    if isinstance(error, TemplateSyntaxError):
        message, hint = error.message or "syntax error", "correct the syntax of the template"
        place = (error.name or template, error.lineno)
    elif isinstance(error, TemplateNotFound):
        message, hint = f'no template "{error}"', "check the name, or add the file"
        place = place or (template, 1)
    elif isinstance(error, UndefinedError):
        message, hint = str(error.message), "docs/theme.md lists what each template gets"
    else:
        message, hint = f"{type(error).__name__}: {error}", "correct the expression"
    if place is None:
        return None
    name, line = place
    return Problem(
        code="template-error",
        severity="error",
        message=message,
        span=Span(path=FOLDER + name, line=max(line, 1)),
        hint=hint,
    )


def _last_place(trace: TracebackType | None, texts: Mapping[str, str]) -> tuple[str, int] | None:
    """The innermost template and line of a traceback: jinja2 rewrites it to name them."""
    from traceback import walk_tb  # 1 ms, and most templates have no mistake

    places = [
        (frame.f_code.co_filename.removeprefix(FOLDER), line)
        for frame, line in walk_tb(trace)
        if frame.f_code.co_filename.startswith(FOLDER)
    ]
    return next((place for place in reversed(places) if place[0] in texts), None)
