import json
from collections.abc import Mapping

import pytest

from lessongen.model.document import DocumentKind
from lessongen.parsing.fields import KEYS, KINDS, keys_of
from lessongen.parsing.schema import front_matter_schema


def properties(schema: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
    """The properties of an object's schema."""
    found = schema["properties"]
    assert isinstance(found, dict)
    return found


def test_the_schema_has_every_key_of_the_table() -> None:
    schema = front_matter_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(properties(schema)) == [key.name for key in KEYS]
    assert schema["required"] == ["title"]
    assert schema["additionalProperties"] is False
    assert all(each["description"] for each in properties(schema).values())


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_schema_of_its_keys(kind: DocumentKind) -> None:
    assert list(properties(front_matter_schema(kind))) == list(keys_of(kind))


def test_what_reading_knows_the_editor_knows() -> None:
    known = properties(front_matter_schema())
    assert known["lesson"]["type"] == "integer"
    assert known["lesson"]["minimum"] == 1
    assert known["status"]["enum"] == ["planned", "draft", "published"]
    assert known["published"]["format"] == "date"
    # Editors read `title: 2026` as YAML does: as a number.
    assert known["title"]["type"] == ["string", "number", "boolean"]
    assert list(properties(known["epigraph"])) == ["text", "cite"]
    assert known["epigraph"]["required"] == ["text"]


def test_it_can_be_printed() -> None:
    assert json.loads(json.dumps(front_matter_schema())) == front_matter_schema()
