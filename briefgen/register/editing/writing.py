"""New values as YAML: plain where every reader of YAML reads text, else in quotes or folded."""

import re
import textwrap
from collections.abc import Mapping

import yaml

from briefgen.register.editing.values import Value

WIDTH = 100
STEP = 2
TEXT = "tag:yaml.org,2002:str"
PLAIN = re.compile(r"[^\W_](?:[\w .,;()'’“”\"@+/&%·–—-]|:(?=[^\s,\[\]{}]))*(?<![\s:])")
PLAIN_IN_FLOW = re.compile(r"[^\W_](?:[\w .;()'’@/&%·–—-])*(?<!\s)")
NUMBER = re.compile(r"[0-9][0-9.,_:eExXo+-]*")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
RESOLVER = yaml.resolver.Resolver()


def scalar(text: str, *, in_flow: bool) -> str:
    """A text on one line, in quotes when it would not be read back as the same text."""
    pattern = PLAIN_IN_FLOW if in_flow else PLAIN
    if DAY.fullmatch(text) or (pattern.fullmatch(text) and is_text(text)):
        return text
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def is_text(plain: str) -> bool:
    """Whether every YAML takes a plain text for text, not for a number, a time or a truth."""
    if NUMBER.fullmatch(plain):
        return False
    found = RESOLVER.resolve(yaml.ScalarNode, plain, (True, False))  # type: ignore[no-untyped-call]
    return str(found) == TEXT


def flow(value: Value) -> str:
    """A value on one line: `{en: Mr, vi: Ông}`."""
    match value:
        case str():
            return scalar(value, in_flow=True)
        case tuple():
            return f"[{', '.join(flow(item) for item in value)}]"
    return f"{{{', '.join(f'{key}: {flow(inner)}' for key, inner in value.items())}}}"


def block(mapping: Mapping[str, Value], indent: int) -> list[str]:
    """Keys with their values, a line each, longer ones on several; all indented."""
    lines: list[str] = []
    for key, value in mapping.items():
        lines += entry(key, value, indent)
    return lines


def entry(key: str, value: Value, indent: int) -> list[str]:
    """A key with its value: on its line where it fits, else below it."""
    start = f"{' ' * indent}{key}:"
    match value:
        case str():
            return text_lines(start, value, indent)
        case tuple() if any(isinstance(item, Mapping) for item in value):
            return [start, *items(value, indent + STEP)]
        case _ if len(line := f"{start} {flow(value)}") <= WIDTH or isinstance(value, tuple):
            return [line]
    return [start, *block(value, indent + STEP)]


def text_lines(start: str, text: str, indent: int) -> list[str]:
    line = f"{start} {scalar(text, in_flow=False)}"
    if len(line) <= WIDTH:
        return [line]
    width = WIDTH - indent - STEP
    folded = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    if " ".join(folded) != text:
        return [line]
    return [f"{start} >-", *(f"{' ' * (indent + STEP)}{each}" for each in folded)]


def items(values: tuple[Value, ...], indent: int) -> list[str]:
    """Items of a list below one another, each after its dash."""
    return [line for value in values for line in item(value, indent)]


def item(value: Value, indent: int, *, on_one_line: bool = False) -> list[str]:
    """One item of a list, in as many lines as it has keys unless one is asked for."""
    dash = f"{' ' * indent}- "
    line = f"{dash}{flow(value)}"
    if not isinstance(value, Mapping) or (on_one_line and len(line) <= WIDTH):
        return [line]
    first, *rest = block(value, indent + STEP)
    return [dash + first.lstrip(), *rest]
