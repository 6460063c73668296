"""`robots.txt`: everything may be read; where the sitemap is, if the address is known."""

from collections.abc import Iterator

from lessongen.model.artifact import Artifact
from lessongen.model.site import Site


def artifacts(site: Site) -> Iterator[Artifact]:
    """The one file that crawlers ask for first (RFC 9309)."""
    base_url = site.settings.base_url
    lines = ["User-agent: *", "Disallow:"]
    if base_url:
        lines += ["", f"Sitemap: {base_url}sitemap.xml"]
    text = "\n".join(lines) + "\n"
    yield Artifact(path="robots.txt", data={"text": text}, produce=text.encode)
