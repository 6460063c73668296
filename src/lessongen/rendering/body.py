"""The text of a document as templates write it, with the words of the theme's catalogs."""

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from lessongen.model.view_pieces import BodyView
from lessongen.rendering.filling import Phrases, fill_body, phrases_of


@pass_context
def fill(context: Context, body: BodyView) -> Markup:
    """The HTML of a body, as a filter for templates."""
    return Markup(fill_body(body, phrases_in(context, body.locale)))  # noqa: S704 made clean


def phrases_in(context: Context, own: str) -> Phrases:
    """The theme's part in texts of a language, said by the theme's catalogs."""
    name = context.environment.filters["language_name"]
    return phrases_of(own, context["gettext_in"], lambda locale: name(context, locale, own))
