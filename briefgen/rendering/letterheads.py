"""Finding the letterhead of a house style: its bytes, which only the Word writer understands."""

from dataclasses import dataclass
from pathlib import Path

from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.ids import did_you_mean
from briefgen.register.limits import MEBIBYTE
from briefgen.rendering.template_files import first_of, names_in

USUAL = "letterhead.docx"
LARGEST = 10 * MEBIBYTE


@dataclass(frozen=True)
class LetterheadFile:
    """A Word file from a folder of templates, not understood yet, and where it stands."""

    name: str
    data: bytes


def load_letterhead(named: str | None, folders: tuple[Path, ...]) -> LetterheadFile | None:
    """The letterhead that a style names, else the usual one; None where there is none.

    Raises TemplateError when a file that is named isn't there, or one can't be read.
    """
    wanted = named or USUAL
    file = first_of(wanted, folders)
    if file is not None:
        return LetterheadFile(f"templates/{wanted}", file.start(LARGEST + 1, "a Word document"))
    if named is None:
        return None
    message = "the style names this letterhead, but it isn't there"
    near = did_you_mean(named, known_letterheads(folders))
    raise TemplateError([Problem(Place(f"templates/{named}"), "no-letterhead", message + near)])


def known_letterheads(folders: tuple[Path, ...]) -> list[str]:
    return [f"{name}.docx" for name in names_in("", ".docx", folders)]
