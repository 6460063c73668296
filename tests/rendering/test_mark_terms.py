"""Terms of the glossary in texts (S14): which words become links, and which never do."""

import re
from unicodedata import normalize

import pytest
from markupsafe import Markup

from lessongen.model.people import Term
from lessongen.model.source import Span
from lessongen.model.view_pieces import Definition
from lessongen.rendering.definitions import definitions_in
from lessongen.rendering.mark_terms import Marked, mark_terms

SPAN = Span(path="content/glossary.csv", line=2)


def term(**variants: str) -> Definition:
    ((key, words),) = variants.items()
    return Definition(key=key, variants=tuple(words.split("|")), text=f"What {key} is.")


MENTOR = term(mentor="mentor|mentors")
HELP, DESK = term(help="help"), term(desk="help desk|help desks")


def marked(html: str, *glossary: Definition) -> str:
    """The HTML with terms as [words](key)."""
    found = mark_terms(html, glossary or (MENTOR,))
    pattern = (
        r'<dfn id="use\.([^"]*)"><a class="term" href="#term\.\1" title="What [^"]* is\.">(.*?)'
        r"</a></dfn>"
    )
    return re.sub(pattern, r"[\2](\1)", str(found.html), flags=re.DOTALL)


def test_the_first_place_of_a_term_is_a_link_to_its_definition() -> None:
    assert mark_terms("<p>Two mentors. A mentor.</p>", (MENTOR,)) == Marked(
        html=Markup(
            '<p>Two <dfn id="use.mentor"><a class="term" href="#term.mentor"'
            ' title="What mentor is.">mentors</a></dfn>. A mentor.</p>'
        ),
        found=(MENTOR,),
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Mentor</h2>",
        '<h3 id="mentor">A <em>mentor</em></h3>',
        '<a href="x">my mentor</a>',
        '<a href="mentor">x</a><img alt="a mentor" src="mentor.png">',
        "<p><code>mentor</code> <kbd>mentor</kbd> <samp>mentor</samp></p>",
        "<pre>mentor <b>x</b> mentor</pre>",
        "<p><dfn>mentor</dfn></p><details><summary>mentor</summary></details>",
        '<dl><dt>mentor</dt></dl><table><tr><th scope="row">mentor</th></tr></table>',
        '<p class="note-title">Mentor</p>',
        '<section class="footnotes" role="doc-endnotes"><p>mentor</p></section>',
        '<p>We say <i lang="es">mentor</i>, and <span lang="es"><b>un</b> mentor</span>.</p>',
        "<p>mentoring, tormentor, mentor1, x_mentor, mentor\u0301</p>",
        "<p>men<b>tor</b>, <b>mentor</b>ing, tor<i>mentor</i>, re<b></b>mentor</p>",
        "<p>men</p><p>tor</p>",
        "<p>méntor</p>",
    ],
)
def test_what_is_no_term_in_running_text_stays_as_it_is(html: str) -> None:
    found = mark_terms(html, (MENTOR,))
    assert (found.html, found.found) == (html, ())


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<h2>Mentor</h2><p>MENTOR</p>", "<h2>Mentor</h2><p>[MENTOR](mentor)</p>"),
        ("<p>A mentor’s way</p>", "<p>A [mentor](mentor)’s way</p>"),
        ("<p>x<b>mentor</b> <b>mentor</b>.</p>", "<p>x<b>mentor</b> <b>[mentor](mentor)</b>.</p>"),
        ("<p>one</p><p>mentor</p><p>s</p>", "<p>one</p><p>[mentor](mentor)</p><p>s</p>"),
        ("one<br>mentor<br>", "one<br>[mentor](mentor)<br>"),
        ('<p>mentor<sup id="r">1</sup></p>', '<p>[mentor](mentor)<sup id="r">1</sup></p>'),
        ('<b title="a > b, <code>">mentor</b>', '<b title="a > b, <code>">[mentor](mentor)</b>'),
        (
            '<a href="x"><em>x</em></a>, <img lang="es" alt=""> mentor',
            '<a href="x"><em>x</em></a>, <img lang="es" alt=""> [mentor](mentor)',
        ),
        (
            '<div lang="es"><div>mentor</div> mentor</div> mentor',
            '<div lang="es"><div>mentor</div> mentor</div> [mentor](mentor)',
        ),
    ],
)
def test_a_term_in_running_text_is_found_behind_what_is_none(html: str, shown: str) -> None:
    assert marked(html) == shown


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>A help desk helps.</p>", "<p>A [help desk](desk) helps.</p>"),
        ("<p>The help\ndesks</p>", "<p>The [help\ndesks](desk)</p>"),
        ("<p>help\u00a0desk, help&nbsp;desk</p>", "<p>[help\u00a0desk](desk), help&nbsp;desk</p>"),
        ("<p>help&nbsp;desk</p>", "<p>[help&nbsp;desk](desk)</p>"),
        ("<p>The help desktop</p>", "<p>The [help](help) desktop</p>"),
        ("<p>Help desk, help</p>", "<p>[Help desk](desk), [help](help)</p>"),
        ("<p>help desk, help desk</p>", "<p>[help desk](desk), help desk</p>"),
        ("<p>help</p><p>desk</p>", "<p>[help](help)</p><p>desk</p>"),
        ("<p>help<br>desk</p>", "<p>[help](help)<br>desk</p>"),
    ],
)
def test_of_terms_that_overlap_the_longest_counts(html: str, shown: str) -> None:
    assert marked(html, HELP, DESK) == shown


def test_what_html_escapes_is_found_and_nothing_is_found_in_an_entity() -> None:
    both = Definition(key="r&d", variants=("R&D", "<T>"), text='Half "R" & half <D>.')
    found = mark_terms("<p>amp &lt;T&gt; r&amp;d</p>", (both, term(amp="lt|gt|amp")))
    assert found.html == (
        '<p><dfn id="use.amp"><a class="term" href="#term.amp" title="What amp is.">amp</a></dfn> '
        '<dfn id="use.r&amp;d"><a class="term" href="#term.r&amp;d"'
        ' title="Half &quot;R&quot; &amp; half &lt;D&gt;.">&lt;T&gt;</a></dfn> r&amp;d</p>'
    )
    assert mark_terms("<p>&lt;b&gt; &amp; &#39;</p>", (term(amp="lt|gt|amp|39"),)).found == ()


@pytest.mark.parametrize(
    ("word", "html", "shown"),
    [
        ("mentoría", "<p>La Mentoría</p>", "<p>La [Mentoría](x)</p>"),
        ("مرشد", "<p>قال مرشد: المرشد</p>", "<p>قال [مرشد](x): المرشد</p>"),
        ("مرشد", "<p>مرشدُ مرشد\u200cها</p>", "<p>مرشدُ مرشد\u200cها</p>"),
        ("गुरु", "<p>गुरु है</p>", "<p>[गुरु](x) है</p>"),
        ("गुर", "<p>गुरु है</p>", "<p>गुरु है</p>"),
        ("наставник", "<p>Наставник и ученик</p>", "<p>[Наставник](x) и ученик</p>"),
        ("導師", "<p>我的導師說</p>", "<p>我的[導師](x)說</p>"),
        ("เพื่อน", "<p>มีเพื่อนดี</p>", "<p>มี[เพื่อน](x)ดี</p>"),
        ("İş", "<p>İİ İŞ</p>", "<p>İİ [İŞ](x)</p>"),
    ],
)
def test_words_of_any_script_are_whole(word: str, html: str, shown: str) -> None:
    assert marked(html, Definition(key="x", variants=(word,), text="What x is.")) == shown


def test_a_page_shows_no_more_than_six() -> None:
    glossary = tuple(term(**{f"w{n}": f"w{n}"}) for n in range(9))
    found = mark_terms("<p>w8 w7 w6 w5 w4 w3 w2 w1</p>", glossary).found
    assert [each.key for each in found] == ["w8", "w7", "w6", "w5", "w4", "w3"]


def row(definitions: dict[str, str], **variants: str) -> Term:
    return Term(
        variants={name: tuple(words.split("|")) for name, words in variants.items()},
        definitions=definitions,
        span=SPAN,
    )


def test_a_language_has_the_terms_that_are_defined_in_it() -> None:
    terms = (
        row({"en": "Who helps.", "es": "Quien ayuda."}, en="Mentor", es="mentor|mentora"),
        row({"es": "Lugar."}, en="help desk", es="Mesa  de ayuda"),
        row({"es": "Otro."}, es="mentor|tutor"),
        row({"en": "Not in Spanish."}, en="x"),
        row({"en": "No word."}, es="y"),
        row({}, en="z", es="z"),
    )
    spanish = (
        Definition(key="mentor", variants=("mentor", "mentora"), text="Quien ayuda."),
        Definition(key="mesa-de-ayuda", variants=("Mesa  de ayuda",), text="Lugar."),
    )
    assert definitions_in("es", terms) == definitions_in("es-MX", terms) == spanish
    assert [each.key for each in definitions_in("en", terms)] == ["mentor", "x"]
    assert definitions_in("fr", terms) == ()


def test_accents_of_a_glossary_are_those_of_texts() -> None:
    apart = normalize("NFD", "mentoría")
    glossary = definitions_in("es", [row({"es": "What mentoría is."}, es=apart)])
    assert marked("<p>mentoría</p>", *glossary) == "<p>[mentoría](mentoría)</p>"
