"""Finding a house style by its name."""

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.ids import did_you_mean
from briefgen.rendering.template_files import TemplateFile, first_of, names_in

if TYPE_CHECKING:
    from briefgen.rendering.style import Style

STYLES_FOLDER = "styles"


def load_style(name: str, folders: tuple[Path, ...]) -> "Style":
    """The house style of that name from the first folder that has it, with its letterhead."""
    # Imported only when one is read: the register is checked with nothing but the styles' names.
    from briefgen.rendering.fonts import load_fonts
    from briefgen.rendering.letterheads import load_letterhead
    from briefgen.rendering.style import read_style

    place = f"templates/{STYLES_FOLDER}/{name}.yaml"
    style = read_style(find_style(name, folders).read(), place, load_fonts(folders))
    return style.under(load_letterhead(style.letterhead, folders))


def find_style(name: str, folders: tuple[Path, ...]) -> TemplateFile:
    """The file of a house style in the first folder that has it."""
    file = first_of(f"{STYLES_FOLDER}/{name}.yaml", folders)
    if file is not None:
        return file
    known = known_styles(folders)
    message = f"there is no house style '{name}'{did_you_mean(name, known)}"
    raise TemplateError([Problem(Place(name), "no-style", f"{message}; known: {', '.join(known)}")])


def known_styles(folders: tuple[Path, ...]) -> list[str]:
    """The names of all house styles in some folders."""
    return names_in(STYLES_FOLDER, ".yaml", folders)
