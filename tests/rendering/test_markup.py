from markupsafe import Markup

from lessongen.rendering.markup import lower_headings, name_tables


def test_headings_sink_and_stop_at_the_lowest() -> None:
    html = '<h2 id="a">A</h2><p>h2 &lt;h2&gt;</p><h4>B</h4><h6>C</h6>'
    lowered = '<h4 id="a">A</h4><p>h2 &lt;h2&gt;</p><h6>B</h6><h6>C</h6>'
    assert lower_headings(html, 2) == lowered


def test_what_looks_like_a_tag_inside_an_attribute_is_none() -> None:
    html = '<img alt="<h2>, <table>"><h2>A</h2>'
    assert lower_headings(html, 1) == '<img alt="<h2>, <table>"><h3>A</h3>'
    assert name_tables(html, "Table") == html


def test_elements_with_names_that_begin_alike_are_left_alone() -> None:
    html = "<hr><header>x</header><hgroup></hgroup>"
    assert lower_headings(html, 2) == html


def test_a_box_that_scrolls_has_a_name_for_those_who_stop_there() -> None:
    named = name_tables(Markup('<p>a</p><div class="table" tabindex="0"></div>'), 'A "b"')
    assert named == (
        '<p>a</p><div class="table" role="group" tabindex="0" aria-label="A &#34;b&#34;"></div>'
    )
