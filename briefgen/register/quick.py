"""The tree of a file that holds nothing unusual, read in one go.

Nothing is told here: what the careful `Reader` would tell of, or what would need its care, is left
to it from the start. So whatever is read here reads the same there.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from briefgen.register.lengths import too_long
from briefgen.register.limits import DEPTH, DIGITS, ENTRIES, VALUES, WORD
from briefgen.register.trees import ESCAPED, NUMBER, WORDS, Tree, number_of

COLLECTIONS = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
STARTS_NUMBERS = frozenset("-0123456789")


class Unusual(Exception):
    """That a file is to be read with care."""


def quick_tree(text: str) -> Tree:
    """A file's one value; None of an empty file. Raises Unusual."""
    parser = yaml.CSafeLoader(text)
    try:
        return Quick(parser.get_event).tree()
    except yaml.YAMLError as error:
        raise Unusual from error
    finally:
        parser.dispose()


@dataclass
class Quick:
    """One file's events on their way to a tree.

    One function an event, and no event handed on: of great registers, most time is spent here.
    """

    next_event: Callable[[], Any]
    depth: int = 0
    values: int = 1

    def tree(self) -> Tree:
        """The one value of the one document."""
        self.next_event()
        if isinstance(self.next_event(), yaml.StreamEndEvent):
            return None
        value = self.value(self.next_event())
        self.next_event()
        if not isinstance(self.next_event(), yaml.StreamEndEvent):
            raise Unusual
        return value

    def value(self, event: Any) -> Tree:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return scalar(event)
        if kind not in COLLECTIONS or self.depth >= DEPTH.most:
            raise Unusual
        if event.anchor is not None or event.tag is not None:
            raise Unusual
        self.depth += 1
        found = self.mapping() if kind is yaml.MappingStartEvent else self.sequence()
        self.depth -= 1
        self.values += len(found) * (1 + isinstance(found, dict))
        if len(found) > ENTRIES.most or self.values > VALUES.most:
            raise Unusual
        return found

    def mapping(self) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        while type(event := self.next_event()) is yaml.ScalarEvent:
            key = text_of(event.value)
            if key in found or event.anchor is not None or event.tag is not None:
                raise Unusual
            found[key] = self.value(self.next_event())
        if type(event) is not yaml.MappingEndEvent:
            raise Unusual
        return found

    def sequence(self) -> tuple[Tree, ...]:
        found: list[Tree] = []
        while type(event := self.next_event()) is not yaml.SequenceEndEvent:
            found.append(self.value(event))
        return tuple(found)


def scalar(event: yaml.ScalarEvent) -> Tree:
    value = event.value
    if event.anchor is not None or event.tag is not None:
        raise Unusual
    if event.style or not event.implicit[0]:
        return text_of(value)
    if value in WORDS:
        return WORDS[value]
    if value[0] in STARTS_NUMBERS and (number := NUMBER.fullmatch(value)):
        if len(value) > DIGITS.most:
            raise Unusual
        return number_of(number)
    return text_of(value)


def text_of(value: str) -> str:
    if len(value) <= WORD.most and value.isascii() and value.isprintable():
        return value
    if too_long(value) or ESCAPED.search(value):
        raise Unusual
    return unicodedata.normalize("NFC", value)
