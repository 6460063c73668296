"""The JSON Schema of the front matter, for editors; made from the table that reading uses."""

from lessongen.model.document import DocumentKind
from lessongen.parsing.fields import KEYS, keys_of
from lessongen.yaml_nodes.groups import keys_schema
from lessongen.yaml_nodes.values import Schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def front_matter_schema(kind: DocumentKind | None = None) -> Schema:
    """The schema of one kind of document, or of all kinds in one."""
    keys = KEYS if kind is None else keys_of(kind).values()
    title = f"Front matter of a {kind} file" if kind else "Front matter of a Markdown file"
    return {"$schema": _DIALECT, "title": title, **keys_schema(keys)}
