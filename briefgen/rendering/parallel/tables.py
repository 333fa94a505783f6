"""Tables in two languages: one table, row by row and cell by cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefgen.rendering.page import Element, walk
from briefgen.rendering.parallel.aligning import ELEMENT_KEYS, aligned
from briefgen.rendering.parallel.alone import Blocks, only_first, only_second
from briefgen.rendering.parallel.holders import elements_of, merged_holder
from briefgen.rendering.parallel.sides import Sides, attributes_of, with_children
from briefgen.rendering.vocabulary import ATTRIBUTE_FORMS

JOINED = ("data-sheet", "data-group", "data-sources")
"""What a workbook shows of a table's attributes."""


def merged_tables(first: Element, second: Element, sides: Sides) -> Blocks:
    """One table; both, one below the other, where their columns are not the same."""
    if not fit_together(first, second):
        return (first, sides.second.spoken(second))
    made = replace(first, attributes=joined_attributes(first, second))
    return (with_children(made, merged_parts(first, second, sides)),)


def merged_parts(first: Element, second: Element, sides: Sides) -> Iterator[Element]:
    """What a table, or its head or body, holds."""
    for one, other in aligned(elements_of(first), elements_of(second), ELEMENT_KEYS):
        if one and other:
            yield from merged_part(one, other, sides)
        elif one:
            yield from only_first(one, sides)
        elif other:
            yield from only_second(other, sides)


def merged_part(one: Element, other: Element, sides: Sides) -> Blocks:
    made = replace(one, attributes=attributes_of(one, other))
    match one.tag:
        case "caption":
            return (merged_holder(one, other, sides),)
        case "thead" | "tbody":
            return (with_children(made, merged_parts(one, other, sides)),)
        case "tr" if cells_match(one, other):
            cells = zip(elements_of(one), elements_of(other), strict=True)
            return (with_children(made, (merged_holder(*pair, sides) for pair in cells)),)
        case "tr":
            return (one, sides.second.spoken(other))
    return (one,)


def fit_together(first: Element, second: Element) -> bool:
    """Whether rows of both can stand in one table."""
    ours, theirs = rows_of(first), rows_of(second)
    if any(tall for _, tall in (*sum(ours, ()), *sum(theirs, ()))):
        return ours == theirs
    return columns_of(first) == columns_of(second)


def cells_match(first: Element, second: Element) -> bool:
    """Whether the cells of two rows can be one by one the same: none has another's id."""
    pairs = zip(elements_of(first), elements_of(second), strict=False)
    ids = [{each.attributes.get("id") for each in pair} - {None} for pair in pairs]
    return spans_of(first) == spans_of(second) and all(len(each) < 2 for each in ids)


Spans = tuple[tuple[str, str | None], ...]
"""How many columns each cell of a row spans, and how many rows if more than one."""


def rows_of(table: Element) -> list[Spans]:
    return [spans_of(each) for each in walk((table,)) if each.tag == "tr"]


def spans_of(row: Element) -> Spans:
    return tuple(
        (cell.attributes.get("colspan", "1"), cell.attributes.get("rowspan"))
        for cell in elements_of(row)
    )


def columns_of(table: Element) -> int:
    """How many columns a table has: as many as it gives widths for, or as its first row fills."""
    widths = sum(each.tag == "col" for each in walk((table,)))
    rows = rows_of(table)
    return widths or (sum(int(wide) for wide, _ in rows[0]) if rows else 0)


def joined_attributes(first: Element, second: Element) -> Mapping[str, str]:
    """The attributes of both; what a workbook shows is in both languages if there is room."""
    joined = dict(attributes_of(first, second))
    for name in JOINED:
        ours, theirs = first.attributes.get(name), second.attributes.get(name)
        both = f"{ours} · {theirs}"
        if ours and theirs and ours != theirs and re.fullmatch(ATTRIBUTE_FORMS[name], both):
            joined[name] = both
    return joined
