"""List files, such as people.yaml, split into the texts of their entries; few of them are read."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import yaml

from briefgen.register.ids import ID_PATTERN, Id
from briefgen.register.limits import ENTRIES
from briefgen.register.quick import Unusual, quick_tree
from briefgen.register.source import Source

START = re.compile(rf"^(?:({ID_PATTERN}):(?=[ \n])|[^ \n#])", re.MULTILINE)
"""The start of an entry, or anything else in the first column that is no comment."""
HEAD = re.compile(r"(?: *(?:#.*)?\n)*")


@dataclass(frozen=True)
class WholeList:
    """A list file that was read whole."""

    source: Source

    @property
    def ids(self) -> Collection[Id]:
        """The ids of its entries."""
        ids: Collection[Id] = self.source.tree.keys()
        return ids

    def only(self, _: Collection[Id]) -> Source:
        """The whole file."""
        return self.source


@dataclass(frozen=True)
class SplitList:
    """A list file's name and text, and the text of each entry, in their order."""

    name: str
    text: str
    entries: Mapping[Id, str]

    @property
    def ids(self) -> Collection[Id]:
        """The ids of its entries."""
        return self.entries.keys()

    def only(self, wanted: Collection[Id]) -> Source:
        """The file with some of its entries only; raises Unusual when these need care."""
        chosen = (text for name, text in self.entries.items() if name in wanted)
        tree = quick_tree("".join(chosen)) or {}
        return Source(self.name, tree, self.text)


ListFile = WholeList | SplitList


def split(file: str, text: str) -> SplitList:
    """A file's text by entry; raises Unusual where it isn't sure that each starts its line."""
    starts = [*START.finditer(text)]
    if not starts or len(starts) > ENTRIES.most or "\r" in text:
        raise Unusual
    if HEAD.fullmatch(text[: starts[0].start()]) is None:
        raise Unusual
    places = [*(start.start() for start in starts), len(text)]
    entries = {
        start[1]: text[here:there]
        for start, (here, there) in zip(starts, pairwise(places), strict=True)
    }
    if None in entries or len(entries) < len(starts):
        raise Unusual
    check_closed(entries.values())
    return SplitList(file, text, entries)


def check_closed(entries: Iterable[str]) -> None:
    """Raises Unusual unless each entry is YAML by itself, so that no quote or bracket runs on.

    They are read as documents: what parts these can stand in no quotes and in no brackets.
    """
    parser = yaml.CSafeLoader("\n---\n".join(entries))
    try:
        parser.raw_parse()
    except yaml.YAMLError as error:
        raise Unusual from error
    finally:
        parser.dispose()
