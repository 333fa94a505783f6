"""Where in a file's text additions go, and in which form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.editing.nodes import Items, Keys, Node, Scalar, node_at
from briefgen.register.editing.values import Addition, NewItem, NewKey, Value
from briefgen.register.editing.writing import STEP, block, flow, item, items
from briefgen.register.source import Location

LINE_END = re.compile(r"\r?\n|\r|\Z")
BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
NO_PLACE = "nothing can be added here by itself; write it into the file by hand"


@dataclass(frozen=True)
class Edit:
    """A stretch of the text with what stands there instead; deeper ones go before others."""

    start: int
    end: int
    depth: int
    text: str


@dataclass(frozen=True)
class Editing:
    """One file's text with its nodes, and the line break it uses."""

    name: str
    text: str
    top: Node | None
    newline: str

    def edits(self, additions: Sequence[Addition]) -> list[Edit]:
        """All additions as edits; what goes to the same place goes there in their order."""
        keys: dict[Location, dict[str, Value]] = {}
        lists: dict[tuple[Location, str], list[Value]] = {}
        for each in additions:
            match each:
                case NewItem(location, key, value):
                    lists.setdefault((location, key), []).append(value)
                case NewKey(location, key, value):
                    keys.setdefault(location, {})[key] = value
        found: list[Edit] = []
        for (location, key), values in lists.items():
            found += self.to_list(location, key, tuple(values), keys)
        for location, entries in keys.items():
            found += self.to_mapping(location, entries)
        return found

    def to_list(
        self,
        location: Location,
        key: str,
        values: tuple[Value, ...],
        keys: dict[Location, dict[str, Value]],
    ) -> Iterator[Edit]:
        """Items at the end of a list; without the list, a new key with it."""
        depth = len(location) + 1
        match node_at(self.top, (*location, key)):
            case None | Scalar(is_empty=True):
                keys.setdefault(location, {})[key] = values
            case Items(is_flow=False) as found:
                on_one_line = isinstance(found.items[-1], Keys) and found.items[-1].is_flow
                lines = [
                    line
                    for value in values
                    for line in item(value, found.column, on_one_line=on_one_line)
                ]
                yield self.below(found.end, depth, lines)
            case Items(items=()) as found if self.opens(location, values):
                parent = node_at(self.top, location)
                column = parent.column if isinstance(parent, Keys) else 0
                start = found.start - self.text[: found.start].endswith(" ")
                yield Edit(start, found.end, depth, "")
                yield self.below(found.end, depth, items(values, column + STEP))
            case Items() as found:
                yield self.in_brackets(found, depth, [flow(value) for value in values])
            case _:
                raise refused(self.name, NO_PLACE)

    def opens(self, location: Location, values: tuple[Value, ...]) -> bool:
        """Whether an empty list in brackets becomes one with its items below one another."""
        parent = node_at(self.top, location)
        is_block = isinstance(parent, Keys) and not parent.is_flow
        return is_block and any(isinstance(value, Mapping) for value in values)

    def to_mapping(self, location: Location, entries: Mapping[str, Value]) -> Iterator[Edit]:
        """Keys at the end of a mapping, those that stand there without a value filled in place."""
        depth = len(location)
        found = node_at(self.top, location)
        match found:
            case Keys(is_flow=True, values=values) if values or location:
                pairs = [f"{key}: {flow(value)}" for key, value in entries.items()]
                yield self.in_brackets(found, depth, pairs)
            case Keys(is_flow=True):
                yield Edit(found.start, found.end, depth, self.newline.join(self.fresh(entries)))
            case Keys():
                yield from self.to_block(found, depth, entries)
            case _:
                raise refused(self.name, NO_PLACE)

    def to_block(self, found: Keys, depth: int, entries: Mapping[str, Value]) -> Iterator[Edit]:
        for key in entries.keys() & found.values.keys():
            empty = found.values[key]
            yield self.filled(empty, found.column, depth, key, entries[key])
        new = {key: value for key, value in entries.items() if key not in found.values}
        if not new:
            return
        if depth or not self.is_airy(found, new):
            yield self.below(found.end, depth, block(new, found.column))
            return
        yield self.below(found.end, depth, ["", *self.fresh(new)])

    def filled(self, empty: Node, column: int, depth: int, key: str, value: Value) -> Edit:
        """The value of a key that stands without one."""
        if not (isinstance(empty, Scalar) and empty.is_empty):
            raise refused(self.name, NO_PLACE)
        first, *rest = block({key: value}, column)
        text = first.strip().removeprefix(f"{key}:")
        if rest:
            return self.below(empty.end, depth + 1, rest)
        return Edit(empty.end, empty.end, depth + 1, text)

    def in_brackets(self, found: Items | Keys, depth: int, parts: Sequence[str]) -> Edit:
        """More parts behind the last one in brackets or braces."""
        inner = found.items if isinstance(found, Items) else tuple(found.values.values())
        if not inner:
            return Edit(found.start + 1, found.start + 1, depth, ", ".join(parts))
        at = inner[-1].end
        return Edit(at, at, depth, "".join(f", {part}" for part in parts))

    def below(self, position: int, depth: int, lines: Sequence[str]) -> Edit:
        """Lines under the one in which a position stands."""
        end = LINE_END.search(self.text, position)
        at = end.start() if end is not None else len(self.text)
        return Edit(at, at, depth, "".join(self.newline + line for line in lines))

    def fresh(self, entries: Mapping[str, Value]) -> list[str]:
        """A file's new entries, parted by blank lines."""
        lines: list[str] = []
        for key, value in entries.items():
            below = block(value, STEP) if isinstance(value, Mapping) else []
            lines += ["", f"{key}:", *below] if below else ["", *block({key: value}, 0)]
        return lines[1:]

    def is_airy(self, found: Keys, new: Mapping[str, Value]) -> bool:
        """Whether blank lines part a file's entries; a single one from others with keys."""
        last = list(found.values.values())[-2:]
        if len(last) < 2:
            return all(isinstance(value, Mapping) for value in new.values())
        return BLANK_LINE.search(self.text[last[0].end : last[1].start]) is not None


def refused(name: str, message: str) -> RegisterError:
    return RegisterError([Problem(Place(name), "no-safe-edit", message)])
