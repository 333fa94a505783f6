"""YAML as a stream of events: one document of bounded depth, its mistakes told in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.limits import DEPTH, ENTRIES, VALUES

NO_START = "found character that cannot start any token"
TAB = "found a tab character that violates indentation"
# By what the parser says: what an officer can do about it.
ADVICE = {
    NO_START: "a value can't start with this character; put text in quotes",
    TAB: "indent with spaces, not with tabs",
    "found a tab character where an indentation space is expected": (
        "indent with spaces, not with tabs"
    ),
    "could not find expected ':'": "a ':' is missing after this key, or a quote is not closed",
    "mapping values are not allowed in this context": (
        "a ':' can't stand here; put text that holds ': ' in quotes, or check the indentation"
    ),
    "found unexpected end of stream": "the quote that opens here is never closed",
    "found unexpected document indicator": "the quote that opens here is never closed",
    "found unknown escape character": (
        "no such escape after the backslash; use single quotes, or write the backslash twice"
    ),
    "did not find expected ',' or ']'": "this list opens with [; a ',' or the closing ] is missing",
    "did not find expected ',' or '}'": "this opens with {; a ',' or the closing } is missing",
    "did not find expected node content": "a value is missing here, or a ',' is too many",
    "did not find expected comment or line break": "after | or > the text starts on the next line",
    "found unexpected ':'": "write a space after the ':', or put text in quotes",
    "mapping keys are not allowed in this context": (
        "a value can't start with '? '; put text in quotes"
    ),
    "did not find expected key": "this line doesn't fit what stands above; check the indentation",
    "did not find expected '-' indicator": (
        "this line doesn't fit the list above; start it with '- ' or check the indentation"
    ),
    "block sequence entries are not allowed in this context": (
        "a list can't start here; put it on the next line"
    ),
    "did not find expected <document start>": "this stands outside of the keys above",
}
AT_OPENING = (
    "found unexpected end of stream",
    "found unexpected document indicator",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
)
TOO_DEEP = f"nested deeper than {DEPTH} levels; a closing bracket may be missing"
TOO_MANY = f"more than {ENTRIES} entries stand in one list or mapping; split it"
TOO_MUCH = f"the file holds more than {VALUES} values; split it"
TWO_DOCUMENTS = "a file holds one document; remove this '---'"


class Mark(Protocol):
    """Where the parser stands, counted from 0."""

    line: int
    column: int
    index: int


def events_of(text: str, name: str) -> Iterator[yaml.Event]:
    """The events of the values in a text; raises RegisterError when it can't be read on.

    Depth and size are held here, before anything is composed: the C composer crashes the process
    on 100,000 open brackets.
    """
    documents = 0
    size = Size(name)
    for event in parsed(text, name):
        match event:
            case yaml.ScalarEvent() | yaml.AliasEvent():
                size.add(event)
                yield event
            case yaml.CollectionStartEvent():
                size.add(event)
                size.open(event)
                yield event
            case yaml.CollectionEndEvent():
                size.close()
                yield event
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    raise error_at(event, name, "yaml-documents", TWO_DOCUMENTS)


@dataclass
class Size:
    """How much of a file was read: the values in all, and in each list or mapping still open."""

    name: str
    values: int = 0
    within: list[int] = field(default_factory=lambda: [0])
    most: list[int] = field(default_factory=lambda: [1])

    def add(self, event: yaml.Event) -> None:
        """One more value where the reading stands."""
        self.values += 1
        self.within[-1] += 1
        if self.values > VALUES.most:
            raise error_at(event, self.name, "too-large", TOO_MUCH)
        if self.within[-1] > self.most[-1]:
            raise error_at(event, self.name, "too-large", TOO_MANY)

    def open(self, event: yaml.CollectionStartEvent) -> None:
        """A list or a mapping starts, of whose entries each has a key too."""
        if len(self.within) > DEPTH.most:
            raise error_at(event, self.name, "too-deep", TOO_DEEP)
        self.within.append(0)
        self.most.append(ENTRIES.most * (1 + isinstance(event, yaml.MappingStartEvent)))

    def close(self) -> None:
        """It ends."""
        self.within.pop()
        self.most.pop()


def parsed(text: str, name: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise RegisterError([syntax_problem(error, text, name)]) from error
    except yaml.YAMLError as error:
        message = f"this is not valid YAML: {error}"
        raise RegisterError([Problem(Place(name), "yaml-syntax", message)]) from error


def error_at(event: yaml.Event, name: str, code: str, message: str) -> RegisterError:
    return RegisterError([Problem(place_of(name, event.start_mark), code, message)])


def place_of(name: str, mark: Mark | None) -> Place:
    """The place that a mark of the parser stands for."""
    return Place(name) if mark is None else Place(name, mark.line + 1, mark.column + 1)


def syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    said = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if said in AT_OPENING and error.context_mark is not None:
        mark = error.context_mark
    if said == NO_START and mark is not None and text[mark.index : mark.index + 1] == "\t":
        said = TAB
    message = f"this is not valid YAML: {ADVICE.get(said, said)}"
    return Problem(place_of(name, mark), "yaml-syntax", message)
