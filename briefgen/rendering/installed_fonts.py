"""The fonts on this machine, as fontconfig's fc-list tells them."""

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

FORM = "%{weight}\t%{slant}\t%{width}\t%{index}\t%{family}\t%{file}\n"
VERSION_FORM = "%{family}\t%{fontversion}\t%{file}\n"
NUMBER = rb"(\d+(?:\.\d+)?)"
LINE = re.compile(rb"\t".join((NUMBER, NUMBER, NUMBER, rb"(\d+)", rb"([^\t]+)", rb"(.+)")))
"""A font of variable weight has a range there; it is told again with each weight it can have."""
REGULAR, BOLD = 80.0, 200.0
UPRIGHT, USUAL_WIDTH = 0.0, 100.0
FACE = 0xFFFF
"""The bits that number a face in its file; the others name an instance of a variable font."""


@dataclass(frozen=True, order=True)
class InstalledFont:
    """One face in a file of fonts."""

    file: str
    face: int
    families: tuple[str, ...]
    weight: float
    slant: float
    width: float


def installed_fonts() -> tuple[InstalledFont, ...]:
    """All fonts, in the order of their files; none when fc-list is missing."""
    found = (LINE.fullmatch(line) for line in font_lines(FORM) or ())
    return tuple(sorted(font_of(match) for match in found if match))


def font_lines(form: str) -> list[bytes] | None:
    """What fc-list tells of each font in a form; None when it is missing."""
    command = shutil.which("fc-list")
    if command is None:
        return None
    listing = subprocess.run(  # noqa: S603  no input of anybody's
        [command, "--format", form], capture_output=True, check=False
    )
    return listing.stdout.splitlines()


def font_of(line: re.Match[bytes]) -> InstalledFont:
    weight, slant, width, index, families, file = line.groups()
    return InstalledFont(
        os.fsdecode(file),
        int(index) & FACE,
        names_in(families),
        *(float(number) for number in (weight, slant, width)),
    )


def names_in(listed: bytes) -> tuple[str, ...]:
    """The names of a font's family, as fontconfig writes them in every locale."""
    names = (name.strip() for name in listed.decode("utf-8", "replace").split(","))
    return tuple(name for name in names if name)


def font_for(family: str, weight: float, fonts: Iterable[InstalledFont]) -> InstalledFont | None:
    """The upright font of a family that comes nearest to a weight; of equals the first file's."""

    def distance(font: InstalledFont) -> tuple[float, float, float, InstalledFont]:
        askew = abs(font.slant - UPRIGHT), abs(font.width - USUAL_WIDTH)
        return (*askew, abs(font.weight - weight), font)

    return min((font for font in fonts if family in font.families), key=distance, default=None)


def font_versions(families: Collection[str]) -> tuple[str, ...]:
    """The faces of some families, each with its version and the name and size of its file.

    Wherever they are kept, and whenever they were installed, the same fonts are told alike.
    """
    lines = (line.split(b"\t") for line in font_lines(VERSION_FORM) or ())
    told = {
        f"{name} {version.decode()} {Path(os.fsdecode(path)).name} {size_of(path)}"
        for listed, version, path in lines
        for name in names_in(listed)
        if name in families
    }
    return tuple(sorted(told))


def size_of(path: bytes) -> int:
    try:
        return Path(os.fsdecode(path)).stat().st_size
    except OSError:
        return 0
