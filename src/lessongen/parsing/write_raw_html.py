"""Reads raw HTML into the writer: what may stay is written, the rest is reported."""

from collections.abc import Callable

from lessongen.parsing.attributes import clean_attributes
from lessongen.parsing.html_elements import ELEMENTS, KNOWN_NAMES, WITH_CONTENT
from lessongen.parsing.limits import MOST_TAGS
from lessongen.parsing.open_elements import DEEPEST, Raw
from lessongen.parsing.raw_html import Other, Tag, Words, scan
from lessongen.parsing.raw_html_hints import hint_for
from lessongen.parsing.targets import shown
from lessongen.parsing.write_html import HtmlWriter

Place = Callable[[int], int]  # from an offset in a piece of raw HTML to one in the body

_REQUIRED = {"img": "src", "bdo": "dir", "time": "datetime"}
_MISFIT = "put it on a line of its own, after an empty line, or close what it stands in"


def write_raw(writer: HtmlWriter, piece: str, place: Place) -> bool:
    """Writes what may stay of a piece of raw HTML; whether it is more than comments."""
    more = False
    for part in scan(piece):
        writer.tags += 1
        if writer.tags > MOST_TAGS:
            message = f"more than {MOST_TAGS:,} tags: the rest is shown as text"
            hint = "write Markdown, or more than one document"
            writer.findings.report_once("too-complex", message, place(part.start), hint)
            writer.text(piece[part.start :])
            return True
        if isinstance(part, Words):
            if part.text.isspace():
                writer.space(part.text)
                continue
            writer.text(part.text)
        elif isinstance(part, Other):
            _drop_other(writer, part, place(part.start))
            continue
        elif part.name not in KNOWN_NAMES:
            _show(writer, part, place(part.start))
        elif part.closing:
            _end_tag(writer, part, place(part.start))
        else:
            _start_tag(writer, part, place)
        more = True
    return more


def _drop_other(writer: HtmlWriter, part: Other, at: int) -> None:
    report = writer.findings.report
    if part.kind == "open comment":
        message = "this comment is never closed: it hides all that follows"
        report("raw-html", message, at, 'close it with "-->"')
    elif part.kind == "open tag":
        message = "this is not a tag: it is shown as text"
        report("raw-html", message, at, "close it with >, or write &lt; for the sign <")
    elif part.kind == "declaration":
        report("raw-html", "this declaration is dropped", at, hint_for(""))
    elif part.kind == "element" and part.name != "rp":
        message = f"<{part.name}> is dropped with its content"
        report("raw-html", message, at, hint_for(part.name))


def _show(writer: HtmlWriter, tag: Tag, at: int) -> None:
    """An unknown tag is text; its end tag is reported only if it stands alone."""
    if not tag.closing:
        writer.elements.expect_end(tag.name)
    if not tag.closing or not writer.elements.meet_end(tag.name):
        source = shown(tag.source)
        message = f"{source} is no HTML element: it is shown as text"
        hint = f"put it in backticks if it is meant as text: `{source}`"
        writer.findings.report("raw-html", message, at, hint)
    writer.text(tag.source)


def _drop(writer: HtmlWriter, name: str, at: int, why: str, hint: str) -> None:
    writer.elements.expect_end(name)
    writer.findings.report("raw-html", f"<{name}> {why}", at, hint)


def _start_tag(writer: HtmlWriter, tag: Tag, place: Place) -> None:
    name, elements, at = tag.name, writer.elements, place(tag.start)
    element = ELEMENTS.get(name)
    if element is None:
        why = "is dropped" if name in WITH_CONTENT else "is dropped; its text stays"
        _drop(writer, name, at, why, hint_for(name))
        return
    depth = elements.depth_for(name)
    if depth < 0 or elements.raw >= DEEPEST:
        _drop(writer, name, at, _misfit(writer, name), _MISFIT)
        return
    attributes, dropped = clean_attributes(tag)
    if dropped:
        _report_attributes(writer, tag, dropped, place)
    missing = _REQUIRED.get(name)
    if missing and missing not in attributes:
        _drop(writer, name, at, f'needs a valid "{missing}": it is dropped', hint_for(missing))
        return
    while len(elements.stack) > depth:
        writer.close_raw()
    if element.content == "nothing":
        writer.void_raw(name, attributes, at)
    else:
        writer.open_raw(name, attributes, at)


def _end_tag(writer: HtmlWriter, tag: Tag, at: int) -> None:
    elements = writer.elements
    depth = elements.depth_of(tag.name)
    if depth >= 0:
        while len(elements.stack) > depth + 1:
            writer.close_raw(forgotten=True)
        writer.close_raw()
    elif not elements.meet_end(tag.name):
        message = f"</{tag.name}> closes nothing here"
        writer.findings.report("raw-html", message, at, "take it away, or open it before")


def _report_attributes(
    writer: HtmlWriter, tag: Tag, dropped: tuple[str, ...], place: Place
) -> None:
    at = next(place(offset) for name, _, offset in tag.attributes if name == dropped[0])
    names = ", ".join(f'"{name}"' for name in dropped)
    message = f"{names} of <{tag.name}> {'is' if len(dropped) == 1 else 'are'} dropped"
    writer.findings.report("raw-html", message, at, hint_for(dropped[0], attribute=True))


def _misfit(writer: HtmlWriter, name: str) -> str:
    top = writer.elements.top
    inside = top.name if isinstance(top, Raw) else top
    where = f"does not fit into <{inside}>" if inside else "does not fit here"
    return f"{where}: {'it is dropped' if name in ('hr', 'img') else 'its text stays'}"
