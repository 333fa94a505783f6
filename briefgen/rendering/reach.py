"""What templates can reach of a value: the fields of documents, and little of Python's own."""

import datetime
from collections.abc import Mapping

from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext
from jinja2.utils import Namespace

OWN = "briefgen."
FIELDS = "__dataclass_fields__"
LIBRARY = "model_"
"""How the names begin that pydantic gives to its own."""
WHOLE = (TemplateModule, Namespace)
"""A template's own names: what it defines and sets itself."""
METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(
        {
            *("capitalize", "lower", "title", "upper", "strip", "lstrip", "rstrip"),
            *("isalpha", "isdigit", "removeprefix", "removesuffix", "split", "splitlines"),
        }
    ),
    dict: frozenset({"get", "items", "keys", "values"}),
    datetime.date: frozenset({"year", "month", "day", "isoformat"}),
    LoopContext: frozenset(
        {
            *("index", "index0", "revindex", "revindex0", "first", "last", "length"),
            *("previtem", "nextitem", "depth", "depth0", "changed", "cycle"),
        }
    ),
    BlockReference: frozenset({"super"}),
}
"""Python's own methods that only read, and can't take long."""


def is_in_reach(kind: type, name: str) -> bool:
    """Whether templates can use what has this name on a value of this kind."""
    if name.startswith("_"):
        return False
    if issubclass(kind, WHOLE):
        return True
    if issubclass(kind, tuple):
        return name in getattr(kind, "_fields", ())
    return any(name in METHODS.get(each, ()) or is_told_by(each, name) for each in kind.__mro__)


def is_told_by(kind: type, name: str) -> bool:
    """Whether a class of documents says itself that its values have this."""
    is_own = kind.__module__.startswith(OWN) or FIELDS in vars(kind)
    if not is_own or name.startswith(LIBRARY):
        return False
    return name in vars(kind) or name in vars(kind).get("__annotations__", {})
