"""Reading a file of words (gettext's PO): its entries with their lines, and what is broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from briefgen.problems import Place, Problem, quoted
from briefgen.register.decoding import unprintable

LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]\])?)\s*)?"((?:[^"\\]|\\.)*)"')
AFTER_ALL = frozenset({"", "msgstr"})
FOLLOWS = {
    "msgctxt": AFTER_ALL,
    "msgid": AFTER_ALL | {"msgctxt"},
    "msgid_plural": frozenset({"msgid"}),
    "msgstr": frozenset({"msgid"}),
    "msgstr[0]": frozenset({"msgid_plural"}),
}
"""What may stand before each key; what is in brackets comes in order, and counts as `msgstr`."""
ESCAPED = re.compile(r"\\(.)")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
MOST_BYTES = 4 << 20
MOST_MESSAGES = 20_000
LONGEST_TEXT = 10_000
MOST_PROBLEMS = 1_000
"""Of a file of words; the largest that ships has 60 thousand bytes and 440 messages."""
FUZZY = re.compile(r"#,.*\bfuzzy\b")


@dataclass
class Entry:
    """A message and its translation, as the file has them; the header's message is empty."""

    line: int
    comments: list[str] = field(default_factory=list)
    is_fuzzy: bool = False
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def context(self) -> str | None:
        """What tells it from another of the same words."""
        return self.parts.get("msgctxt")

    @property
    def message(self) -> str:
        """What is translated, in English."""
        return self.parts["msgid"]

    @property
    def plural(self) -> str | None:
        """The same for several; None where it isn't counted."""
        return self.parts.get("msgid_plural")

    @property
    def forms(self) -> tuple[str, ...]:
        """The translation: one, or one for each number that the language tells apart."""
        return tuple(text for key, text in self.parts.items() if key.startswith("msgstr"))


@dataclass
class PoFile:
    """What a file holds: its entries, and what is wrong in it."""

    name: str
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: int, message: str, code: str = "words") -> None:
        """Notes something wrong in a line; after a thousand, more would help nobody."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(Place(self.name, line, 1), code, message))


def read_po_file(data: bytes, name: str) -> PoFile:
    """The entries of a file and every line of it that can't be read."""
    made = PoFile(name)
    if len(data) > MOST_BYTES:
        made.report(1, f"a file of words has {MOST_BYTES:,} bytes at the most", "words-bounds")
        return made
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        made.report(line, "this is not UTF-8; save the file as UTF-8", "not-utf-8")
        return made
    made.problems += unprintable(text, name)  # a NUL byte would break the catalogue itself
    entries = (each for each in entries_of(text, made) if "msgid" in each.parts)
    made.entries.extend(islice(entries, MOST_MESSAGES))
    if more := next(entries, None):
        said = f"a file of words has {MOST_MESSAGES:,} messages at the most"
        made.report(more.line, said, "words-bounds")
    check_twice(made)
    return made


def entries_of(text: str, made: PoFile) -> Iterator[Entry]:
    """The entries one after another; one that breaks off is told and left out."""
    entry, last = Entry(1), ""
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        begins = stripped.startswith(("#", "msgctxt", "msgid "))
        if begins and last.startswith("msgstr"):
            yield entry
            entry, last = Entry(number), ""
        if stripped.startswith("#"):
            read_comment(stripped, entry)
        elif stripped:
            last = read_line(stripped, number, entry, last, made)
    if last.startswith("msgstr"):
        yield entry
    elif last:
        made.report(entry.line, f"{last} has no msgstr after it; write one")


def read_comment(line: str, entry: Entry) -> None:
    if FUZZY.match(line):
        entry.is_fuzzy = True
    elif line == "#" or line.startswith("# "):
        entry.comments.append(line[1:].strip())


def read_line(line: str, number: int, entry: Entry, last: str, made: PoFile) -> str:
    """Takes a line into the entry; the key that it belongs to."""
    found = LINE.fullmatch(line)
    if not found:
        message = f'{quoted(line)} can\'t be read; a line is msgid "…", msgstr "…" or "…" alone'
        made.report(number, f'{message}, with \\" for a quote within')
        return last
    key, text = found[1], ESCAPED.sub(unescaped, found[2])
    if key is None and last in entry.parts:
        text = entry.parts[last] + text
        key = last
    elif key is None or not may_follow(key, last):
        made.report(number, f"{key or 'a text'} can't stand here; see the entry before")
        return last
    elif key == "msgid":
        entry.line = number
    if len(text) > LONGEST_TEXT:
        made.report(number, f"a text has {LONGEST_TEXT:,} letters at the most", "words-bounds")
    entry.parts[key] = text[:LONGEST_TEXT]
    return key


def may_follow(key: str, last: str) -> bool:
    if key.startswith("msgstr[") and key != "msgstr[0]":
        return last == f"msgstr[{int(key[7]) - 1}]"
    return ("msgstr" if last.startswith("msgstr") else last) in FOLLOWS[key]


def unescaped(found: re.Match[str]) -> str:
    return ESCAPES.get(found[1], found[1])


def check_twice(made: PoFile) -> None:
    known: dict[tuple[str | None, str], int] = {}
    for entry in made.entries:
        first = known.setdefault((entry.context, entry.message), entry.line)
        if first != entry.line:
            said = f"{quoted(entry.message)} stands in line {first} already; remove one of the two"
            made.report(entry.line, said)
