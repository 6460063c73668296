"""Views with some of their parts changed."""

from collections.abc import Callable
from typing import Any, TypeVar

from lessongen.build.fields import fields_of

P = TypeVar("P")


def with_parts(view: Any, kind: type[P], change: Callable[[P], P]) -> Any:  # noqa: ANN401 any view
    """A view, or a part of one, with every part of a kind in it changed.

    Bodies take no part in the equality of views, so what is the same here is the very same.
    """
    if isinstance(view, kind):
        return change(view)
    if isinstance(view, tuple):
        changed = tuple(with_parts(each, kind, change) for each in view)
        same = all(new is old for new, old in zip(changed, view, strict=True))
        return view if same else changed
    fields = fields_of(type(view))
    if fields is None:
        return view
    given = {name: getattr(view, name) for name in fields}
    new = {name: with_parts(each, kind, change) for name, each in given.items()}
    return view if all(new[name] is given[name] for name in given) else type(view)(**new)
