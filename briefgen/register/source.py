"""YAML text read strictly: plain types only, no key twice, and the place of every value.

PyYAML's safe C loader composes the nodes; its implicit types are replaced, since YAML 1.1 reads
`no` as false, `12:30` as 750, `010` as 8 and turns dates into objects.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from briefgen.problems import Place, Problem, RegisterError

Tree = Any
"""What a file holds: dicts, tuples, text, integers, decimals, booleans, None."""
Location = tuple[str | int, ...]
"""The keys and indexes that lead from a file's top to a value."""

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 50
MAX_DIGITS = 30
TAG = "tag:yaml.org,2002:"
# Control and private-use characters have no glyph; bidirectional controls can make a text
# read differently from what it says.
REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufffe\uffff\U000f0000-\U0010ffff]"
)


class StrictLoader(yaml.CSafeLoader):
    """The C loader with the implicit types of the register: true/false, null, integer, decimal."""


StrictLoader.yaml_implicit_resolvers = {}
for _name, _pattern, _first in (
    ("bool", r"true|false", ["t", "f"]),
    ("null", r"null|~|", ["n", "~", ""]),
    ("int", r"-?(?:0|[1-9][0-9]*)", list("-0123456789")),
    ("float", r"-?(?:0|[1-9][0-9]*)\.[0-9]+", list("-0123456789")),
):
    StrictLoader.add_implicit_resolver(TAG + _name, re.compile(f"(?:{_pattern})$"), _first)


@dataclass(frozen=True)
class Source:
    """A file's content with the nodes that tell where each value stands."""

    name: str
    tree: Tree
    node: Node | None

    def place(self, location: Location = (), *, of_key: bool = False) -> Place:
        """The place of a value, or of its key; of the nearest value above when it is missing."""
        node, key = self.node, self.node
        for step in location:
            found = child(node, step)
            if found is not None:  # a step can also name a missing key or a kind of value
                key, node = found
        target = key if of_key else node
        return Place(self.name) if target is None else place_of(self.name, target.start_mark)


def read_source(data: bytes, name: str) -> Source:
    """The content of one YAML file; raises RegisterError with everything that is wrong in it."""
    text = decode(data, name)
    try:
        refuse_structure(text, name)
        loader = StrictLoader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        raise RegisterError([syntax_problem(error, name)]) from error
    except yaml.YAMLError as error:
        raise RegisterError([Problem(Place(name), "yaml-syntax", str(error))]) from error
    problems: list[Problem] = []
    tree = None if node is None else construct(node, name, problems)
    if problems:
        raise RegisterError(problems)
    return Source(name, tree, node)


def decode(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB; split it"
        raise RegisterError([Problem(Place(name), "too-large", message)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = Place(name, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        message = "this is not UTF-8 text; save the file with the encoding UTF-8"
        raise RegisterError([Problem(place, "encoding", message)]) from error


def refuse_structure(text: str, name: str) -> None:
    """Refuses aliases, anchors and deep nesting before anything is composed.

    The C composer crashes the process on 100,000 open brackets, and an alias bomb of a few
    hundred bytes unpacks to gigabytes.
    """
    depth = 0
    for event in yaml.parse(text, Loader=StrictLoader):
        if getattr(event, "anchor", None) is not None:
            message = "anchors (&) and aliases (*) are not allowed; write the value again"
            raise RegisterError([Problem(place_of(name, event.start_mark), "yaml-alias", message)])
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            message = f"nested deeper than {MAX_DEPTH} levels"
            raise RegisterError([Problem(place_of(name, event.start_mark), "too-deep", message)])


def construct(node: Node, name: str, problems: list[Problem]) -> Tree:
    match node:
        case MappingNode(tag="tag:yaml.org,2002:map"):
            return construct_mapping(node, name, problems)
        case SequenceNode(tag="tag:yaml.org,2002:seq"):
            return tuple(construct(child, name, problems) for child in node.value)
        case ScalarNode():
            return construct_scalar(node, name, problems)
    return refuse_tag(node, name, problems)


def construct_mapping(node: MappingNode, name: str, problems: list[Problem]) -> Tree:
    mapping: dict[str, Tree] = {}
    for key_node, value_node in node.value:
        place = place_of(name, key_node.start_mark)
        if not isinstance(key_node, ScalarNode):
            problems.append(Problem(place, "yaml-key", "a key must be a plain word"))
            continue
        key = plain_text(key_node, name, problems)
        if key in mapping:
            problems.append(Problem(place, "duplicate-key", f"the key '{key}' stands here twice"))
        mapping[key] = construct(value_node, name, problems)
    return mapping


def construct_scalar(node: ScalarNode, name: str, problems: list[Problem]) -> Tree:
    match node.tag.removeprefix(TAG):
        case "str":
            return plain_text(node, name, problems)
        case "null":
            return None
        case "bool":
            return node.value == "true"
        case "int" | "float" if len(node.value) > MAX_DIGITS:
            message = f"a number of more than {MAX_DIGITS} digits; put it in quotes if it is text"
            problems.append(Problem(place_of(name, node.start_mark), "number", message))
            return 0
        case "int" if re.fullmatch("-?[0-9]+", node.value):
            return int(node.value)
        case "float" if re.fullmatch(r"-?[0-9]+\.[0-9]+", node.value):
            return Decimal(node.value)
    return refuse_tag(node, name, problems)


def refuse_tag(node: Node, name: str, problems: list[Problem]) -> Tree:
    message = f"the type '{node.tag.replace(TAG, '!!')}' is not allowed here; write a plain value"
    problems.append(Problem(place_of(name, node.start_mark), "yaml-tag", message))
    return None


def plain_text(node: ScalarNode, name: str, problems: list[Problem]) -> str:
    text = unicodedata.normalize("NFC", node.value)
    if found := REFUSED.search(text):
        message = f"the character U+{ord(found[0]):04X} can't be printed; remove it"
        problems.append(Problem(place_of(name, node.start_mark), "control-character", message))
    return text


def child(node: Node | None, step: str | int) -> tuple[Node, Node] | None:
    """The key node and the value node that a step leads to; an item is its own key."""
    match node:
        case MappingNode():
            pairs = ((key, value) for key, value in node.value if names(key, step))
            return next(pairs, None)
        case SequenceNode() if isinstance(step, int) and step < len(node.value):
            return node.value[step], node.value[step]
    return None


def names(key: Node, step: str | int) -> bool:
    return isinstance(key, ScalarNode) and unicodedata.normalize("NFC", key.value) == str(step)


def place_of(name: str, mark: yaml.Mark) -> Place:
    return Place(name, mark.line + 1, mark.column + 1)


def syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(name) if mark is None else place_of(name, mark)
    context = f" {error.context}" if error.context else ""
    return Problem(place, "yaml-syntax", f"this is not valid YAML:{context} {error.problem}")
