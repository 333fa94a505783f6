"""Which sheets a page has: tables of one kind go into one, all cards into another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from briefgen.rendering.page import Element, Page, walk
from briefgen.writers.grid import column_weights
from briefgen.writers.xlsx.cards import card_row
from briefgen.writers.xlsx.cells import Cell, Row, cell_text, nowhere
from briefgen.writers.xlsx.tables import caption_of, full_head, full_rows, head_of

Key = tuple[object, ...]
"""What tables of one sheet have in common."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of the workbook: its head row, empty where there is none, and its rows.

    The weights tell how wide the columns are beside one another; 0 is as wide as its texts are.
    """

    name: str
    head: Row
    rows: tuple[Row, ...]
    weights: tuple[int, ...]

    @property
    def lines(self) -> tuple[Row, ...]:
        """All rows, the head row first."""
        return (self.head, *self.rows) if self.head else self.rows


def sheets_of(page: Page) -> tuple[Sheet, ...]:
    """The sheets of a page's tables and cards, in the order in which each first stands there.

    Their names are those that they would like; two may like the same.
    """
    groups: dict[Key, list[Element]] = defaultdict(list)
    for position, element in enumerate(walk(page.body)):
        if element.tag in ("table", "article"):
            groups[key_of(element, position)].append(element)
    return tuple(sheet_of(page, group) for group in groups.values())


def key_of(element: Element, position: int) -> Key:
    if element.tag == "article":
        return ("cards",)
    if "data-sheet" not in element.attributes:
        return (position,)
    named = tuple(element.attributes.get(f"data-{name}") for name in ("sheet", "group", "sources"))
    return (*named, len(column_weights(element)), *(cell.text for cell in head_of(element)))


def sheet_of(page: Page, elements: Sequence[Element]) -> Sheet:
    first = elements[0]
    if first.tag == "article":
        head = (Cell(page.title, ("th",)),)
        return Sheet(
            page.title, head, tuple(card_row(card, page.workbook) for card in elements), (1,)
        )
    caption = cell_text(caption_of(first), nowhere).replace("\n", " ")
    return Sheet(
        name=first.attributes.get("data-sheet", caption),
        head=full_head(first),
        rows=tuple(chain.from_iterable(full_rows(table) for table in elements)),
        weights=full_weights(first),
    )


def full_weights(table: Element) -> tuple[int, ...]:
    added = {
        name: (0,) if name in table.attributes else () for name in ("data-group", "data-sources")
    }
    return (*added["data-group"], *column_weights(table), *added["data-sources"])
