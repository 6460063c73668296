"""The two parsers: lessons, and the specification alone.

Imported by `markdown.py` only when there is something to parse: markdown-it loads in 50 ms.
"""

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from lessongen.parsing import block_rules, inline_rules
from lessongen.parsing.headings import take_attributes
from lessongen.parsing.limits import DEEPEST

_LIMITS = {"maxNesting": DEEPEST}  # in a line as well: it has one number for both


class LessonMarkdown(MarkdownIt):
    """The Markdown of lessons.

    Targets stay as the author wrote them; what is unsafe is reported where links are made.
    """

    def __init__(self) -> None:
        super().__init__("commonmark", _LIMITS)
        self.block = block_rules.Blocks(block_rules.LESSON)
        self.inline = inline_rules.Inlines(inline_rules.LESSON)
        self.use(deflist_plugin)
        self.core.ruler.enableOnly(["block"])
        self.core.ruler.push("attributes", take_attributes)
        self.core.ruler.push("inline_tokens", inline_rules.parse_inline_tokens)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (markdown-it's name, here and below)
        """The target, unchanged."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """The text of an autolink, unchanged."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        """Every target is a link."""
        return True


class PlainMarkdown(MarkdownIt):
    """CommonMark without our extensions, by the same rules: what the specification can test."""

    def __init__(self) -> None:
        super().__init__("commonmark", _LIMITS)
        self.block = block_rules.Blocks(block_rules.COMMONMARK)
        self.inline = inline_rules.Inlines(inline_rules.COMMONMARK)
        self.core.ruler.enableOnly(["normalize", "block", "text_join"])
        self.core.ruler.before("text_join", "inline_tokens", inline_rules.parse_inline_tokens)
