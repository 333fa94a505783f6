"""Files in folders of templates: the first folder that has one counts, and none leads out of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from os.path import lexists
from pathlib import Path

from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.confined import Unreadable, read_inside, read_named, way_inside
from briefgen.register.limits import MEBIBYTE
from briefgen.rendering.resources import root_of

LARGEST = 4 * MEBIBYTE


@dataclass(frozen=True)
class TemplateFile:
    """A file in a folder of templates, not read yet."""

    folder: Path
    name: str

    @property
    def path(self) -> Path:
        """Where it is found."""
        return self.folder / self.name

    @property
    def place(self) -> Place:
        """Where it is said to be."""
        return Place(f"templates/{self.name}")

    def read(self, most: int = LARGEST) -> bytes:
        """Its bytes; raises TemplateError when there are too many, as when it can't be read."""
        data = self.start(most + 1)
        if len(data) > most:
            message = f"this file is larger than {most // MEBIBYTE} MiB; divide it, or shorten it"
            raise TemplateError([Problem(self.place, "too-large", message)])
        return data

    def start(self, most: int, kind: str = "a text file") -> bytes:
        """Its first bytes; raises TemplateError when it leads out, or can't be read."""
        root = root_of(self.folder)
        try:
            if root is None:
                return read_named(self.path, most, kind)
            return read_inside(root, f"{self.folder.name}/{self.name}", most, kind)
        except Unreadable as error:
            raise TemplateError([Problem(self.place, "unreadable", str(error))]) from error


def all_of(name: str, folders: tuple[Path, ...]) -> Iterator[TemplateFile]:
    """The files of that name, from the first folder on; whatever bears the name counts as one."""
    return (TemplateFile(folder, name) for folder in folders if lexists(folder / name))


def first_of(name: str, folders: tuple[Path, ...]) -> TemplateFile | None:
    """The file of that name in the first folder that has it."""
    return next(all_of(name, folders), None)


def names_in(below: str, ending: str, folders: tuple[Path, ...]) -> list[str]:
    """The names, without their ending, of the files in a folder of the folders of templates.

    Raises TemplateError when it leads out of a workspace.
    """
    for folder in folders:
        check_inside(folder, below)
    paths = (path for folder in folders for path in (folder / below).glob(f"*{ending}"))
    return sorted({path.name.removesuffix(ending) for path in paths})


def check_inside(folder: Path, below: str) -> None:
    root = root_of(folder)
    try:
        if root is not None:
            way_inside(root, f"{folder.name}/{below}")
    except Unreadable as error:
        place = Place(f"templates/{below}".rstrip("/"))
        raise TemplateError([Problem(place, "unreadable", str(error))]) from error
