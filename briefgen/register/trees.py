"""From YAML's events to plain data: text, integer, decimal, true and false, null, list, mapping.

YAML 1.1 reads `no` as false, `12:30` as 750, `010` as 8 and dates as objects; here all of them
stay text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

from briefgen.problems import Problem, quoted
from briefgen.register.decoding import REFUSED, REPLACEMENT
from briefgen.register.lengths import too_long
from briefgen.register.limits import DIGITS, PROBLEMS_OF_FILE
from briefgen.register.syntax import error_at, place_of

Tree = Any
"""What a file holds: dicts, tuples, text, integers, decimals, booleans, None."""

ANCHOR = "a value can't start with & or *; write it out in full, or put text in quotes"
TAG = "a value can't start with !; write it plainly, or put text in quotes"
MORE = (
    f"more than {PROBLEMS_OF_FILE} problems stand above; the rest of the file is not read until"
    " they are put right"
)
ESCAPE = (
    "a backslash in this text makes the invisible character U+{:04X}; remove it, or put the text"
    " in single quotes"
)
WORDS: dict[str, Tree] = {"": None, "~": None, "null": None, "true": True, "false": False}
ESCAPED = re.compile(rf"\r|{REFUSED.pattern}")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")


@dataclass(frozen=True)
class Reader:
    """One file's events on their way to a tree; goes on after a problem, to tell them all."""

    name: str
    events: Iterator[yaml.Event]
    problems: list[Problem]

    def tree(self) -> Tree:
        """The file's one value; None of an empty file."""
        values = [self.value(event) for event in collection(self.events)]  # read to the end
        return values[0] if values else None

    def value(self, event: yaml.NodeEvent) -> Tree:
        if event.anchor is not None:
            self.refuse(event, "yaml-alias", ANCHOR)
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event)
            case yaml.SequenceStartEvent():
                self.refuse_tag(event)
                return tuple(self.value(item) for item in collection(self.events))
            case yaml.MappingStartEvent():
                self.refuse_tag(event)
                return self.mapping()
        return None  # an alias, refused above

    def mapping(self) -> dict[str, Tree]:
        mapping: dict[str, Tree] = {}
        for event in collection(self.events):
            key = self.key(event)
            value = self.value(next(collection(self.events)))
            if key is None:
                continue
            if key in mapping:
                message = f"the key {quoted(key)} stands here twice; keep one"
                self.refuse(event, "duplicate-key", message)
            mapping[key] = value
        return mapping

    def key(self, event: yaml.NodeEvent) -> str | None:
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None:
            return self.text(event)
        if self.value(event) is not None:
            self.refuse(event, "yaml-key", "a key must be a plain word, not a list or mapping")
        return None

    def scalar(self, event: yaml.ScalarEvent) -> Tree:
        self.refuse_tag(event)
        if not event.implicit[0] or event.style:  # quoted, tagged or a block: text as it is
            return self.text(event)
        if event.value in WORDS:
            return WORDS[event.value]
        if number := NUMBER.fullmatch(event.value):
            return self.number(event, number)
        return self.text(event)

    def number(self, event: yaml.ScalarEvent, number: re.Match[str]) -> Tree:
        if len(event.value) > DIGITS.most:
            message = f"a number of more than {DIGITS} digits; put it in quotes if it is text"
            self.refuse(event, "number", message)
            return 0
        return number_of(number)

    def text(self, event: yaml.ScalarEvent) -> str:
        if message := too_long(event.value):
            self.refuse(event, "too-long", message)
            return REPLACEMENT
        if found := ESCAPED.search(event.value):  # as "\\a": the raw text was searched before
            self.refuse(event, "control-character", ESCAPE.format(ord(found[0])))
        return plain_text(event.value)

    def refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None:
            self.refuse(event, "yaml-tag", TAG)

    def refuse(self, event: yaml.Event, code: str, message: str) -> None:
        self.problems.append(Problem(place_of(self.name, event.start_mark), code, message))
        if len(self.problems) >= PROBLEMS_OF_FILE.most:
            raise error_at(event, self.name, "too-many-problems", MORE)


def number_of(number: re.Match[str]) -> int | Decimal:
    """What a number that was found stands for."""
    return int(number[0]) if number[1] is None else Decimal(number[0])


def collection(events: Iterator[yaml.Event]) -> Iterator[yaml.NodeEvent]:
    """The events that start values, up to the end of the collection they stand in."""
    for event in events:
        if not isinstance(event, yaml.NodeEvent):
            return
        yield event


def plain_text(text: str) -> str:
    """A text in NFC, refused characters replaced; nothing of one that is too long."""
    if text.isascii() and text.isprintable():
        return text
    if too_long(text):
        return REPLACEMENT
    return unicodedata.normalize("NFC", ESCAPED.sub(REPLACEMENT, text))
