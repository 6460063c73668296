from markupsafe import Markup

from lessongen.model.catalog import CONTEXT_END, Catalog
from lessongen.rendering.localized import Localized
from lessongen.rendering.words import Words

CATALOG = Catalog(
    locale="es",
    forms={
        "By %(names)s": ("Por %(names)s",),
        "%(count)s text": ("%(count)s texto", "%(count)s textos"),
        f"page{CONTEXT_END}Tags": ("Etiquetas",),
        "<b> & 100%": ("<b> y 100%",),
        "wrong": ("%(nmae)s",),
    },
)
SPANISH = Words(CATALOG, Localized("es"))


def test_placeholders_are_filled_and_values_escaped() -> None:
    assert SPANISH.gettext("By %(names)s", names="A & B") == "Por A &amp; B"
    assert SPANISH.gettext("By %(names)s", names=Markup("<b>A</b>")) == "Por <b>A</b>"


def test_messages_are_text_not_markup() -> None:
    assert SPANISH.gettext("<b> & 100%") == "&lt;b&gt; y 100%"


def test_a_message_that_is_missing_comes_back() -> None:
    assert SPANISH.gettext("New words for %(names)s", names="Ana") == "New words for Ana"
    assert SPANISH.ngettext("one word", "%(count)s words", 1) == "one word"
    assert SPANISH.ngettext("one word", "%(count)s words", 2) == "2 words"


def test_a_context_tells_equal_messages_apart() -> None:
    assert SPANISH.pgettext("page", "Tags") == "Etiquetas"
    assert SPANISH.gettext("Tags") == "Tags"


def test_the_form_follows_the_count_which_is_written_as_numbers_are() -> None:
    said = [SPANISH.ngettext("%(count)s text", "%(count)s texts", n) for n in (0, 1, 2, 12345)]
    assert said == ["0 textos", "1 texto", "2 textos", "12.345 textos"]


def test_a_form_that_the_catalog_lacks_is_the_last_one_it_has() -> None:
    million = SPANISH.ngettext("%(count)s text", "%(count)s texts", 1_000_000)
    assert million == "1.000.000 textos"


def test_a_wrong_placeholder_spoils_nothing_but_its_words() -> None:
    assert SPANISH.gettext("wrong", name="Ana") == "%(nmae)s"
