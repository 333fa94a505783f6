"""Where the values of a file stand in its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from briefgen.register.source import Location
from briefgen.register.syntax import Mark, events_of
from briefgen.register.trees import collection, plain_text


@dataclass(frozen=True)
class Scalar:
    """A plain value; one that is empty stands where its text would."""

    start: int
    end: int
    is_empty: bool


@dataclass(frozen=True)
class Items:
    """A list: in brackets, or below one another from a column on."""

    start: int
    end: int
    column: int
    is_flow: bool
    items: tuple["Node", ...]


@dataclass(frozen=True)
class Keys:
    """A mapping: in braces, or below one another from a column on."""

    start: int
    end: int
    column: int
    is_flow: bool
    values: Mapping[str, "Node"]


Node = Scalar | Items | Keys


def top_node(text: str, name: str) -> Node | None:
    """The file's one value; None of an empty file."""
    walk = Walk(events_of(text, name), text)
    nodes = [walk.node(event) for event in collection(walk.events)]
    return nodes[0] if nodes else None


def node_at(top: Node | None, location: Location) -> Node | None:
    """The value at a location; None where there is none."""
    found = top
    for step in location:
        match found:
            case Items(items=items) if isinstance(step, int) and step < len(items):
                found = items[step]
            case Keys(values=values) if isinstance(step, str):
                found = values.get(step)
            case _:
                return None
    return found


@dataclass(frozen=True)
class Walk:
    """One file's events on their way to nodes."""

    events: Iterator[yaml.Event]
    text: str

    def node(self, event: yaml.Event) -> Node:
        """The value that starts with an event."""
        match event:
            case yaml.SequenceStartEvent():
                return self.items(event)
            case yaml.MappingStartEvent():
                return self.keys(event)
        return self.scalar(event)

    def items(self, event: yaml.SequenceStartEvent) -> Items:
        start, column = mark(event.start_mark)
        items: list[Node] = []
        inner = next(self.events)
        while not isinstance(inner, yaml.SequenceEndEvent):
            items.append(self.node(inner))
            inner = next(self.events)
        # The end of a block is marked where the next value starts, behind blank lines and comments.
        end = mark(inner.end_mark)[0] if event.flow_style else items[-1].end
        return Items(start, end, column, bool(event.flow_style), tuple(items))

    def keys(self, event: yaml.MappingStartEvent) -> Keys:
        start, column = mark(event.start_mark)
        values: dict[str, Node] = {}
        end = start
        inner = next(self.events)
        while not isinstance(inner, yaml.MappingEndEvent):
            key = plain_text(inner.value) if isinstance(inner, yaml.ScalarEvent) else ""
            values[key] = self.node(next(self.events))
            end = values[key].end
            inner = next(self.events)
        end = mark(inner.end_mark)[0] if event.flow_style else end
        return Keys(start, end, column, bool(event.flow_style), values)

    def scalar(self, event: yaml.Event) -> Scalar:
        start, end = mark(event.start_mark)[0], mark(event.end_mark)[0]
        if not isinstance(event, yaml.ScalarEvent):
            return Scalar(start, end, is_empty=False)
        if event.style in {"|", ">"}:
            end = start + len(written(self.text[start:end]))
        return Scalar(start, end, is_empty=not event.value and not event.style)


def mark(found: Mark | None) -> tuple[int, int]:
    """A mark's position in the text and its column; the parser gives one with every event."""
    return (0, 0) if found is None else (found.index, found.column)


def written(block: str) -> str:
    """A block's text without the blank lines behind it, unless it keeps them."""
    header = block.partition("\n")[0].partition("#")[0]
    return block.removesuffix("\n").removesuffix("\r") if "+" in header else block.rstrip()
