"""What is kept of the pages whose numbers change with any text."""

from lessongen.model.value import value
from lessongen.model.view_translations import TranslationsView


@value
class Dashboard:
    """A page of the translators' dashboard, whose numbers change with any text."""

    output: str
    locale: str
    view: TranslationsView
