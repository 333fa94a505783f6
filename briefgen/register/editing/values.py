"""What can be added to a file: texts, lists and keys with values."""

from collections.abc import Mapping
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


def added(tree: Any, addition: Addition) -> Any:
    """What a file holds after an addition: what it has to read back as."""
    return placed(tree, addition.location, addition)


def placed(tree: Any, location: Location, addition: Addition) -> Any:
    match location, tree:
        case (), _:
            return with_addition({} if tree is None else tree, addition)
        case (int(step), *rest), tuple():
            return (*tree[:step], placed(tree[step], tuple(rest), addition), *tree[step + 1 :])
        case (step, *rest), dict():
            return {**tree, step: placed(tree[step], tuple(rest), addition)}
    raise LookupError(location)


def with_addition(mapping: Any, addition: Addition) -> Any:
    match addition:
        case NewKey(key=key, value=value) if mapping.get(key) is None:
            return {**mapping, key: read_back(value)}
        case NewItem(key=key, value=value):
            return {**mapping, key: (*(mapping.get(key) or ()), read_back(value))}
    raise LookupError(addition.key)


def read_back(value: Value) -> Any:
    match value:
        case str():
            return value
        case tuple():
            return tuple(read_back(item) for item in value)
    return {key: read_back(inner) for key, inner in value.items()}
