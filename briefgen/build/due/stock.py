"""What every job needs besides its own facts: the workspace's templates, and who issues documents.

On this machine workers read the templates where they are; other machines are sent them.
"""

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.problems import Place, Problem, TemplateError
from briefgen.register.confined import Unreadable, read_inside
from briefgen.register.limits import MEBIBYTE
from briefgen.register.models.issuer import Issuer

MOST_BYTES = 64 * MEBIBYTE
"""Of all templates that are sent."""
TOO_MUCH = "the files here are larger than {} MiB together; move out what is no template"


@dataclass(frozen=True)
class Stock:
    """The templates of a workspace, where they are or as they were packed, and the issuer."""

    issuer: Issuer = field(compare=False)
    folder: Path | None = None
    packed: tuple[tuple[str, bytes], ...] = field(default=(), compare=False, repr=False)
    digest: str = ""
    """Stands for what is packed, so that two stocks are told apart without comparing it."""


def packed(folder: Path, issuer: Issuer) -> Stock:
    """A stock that can be sent: with the templates themselves, of which there may be none.

    Raises TemplateError when one can't be read, or when all together are too large.
    """
    files: list[tuple[str, bytes]] = []
    size, digest = 0, hashlib.sha256(issuer.model_dump_json().encode())
    for name in names_below(folder):
        data = read(folder, name, MOST_BYTES - size)
        size += len(data)
        digest.update(f"{name} {len(data)}\n".encode())
        digest.update(data)
        files.append((name, data))
    return Stock(issuer, packed=tuple(files), digest=digest.hexdigest())


def names_below(folder: Path) -> list[str]:
    """The paths of files below a folder, hidden ones left out."""
    found: list[str] = []
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(above).relative_to(folder)
        found += [(below / name).as_posix() for name in names if not name.startswith(".")]
    return sorted(found)


def read(folder: Path, name: str, most: int) -> bytes:
    place = Place(f"{folder.name}/{name}")
    try:
        data = read_inside(folder.parent, f"{folder.name}/{name}", most + 1, "a template")
    except Unreadable as error:
        raise TemplateError([Problem(place, "unreadable", str(error))]) from error
    if len(data) > most:
        message = TOO_MUCH.format(MOST_BYTES // MEBIBYTE)
        raise TemplateError([Problem(place, "too-large", message)])
    return data


def unpacked(stock: Stock, folder: Path) -> None:
    """Puts what was packed into a folder that is there and empty."""
    for name, data in stock.packed:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
