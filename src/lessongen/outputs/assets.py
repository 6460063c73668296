"""Files that pages show or link to, copied under hashed names."""

from collections.abc import Iterator

from lessongen.model.artifact import Artifact
from lessongen.model.site import Site


def artifacts(site: Site) -> Iterator[Artifact]:
    """One artifact for each file under `content/` that some page refers to."""
    for asset in site.assets:
        source = asset.file.path
        yield Artifact(
            path=asset.path, data={"file": asset.file.digest}, copy_of=source, sources=(source,)
        )
