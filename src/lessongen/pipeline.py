"""The whole story, from a project's files to the files of its site. Start reading here.

Everything here is pure: the shell brings what it read and takes away what to write.

    files --Reading----------> Ingredients   settings, documents, people, words
          --with_standings----> Ingredients   and how each translation stands to its source
          --assemble----------> Site          pairs, order, addresses, links
          --SITE_RULES--------> problems      what is wrong with the whole
          --PAIR_RULES--------> problems      what is wrong with translations beside their sources
          --list_artifacts----> Artifacts     what each file of the output depends on
          --plan_build--------> Plan          what to write, keep, delete, and why
          --produce-----------> bytes         made in full before anything is written
"""

from collections.abc import MutableMapping, Sequence
from typing import TYPE_CHECKING

from lessongen.checks.site import SITE_RULES
from lessongen.graph.ingredients import Ingredients
from lessongen.graph.site import assemble
from lessongen.model.artifact import Artifact
from lessongen.model.problem import Outcome, Problem, sort_problems, weigh_problems
from lessongen.model.search import IndexFile
from lessongen.model.site import Site
from lessongen.model.value import replaced
from lessongen.outputs import search
from lessongen.outputs.formats import list_artifacts
from lessongen.outputs.theme import paths_of
from lessongen.project import Project, Share, in_turn
from lessongen.reading import Reading
from lessongen.rendering.templates import Renderer, TemplateFailure
from lessongen.tracking.checked import check_translations
from lessongen.tracking.project import track_translations
from lessongen.tracking.tracker import Tracker

if TYPE_CHECKING:
    from lessongen.rendering.compiled import CompiledTemplates


def build_site(reading: Reading, share: Share = in_turn) -> Outcome[Site]:
    """The site, and every problem of the project, as severe as the project says, by place.

    What takes long is done with the help of `share`.
    """
    project, memo, request = reading.project, reading.memo, reading.request
    ingredients = reading.ingredients()
    tracker = track_translations(project, memo, ingredients)
    tracker.look_at_new(share)
    site = assemble(with_standings(tracker, ingredients.value))
    found = [problem for rule in SITE_RULES for problem in rule(site.value)]
    pairs = check_translations(
        tracker, project, memo, ingredients.value, guesses=request.guesses, share=share
    )
    problems = (*ingredients.problems, *site.problems, *found, *pairs.problems)
    if pairs.value:
        from lessongen.translation.allowances import without_allowed  # few projects need it

        problems = tuple(without_allowed(problems, pairs.value))
    return Outcome(value=site.value, problems=weigh(problems, site.value))


def with_standings(tracker: Tracker, given: Ingredients) -> Ingredients:
    """What was read, with how each translation in it stands."""
    return replaced(
        given,
        documents=tracker.marked(given.documents),
        standings=tracker.standings(),
        places=tracker.places,
    )


def weigh(problems: tuple[Problem, ...], site: Site) -> tuple[Problem, ...]:
    """The problems by place, with the project's severities, without what files ignore."""
    ignored = {
        document.path: frozenset(document.front.ignore)
        for document in site.documents
        if document.front.ignore
    }
    return sort_problems(weigh_problems(problems, site.settings.problems, ignored))


def site_artifacts(
    site: Site,
    project: Project,
    *,
    bytecode_directory: str,
    compiled: "CompiledTemplates | None" = None,
    phrases: MutableMapping[str, str],
    index: Sequence[IndexFile] | None = None,
    draws_cards: bool = False,
) -> tuple[Artifact, ...]:
    """Every file of the output. Compiled templates and what Babel said are kept for next time.

    `index` is the search index of the site, if there can be one; `draws_cards` says whether
    there is what draws social cards.
    """
    theme = project.theme
    renderer = Renderer(
        theme.templates,
        {locale: edition.catalog for locale, edition in site.editions.items()},
        {**paths_of(theme), **search.paths_of(index)},
        bytecode_directory=bytecode_directory,
        compiled=compiled,
        memo=phrases,
    )
    return list_artifacts(site, theme, renderer, index, draws_cards=draws_cards)


def produce(artifact: Artifact) -> Outcome[bytes]:
    """The bytes of a file of the output; a broken template is a problem."""
    try:
        return Outcome(value=artifact.produce())
    except TemplateFailure as failure:
        return Outcome(value=b"", problems=(failure.problem,))
