"""`_headers`: the security headers, for static hosts that read such a file."""

from collections.abc import Iterator

from lessongen.model.artifact import Artifact
from lessongen.model.site import Site

# 'wasm-unsafe-eval' is for the search page: hosts combine header rules, and browsers intersect
# policies, so it cannot be allowed there alone. The <meta> policy of other pages leaves it out.
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; object-src 'none'; {images}; "
    "media-src 'self'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'"
)


# Files with a digest in their names. No page may be kept: a reader would not see a new one.
_NAMED = ("/assets/*", "/pagefind/fragment/*", "/pagefind/index/*")


def artifacts(site: Site) -> Iterator[Artifact]:
    """One rule for all paths, and others for what may be kept for a year, or not at all."""
    remote = site.settings.remote_images == "allow"
    policy = _POLICY.format(images="img-src 'self' https: http:" if remote else "img-src 'self'")
    text = (
        "/*\n"
        f"  Content-Security-Policy: {policy}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        f"\n/sw.js\n  Cache-Control: no-cache\n{''.join(map(_kept, _NAMED))}"
    )
    yield Artifact(path="_headers", data={"text": text}, produce=text.encode)


def _kept(pattern: str) -> str:
    return f"\n{pattern}\n  Cache-Control: public, max-age=31536000, immutable\n"
