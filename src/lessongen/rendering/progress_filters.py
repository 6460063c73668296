"""How far a translation is, as HTML. Loads no template engine: a page can get new numbers."""

from collections.abc import Iterator

from markupsafe import Markup

from lessongen.model.standing import Progress
from lessongen.model.view_translations import LanguageProgress, TranslationGroup, TranslationRow
from lessongen.rendering.words import Words

_BAR = Markup(
    """\
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="{}">
{}</svg>
"""
)
_PART = Markup('<rect class="bar-{}" x="{}" width="{}" height="4"/>\n')


class ProgressFilters:
    """Writes numbers of translations in the words of one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def bar(self, progress: Progress) -> Markup:
        """A bar whose parts are words, and the same said; nothing for a text without words."""
        if not progress.total:
            return Markup("")
        number = self._words.localized.number
        said = self._words.gettext(
            "Of %(total)s words: %(done)s translated, %(changed)s changed, "
            "%(unverified)s not checked, %(missing)s missing",
            total=number(progress.total),
            done=number(progress.done),
            changed=number(progress.changed),
            unverified=number(progress.unverified),
            missing=number(progress.missing),
        )
        return _BAR.format(said, Markup("").join(_parts(progress)))

    def work_left(self, text: TranslationRow | TranslationGroup | LanguageProgress) -> Markup:
        """What is left to do, as words and minutes; nothing where all is done."""
        told = []
        if text.words:
            told.append(
                self._words.ngettext(
                    "One word to translate", "%(count)s words to translate", text.words
                )
            )
        if text.minutes:
            told.append(
                self._words.ngettext("about one minute", "about %(count)s minutes", text.minutes)
            )
        return Markup("").join(Markup("<span>{}</span>\n").format(each) for each in told)


def _parts(progress: Progress) -> Iterator[Markup]:
    start = 0
    for name in ("done", "changed", "unverified", "missing"):
        count: int = getattr(progress, name)
        if count:
            x, width = (round(100 * each / progress.total, 2) for each in (start, count))
            yield _PART.format(name, x, width)
            start += count
