"""Archives changed from within: one part of them is, and the sums are right again."""

import io
import random
import zipfile
import zlib

from fuzz_target import Mutate

LARGEST_PART = 64 * 1024
WHOLE = 16
"""One change in as many is made to the archive as a whole."""


def mutated_archive(data: bytes, longest: int, seed: int, mutate: Mutate) -> bytes:
    """An archive with a part changed; any bytes changed where it is none."""
    dice = random.Random(seed)  # noqa: S311  dice, no secret
    parts = parts_of(data)
    if not parts or not dice.randrange(WHOLE):
        return mutate(data, longest)
    name = dice.choice(sorted(parts))
    parts[name] = mutate(parts[name], LARGEST_PART)
    made = packed(parts)
    return made if len(made) <= longest else data


def parts_of(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            small = [each for each in archive.infolist() if each.file_size <= LARGEST_PART]
            return {each.filename: archive.read(each) for each in small}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        return {}
    except (RuntimeError, ValueError):
        return {}


def packed(parts: dict[str, bytes]) -> bytes:
    """Parts as an archive that is the same whenever it is made."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return made.getvalue()
