"""What can be added to a file: texts, lists and keys with values."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefgen.register.source import Location

Value = str | tuple["Value", ...] | Mapping[str, "Value"]


@dataclass(frozen=True)
class NewKey:
    """A key with its value, for the mapping at a location that lacks it."""

    location: Location
    key: str
    value: Value


@dataclass(frozen=True)
class NewItem:
    """An item for the end of the list that stands under a key of the mapping at a location."""

    location: Location
    key: str
    value: Value


Addition = NewKey | NewItem


def added(tree: Any, additions: Iterable[Addition]) -> Any:
    """What a file holds after some additions: what it has to read back as."""
    return placed(tree, [(addition.location, addition) for addition in additions])


def placed(tree: Any, additions: Sequence[tuple[Location, Addition]]) -> Any:
    """A value with what is to be added to it and below it, copied once for all of them."""
    here = [addition for location, addition in additions if not location]
    made = with_additions({} if tree is None else tree, here) if here else copied(tree)
    below: dict[str | int, list[tuple[Location, Addition]]] = defaultdict(list)
    for location, addition in additions:
        if location:
            below[location[0]].append((location[1:], addition))
    for step, inner in below.items():
        made[step] = placed(made[step], inner)
    return tuple(made) if isinstance(tree, tuple) else made


def copied(tree: Any) -> Any:
    return list(tree) if isinstance(tree, tuple) else dict(tree)


def with_additions(mapping: Any, additions: Sequence[Addition]) -> Any:
    made = dict(mapping)
    lists: dict[str, list[Any]] = {}
    for addition in additions:
        match addition:
            case NewKey(key=key, value=value) if made.get(key) is None:
                made[key] = read_back(value)
            case NewItem(key=key, value=value):
                lists.setdefault(key, list(made.get(key) or ())).append(read_back(value))
            case _:
                raise LookupError(addition.key)
    return {**made, **{key: tuple(items) for key, items in lists.items()}}


def read_back(value: Value) -> Any:
    match value:
        case str():
            return value
        case tuple():
            return tuple(read_back(item) for item in value)
    return {key: read_back(inner) for key, inner in value.items()}
