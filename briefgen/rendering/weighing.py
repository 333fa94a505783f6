"""How heavy a value is: what takes one step in Python can take for ever where values are nested.

Comparing, sorting and looking up call no code of a template, so that no timer can stop them.
"""

from jinja2.exceptions import SecurityError

MOST = 1_000_000
"""Values and pieces of text within a value, each as often as it is met."""
LETTERS = 32
"""Letters of a text that weigh as much as a value."""
MOST_BITS = 8192
"""Of a whole number: some 2,400 digits."""
LIGHT = frozenset({bool, float, type(None)})
HOLDING = (list, tuple, dict)


def weighed(value: object) -> object:
    """The value itself; raises SecurityError if it is too heavy for what can't be stopped."""
    if type(value) in LIGHT:
        return value
    if not isinstance(value, HOLDING):
        check_weight(weight_of(value))
        return value
    weight, rest = 0, list[object]([value])
    while rest:
        each = rest.pop()
        weight += weight_of(each)
        check_weight(weight)
        rest.extend(held_by(each))
    return value


def check_weight(weight: int) -> None:
    if weight > MOST:
        message = "this holds too much to be compared or passed on; take a part of it"
        raise SecurityError(message)


def weight_of(value: object) -> int:
    """What a value weighs without what it holds, which counts by its number."""
    match value:
        case str():
            return 1 + len(value) // LETTERS
        case int() if value.bit_length() > MOST_BITS:
            raise SecurityError("a number has too many digits")
        case list() | tuple() | dict():
            return 1 + len(value)
    return 1


def held_by(value: object) -> list[object]:
    match value:
        case list() | tuple():
            return list(value)
        case dict():
            return [*value.keys(), *value.values()]
    return []
