import json

import pytest

from tests.commands.builders import call


def test_the_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    done = call("schema", capsys=capsys)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["properties"]["title"]


def test_one_kind_may_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    lesson = json.loads(call("schema", "--kind", "lesson", capsys=capsys).out)
    page = json.loads(call("schema", "--kind", "page", capsys=capsys).out)
    assert "takeaways" in lesson["properties"]
    assert "takeaways" not in page["properties"]
    assert call("schema", "--kind", "poem", capsys=capsys).code == 2
