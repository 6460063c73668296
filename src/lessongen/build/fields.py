"""The fields of the model's values, whichever of the two ways they are declared."""

from collections.abc import Mapping
from typing import Any


def fields_of(kind: Any) -> Mapping[str, Any] | None:  # noqa: ANN401 any class
    """The fields of a class by name, each with its `compare`; None for a class without fields.

    A class of `model.value` is asked for its own: to ask it as a dataclass would load the
    module `dataclasses`, which takes longer than everything that is done with the fields.
    """
    own = getattr(kind, "_fields", None)
    if isinstance(own, dict):
        return own
    fields: Mapping[str, Any] | None = getattr(kind, "__dataclass_fields__", None)
    return fields
