"""Hearing of changes in the project's folders. An event is a hint to look, and nothing more."""

import logging
import os
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from lessongen.serving.wake import Wake
from lessongen.shell.scan import CONTENT, SETTINGS, TEMPLATES, is_leftover

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

_FOLDERS = (CONTENT, TEMPLATES)
# What readers of files cause, this program among them.
_READING = frozenset({"opened", "closed_no_write"})


class Watcher(FileSystemEventHandler):
    """Wakes up whoever builds when something happens to the files of a project.

    The project's own folder is watched without what is below it, for the settings and for the
    two folders themselves, which come and go with branches.
    """

    def __init__(self, root: str, *wakes: Wake) -> None:
        self._root = root
        self._wakes = wakes
        self._observer: BaseObserver | None = None
        self._watches: dict[str, ObservedWatch] = {}

    def start(self) -> bool:
        """Whether the system tells of changes; some allow only so many folders to be watched."""
        _silence_watchdog()
        observer = Observer()
        self._observer = observer
        try:
            observer.schedule(_Top(self), self._root, recursive=False)
            self._watch_folders()
            observer.start()
        except OSError:
            self.stop()
            return False
        return True

    def stop(self) -> None:
        """Hear of nothing any more."""
        observer, self._observer = self._observer, None
        if observer is not None:
            with suppress(OSError, RuntimeError):
                observer.stop()
            if observer.is_alive():
                observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something happened below one of the folders."""
        if _means_nothing(event):
            return
        names = [os.path.basename(os.fsdecode(path)) for path in (event.src_path, event.dest_path)]
        if not all(is_leftover(name) and name != ".sync" for name in names if name):
            self._wake()

    def came_or_went(self, name: str) -> None:
        """Something happened to an entry of the project's own folder."""
        if name in _FOLDERS:
            with suppress(OSError):
                self._watch_folders()
        if name in (*_FOLDERS, SETTINGS):
            self._wake()

    def _wake(self) -> None:
        for wake in self._wakes:
            wake.event()

    def _watch_folders(self) -> None:
        """Watch the two folders anew: what has the name now may be another folder."""
        if self._observer is None:
            return
        for name in _FOLDERS:
            watch = self._watches.pop(name, None)
            if watch is not None:
                with suppress(KeyError, OSError):
                    self._observer.unschedule(watch)
            folder = os.path.join(self._root, name)
            if os.path.isdir(folder):
                real = os.path.realpath(folder)
                self._watches[name] = self._observer.schedule(self, real, recursive=True)


def _silence_watchdog() -> None:
    """No words of the library about folders that are renamed while it begins to watch them.

    What it misses then, the next look without a reason finds.
    """
    warnings.filterwarnings("ignore", category=RuntimeWarning, module="watchdog")
    logging.getLogger("watchdog").addHandler(logging.NullHandler())
    logging.getLogger("watchdog").propagate = False


def _means_nothing(event: FileSystemEvent) -> bool:
    """Whether somebody only reads, or what it is about has an event of its own."""
    return event.event_type in _READING or (event.is_directory and event.event_type == "modified")


class _Top(FileSystemEventHandler):
    """Hears of the entries of the project's own folder."""

    def __init__(self, watcher: Watcher) -> None:
        self._watcher = watcher

    def on_any_event(self, event: FileSystemEvent) -> None:
        if _means_nothing(event):
            return
        for path in (event.src_path, event.dest_path):
            self._watcher.came_or_went(os.path.basename(os.fsdecode(path)))
