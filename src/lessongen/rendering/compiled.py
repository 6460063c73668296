"""Compiled templates: kept in a folder for the next build, and at hand for other languages."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from lessongen.rendering.templates import FOLDER

if TYPE_CHECKING:
    from types import CodeType


class CompiledTemplates(BytecodeCache):
    """The code of templates, which is the same for all languages of a site.

    It is kept in a folder, if that is there and can be written to.
    """

    def __init__(self, directory: str) -> None:
        self._known: dict[tuple[str, str], CodeType] = {}  # by name and text of the template
        self._folder: FileSystemBytecodeCache | None = None
        if directory and os.access(directory, os.W_OK):  # false also where there is no such folder
            self._folder = FileSystemBytecodeCache(directory)

    def load_ahead(self, texts: Mapping[str, str]) -> None:
        """Read what the folder has of these templates, before somebody needs it."""
        environment = Environment()  # noqa: S701 only names the buckets' owner
        for name, text in texts.items():
            self.get_bucket(environment, name, FOLDER + name, text)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if it was ever compiled."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))
        if bucket.code is None and self._folder is not None:
            self._folder.load_bytecode(bucket)
            self._know(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep code that has just been compiled."""
        self._know(bucket)
        if self._folder is not None:
            self._folder.dump_bytecode(bucket)

    def _know(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._known[bucket.key, bucket.checksum] = bucket.code
