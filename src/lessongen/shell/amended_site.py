"""The rest of an amended build: what needs templates, the output folder, and the next build."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from lessongen.amending.beside import Moment, PagesBeside
from lessongen.amending.look import Look
from lessongen.amending.numbers import (
    Standings,
    dashboard_artifacts,
    renewed_dashboards,
    renewed_texts,
)
from lessongen.amending.prints import Prints
from lessongen.amending.refusal import MoreThanWordsError
from lessongen.amending.texts import amend_texts
from lessongen.build.digest import Digester
from lessongen.build.manifest import NAME
from lessongen.build.settle import Settlement
from lessongen.model.artifact import Written
from lessongen.model.document import Body, Document
from lessongen.model.printed import AmendedPage
from lessongen.model.problem import Outcome
from lessongen.model.standing import Standing
from lessongen.project import document_key
from lessongen.rendering.templates import Renderer
from lessongen.shell.amending_files import AmendingFiles
from lessongen.shell.bytecode import bytecode_folder
from lessongen.shell.contents import Contents
from lessongen.shell.digests import is_settled
from lessongen.shell.output_files import read_listed
from lessongen.shell.scan import Signature, signature
from lessongen.shell.site_writer import write_site
from lessongen.shell.state import Seen, State
from lessongen.shell.theme import ThemeFiles
from lessongen.shell.unchanged import PRINTS, record_name
from lessongen.tracking.tracker import standing_key

if TYPE_CHECKING:
    from lessongen.reading import ReadDocument
    from lessongen.shell.amend import Opened
    from lessongen.shell.unchanged import Group

_KNOWN_BY_FIELDS = ""  # the key of a page whose data nobody has put together


class AmendedSite:
    """The site while its pages are amended; made, it has loaded what it will need."""

    def __init__(self, opened: "Opened", files: AmendingFiles) -> None:
        self._opened = opened
        self._files = files
        self._prints = Prints(opened.packed)
        self._phrases = opened.phrases()
        self._said = len(self._phrases)
        self._dashboards = self._prints.dashboards()
        self._tracked = self._prints.tracked()
        self._renderer = Renderer(
            _templates(opened),
            self._prints.catalogs,
            bytecode_directory=bytecode_folder(opened.templates),
            memo=self._phrases,
        )
        self._beside = PagesBeside(
            [printed for path in files.looked for printed in self._prints.pages_of(path)],
            self._moment(files.earlier),
            self._prints,
            self._renderer,
        )
        for each in self._dashboards:  # without its texts, so that all templates are there
            self._renderer.render(each.template, each.view, self._prints.sites[each.locale])

    def write(self, texts: "Mapping[str, ReadDocument]", changed: Sequence[str]) -> Sequence[str]:
        """The paths that were written; nothing is if `MoreThanWordsError` is raised."""
        opened = self._opened
        look = Look(self._files, self._files.earlier, opened.memo, self._prints)
        amendment = amend_texts(texts, look, phrases=self._phrases, read_page=opened.read_page)
        pages = (*amendment.pages, *self._pages_beside(), *self._numbers(amendment.standings))
        contents, written = self._settled(pages)
        self._write(contents, written)
        self._keep(amendment.superseded, written, changed)
        return tuple(contents.digests)

    # --- pages -------------------------------------------------------------------

    def _pages_beside(self) -> Iterator[AmendedPage]:
        return self._beside.amended(self._moment(self._files.digests), self._opened.read_page)

    def _moment(self, digests: Mapping[str, str]) -> Moment:
        memo = self._opened.memo

        def body(path: str) -> Body:
            read = memo.get(document_key(path, digests))
            if not isinstance(read, Outcome):
                raise MoreThanWordsError(path)
            return cast("Document", read.value).body

        def standing(locale: str, key: str) -> Standing:
            for place in self._prints.places_of(key)[locale]:
                found = memo.get(standing_key(place, digests))
                if isinstance(found, Standing):
                    return found
            raise MoreThanWordsError(key)

        return Moment(body=body, standing=standing)

    def _numbers(self, standings: Standings) -> Iterator[AmendedPage]:
        """The dashboard's pages and files whose data differ."""
        if not standings:
            return
        self._dashboards = renewed_dashboards(self._dashboards, standings, self._prints.today)
        self._tracked = renewed_texts(self._tracked, standings)
        digester = Digester()
        for artifact in dashboard_artifacts(
            self._dashboards, self._tracked, self._prints, self._renderer
        ):
            fields, old = digester.fields(artifact.data), self._opened.state.written[artifact.path]
            if any(old.fields.get(name) != each for name, each in fields.items()):
                text = artifact.produce().decode()
                yield AmendedPage(output=artifact.path, text=text, fields=fields)

    # --- the output folder -------------------------------------------------------

    def _settled(self, pages: Sequence[AmendedPage]) -> tuple[Contents, Mapping[str, Written]]:
        """The bytes that differ from those in the output, and what is known of these pages now."""
        known = self._opened.state.written
        contents, written = Contents(self._opened.output, {}), {}
        for page in pages:
            kept = contents.put(page.output, page.text.encode())
            old = known[page.output]
            fields = {**old.fields, **page.fields}
            written[page.output] = Written(key=_KNOWN_BY_FIELDS, fields=fields, digest=kept[0])
            if kept[0] != old.digest:
                contents.take(page.output, kept)
        return contents, written

    def _write(self, contents: Contents, written: Mapping[str, Written]) -> None:
        listed = read_listed(self._opened.output)
        new = {path: frozenset((written[path].digest,)) for path in contents.digests}
        settlement = Settlement(
            write=tuple(contents.digests),
            before={**listed, **{path: listed.get(path, frozenset()) | new[path] for path in new}},
            after={**listed, **new},
            written=written,
        )
        try:
            write_site(self._opened.output, settlement, listed, contents, {})
        finally:
            contents.drop()

    # --- for the next build ------------------------------------------------------

    def _keep(
        self, superseded: Sequence[str], written: Mapping[str, Written], changed: Sequence[str]
    ) -> None:
        opened = self._opened
        for key in superseded:
            opened.memo.forget(key)
        if len(self._phrases) != self._said:
            opened.memo.put("phrases", self._phrases)
        opened.memo.save(complete=False)
        number = time.time_ns()
        packed = self._prints.packed_with(self._dashboards, self._tracked)
        opened.cache.write(PRINTS, (number, opened.templates, packed))
        looked = {path: _look(opened.output, path) for path in (*written, NAME, "")}
        opened.cache.write_state(self._state(written, looked))
        self._keep_record(number, looked, changed)

    def _state(self, written: Mapping[str, Written], looked: Mapping[str, Signature]) -> State:
        state, digests = self._opened.state, self._files.digests
        files = {path: seen for path, seen in state.files.items() if path not in self._files.looked}
        for path, look in self._files.looked.items():
            if is_settled(look, self._opened.now):
                files[path] = (look, digests[path])
        pages: dict[str, Seen] = dict(state.pages)
        pages.update((path, (looked[path], each.digest)) for path, each in written.items())
        return state._replace(files=files, pages=pages, written={**state.written, **written})

    def _keep_record(
        self, number: int, looked: Mapping[str, Signature], changed: Sequence[str]
    ) -> None:
        """Let the next build see what this one saw, unless a file could change unseen."""
        opened, record = self._opened, self._opened.record
        name = record_name(opened.call.command)
        seen = {path: _look(opened.root, path) for path in changed} | self._files.looked
        if not all(is_settled(each, opened.now) for each in seen.values()):
            opened.cache.remove(name)
            return
        own, *others, output = record.groups
        record.groups = (_with(own, seen), *others, _with(output, looked))
        record.prints = number
        opened.cache.write(name, record.pack())


def _templates(opened: "Opened") -> Mapping[str, str]:
    """The bundled theme's templates, which the last build used."""
    folder, _, files = opened.record.groups[1]
    names = (file[0] for file in files if file[0] and not file[0].endswith("/"))
    nothing = ThemeFiles(
        folder=folder,
        bundled=names,
        own=(),
        read_bytes=lambda _: b"",
        read_text=lambda _: "",
    )
    return nothing.theme().templates


def _look(folder: str, path: str) -> Signature:
    return signature(os.lstat(os.path.join(folder, path)))


def _with(group: "Group", seen: Mapping[str, Signature]) -> "Group":
    """The group with other looks of some of its files."""
    folder, follow, files = group
    return (folder, follow, tuple((file[0], *seen.get(file[0], file[1:])) for file in files))
