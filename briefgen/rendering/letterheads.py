"""Finding the letterhead of a house style: its bytes, which only the Word writer understands."""

from dataclasses import dataclass
from pathlib import Path

from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.ids import did_you_mean
from briefgen.register.spreadsheets.archive import MEBIBYTE

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
    for folder in folders:
        path = folder / wanted
        if path.exists() or path.is_symlink():
            return LetterheadFile(f"templates/{wanted}", bytes_of(path, f"templates/{wanted}"))
    if named is None:
        return None
    message = "the style names this letterhead, but it isn't there"
    near = did_you_mean(named, known_letterheads(folders))
    raise unreadable(f"templates/{named}", message + near)


def known_letterheads(folders: tuple[Path, ...]) -> list[str]:
    return sorted({path.name for folder in folders for path in folder.glob("*.docx")})


def bytes_of(path: Path, name: str) -> bytes:
    """A file's bytes, at most one more than allowed, so that it is told when there are more."""
    if not path.is_file():  # a pipe or a device may never end
        raise unreadable(name, "this is no ordinary file; put a Word document in its place")
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        message = f"this file can't be read: {error.strerror or error}"
        raise unreadable(name, message) from error


def unreadable(name: str, message: str) -> TemplateError:
    return TemplateError([Problem(Place(name), "no-letterhead", message)])
