"""`translations/<lang>.svg`: how much is translated, as a small picture to show anywhere."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from lessongen.model.artifact import Artifact
from lessongen.model.site import Site
from lessongen.model.tracked_text import TrackedText

_BADGE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="96" height="20" viewBox="0 0 96 20" role="img" \
aria-label="{words}"><title>{words}</title>
<rect width="96" height="20" rx="3" fill="#fcf9f3"/>
<rect y="16" width="96" height="4" fill="#dbd3c7"/>
<rect y="16" width="{width}" height="4" fill="#03565e"/>
<text x="48" y="12" text-anchor="middle" font-family="sans-serif" font-size="11" \
fill="#271f18">{words}</text>
</svg>
"""
_WIDTH = 96


def artifacts(site: Site) -> Iterator[Artifact]:
    """A badge for each target language, in no language's words: "es 96%"."""
    from lessongen.rendering.dashboard_data import tracked_texts  # an amended build has the texts

    return badge_artifacts(tracked_texts(site))


def badge_artifacts(tracked: Mapping[str, Sequence[TrackedText]]) -> Iterator[Artifact]:
    """The badges for these texts, by target language."""
    for locale, texts in tracked.items():
        done = sum(each.progress.done for each in texts)
        percent = 100 * done // max(1, sum(each.progress.total for each in texts))
        yield Artifact(
            path=f"translations/{locale}.svg",
            data={"locale": locale, "percent": percent},
            produce=partial(_write, locale, percent),
        )


def _write(locale: str, percent: int) -> bytes:
    from html import escape  # 2 ms, and most builds write no badge

    words = f"{escape(locale)} {percent}%"
    return _BADGE.format(words=words, width=_WIDTH * percent // 100).encode()
