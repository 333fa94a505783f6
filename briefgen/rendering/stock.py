"""Jinja's own filters and tests as far as templates have them: none is slow, random or huge."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Literal, cast

from jinja2 import Environment, pass_environment
from jinja2.filters import FILTERS, do_round, make_attrgetter
from jinja2.tests import TESTS
from markupsafe import soft_str

from briefgen.rendering.operators import check_places, checked_format, reckoned
from briefgen.rendering.weighing import weighed

Filter = Callable[..., object]
Method = Literal["common", "ceil", "floor"]
Attribute = str | int | None
KEPT = frozenset(
    {
        *("abs", "batch", "capitalize", "count", "d", "default", "dictsort", "e", "escape"),
        *("first", "float", "groupby", "int", "items", "join", "last", "length", "list", "lower"),
        *("map", "max", "min", "reject", "rejectattr", "replace", "reverse", "safe", "select"),
        *("selectattr", "slice", "sort", "string", "striptags", "title", "trim", "truncate"),
        *("unique", "upper", "wordcount"),
    }
)
"""Left out is what documents don't need, what differs from run to run, and what makes markup."""
BY_ATTRIBUTE = frozenset({"groupby", "max", "min", "sort", "unique"})
"""What compares the values of its first argument, or an attribute of each."""
GLOBALS = frozenset({"dict", "namespace", "range"})


def stock_filters() -> Mapping[str, Filter]:
    """Jinja's filters that templates have, each of which weighs what it is given."""
    kept = {name: weighing(FILTERS[name]) for name in KEPT - BY_ATTRIBUTE}
    sorting = {name: comparing(FILTERS[name]) for name in BY_ATTRIBUTE}
    own: dict[str, Filter] = {"format": weighing(formatted), "round": rounded, "sum": total}
    return {**kept, **sorting, **own}


def stock_tests() -> Mapping[str, Filter]:
    """Jinja's tests, each of which weighs what it is given."""
    jinja = cast("Mapping[str, Filter]", TESTS)  # Jinja types them as bare functions
    return {name: weighing(test) for name, test in jinja.items()}


def weighing(function: Filter) -> Filter:
    """The same, for values that are not too heavy."""

    @wraps(function)  # with it come Jinja's notes of what else the function takes
    def weighed_first(*args: object, **kwargs: object) -> object:
        for each in (*args, *kwargs.values()):
            weighed(each)
        return function(*args, **kwargs)

    return weighed_first


def comparing(function: Filter) -> Filter:
    """The same, for values that are not too heavy, and whose attribute isn't either."""

    @pass_environment
    @wraps(function)
    def compared(
        environment: Environment, value: Iterable[object], *args: object, **kwargs: object
    ) -> object:
        values = list(value)
        weighed([values, *args, *kwargs.values()])
        for name in attributes_in([*args, kwargs.get("attribute")]):
            get = make_attrgetter(environment, name)
            weighed([get(each) for each in values])
        return function(environment, values, *args, **kwargs)

    return compared


def attributes_in(given: Iterable[object]) -> Iterator[str]:
    """What can be the name of an attribute, of which several may stand with commas between."""
    for each in given:
        if isinstance(each, str):
            yield from each.split(",")


def formatted(text: object, *args: object, **kwargs: object) -> str:
    """A text with its placeholders filled; the filter `format`."""
    return checked_format(soft_str(text)) % (kwargs or args)


def rounded(value: float, precision: int = 0, method: Method = "common") -> float:
    """A number to some places; the filter `round`."""
    check_places(value, precision)
    return do_round(value, precision, method)


@pass_environment
def total(
    environment: Environment,
    values: Iterable[object],
    attribute: Attribute = None,
    start: object = 0,
) -> object:
    """What values make together; the filter `sum`."""
    if attribute is not None:
        values = map(make_attrgetter(environment, attribute), values)
    for each in values:  # one by one: Python's own sum can't be stopped
        start = reckoned("+", start, each)
    return start
