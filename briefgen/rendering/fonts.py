"""The fonts that all house styles share: one file tells which family stands for which script."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter

from briefgen.problems import MachineError, Place, Problem
from briefgen.rendering.reading import read_tokens
from briefgen.rendering.template_files import first_of
from briefgen.rendering.tokens import Font

FONTS_FILE = "fonts.yaml"
FONTS = TypeAdapter(dict[str, Font])


def load_fonts(folders: tuple[Path, ...]) -> Mapping[str, Font]:
    """The fonts by their names, from the first folder of templates that has a file of them."""
    file = first_of(FONTS_FILE, folders)
    if file is not None:
        return read_tokens(FONTS, file.read(), f"templates/{FONTS_FILE}", {})
    message = "no folder of templates holds it; install briefgen anew"
    raise MachineError([Problem(Place(FONTS_FILE), "machine", message)])
