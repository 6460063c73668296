"""Where links and images may lead."""

import re

SCHEMES = ("http", "https", "mailto", "tel")

_IGNORED = re.compile(r"[\t\n\r]")  # browsers read past these, also inside a scheme
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LONGEST_SHOWN = 60
_AROUND = "".join(map(chr, range(0x21)))
# Addresses that are written as they must be, and no longer than a host may be: most are.
_PLAIN = re.compile(
    r"https?://(?:[a-z0-9-]{1,63}\.){1,3}[a-z0-9-]{1,62}(?:/[\w;/?:@&=+$,.!~*'()#-]*)?", re.ASCII
)


def clean_target(target: str) -> str:
    r"""The target as a browser reads it; an address outside is percent-encoded.

    >>> clean_target(" 02-diálogo.md#por-qué"), clean_target("https://example.org/año nuevo")
    ('02-diálogo.md#por-qué', 'https://example.org/a%C3%B1o%20nuevo')
    """
    if _PLAIN.fullmatch(target):
        return target
    target = _IGNORED.sub("", target).strip(_AROUND)
    if _SCHEME.match(target) is None:
        return target
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(target)


def trouble_with(target: str) -> tuple[str, str]:
    """What is wrong with a clean target, and the cure; empty texts if nothing is.

    >>> trouble_with("javascript:alert(1)")[0]
    '"javascript:" links are not allowed'
    """
    scheme = _SCHEME.match(target)
    if scheme is None:
        if target.startswith("//"):
            return f'"{shown(target)}" has no scheme', f'write "https:{shown(target)}"'
        return "", ""
    if scheme[1].lower() in SCHEMES:
        return "", ""
    cure = "links lead to http, https, mailto and tel addresses, and to files of the project"
    return f'"{scheme[1].lower()}:" links are not allowed', cure


def shown(target: str) -> str:
    """A target as a message shows it."""
    short = target if len(target) <= _LONGEST_SHOWN else target[: _LONGEST_SHOWN - 1] + "…"
    return " ".join(short.split())
