"""What is questionable about a translation beside its source: a table of rules of its own.

It is apart because only a build in which a translation, its source or its record has changed
needs these rules, and to load them takes longer than to run them.
"""

from collections.abc import Callable, Iterator

from lessongen.checks.pairs import (
    doubled_word,
    glossary_forbidden,
    glossary_term,
    heading_level,
    identical_text,
    length_ratio,
    list_length,
    missing_final_stop,
    mixed_treatment,
    pair_code,
    pair_images,
    pair_links,
    pair_numbers,
    pair_placeholders,
)
from lessongen.model.document_pair import DocumentPair
from lessongen.model.problem import Problem

PairRule = Callable[[DocumentPair], Iterator[Problem]]

# No rule needs to know what a translator has allowed: `translation/allowances.py` does.
PAIR_RULES: tuple[PairRule, ...] = (
    pair_links.check,
    pair_images.check,
    pair_code.check,
    pair_numbers.check,
    pair_placeholders.check,
    heading_level.check,
    list_length.check,
    identical_text.check,
    length_ratio.check,
    mixed_treatment.check,
    glossary_term.check,
    glossary_forbidden.check,
    doubled_word.check,
    missing_final_stop.check,
)
