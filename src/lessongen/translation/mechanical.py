"""Changes that need no translator: links, code and numbers, carried over to the translation.

On real histories 28 % of all changed blocks were of this kind.
"""

from collections import Counter
from collections.abc import Mapping

from lessongen.model.translation import UnitPair
from lessongen.translation.normal import normal_code
from lessongen.translation.tokens import Token, TokenKind, find_tokens, with_tokens

_Key = tuple[TokenKind, str]

# What a translation may write for the "," and the "." of an English number.
_STYLES = ((",", "."), (".", ","), ("", ","), ("", "."))


def propose(pair: UnitPair) -> str | None:
    """The target's text with the source's new links, code and numbers; None if that is unsure.

    Sure is: each token became one other, wherever it stood; it stands as often in the translation
    as it stood in the source; and there is one way to write it.
    """
    if pair.state != "tokens" or not len(pair.previous) == len(pair.sources) == 1:
        return None
    if len(pair.targets) != 1:
        return None
    before, now, target = pair.previous[0], pair.sources[0], pair.targets[0].text
    if now.kind == "code":
        return now.text if normal_code(before.text) == normal_code(target) else None
    became = _became(before.text, now.text)
    there = Counter(map(_key, find_tokens(before.text)))
    proposals = {_replaced(target, became, there, style) for style in _STYLES}
    proposals.discard(None)
    return proposals.pop() if len(proposals) == 1 else None


def _key(token: Token) -> _Key:
    return token.kind, token.text


def _became(before: str, now: str) -> Mapping[_Key, _Key]:
    """Which token became which other; nothing if one became several."""
    old, new = map(_key, find_tokens(before)), map(_key, find_tokens(now))
    pairs = set(zip(old, new, strict=False))
    became = dict(pairs)
    if len(became) < len(pairs):
        return {}
    return {one: other for one, other in became.items() if one != other}


def _replaced(
    target: str, became: Mapping[_Key, _Key], there: Mapping[_Key, int], style: tuple[str, str]
) -> str | None:
    """The target with the new tokens, if it writes numbers in this style."""
    found = Counter(map(_key, find_tokens(target)))
    wanted = {_styled(one, style): other for one, other in became.items()}
    counts = Counter({_styled(one, style): there[one] for one in became})
    if len(wanted) < max(1, len(became)):
        return None
    if any(found[one] != count for one, count in counts.items()):
        return None
    return with_tokens(target, lambda token: _written(token, target, wanted, style))


def _written(token: Token, target: str, wanted: Mapping[_Key, _Key], style: tuple[str, str]) -> str:
    other = wanted.get(_key(token))
    return target[token.start : token.end] if other is None else _styled(other, style)[1]


def _styled(key: _Key, style: tuple[str, str]) -> _Key:
    """A token as a translation writes it: a number with its own comma and point."""
    kind, text = key
    if kind != "number":
        return key
    return kind, "".join({",": style[0], ".": style[1]}.get(each, each) for each in text)
