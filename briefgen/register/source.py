"""A YAML file read strictly: its content, and the place of every value in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import yaml

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.decoding import REPLACEMENT, decode
from briefgen.register.quick import Unusual, quick_tree
from briefgen.register.syntax import events_of, place_of
from briefgen.register.trees import Reader, Tree, collection, plain_text

Location = tuple[str | int, ...]
"""The keys and indexes that lead from a file's top to a value."""
Places = dict[Location, tuple[Place, Place]]
"""Where the key and the value of each location stand; an item of a list is its own key."""


@dataclass(frozen=True)
class Source:
    """A file's content with its text, in which the place of a value is looked up when needed."""

    name: str
    tree: Tree
    text: str

    def place(self, location: Location = (), *, of_key: bool = False) -> Place:
        """The place of a value, or of its key; of the nearest value above when it is missing."""
        key, value = self.places.get(self.existing(location), (Place(self.name), Place(self.name)))
        return key if of_key else value

    def existing(self, location: Location) -> Location:
        """The steps of a location that lead somewhere; others name a missing key or a type."""
        found: Location = ()
        for step in location:
            if (*found, step) in self.places:
                found = (*found, step)
        return found

    @cached_property
    def places(self) -> Places:
        """All places, gathered only for a file that has a problem: most have none."""
        gathering = Gathering(self.name, events_of(self.text, self.name), {})
        for event in gathering.events:
            gathering.value(event, (), event)
        return gathering.places


@dataclass(frozen=True)
class Gathering:
    """One file's events on their way to a table of places."""

    name: str
    events: Iterator[yaml.Event]
    places: Places

    def value(self, event: yaml.Event, here: Location, key: yaml.Event) -> None:
        marks = (key.start_mark, event.start_mark)
        self.places[here] = (place_of(self.name, marks[0]), place_of(self.name, marks[1]))
        match event:
            case yaml.SequenceStartEvent():
                for index, item in enumerate(collection(self.events)):
                    self.value(item, (*here, index), item)
            case yaml.MappingStartEvent():
                for inner in collection(self.events):
                    step = self.step(inner)
                    self.value(next(self.events), (*here, step), inner)

    def step(self, key: yaml.Event) -> str:
        if isinstance(key, yaml.ScalarEvent):
            return plain_text(key.value)
        Gathering(self.name, self.events, {}).value(key, (), key)
        return REPLACEMENT


def read_source(data: bytes, name: str) -> Source:
    """The content of one YAML file; raises RegisterError with everything that is wrong in it."""
    problems: list[Problem] = []
    try:
        source = read_tolerantly(data, name, problems)
    except RegisterError as error:
        raise RegisterError([*problems, *error.problems]) from error
    if problems:
        raise RegisterError(problems)
    return source


def read_tolerantly(data: bytes, name: str, problems: list[Problem]) -> Source:
    """The same, with what is wrong told in `problems`; raises when it can't be read to its end."""
    text = decode(data, name, problems)
    try:
        tree = quick_tree(text)
    except Unusual:
        tree = Reader(name, events_of(text, name), problems).tree()
    return Source(name, tree, text)
