import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessongen.model.problem import Outcome
from lessongen.model.settings import FooterLink, Settings
from lessongen.model.source import SourceFile
from lessongen.settings import normal_base_url, read_settings

EN_ES = ("en", "es")


def read(text: str, languages: tuple[str, ...] = EN_ES) -> Outcome[Settings]:
    """The settings that a file with this text gives a project with these languages."""
    return read_settings(SourceFile(path="lessongen.yaml", text=text, digest=""), languages)


def fine(text: str, languages: tuple[str, ...] = EN_ES) -> Settings:
    """The settings, which have no problem."""
    outcome = read(text, languages)
    assert not outcome.problems
    return outcome.value


def test_every_setting_has_a_default() -> None:
    expected = Settings(languages=EN_ES)
    assert read_settings(None, EN_ES) == Outcome(value=expected)
    assert fine("") == expected
    assert fine("# nothing\n") == expected


def test_every_setting_can_be_set() -> None:
    text = """\
base_url: https://example.org/course
source_language: es
languages: [en, es]
time_zone: America/Mexico_City
words_per_minute: {en: 200}
three_minutes: 4
untranslated: fallback
dashboard: no
remote_images: allow
links:
  en: [{text: About, url: /en/about/}]
contact: {en: mailto:a@example.org, es: https://example.org/escribe}
invitation: {es: Escríbenos.}
edit_url: https://example.org/edit/{path}
treatment: {es: tú}
quotes: {es: «»“”, en: “”}
problems: {missing-alt: error, no-break-spaces: off}
"""
    assert fine(text) == Settings(
        languages=("es", "en"),
        base_url="https://example.org/course/",
        time_zone="America/Mexico_City",
        words_per_minute={"en": 200},
        three_minutes=4.0,
        untranslated="fallback",
        dashboard=False,
        remote_images="allow",
        links={"en": (FooterLink(text="About", url="/en/about/"),)},
        contact={"en": "mailto:a@example.org", "es": "https://example.org/escribe"},
        invitation={"es": "Escríbenos."},
        edit_url="https://example.org/edit/{path}",
        treatment={"es": "tú"},
        quotes={"es": "«»“”", "en": "“”"},
        problems={"missing-alt": "error", "no-break-spaces": "off"},
    )


@pytest.mark.parametrize(
    ("text", "folders", "languages"),
    [
        ("", ("en", "es", "fr"), ("en", "es", "fr")),
        ("", ("de", "en", "es"), ("en", "de", "es")),
        ("", ("de", "es"), ("de", "es")),
        ("source_language: es", ("de", "en", "es"), ("es", "de", "en")),
        ("languages: [no, en]", ("en", "no"), ("en", "no")),
        ("languages: [es, de]", ("de", "en", "es"), ("es", "de")),
        ("languages: [es, de]\nsource_language: de", ("de", "es"), ("de", "es")),
        ("languages: [es, EN]", ("en", "es"), ("en", "es")),
        ("languages: [pt-br]\nsource_language: PT-BR", ("pt-BR",), ("pt-BR",)),
    ],
)
def test_the_source_language_stands_first(
    text: str, folders: tuple[str, ...], languages: tuple[str, ...]
) -> None:
    assert fine(text, folders).languages == languages


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("base_url: example.org", 1, 11, '"base_url" must be an absolute', "https://"),
        ("base_url: ftp://example.org/", 1, 11, '"base_url" must be an absolute', "https://"),
        ("base_url: https://example.org/?a=b", 1, 11, '"base_url" must be', "https://"),
        ("base_url: https:///course/", 1, 11, '"base_url" must be an absolute', "https://"),
        ("languages: [en, pt_BR]", 1, 17, 'item 2 of "languages"', 'write "pt-BR"'),
        ("languages: en", 1, 12, '"languages" must be a list', "write languages: [en]"),
        ("source_language: fr", 1, 18, '"source_language" is none', "the languages are en, es"),
        ("time_zone: Madrid", 1, 12, '"time_zone" is no', 'did you mean "Europe/Madrid"?'),
        (
            "time_zone: mexico city",
            1,
            12,
            '"time_zone" is no',
            'did you mean "America/Mexico_City"',
        ),
        ("time_zone: Europe/Madird", 1, 12, '"time_zone" is no', 'did you mean "Europe/Madrid"?'),
        ("time_zone: America", 1, 12, '"time_zone" is no', "write a name such as"),
        ("time_zone: ../../etc/passwd", 1, 12, '"time_zone" is no', "write a name such as"),
        ('time_zone: "a\\tb"', 1, 12, '"time_zone" is no', "write a name such as"),
        ("words_per_minute: {es: 5}", 1, 24, '"es" in "words_per_minute" must be', ""),
        ("words_per_minute: 200", 1, 19, '"words_per_minute" must be a mapping', ""),
        ("words_per_minute: {ess: 200}", 1, 20, '"ess" is none', 'did you mean "es"?'),
        ("words_per_minute: {e_s: 200}", 1, 20, '"e_s" cannot be a key', "write a language tag"),
        ("three_minutes: 2,5", 1, 16, '"three_minutes" must be a number', ""),
        ("three_minutes: 0", 1, 16, '"three_minutes" must be a number', ""),
        ("untranslated: fall-back", 1, 15, '"untranslated" must', 'did you mean "fallback"?'),
        ("dashboard: perhaps", 1, 12, '"dashboard" must be true or false', ""),
        ("remote_images: true", 1, 16, '"remote_images" must be link or allow', ""),
        ("links: {en: [{txt: a, url: b}]}", 1, 15, 'unknown key "txt"', 'did you mean "text"?'),
        ("links: {en: [{text: a, url: 'javascript:b'}]}", 1, 29, '"url" in item 1', "use http"),
        ("contact: {en: 'data:text/html,x'}", 1, 15, '"en" in "contact" may not', "use http"),
        ("edit_url: https://example.org/", 1, 11, '"edit_url" must have {path}', "write {path}"),
        ("edit_url: https://example.org/{path}/{x}", 1, 11, '"edit_url" must have', "write {path}"),
        ("treatment: {es: tu}", 1, 13, '"es" in "treatment" must be tú', "write tú or usted"),
        ("quotes: {es: comillas}", 1, 14, '"es" in "quotes" must be', "write the opening"),
        ("problems: {missing-alt: err}", 1, 25, '"missing-alt" in', 'did you mean "error"?'),
        (
            "problems: {Missing Alt: off}",
            1,
            12,
            '"Missing Alt" cannot be',
            "write a problem's code",
        ),
        ("languges: [en]", 1, 1, 'unknown key "languges"', 'did you mean "languages"?'),
        ("analytics: x", 1, 1, 'unknown key "analytics"', "known keys: base_url,"),
        ("timezone: UTC", 1, 1, 'unknown key "timezone"', 'here it is called "time_zone"'),
        ("- en", 1, 1, '"lessongen.yaml" must be a mapping', "remove the dashes"),
        ("base_url", 1, 1, '"base_url" is no "key: value"', "start it with a key"),
    ],
)
def test_a_mistake_is_one_problem_and_the_default_stands(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    outcome = read(text)
    (problem,) = outcome.problems
    assert (problem.span.path, problem.span.line, problem.span.column) == (
        "lessongen.yaml",
        line,
        column,
    )
    assert problem.message.startswith(message)
    assert hint in problem.hint
    assert problem.severity == "error"
    without = {"links", "languages"}  # of these the rest is kept
    if not without & {text.partition(":")[0]}:
        assert outcome.value == Settings(languages=EN_ES)


def test_without_any_markdown_there_is_nothing_to_build() -> None:
    outcome = read_settings(None, ())
    assert [problem.code for problem in outcome.problems] == ["no-content"]
    assert outcome.value.languages == ("en",)


def test_languages_without_any_markdown() -> None:
    outcome = read("base_url: https://example.org/\nlanguages: [fr]")
    assert [problem.code for problem in outcome.problems] == ["no-content"]
    assert outcome.problems[0].span.line == 2


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/course/", "https://example.org/course/"),
        ("http://localhost:8000", "http://localhost:8000/"),
        ("https://[::1]:8000/x", "https://[::1]:8000/x/"),
        ("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG/"),
        ("https://cafés.example/", "https://cafés.example/"),
        ("", ""),
        ("/course/", ""),
        ("https://user:pw@example.org/", ""),
        ("https://example.org/a b", ""),
        ("https://example.org/../x", ""),
        ("https://example.org/#a", ""),
        ("https://", ""),
    ],
)
def test_a_base_url_is_absolute_and_ends_with_a_slash(url: str, normal: str) -> None:
    assert normal_base_url(url) == normal


NAMES = ("base_url", "languages", "links", "words_per_minute", "time_zone", "problems", "quotes")


@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"\n{name}: " for name in NAMES]),
            st.text(max_size=8),
            st.sampled_from([": ", "- ", "[", "{en: ", "}", "]", "\n  ", ", "]),
        ),
        max_size=15,
    ).map("".join),
    st.lists(st.sampled_from(["en", "es", "pt-BR"]), unique=True, max_size=3),
)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_no_text_raises(text: str, languages: list[str]) -> None:
    outcome = read(text, tuple(languages))
    assert outcome.value.languages
    assert outcome.value.base_url.endswith("/") or not outcome.value.base_url
