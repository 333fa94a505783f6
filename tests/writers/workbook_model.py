"""What a workbook says of a page, spelled out a second time: its sheets, and what stands on them.

Each table is rows of a sheet, its cells in their order: tables of one sheet and one head below one
head; a caption stands in a first column where it is to group the rows, and citations in a last one
where the table names it, else in brackets. Each card is a row that says nothing twice. All other
texts stand on the last sheet, one a row, in the order of the page.
"""

import io
from collections.abc import Iterable, Iterator, Mapping

from openpyxl import load_workbook
from page_texts import bare, composed

from briefgen.rendering.page import Element, Node, Page, text_of, walk

Row = tuple[str, ...]
Rows = list[Row]
LINES = ("h1", "h2", "h3", "h4", "p", "figcaption", "img")
GROUP, SOURCES = "data-group", "data-sources"


def workbook_values(data: bytes) -> Rows:
    """The cells of all sheets, row by row."""
    book = load_workbook(io.BytesIO(data))
    return [
        tuple("" if cell is None else bare(str(cell)) for cell in row)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
    ]


def workbook_texts(page: Page) -> Rows:
    """The rows that the sheets of a page must have."""
    others = ((bare(text),) for text in about(page) if bare(text))
    return [tuple(map(composed, row)) for row in (*table_rows(page), *others)]


# Tables and cards.


def table_rows(page: Page) -> Iterator[Row]:
    sheets: dict[object, Rows] = {}
    for element in walk(page.body):
        if element.tag == "article":
            sheets.setdefault("cards", [(bare(page.title),)]).append((card(element, page),))
        elif element.tag == "table":
            head, body = head_of(element), list(body_of(element))
            named = tuple(element.attributes.get(f"data-{name}") for name in ("sheet", "group"))
            key = (*named, head) if named[0] else id(element)
            sheets.setdefault(key, [head] if head else []).extend(body)
    for rows in sheets.values():
        yield from rows


def card(element: Element, page: Page) -> str:
    faces = ("".join(bare(line) for line in lines(face, page)) for face in parts(element))
    return "".join(dict.fromkeys(faces))


def head_of(table: Element) -> Row:
    """The head of each column: the cells above it, one after another, and the added columns."""
    rows = list(slots(part for part in parts(table) if part.tag == "thead"))
    cite = SOURCES not in table.attributes
    columns = [[cell for cell, _ in column] for column in zip(*rows, strict=True)]
    own = (
        "–".join(dict.fromkeys(filter(None, (bare(plain(cell, cite=cite)) for cell in column))))
        for column in columns
    )
    return with_columns(table, own, table.attributes) if rows else ()


def with_columns(table: Element, own: Iterable[str], told: Mapping[str, str]) -> Row:
    """The cells of a row, with those of the columns that the table adds."""
    first, last = (
        (bare(told[name]),) if name in table.attributes else () for name in (GROUP, SOURCES)
    )
    return (*first, *own, *last)


def body_of(table: Element) -> Iterator[Row]:
    cite = SOURCES not in table.attributes
    above = [part for part in parts(table) if part.tag in ("caption", "thead")]
    group = "".join(plain(part, cite=cite) for part in above if part.tag == "caption")
    for row in slots(part for part in parts(table) if part.tag == "tbody"):
        cells = (bare(plain(cell, cite=cite)) if is_first else "" for cell, is_first in row)
        numbers = {n for each in (*above, *(cell for cell, _ in row)) for n in citations(each)}
        cited = ", ".join(map(str, sorted(numbers)))
        yield with_columns(table, cells, {GROUP: group, SOURCES: cited})


def slots(groups: Iterator[Element]) -> Iterator[list[tuple[Element, bool]]]:
    """The cell in each column of each row, and whether the column is the first that it spans."""
    for group in groups:
        hanging: dict[int, tuple[Element, bool, int]] = {}
        for row in parts(group):
            line: list[tuple[Element, bool]] = []
            cells = parts(row)
            while cells or len(line) in hanging:
                if len(line) in hanging:
                    cell, is_first, left = hanging.pop(len(line))
                    if left > 1:
                        hanging[len(line)] = (cell, is_first, left - 1)
                    line.append((cell, is_first))
                    continue
                cell = cells.pop(0)
                for step in range(int(cell.attributes.get("colspan", "1"))):
                    left = int(cell.attributes.get("rowspan", "1")) - 1
                    if left:
                        hanging[len(line)] = (cell, step == 0, left)
                    line.append((cell, step == 0))
            yield line


# What stands outside of tables.


def about(page: Page) -> Iterator[str]:
    """What the page tells of itself, then its texts."""
    yield from (page.title, page.subject, page.header, page.footer, page.author)
    for block in page.body:
        if block.tag != "article":
            yield from lines(block, page)


def lines(block: Element, page: Page) -> Iterator[str]:
    match block.tag:
        case "ul" | "ol":
            for number, item in enumerate(parts(block), 1):
                yield from (sign(block, item, number) + plain(item)).split("\n")
        case "div":
            values = [plain(part) for part in parts(block) if part.tag == "dd"]
            clauses = values[0]
            for value in values[1:]:
                clauses = page.workbook.clauses % {"before": clauses, "after": value}
            label = ", ".join(plain(part) for part in parts(block) if part.tag == "dt")
            yield page.workbook.labelled % {"label": label, "text": clauses}
        case "table":
            captions = [part for part in parts(block) if part.tag == "caption"]
            yield from (plain(part) for part in captions if GROUP not in block.attributes)
        case tag if tag in LINES:
            yield plain(block)
        case _:
            for part in parts(block):
                yield from lines(part, page)


def sign(listing: Element, item: Element, number: int) -> str:
    if "source" in item.roles:
        return f"[{number}]"
    return f"{number}." if listing.tag == "ol" else ""


def plain(node: Node, *, cite: bool = True) -> str:
    """The text of a node; citations in brackets or left out, links with where they lead."""
    if isinstance(node, str):
        return node
    inner = "".join(plain(child, cite=cite) for child in node.children)
    match node.tag:
        case "br":
            return "\n"
        case "img":
            return node.attributes["alt"]
        case "sup":
            return f"[{text_of(node)}]" if cite else ""
        case "a":
            target = node.attributes["href"].removeprefix("mailto:")
            return inner if target.startswith("#") or target in inner else f"{inner}({target})"
        case "ul" | "ol":
            signs = (sign(node, item, number) for number, item in enumerate(parts(node), 1))
            texts = (plain(item, cite=cite) for item in parts(node))
            return "".join(f"\n{a}{b}" for a, b in zip(signs, texts, strict=True)) + "\n"
    return inner


def citations(element: Element) -> Iterator[int]:
    for mark in walk((element,)):
        if mark.tag == "sup":
            yield from (int(number) for number in text_of(mark).split(","))


def parts(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]
