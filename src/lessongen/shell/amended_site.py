"""The rest of an amended build: all pages, the output folder, and the next build."""

import os
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from lessongen.amending.beside import Moment, PagesBeside
from lessongen.amending.look import Look
from lessongen.amending.numbers import Numbers
from lessongen.amending.pages import outputs_of
from lessongen.amending.prints import packed_numbers
from lessongen.amending.refusal import MoreThanWordsError
from lessongen.amending.texts import amend_texts
from lessongen.build.manifest import NAME
from lessongen.build.settle import Settlement
from lessongen.model.artifact import Written
from lessongen.model.document import Body, Document
from lessongen.model.printed import AmendedPage, Printed
from lessongen.model.problem import Outcome
from lessongen.model.standing import Standing
from lessongen.project import document_key
from lessongen.rendering.words import WordsByLanguage
from lessongen.shell.ahead import load_for_amending
from lessongen.shell.amending_files import AmendingFiles
from lessongen.shell.contents import Contents
from lessongen.shell.digests import is_settled
from lessongen.shell.output_files import read_listed
from lessongen.shell.scan import Signature, signature
from lessongen.shell.site_writer import write_site
from lessongen.shell.state import Seen, State, with_fields
from lessongen.shell.unchanged import NUMBERS, record_name
from lessongen.tracking.tracker import standing_key

if TYPE_CHECKING:
    from lessongen.reading import ReadDocument
    from lessongen.shell.amended_build import Opened
    from lessongen.shell.unchanged import Group

_KNOWN_BY_FIELDS = ""  # the key of a page whose data nobody has put together


class AmendedSite:
    """The site while its pages are amended; made, it has loaded what it will need."""

    def __init__(self, opened: "Opened", files: AmendingFiles, look: Look) -> None:
        self._opened = opened
        self._files = files
        self._look = look
        self._prints = look.prints
        self._phrases = opened.phrases()
        self._said = len(self._phrases)
        self._words = WordsByLanguage(self._prints.catalogs, self._phrases)
        printed = [each for path in files.looked for each in self._prints.pages_of(path)]
        before = self._moment(files.earlier)
        self._beside = PagesBeside(printed, before, self._prints, self._words)
        self._numbers = Numbers(self._prints, self._words)
        self._read = {path: opened.read_page(path) for path in self._outputs(printed)}
        self._load_ahead(printed)

    def _outputs(self, printed: Sequence[Printed]) -> set[str]:
        """The pages that will differ, as far as that is known already."""
        own = (path for each in printed for path in outputs_of(each, self._prints))
        return {*own, *self._beside.outputs(), *self._numbers.outputs()}

    def _load_ahead(self, printed: Sequence[Printed]) -> None:
        places = [
            place
            for each in printed
            for found in self._prints.places_of(each.key).values()
            for place in found
        ]
        load_for_amending(
            translations=bool(places),
            records=any(each.record_path in self._files.digests for each in places),
            terms=bool(self._prints.terms),
        )

    def _read_page(self, path: str) -> str:
        return self._read.get(path) or self._opened.read_page(path)

    def write(self, texts: "Mapping[str, ReadDocument]", changed: Sequence[str]) -> Sequence[str]:
        """The paths that were written; nothing is if `MoreThanWordsError` is raised."""
        amendment = amend_texts(texts, self._look, words=self._words, read_page=self._read_page)
        pages = (
            *amendment.pages,
            *self._beside.amended(self._moment(self._files.digests), self._read_page),
            *self._numbers.amended(amendment.standings, self._read_page),
        )
        contents, written = self._settled(pages)
        self._write(contents, written)
        self._keep(amendment.superseded, written, changed)
        return tuple(contents.digests)

    # --- pages -------------------------------------------------------------------

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

    # --- the output folder -------------------------------------------------------

    def _settled(self, pages: Sequence[AmendedPage]) -> tuple[Contents, Mapping[str, Written]]:
        """The bytes that differ from those in the output, and what is known of these pages now."""
        known = self._opened.state.written
        if any(page.output not in known for page in pages):
            raise MoreThanWordsError("a page of which nobody knows anything")
        contents, written = Contents(self._opened.output, {}), {}
        for page in pages:
            kept = contents.put(page.output, page.text.encode())
            old = known[page.output]
            fields = with_fields(old.fields, page.fields)
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
        packed = packed_numbers(self._numbers.dashboards, self._numbers.tracked)
        opened.cache.write(NUMBERS, (opened.prints, number, packed))
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
        return state._replace(files=files, pages=pages).with_written(written)

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
        record.numbers = number
        opened.cache.write(name, record.pack())


def _look(folder: str, path: str) -> Signature:
    return signature(os.lstat(os.path.join(folder, path)))


def _with(group: "Group", seen: Mapping[str, Signature]) -> "Group":
    """The group with other looks of some of its files."""
    folder, follow, files = group
    return (folder, follow, tuple((file[0], *seen.get(file[0], file[1:])) for file in files))
