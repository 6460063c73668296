"""How much a Markdown body may ask of the parser.

Most of markdown-it's rules are linear, with factors that nested or unfinished markup multiplies
(50 quotes around 50,000 lines: 2,500,000 line checks). So the steps are counted: a body that
needs too many is shown as plain text, with a problem, instead of keeping the author waiting.
"""

DEEPEST = 32  # levels of blocks in one another; a list and its item are two
STEPS = 1_000_000  # for a body: 5 MB of prose, or 2 MB with markup in every sentence
STEPS_PER_CHARACTER = 20  # for one paragraph, heading or table cell
STEPS_FOR_SHORT_TEXTS = 20_000  # before characters count
MOST_TAGS = 20_000  # of raw HTML in a body; more are shown as text
MOST_PLAIN_PARAGRAPHS = 1_000  # of a body that is not read as Markdown
MOST_LINES = 20_000  # of a text that is not read as Markdown, and still a unit

# What a thing costs, in steps of about two microseconds.
BLOCK, ONE_LINE, LINE, LINE_OF_QUOTE, CELL = 15, 8, 2, 6, 30
CHARACTER = 2  # one that may start something in a line
DEAR_CHARACTERS = {"[": 10, "!": 10, "<": 10, "*": 5, "_": 5}

SAME_AGAIN = 10  # link targets may make the page so many times longer than its source …
SAME_AGAIN_FOR_SHORT_TEXTS = 100_000  # … or by so many characters


class TooComplex(Exception):  # noqa: N818 (no error: the parser's way out, caught in markdown.py)
    """The budget of a body or of one of its blocks is spent."""


class Budget:
    """The steps that are left; the one value that changes while a body is parsed."""

    __slots__ = ("left", "saved")

    def __init__(self, steps: int = STEPS) -> None:
        self.left = steps
        self.saved = 0  # put aside while a block has an allowance of its own

    def spend(self, steps: int = 1) -> None:
        """Takes steps away; raises `TooComplex` when there are none left."""
        self.left -= steps
        if self.left < 0:
            raise TooComplex

    def allow(self, characters: int) -> None:
        """Puts all aside but the allowance of one block."""
        allowance = STEPS_FOR_SHORT_TEXTS + STEPS_PER_CHARACTER * characters
        if allowance < self.left:
            self.saved = self.left - allowance
            self.left = allowance

    def restore(self) -> None:
        """Takes back what was put aside."""
        self.left = max(self.left, 0) + self.saved
        self.saved = 0
