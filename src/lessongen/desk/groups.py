"""The groups that people see texts in: the sections of the series, articles, pages."""

from collections.abc import Mapping, Sequence

from lessongen.graph.families import Family
from lessongen.graph.sections import plan_sections
from lessongen.graph.series import in_series_order
from lessongen.shell.words import Words


def group_names(
    families: Sequence[Family], source_language: str, words: Words
) -> Mapping[str, str]:
    """By the path of each source the name of its group: its section, or what else it is."""
    lessons = in_series_order(families)
    series = next((each for each in families if each.source.kind == "series"), None)
    plan = plan_sections(series, lessons).value
    titles = {
        section.key: _section_title(section.texts, source_language, section.number)
        for section in plan.sections
    }
    shared = words.say("For all pages")
    return {
        **{each.source.path: _group(each, plan.section_of, titles, words) for each in families},
        "content/people.yaml": shared,
        "content/tags.yaml": shared,
    }


def _group(
    family: Family, section_of: Mapping[str, str], titles: Mapping[str, str], words: Words
) -> str:
    if family.source.kind == "lesson":
        return titles.get(section_of.get(family.key, ""), "") or words.say("Lessons")
    names = {
        "series": words.say("The series"),
        "article": words.say("Articles"),
        "page": words.say("Pages"),
    }
    return names[family.source.kind]


def _section_title(texts: Mapping[str, object], locale: str, number: int) -> str:
    said = texts.get(locale) or next(iter(texts.values()), None)
    title = getattr(said, "title", "")
    return title if isinstance(title, str) and title else str(number)
