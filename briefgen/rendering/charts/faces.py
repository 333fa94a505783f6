"""The files that letters are drawn from, told to matplotlib one by one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

import matplotlib as mpl
from matplotlib.font_manager import FontPath, FontProperties

SHIPPED = "DejaVu Sans"
"""The family that comes with matplotlib, for machines that have none of the style's."""


class Faces(FontProperties):
    """Families, each with its file; matplotlib's own list of fonts is out of play.

    That list is kept from run to run, knows no font that came later, and of two fonts of a name
    takes the one that it met first.
    """

    def __init__(self, files: Mapping[str, FontPath], size: float) -> None:
        super().__init__(family=list(files), size=size)
        self.files = tuple(files.items())

    def get_file(self) -> FontPath:
        """The file of the first family: matplotlib asks for one family after another."""
        return dict(self.files)[self.get_family()[0]]

    def __copy__(self) -> Self:
        copy = type(self).__new__(type(self))
        vars(copy).update(vars(self))
        return copy


def shipped_face(*, bold: bool) -> FontPath:
    """The file of the family that comes with matplotlib."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return FontPath(str(Path(mpl.get_data_path()) / "fonts" / "ttf" / name), 0)
