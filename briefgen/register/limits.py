"""How large a register can be: far above what secretariats keep, far below what harms a machine."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limit:
    """The most that there can be of something."""

    most: int
    of: str

    def __str__(self) -> str:
        if self.most % MEBIBYTE == 0:
            return f"{self.most // MEBIBYTE} MiB"
        return f"{self.most:,}"


FILES = Limit(50_000, "files in `data/`")
FOLDERS = Limit(5_000, "folders in `data/`")
FOLDER_DEPTH = Limit(20, "folders of `data/` within one another")
ALL_BYTES = Limit(256 * MEBIBYTE, "all files of `data/` together")
FILE_BYTES = Limit(16 * MEBIBYTE, "a file")
VALUES = Limit(1_000_000, "values in a file, keys included")
ENTRIES = Limit(50_000, "entries of a list or of a mapping")
DEPTH = Limit(50, "levels of lists and mappings within one another")
TEXT = Limit(20_000, "characters of a text")
WORD = Limit(2_000, "characters without a space, a hyphen or a Chinese one among them")
NAME = Limit(500, "characters of a name, a title of a post or a form of address")
ADDRESS = Limit(2_000, "characters of a web address")
ID = Limit(64, "characters of an id")
MARKS = Limit(30, "accents in a row")
DIGITS = Limit(30, "digits of a number")
COUNT = Limit(999, "number of a commitment, or of documents of one kind")
PROBLEMS_OF_FILE = Limit(1_000, "problems told of a file")
PROBLEMS = Limit(10_000, "problems told in all (`--json`; 1,000 without)")
GUESSES = Limit(200, "nearest names looked for (`did you mean`)")

LIMITS = (
    FILES,
    FOLDERS,
    FOLDER_DEPTH,
    ALL_BYTES,
    FILE_BYTES,
    VALUES,
    ENTRIES,
    DEPTH,
    TEXT,
    WORD,
    NAME,
    ADDRESS,
    ID,
    MARKS,
    DIGITS,
    COUNT,
    PROBLEMS_OF_FILE,
    PROBLEMS,
    GUESSES,
)
"""All of them, as docs/limits.md lists them."""
