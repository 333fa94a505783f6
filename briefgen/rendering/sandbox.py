"""The sandbox of templates: they read their document, and can neither change nor exhaust anything.

Jinja's own sandbox refuses what it knows to be dangerous; this one allows what is known to be safe.
"""

import inspect
from types import CodeType
from typing import Any

from jinja2 import TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.rendering.compiling import Compiler, code_of
from briefgen.rendering.operators import OPERATORS, reckoned
from briefgen.rendering.reach import is_in_reach
from briefgen.rendering.stock import GLOBALS, stock_filters, stock_tests
from briefgen.rendering.weighing import weighed

MOST_SOURCE = 1_000_000
"""Letters of a template; the largest that ships has 7,000."""

MISSING = object()


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for templates that somebody else wrote."""

    code_generator_class = Compiler
    intercepted_binops = frozenset(OPERATORS)
    weighed = staticmethod(weighed)
    """Compiled templates call it."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self.known: dict[tuple[type, str], bool] = {}
        self.filters = dict(stock_filters())
        self.tests = dict(stock_tests())
        for name in set(self.globals) - GLOBALS - {"_"}:
            del self.globals[name]

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:  # noqa: ARG002
        """Whether templates can use an attribute."""
        key = type(obj), attr
        if key not in self.known:
            self.known[key] = is_in_reach(*key)
        return self.known[key]

    def wrap_str_format(self, value: object) -> None:
        """Python's own `format` is refused like other methods: the filter does what is needed."""

    def unsafe_undefined(self, obj: object, attribute: str) -> Undefined:
        """What stands for an attribute that is refused."""
        said = f"templates can't use '{attribute[:60]}' of a '{type(obj).__name__}'"
        return self.undefined(said, obj=obj, name=attribute, exc=SecurityError)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:  # noqa: ARG002
        """What an operator gives."""
        return reckoned(operator, left, right)

    def getattr(self, obj: object, attribute: str) -> object:
        """An attribute or an item; one that is out of reach isn't even looked up."""
        if self.is_safe_attribute(obj, attribute, None):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        found = item_of(obj, attribute)
        if found is not MISSING:
            return found
        if inspect.getattr_static(obj, attribute, MISSING) is MISSING:
            return self.undefined(obj=obj, name=attribute)
        return self.unsafe_undefined(obj, attribute)

    def getitem(self, obj: object, argument: Any) -> object:
        """An item or an attribute."""
        found = item_of(obj, weighed(argument))
        if found is not MISSING:
            return found
        if isinstance(argument, str):
            return self.getattr(obj, str(argument))
        return self.undefined(obj=obj, name=argument)

    def call(
        self, context: Context, function: object, /, *args: object, **kwargs: object
    ) -> object:
        """Calls a function; macros take any argument, as their code is the template's."""
        if not isinstance(function, Macro):
            for each in (*args, *(kwargs[name] for name in kwargs if not name.startswith("_"))):
                weighed(each)
        return super().call(context, function, *args, **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > MOST_SOURCE:
            message = f"a template has {MOST_SOURCE:,} letters at the most; take parts out of it"
            raise TemplateSyntaxError(message, 1, name, filename)
        try:
            return super()._parse(source, name, filename)
        except TemplateSyntaxError as error:
            error.name = name  # where a comment isn't closed, Jinja gives the whole path for it
            raise

    def _compile(self, source: str, filename: str) -> CodeType:
        return code_of(source, filename)


def item_of(value: object, key: object) -> object:
    if isinstance(value, type):
        return MISSING  # `dict["x"]` would be a type
    try:
        return value[key]  # type: ignore[index]
    except (TypeError, LookupError):
        return MISSING
