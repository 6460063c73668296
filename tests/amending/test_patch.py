from lessongen.amending.patch import patched

PAGE = "<main>\n<h2>One</h2>\n<p>A</p>\n<p>B</p>\n<p>C</p>\n</main>\n"
TEXT = "<h2>One</h2>\n<p>A</p>\n<p>B</p>\n<p>C</p>\n"


def test_lines_that_differ_are_exchanged() -> None:
    assert patched(PAGE, TEXT, TEXT.replace("B", "new")) == PAGE.replace("B", "new")


def test_new_lines_stand_where_they_stand_in_the_text() -> None:
    assert patched(PAGE, TEXT, TEXT + "<p>D</p>\n") == PAGE.replace(
        "<p>C</p>\n", "<p>C</p>\n<p>D</p>\n"
    )
    new = TEXT.replace("<p>A</p>\n", "<p>New</p>\n<p>A</p>\n")
    assert patched(PAGE, TEXT, new) == PAGE.replace("<p>A</p>\n", "<p>New</p>\n<p>A</p>\n")


def test_lines_can_go() -> None:
    assert patched(PAGE, TEXT, TEXT.replace("<p>B</p>\n", "")) == PAGE.replace("<p>B</p>\n", "")


def test_the_same_text_leaves_the_page() -> None:
    assert patched(PAGE, TEXT, TEXT) == PAGE


def test_lines_that_the_page_repeats_are_told_apart_by_those_around_them() -> None:
    page = text = "<p>x</p>\n<p>1</p>\n<p>x</p>\n<p>2</p>\n"
    new = "<p>x</p>\n<p>1</p>\n<p>y</p>\n<p>2</p>\n"
    assert patched(page, text, new) == new


def test_what_stands_there_twice_all_around_is_left_to_others() -> None:
    text = "<p>x</p>\n"
    assert patched(text + "<hr>\n" + text, text, "<p>y</p>\n") is None


def test_what_is_not_there_is_left_to_others() -> None:
    assert patched("<main></main>", TEXT, TEXT.replace("A", "new")) is None


def test_headings_and_tables_are_left_to_templates() -> None:
    assert patched(PAGE, TEXT, TEXT.replace("One", "Two")) is None
    table = '<div class="table" tabindex="0"><table></table></div>\n'
    assert patched(PAGE, TEXT, TEXT + table) is None
