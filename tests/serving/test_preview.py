"""The new text of a page before the build is done: the same bytes as afterwards, or none."""

from collections.abc import Mapping

import pytest

from lessongen.serving.preview import previews
from tests.serving.serving import Serving
from tests.shell.builders import lesson

LESSON = "content/en/01-a.md"
BEFORE = "First [words](02-b.md).\n\n## Heading\n\nSecond words of it."


def previewed(serving: Serving, body: str, **front: object) -> Mapping[str, bytes]:
    """What is shown at once after a save; the build comes only when it is asked for."""
    live = serving.live
    serving.write(LESSON, lesson(1, body=BEFORE))
    build = live.rebuild()
    with live.lock:  # no build begins meanwhile
        text = lesson(1, body=body)
        for name, value in front.items():
            text = text.replace("---\n", f"---\n{name}: {value}\n", 1)
        serving.write(LESSON, text)
        found = dict(previews(build, live.root, frozenset({"/en/a/"})))
        return {path: early.content for path, early in found.items()}


@pytest.mark.parametrize(
    "body",
    [
        "Other [words](02-b.md).\n\n## Heading\n\nSecond words of it.",
        "First [words](02-b.md), [again](02-b.md).\n\n## Heading\n\nSecond, of it.\n\n- One\n- Two",
        "First words\n\n## Heading\n\nSecond words of *it*.",
    ],
)
def test_other_words_are_shown_as_the_build_will_show_them(serving: Serving, body: str) -> None:
    early = previewed(serving, body)
    build = serving.live.rebuild()
    assert build.pages is not None
    # What the build knows beside the words: the state of the translation, in the switch.
    assert early == {"en/a/index.html": build.pages.read("en/a/index.html").content}


@pytest.mark.parametrize(
    "body",
    [
        "First [words](01-a.md).\n\n## Heading\n\nA link that was not there.",
        "First.\n\n## Another heading\n\nSecond words.",
        "First.\n\n## Heading {#other}\n\nSecond words.",
        "First.\n\n## Heading\n\n![x](x.png)",
        "First.[^1]\n\n## Heading\n\n[^1]: Note.",
    ],
)
def test_anything_else_waits_for_the_build(serving: Serving, body: str) -> None:
    assert previewed(serving, body) == {}


def test_so_does_what_the_front_matter_says(serving: Serving) -> None:
    assert previewed(serving, BEFORE, updated="2026-11-01") == {}
    assert previewed(serving, BEFORE, unknown="1") == {}
