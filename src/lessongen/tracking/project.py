"""The translations of a whole project."""

from collections.abc import Iterable

from lessongen.graph.families import pair_documents
from lessongen.graph.ingredients import Ingredients
from lessongen.model.problem import Outcome, Problem
from lessongen.project import Memo, Project
from lessongen.tracking.places import documents_of, find_places
from lessongen.tracking.tracker import Tracker

_UNREADABLE = "unreadable-file"


def track_translations(project: Project, memo: Memo, read: Outcome[Ingredients]) -> Tracker:
    """The translations of what was read, whatever is wrong with the site."""
    given = read.value
    families = pair_documents(given.documents, given.settings.languages).value
    return Tracker(
        project,
        memo,
        given.settings,
        documents_of(families),
        find_places(
            project, memo, given.settings, families, today=given.today, drafts=given.drafts
        ),
        today=given.today,
        unreadable=unreadable_paths(read.problems),
    )


def unreadable_paths(problems: Iterable[Problem]) -> frozenset[str]:
    """The files of which nothing can be told."""
    return frozenset(each.span.path for each in problems if each.code == _UNREADABLE)
