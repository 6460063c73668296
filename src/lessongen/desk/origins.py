"""The English that an unrecorded translation was made from, as far as git knows it.

It is looked for around the days of the translation: the source as it was in each commit that
touched the translation, and in the last ones before that. Of these versions the one is taken that
fits best; where several fit alike, the one of the commit that most lines of the translation
come from.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from lessongen.model.source import SourceFile
from lessongen.model.standing import TranslationPlace
from lessongen.model.translation import Record
from lessongen.model.unit import Unit
from lessongen.model.value import value
from lessongen.parsing.document import parse_document
from lessongen.parsing.paths import place_of
from lessongen.project import Memo, Project
from lessongen.shell.git import Commit, Git
from lessongen.translation.normal import form
from lessongen.translation.origin import fit, presumed_record
from lessongen.translation.record import read_record, write_record

_MOST_TOUCHES = 12  # commits of a translation that are looked at, the newest
_MOST_BEFORE = 4  # versions of the source from before the first of them
_MOST_VERSIONS = 8  # that are compared: each takes a moment
_SHORT = 7  # digits of the name of a commit, as `blame` is told
_ALIKE = 0.5  # what two versions may differ by and still fit alike


@value
class Origin:
    """The version of a source that a translation seems to be made from."""

    commit: Commit
    record: Record  # of nothing that is confirmed
    is_today: bool = False  # whether the source is still the same


class GitOrigins:
    """Finds origins, and remembers them as long as neither the texts nor the history change."""

    def __init__(self, root: str, project: Project, memo: Memo) -> None:
        self._git = Git(root)
        self._project = project
        self._memo = memo
        self._found: dict[tuple[str, str], Origin | None] = {}

    @property
    def stamp(self) -> str:
        """The commit that is worked on."""
        return self._git.head()

    def record(self, place: TranslationPlace, targets: Sequence[Unit]) -> Record | None:
        """The record of what the source was when it was translated: of nothing confirmed."""
        origin = self.find(place, lambda: targets)
        return None if origin is None or origin.is_today else origin.record

    def find(self, place: TranslationPlace, targets: Callable[[], Sequence[Unit]]) -> Origin | None:
        """The version that a translation was made from; None if git does not know it.

        `targets` are asked for only where that is not remembered.
        """
        if place.kind in ("people", "tags") or not self._git.is_there():
            return None
        name = (place.locale, place.key)
        if name not in self._found:
            self._found[name] = self._remembered(place, targets)
        return self._found[name]

    def _remembered(
        self, place: TranslationPlace, targets: Callable[[], Sequence[Unit]]
    ) -> Origin | None:
        paths = (place.source_path, place.target_path)
        digests = " ".join(f"{path} {self._project.digests.get(path or '')}" for path in paths)
        key = f"origin {digests} {self.stamp}"
        known = self._memo.get(key)
        if not isinstance(known, tuple):
            origin = self._look(place, targets())
            known = () if origin is None else _packed(origin)
            self._memo.put(key, known)
        return _unpacked(known) if known else None

    def _look(self, place: TranslationPlace, targets: Sequence[Unit]) -> Origin | None:
        source, target = place.source_path or "", place.target_path or ""
        touches = self._git.revisions(target, most=_MOST_TOUCHES)
        if not touches:
            return None
        before = self._git.revisions(source, at=touches[-1].name, most=_MOST_BEFORE)
        texts = self._git.versions(source, [each.name for each in (*touches, *before)])
        versions = list(_versions((*touches, *before), texts))[:_MOST_VERSIONS]
        if not versions:
            return None
        commit, units = _best(versions, targets, source, lambda: self._majority(target))
        return Origin(
            commit=commit,
            record=presumed_record(units, targets, commit.date),
            is_today=_same(units) == _same(_units(source, self._project.read(source).value.text)),
        )

    def _majority(self, path: str) -> str:
        """The commit that most lines of a file come from."""
        counts = Counter(commit.name for commit in self._git.blame(path).values())
        return counts.most_common(1)[0][0] if counts else ""


def _versions(
    commits: Sequence[Commit], texts: Mapping[str, bytes]
) -> Iterator[tuple[Sequence[Commit], str]]:
    """Each text that a source had, with the commits that it had it in, the newest first."""
    found: dict[bytes, list[Commit]] = {}
    for commit in commits:
        if commit.name in texts:
            found.setdefault(texts[commit.name], []).append(commit)
    for content, same in found.items():
        yield same, content.decode("utf-8", "replace")


def _best(
    versions: Sequence[tuple[Sequence[Commit], str]],
    targets: Sequence[Unit],
    path: str,
    majority: Callable[[], str],
) -> tuple[Commit, Sequence[Unit]]:
    """The version that fits best, and the first of the commits that it is found in."""
    if len(versions) == 1:
        return versions[0][0][-1], _units(path, versions[0][1])
    scored = [(fit(units := _units(path, text), targets), same, units) for same, text in versions]
    most = max(score for score, _, _ in scored)
    alike = [(same, units) for score, same, units in scored if score >= most - _ALIKE]
    name = majority()[:_SHORT] if len(alike) > 1 else ""
    for same, units in alike:
        for commit in same:
            if name and commit.name.startswith(name):
                return commit, units
    return alike[0][0][-1], alike[0][1]


def _units(path: str, text: str) -> tuple[Unit, ...]:
    locale, key, kind = place_of(path) or ("", path, "page")
    file = SourceFile(path=path, text=text, digest="")
    return parse_document(file, locale=locale, key=key, kind=kind).value.units


def _same(units: Sequence[Unit]) -> list[tuple[str, str]]:
    """What makes two versions one and the same to translators."""
    return [(unit.kind, form(unit)) for unit in units]


def _packed(origin: Origin) -> tuple[str, ...]:
    commit = origin.commit
    text = write_record(origin.record, "", "")
    return commit.name, commit.date, commit.subject, commit.author, text, str(origin.is_today)


def _unpacked(known: Sequence[object]) -> Origin:
    name, date, subject, author, text, is_today = map(str, known)
    commit = Commit(name=name, date=date, subject=subject, author=author)
    return Origin(commit=commit, record=read_record(text), is_today=is_today == str(True))
