"""One build in the memory of a long-lived process: from the files to pages that can be asked for.

Nothing is written, and a page is rendered when somebody looks at it: the whole series on one
page takes longer than all that an author waits for together.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from lessongen.build.collisions import find_collisions
from lessongen.model.artifact import Artifact
from lessongen.model.problem import Problem, has_errors, sort_problems
from lessongen.model.settings import Settings
from lessongen.model.site import Site
from lessongen.model.value import value
from lessongen.outputs import search
from lessongen.outputs.formats import list_artifacts
from lessongen.outputs.theme import paths_of
from lessongen.pipeline import build_site, weigh
from lessongen.project import Done, Readers, Request
from lessongen.reading import Reading
from lessongen.rendering.templates import Renderer
from lessongen.serving.memory import Memory
from lessongen.shell.bytecode import bytecode_folder
from lessongen.shell.clock import day_of, epoch
from lessongen.shell.engine import Engine
from lessongen.shell.project_files import ProjectFiles
from lessongen.shell.search_index import Files, SearchIndex

R = TypeVar("R")

_MOST_BUILDS = 40  # with the same templates: what their macros made for old pages is let go then


@value
class Made:
    """What came of a build."""

    site: Site
    problems: tuple[Problem, ...]
    artifacts: tuple[Artifact, ...]  # none if there are errors
    renderer: Renderer | None = None


class Builder:
    """Builds one project again and again, and keeps what does not change between builds."""

    def __init__(
        self, memory: Memory, search: SearchIndex, engine: Engine, *, drafts: bool
    ) -> None:
        self._memory = memory
        self._search = search
        self._engine = engine
        self._drafts = drafts
        self._phrases: dict[str, str] = {}
        self._renderer: Renderer | None = None
        self._theme: object = None  # what the renderer was made for
        self._builds = 0

    def build(self, files: ProjectFiles, readers: Readers) -> Made:
        """The site and its pages; with an error there are no pages."""
        request = Request(today=today, drafts=self._drafts)
        read = build_site(Reading(files, self._memory, request, readers))
        site = read.value
        problems = (*read.problems, *weigh(files.problems, site))
        artifacts: tuple[Artifact, ...] = ()
        if not has_errors(problems):
            # Whether there can be an index decides what pages say; its files are made for readers.
            index = self._search.availability(site)
            renderer = self._renderer_for(files, site, index.value)
            drawn = self._engine.draws_cards
            artifacts = list_artifacts(site, files.theme, renderer, index.value, draws_cards=drawn)
            found = (*find_collisions(artifacts), *files.problems, *index.problems)
            problems = (*problems, *weighed(found, site))
        complete = not has_errors(problems)
        self._memory.end_build(complete=complete)
        return Made(
            site=site,
            problems=sort_problems(problems),
            artifacts=artifacts if complete else (),
            renderer=self._renderer,
        )

    def _renderer_for(self, files: ProjectFiles, site: Site, index: Files | None) -> Renderer:
        """The renderer of the last build, with its compiled templates, if the theme is the same."""
        own = {path: files.digests[path] for path in files.scan.files if _is_theme(path)}
        catalogs = {locale: edition.catalog for locale, edition in site.editions.items()}
        theme = (files.bundled_stats, own, catalogs, index is None)
        self._builds += 1
        if self._renderer is None or theme != self._theme or self._builds > _MOST_BUILDS:
            self._renderer = Renderer(
                files.theme.templates,
                catalogs,
                {**paths_of(files.theme), **search.paths_of(index)},
                bytecode_directory=bytecode_folder(self._engine.templates),
                memo=self._phrases,
            )
            self._theme = theme
            self._builds = 0
        return self._renderer


def weighed(problems: Sequence[Problem], site: Site) -> tuple[Problem, ...]:
    """Problems of the output as severe as the project says, errors always errors."""
    errors = [problem for problem in problems if problem.severity == "error"]
    others = [problem for problem in problems if problem.severity != "error"]
    return sort_problems((*errors, *weigh(tuple(others), site)))


def one_by_one(
    read: Callable[[str], R], paths: Sequence[str], _: Settings
) -> Callable[[], Iterable[tuple[int, Done[R]]]]:
    """Reads each document: a process with threads must not be forked."""
    return lambda: enumerate(Done(read(path)) for path in paths)


def today(time_zone: str) -> str:
    """Which day it is there."""
    return day_of(epoch(), time_zone)


def _is_theme(path: str) -> bool:
    return path.startswith("templates/")
