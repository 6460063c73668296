"""Permalinks as pages write them: counted from the site's root, or absolute."""

import re

_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*").fullmatch
_SCHEME = re.compile(r"^(?:https?://(?:www\.)?|mailto:|tel:)", re.IGNORECASE)
_UNFIT = re.compile(r'[%\s"<>\\^`{|}\[\]#\x00-\x1f\x7f]')
_SAFE = "/._~-!$&'()*+,;=:@"


def path_of(permalink: str) -> str:
    """The path from the site's root, percent-encoded where an address needs it.

    >>> path_of("/es/niñez/")
    'es/ni%C3%B1ez/'
    """
    path = permalink.removeprefix("/")
    return path if _PLAIN(path) else _quoted(path, _SAFE)


def root_of(permalink: str) -> str:
    """What leads from a page to the site's root.

    >>> root_of("/en/have-a-mentor/"), root_of("/")
    ('../../', './')
    """
    return "../" * (permalink.count("/") - 1) or "./"


def fixed_root(base_url: str) -> str:
    """The site's root for pages that a host shows at any depth: the path of `base_url`, or "/".

    >>> fixed_root("https://example.org/course/"), fixed_root("")
    ('/course/', '/')
    """
    from urllib.parse import urlsplit

    return urlsplit(base_url).path or "/"


def fragment_of(anchor: str) -> str:
    """The "#" and the id, percent-encoded where an address needs it; nothing for no id.

    >>> fragment_of("qué-es"), fragment_of("100%"), fragment_of("")
    ('#qué-es', '#100%25', '')
    """
    if not anchor:
        return ""
    return "#" + _UNFIT.sub(lambda found: _quoted(found[0], ""), anchor)


def _quoted(text: str, safe: str) -> str:
    from urllib.parse import quote  # 3 ms, and few addresses need it

    return quote(text, safe=safe)


def url_text(url: str) -> str:
    """A URL as people say it.

    >>> url_text("https://example.org/ana/"), url_text("mailto:ana@example.org")
    ('example.org/ana', 'ana@example.org')
    """
    return _SCHEME.sub("", url).rstrip("/")


def contact_url(contact: str) -> str:
    """The setting as a URL: a bare e-mail address becomes a mailto link.

    >>> contact_url("ana@example.org"), contact_url("https://example.org/form")
    ('mailto:ana@example.org', 'https://example.org/form')
    """
    is_address = "@" in contact and ":" not in contact
    return f"mailto:{contact}" if is_address else contact
