import copy
import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import pytest

from lessongen.model.value import field, value

T = TypeVar("T")


@value
class Point:
    """Two numbers."""

    x: int
    y: int = 2

    @property
    def total(self) -> int:
        """Their sum."""
        return self.x + self.y


@value
class Place:
    """A point with a note that does not count."""

    point: Point
    note: str = field(default="", compare=False)
    words: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


@value
class Nothing:
    """No field at all."""


@value
class Box(Generic[T]):
    """Holds something."""

    item: T


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What `value` stands in for."""

    x: int
    y: int = 2


def test_fields_are_given_by_name() -> None:
    assert (Point(x=1).x, Point(x=1).y, Point(x=1, y=5).total) == (1, 2, 6)
    with pytest.raises(TypeError):
        Point(1)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point(x=1, z=3)  # type: ignore[call-arg]


def test_a_value_cannot_change() -> None:
    point = Point(x=1)
    with pytest.raises(AttributeError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 2  # type: ignore[attr-defined]
    assert not hasattr(point, "__dict__")


def test_equal_fields_make_equal_values_of_one_class() -> None:
    assert Point(x=1) == Point(x=1, y=2)
    assert Point(x=1) != Point(x=2)
    other: object = Standard(x=1)
    assert Point(x=1) != other
    assert hash(Point(x=1)) == hash(Point(x=1))
    assert {Point(x=1): 1}[Point(x=1)] == 1
    assert Nothing() == Nothing()


def test_fields_that_do_not_count_take_no_part_in_equality() -> None:
    assert Place(point=Point(x=1), note="a") == Place(point=Point(x=1), note="b")
    assert hash(Place(point=Point(x=1), words={"a": "b"})) == hash(Place(point=Point(x=1)))


def test_each_value_gets_a_default_of_its_own() -> None:
    one, two = Place(point=Point(x=1)), Place(point=Point(x=1))
    assert one.words == {}
    assert one.words is not two.words


def test_it_prints_as_a_dataclass_does() -> None:
    assert repr(Point(x=1)) == repr(Standard(x=1)).replace("Standard", "Point")
    assert repr(Place(point=Point(x=1))) == "Place(point=Point(x=1, y=2), note='')"


def test_the_module_dataclasses_takes_it_for_its_own() -> None:
    assert [each.name for each in dataclasses.fields(Place)] == ["point", "note", "words"]
    assert [each.compare for each in dataclasses.fields(Place)] == [True, False, False]
    assert dataclasses.replace(Point(x=1), y=7) == Point(x=1, y=7)
    assert dataclasses.asdict(Point(x=1)) == {"x": 1, "y": 2}


def test_it_can_be_copied_and_sent_to_another_process() -> None:
    place = Place(point=Point(x=1), note="a", words={"b": "c"})
    for copied in (copy.deepcopy(place), pickle.loads(pickle.dumps(place))):  # noqa: S301
        assert copied == place
        assert (copied.note, copied.words) == ("a", {"b": "c"})


def test_it_may_be_generic() -> None:
    box: Box[int] = Box(item=3)
    assert box.item == 3
    assert Box[str](item="a") == Box(item="a")
