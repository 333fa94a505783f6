"""Drawing with care: what matplotlib only warns of ends the drawing, and nothing is printed."""

import logging
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, chdir, contextmanager, nullcontext
from pathlib import Path

from briefgen.problems import Place, Problem, TemplateError
from briefgen.rendering.resources import packaged_templates

SETTINGS = "matplotlibrc"
MISSING = re.compile(r"Glyph (\d+) .*missing from font", re.DOTALL)


@contextmanager
def careful(chart: str, style_name: str) -> Iterator[None]:
    """Raises TemplateError for every warning to the user, such as of a letter that no font has.

    The user's own settings of matplotlib don't count, and keep as they are.
    """
    with warnings.catch_warnings(record=True) as caught, silent():
        warnings.simplefilter("always", UserWarning)
        with elsewhere():
            import matplotlib as mpl
        with mpl.rc_context():
            mpl.rcdefaults()
            yield
    said = (str(each.message) for each in caught if issubclass(each.category, UserWarning))
    problems = problems_of(said, chart, style_name)
    if problems:
        raise TemplateError(problems)


def elsewhere() -> AbstractContextManager[None]:
    """Matplotlib takes a file in the working folder for its settings, and fails over a bad one."""
    return chdir(packaged_templates()) if Path(SETTINGS).exists() else nullcontext()


@contextmanager
def silent() -> Iterator[None]:
    """Matplotlib logs that it looks for fonts, or for a folder of its own: nobody asked."""
    logger, handler = logging.getLogger("matplotlib"), logging.NullHandler()
    propagates = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagates


def problems_of(messages: Iterable[str], chart: str, style_name: str) -> list[Problem]:
    """Each warning once, a letter without a glyph told as such."""
    return [told(message, chart, style_name) for message in dict.fromkeys(messages)]


def told(message: str, chart: str, style_name: str) -> Problem:
    found = MISSING.search(message)
    if not found:
        return Problem(Place(chart), "chart", message)
    code = int(found[1])
    said = f"no font of the house style '{style_name}' has the character '{chr(code)}'"
    return Problem(Place(chart), "no-glyph", f"{said} (U+{code:04X}); name one that has it there")
