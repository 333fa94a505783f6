"""What the writers need of the machine: Pango, HarfBuzz, and fonts for every script."""

import contextlib
import io
import os
import sys
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefgen.problems import MachineError, Place, Problem
from briefgen.rendering.installed_fonts import font_lines, names_in

if TYPE_CHECKING:
    from briefgen.rendering.style import Style

SCRIPTS = {
    "Noto Serif": "Latin and Vietnamese, serif",
    "Noto Sans": "Latin and Vietnamese, sans serif",
    "Noto Serif CJK SC": "Chinese, serif",
    "Noto Sans CJK SC": "Chinese, sans serif",
    "Noto Sans Symbols2": "signs of status",
    "Liberation Serif": "Latin and Vietnamese in official layouts, as wide as Times New Roman",
    "Liberation Sans": "Latin beside Chinese without serifs",
    "LXGW WenKai": "Chinese, Kai",
}
DOCTOR = "run 'briefgen doctor' to see how to get it"
OLDEST_HARFBUZZ = (4, 1, 0)


@dataclass(frozen=True)
class Libraries:
    """The libraries that PDFs are set with."""

    pango: str
    can_embed_fonts: bool
    """Whether HarfBuzz-Subset is there and new enough."""


@cache
def require_typesetter() -> None:
    """Raises MachineError when PDFs can't be set here; where they can, it is asked once."""
    libraries = load_libraries()
    if libraries is None:
        raise lacking("Pango", message="PDFs can't be set without it")
    if not libraries.can_embed_fonts:
        raise lacking("HarfBuzz-Subset", message="PDFs can't hold their fonts without it")
    if font_families() == frozenset():  # Pango would crash
        raise lacking("fonts", message="this machine has none, so PDFs can't be set")


def require_fonts(style: "Style") -> None:
    """Raises MachineError when families are missing that a style names."""
    present = font_families()
    missing = () if present is None else missing_families(style, present)
    if missing:
        raise lacking(*missing, message=f"the house style '{style.name}' needs it")


def lacking(*names: str, message: str) -> MachineError:
    return MachineError(Problem(Place(name), "machine", f"{message}; {DOCTOR}") for name in names)


def load_libraries() -> Libraries | None:
    """The libraries on this machine; None when Pango can't be loaded.

    Ask once in a process: to import again what could not be imported fails in other ways.
    """
    try:
        with quiet(), without_compilers():
            from weasyprint.text.ffi import harfbuzz, harfbuzz_subset, pango
    except OSError:
        return None
    number: int = pango.pango_version()
    return Libraries(
        pango=f"{number // 10000}.{number // 100 % 100}.{number % 100}",
        can_embed_fonts=harfbuzz_subset is not None
        and bool(harfbuzz.hb_version_atleast(*OLDEST_HARFBUZZ)),
    )


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """WeasyPrint prints and warns on import what is told better here."""
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def without_compilers() -> Iterator[None]:
    """Keeps WeasyPrint from asking compilers where libraries are, while it is imported.

    It tries the name by which Linux itself finds each library last, and for every name before,
    Python starts a compiler and a linker, which take a third of the time of the import.
    """
    path = os.environ.get("PATH")  # noqa: TID251  Python looks for compilers nowhere else
    if sys.platform != "linux" or path is None:
        yield
        return
    os.environ["PATH"] = ""  # noqa: TID251
    try:
        yield
    finally:
        os.environ["PATH"] = path  # noqa: TID251


def font_families() -> frozenset[str] | None:
    """The font families on the machine; None when fontconfig's fc-list is missing."""
    lines = font_lines("%{family}\n")
    return None if lines is None else frozenset(name for line in lines for name in names_in(line))


def families_of(*styles: "Style") -> tuple[str, ...]:
    """The families that styles embed in their PDFs, each once."""
    fonts = (font for style in styles for font in style.fonts.values())
    return tuple(dict.fromkeys(name for font in fonts for name in font.pdf))


def missing_families(style: "Style", present: Collection[str]) -> tuple[str, ...]:
    """The families that a style names and the machine lacks."""
    return tuple(name for name in families_of(style) if name not in present)
