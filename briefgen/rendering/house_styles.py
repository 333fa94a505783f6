"""Finding a house style by its name."""

from pathlib import Path

from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.ids import did_you_mean
from briefgen.rendering.fonts import load_fonts
from briefgen.rendering.letterheads import load_letterhead
from briefgen.rendering.style import Style, read_style

STYLES_FOLDER = "styles"


def load_style(name: str, folders: tuple[Path, ...]) -> Style:
    """The house style of that name from the first folder that has it, with its letterhead."""
    place = f"templates/{STYLES_FOLDER}/{name}.yaml"
    style = read_style(find_style(name, folders).read_bytes(), place, load_fonts(folders))
    return style.under(load_letterhead(style.letterhead, folders))


def find_style(name: str, folders: tuple[Path, ...]) -> Path:
    """The file of a house style in the first folder that has it."""
    for folder in folders:
        path = folder / STYLES_FOLDER / f"{name}.yaml"
        if path.is_file():
            return path
    known = known_styles(folders)
    message = f"there is no house style '{name}'{did_you_mean(name, known)}"
    raise TemplateError([Problem(Place(name), "no-style", f"{message}; known: {', '.join(known)}")])


def known_styles(folders: tuple[Path, ...]) -> list[str]:
    """The names of all house styles in some folders."""
    return sorted(
        {path.stem for folder in folders for path in folder.glob(f"{STYLES_FOLDER}/*.yaml")}
    )
