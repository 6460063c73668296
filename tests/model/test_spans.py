from lessongen.model.source import Span
from lessongen.model.spans import Spans


def test_a_span_is_made_when_somebody_asks() -> None:
    spans = Spans(path="x.md", spots={"title": (2, 8, 0), "summary": (3, 1, 5)})
    summary = spans["summary"]
    assert (summary.path, summary.line, summary.column, summary.end_line) == ("x.md", 3, 1, 5)
    assert spans.get("slug") is None
    assert list(spans) == ["title", "summary"]
    assert len(spans) == 2
    assert "title" in spans
    assert spans["title"] == Span(path="x.md")
