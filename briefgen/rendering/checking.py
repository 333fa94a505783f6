"""What the vocabulary says of one element, and of the links of a whole page."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from briefgen.problems import Problem
from briefgen.register.ids import did_you_mean
from briefgen.rendering.page import Element, Node, Role
from briefgen.rendering.png_data import unfit
from briefgen.rendering.vocabulary import (
    ATTRIBUTE_FORMS,
    COMMON_ATTRIBUTES,
    MAX_COLUMNS,
    REQUIRED_ATTRIBUTES,
    VOCABULARY,
    Rule,
)

TOO_WIDE = f"a table of {{:,}} columns; the most is {MAX_COLUMNS}: divide it"
Finding = tuple[str, str]
"""A problem's code and message."""


def element_findings(
    tag: str, names: Sequence[str], given: Mapping[str, str], parent: tuple[str, Rule]
) -> Iterator[Finding]:
    """What is wrong with an element by itself and where it stands."""
    above, rule = parent
    if tag not in VOCABULARY:
        yield "unknown-element", f"<{tag}> is no element of a page"
    elif tag not in rule.children:
        inside = f"<{above}>" if above else "the page"
        yield "misplaced-element", f"<{tag}> can't stand in {inside}"
    for name, count in Counter(names).items():
        if count > 1:
            yield "attribute", f"<{tag}> has the attribute '{name}' twice"
    yield from attribute_findings(tag, given)


def attribute_findings(tag: str, given: Mapping[str, str]) -> Iterator[Finding]:
    allowed = COMMON_ATTRIBUTES | (VOCABULARY[tag].attributes if tag in VOCABULARY else set())
    for name, value in given.items():
        form = ATTRIBUTE_FORMS.get(name)
        if name not in allowed:
            yield "unknown-attribute", f"<{tag}> has no attribute '{name}'"
        elif form and not re.fullmatch(form, value):
            yield "attribute", f"{name}='{value[:60]}' on <{tag}> has not the form {form}"
        elif name == "src" and (reason := unfit(value)):
            yield "picture", reason
    for name in REQUIRED_ATTRIBUTES.get(tag, ()):
        if name not in given:
            yield "missing-attribute", f"<{tag}> needs the attribute '{name}'"


def role_findings(tag: str, roles: Sequence[Role], known: Collection[Role]) -> Iterator[Finding]:
    """The roles of an element that the style doesn't define."""
    for role in roles:
        if f"{tag}.{role}" not in known:
            near = did_you_mean(f"{tag}.{role}", list(known))
            yield "unknown-role", f"the style has no role '{tag}.{role}'{near}"


def wide_tables(elements: Sequence[Element]) -> list[Problem]:
    """Rows of more columns than a table can have."""
    rows = [element for element in elements if element.tag in {"colgroup", "tr"}]
    counts = [(row, sum(columns_of(cell) for cell in row.children)) for row in rows]
    return [
        Problem(row.place, "table", TOO_WIDE.format(count))
        for row, count in counts
        if count > MAX_COLUMNS
    ]


def columns_of(cell: Node) -> int:
    span = cell.attributes.get("colspan", "1") if isinstance(cell, Element) else "0"
    return int(span) if span.isdecimal() and len(span) < 4 else 1


def broken_links(elements: Sequence[Element]) -> list[Problem]:
    """Links within the page that lead nowhere, and ids that stand twice."""
    ids = Counter(element.attributes.get("id") for element in elements)
    problems = [
        Problem(element.place, "broken-link", f"the page has no id '{target[1:]}'")
        for element in elements
        if (target := element.attributes.get("href", "")).startswith("#") and target[1:] not in ids
    ]
    return problems + [
        Problem(element.place, "duplicate-id", f"the id '{name}' stands on the page twice")
        for element in elements
        if (name := element.attributes.get("id")) and ids[name] > 1
    ]
