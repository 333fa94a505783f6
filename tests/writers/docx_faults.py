"""What is wrong with a Word file that a validator passes, each found by a checker of its own."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from docx_languages import language_faults, script_faults
from docx_reading import (
    DATE,
    Styles,
    Xml,
    body_of,
    find,
    margin_members,
    part,
    text_in,
    value,
    value_at,
)
from lxml import etree
from page_texts import spaced

from briefgen.rendering.page import Page, text_of, walk

LONGEST_PROPERTY = 255


@dataclass(frozen=True)
class WordFile:
    """A file, and the page that it was made from, where that is known."""

    docx: bytes
    page: Page | None = None

    @cached_property
    def body(self) -> Xml:
        return body_of(self.docx)

    @cached_property
    def styles(self) -> Xml:
        return part(self.docx, "word/styles.xml")

    @cached_property
    def numbering(self) -> Xml:
        return part(self.docx, "word/numbering.xml")

    @cached_property
    def margins(self) -> Mapping[str, Xml]:
        return {name: part(self.docx, name) for name in margin_members(self.docx)}


def faults(docx: bytes, page: Page | None = None) -> list[str]:
    """All that is wrong with a file; with its page, also where it tells of it something else."""
    return [fault for found in faults_by_checker(docx, page).values() for fault in found]


def faults_by_checker(docx: bytes, page: Page | None = None) -> dict[str, list[str]]:
    """What each checker finds that finds something."""
    file = WordFile(docx, page)
    found = {name: list(check(file)) for name, check in CHECKERS.items()}
    return {name: told for name, told in found.items() if told}


# Tables.


def grid(file: WordFile) -> Iterator[str]:
    """Rows fill their table's columns, and these its width."""
    for table in find(file.body, ".//w:tbl"):
        columns = [int(value(column, "w") or 0) for column in find(table, "w:tblGrid/w:gridCol")]
        if sum(columns) != int(value_at(table, "w:tblPr/w:tblW", "w") or 0):
            yield "a table's columns are not as wide as the table"
        for row in find(table, "w:tr"):
            width = sum(spans(row))
            if width != len(columns):
                yield f"a row has {width} columns of {len(columns)}"
            if not find(row, "w:trPr/w:cantSplit"):
                yield "a row may break over two pages"


def spans(row: Xml) -> list[int]:
    return [int(value_at(cell, "w:tcPr/w:gridSpan") or 1) for cell in find(row, "w:tc")]


def merged_cells(file: WordFile) -> Iterator[str]:
    """A cell goes on from one above it that is as wide and begins or goes on too."""
    for table in find(file.body, ".//w:tbl"):
        above: set[tuple[int, int]] = set()
        for row in find(table, "w:tr"):
            hanging = set()
            start = 0
            for cell, span in zip(find(row, "w:tc"), spans(row), strict=True):
                merge = value_at(cell, "w:tcPr/w:vMerge")
                if merge:
                    hanging.add((start, span))
                if merge == "continue" and (start, span) not in above:
                    yield "a cell goes on from none above it"
                start += span
            above = hanging


def header_rows(file: WordFile) -> Iterator[str]:
    """Every table of data begins with rows that repeat on each page, and has no other such rows."""
    for table in find(file.body, ".//w:tbl"):
        of_cards = find(table, "w:tr[1]/w:trPr/w:trHeight[@w:hRule='exact']")
        marked = [bool(find(row, "w:trPr/w:tblHeader[not(@w:val)]")) for row in find(table, "w:tr")]
        if not of_cards and not is_layout(table) and not marked[0]:
            yield "a table has no header row"
        if marked != sorted(marked, reverse=True):
            yield "a header row stands below others"


def is_layout(table: Xml) -> bool:
    """Whether a table only says where its content stands: one row, no look, no words of its own."""
    told = find(table, "w:tblPr/*[self::w:tblStyle or self::w:tblLook or self::w:tblCaption]")
    return not told and len(find(table, "w:tr")) == 1


def captions(file: WordFile) -> Iterator[str]:
    """The caption above a table is what a screen reader says of it."""
    for table in find(file.body, ".//w:tbl"):
        above = find(table, "preceding-sibling::*[1][self::w:p][w:pPr/w:pStyle/@w:val='Caption']")
        seen = "".join(spaced(text_in(paragraph)) for paragraph in above)
        for name in ("tblCaption", "tblDescription"):
            if spaced(value_at(table, f"w:tblPr/w:{name}") or "") != seen:
                yield f"the {name} of a table is not '{seen}'"


# Texts.


def fields(file: WordFile) -> Iterator[str]:
    """Every field begins, says what it is, has its words, and ends."""
    whole = ["begin", "instrText", "separate", "end"]
    for name, root in {"word/document.xml": file.body, **file.margins}.items():
        found = find(root, ".//w:fldChar | .//w:instrText")
        kinds = [value(each, "fldCharType") or etree.QName(each).localname for each in found]
        if kinds != whole * (len(kinds) // len(whole)):
            yield f"{name} has fields without beginning or end"


def languages(file: WordFile) -> Iterator[str]:
    """The file has a language, and every run that is in another one says so."""
    yield from language_faults(file.docx, file.page)


def scripts(file: WordFile) -> Iterator[str]:
    """Every run is of one script, and an East Asian one says so."""
    for root in (file.body, *file.margins.values()):
        yield from script_faults(root)


def headings(file: WordFile) -> Iterator[str]:
    """Headings begin at level 1, skip none, and are those of the page."""
    known = Styles(file.styles)
    found = []
    for paragraph in find(file.body, ".//w:p"):
        style = value_at(paragraph, "w:pPr/w:pStyle")
        level = value(known.inherited(style, "w:pPr/w:outlineLvl"))
        if level is not None:
            found.append((int(level) + 1, spaced(text_in(paragraph))))
    above = 0
    for depth, text in found:
        if depth > above + 1:
            yield f"'{text}' of level {depth} is below one of level {above}"
        above = depth
    if file.page and found != page_headings(file.page):
        yield "the headings are not those of the page"


def page_headings(page: Page) -> list[tuple[int, str]]:
    elements = (each for each in walk(page.body) if each.tag in ("h2", "h3", "h4"))
    return [(int(each.tag[1]) - 1, spaced(text_of(each))) for each in elements]


def emptiness(file: WordFile) -> Iterator[str]:
    """Nothing is empty but lines to be filled in, and what Word needs between tables."""
    for paragraph in find(file.body, "w:p[not(.//w:t) and not(.//w:drawing)]"):
        to_be_filled_in = value_at(paragraph, "w:pPr/w:pStyle") == "BlankLine"
        if value_at(paragraph, "w:pPr/w:spacing", "lineRule") != "exact" and not to_be_filled_in:
            yield "an empty paragraph shows"
    if find(file.body, "w:tbl[following-sibling::*[1][self::w:tbl or self::w:sectPr]]"):
        yield "no paragraph follows a table where Word needs one"
    if find(file.body, ".//w:tc[not(*[last()][self::w:p])]"):
        yield "a cell doesn't end with a paragraph"


def pictures(file: WordFile) -> Iterator[str]:
    """Every picture has a description."""
    if find(file.body, ".//w:drawing[not(.//wp:docPr[normalize-space(@descr)])]"):
        yield "a picture has no description"


# What leads elsewhere.


def bookmarks(file: WordFile) -> Iterator[str]:
    """Bookmarks have their own names, which Word allows, and an end after their beginning."""
    marks = find(file.body, ".//w:bookmarkStart | .//w:bookmarkEnd")
    starts = [each for each in marks if value(each, "name") is not None]
    order = [(value(mark, "id"), value(mark, "name") is None) for mark in marks]
    names = [value(start, "name") or "" for start in starts]
    ids = {value(start, "id") for start in starts}
    if len(order) != 2 * len(ids) or any(
        order.index((i, False)) > place_of_end(order, i) for i in ids
    ):
        yield "a bookmark has no beginning or no end"
    if len(set(names)) != len(names) or len(ids) != len(starts):
        yield "two bookmarks are the same"
    for name in names:
        if not re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", name):
            yield f"'{name}' is no name of a bookmark"


def place_of_end(order: list[tuple[str | None, bool]], identifier: str | None) -> int:
    return order.index((identifier, True)) if (identifier, True) in order else -1


def links(file: WordFile) -> Iterator[str]:
    """Links within the file lead to a bookmark."""
    names = {value(start, "name") for start in find(file.body, ".//w:bookmarkStart")}
    for link in find(file.body, ".//w:hyperlink[@w:anchor]"):
        if value(link, "anchor") not in names:
            yield f"a link leads to '{value(link, 'anchor')}', which is nowhere"


def used_styles(file: WordFile) -> Iterator[str]:
    """Styles that are used are defined, in the text and by other styles."""
    known = {value(style, "styleId") for style in find(file.styles, "w:style")}
    kinds = " | ".join(f".//w:{kind}" for kind in ("pStyle", "rStyle", "tblStyle"))
    built_on = find(file.styles, ".//w:basedOn | .//w:next | .//w:link")
    roots = (file.body, *file.margins.values(), file.numbering)
    for style in [*built_on, *(each for root in roots for each in find(root, kinds))]:
        if value(style) not in known:
            yield f"the style '{value(style)}' is not defined"


def used_numbers(file: WordFile) -> Iterator[str]:
    """Numbers that are used are defined, and so is what they are made of."""
    numbers = {value(number, "numId") for number in find(file.numbering, "w:num")}
    numbers |= {"0"}  # takes back the number that a style inherits
    for number in [*find(file.body, ".//w:numId"), *find(file.styles, ".//w:numId")]:
        if value(number) not in numbers:
            yield f"the number '{value(number)}' is not defined"
    known = {value(each, "abstractNumId") for each in find(file.numbering, "w:abstractNum")}
    for made_of in find(file.numbering, "w:num/w:abstractNumId"):
        if value(made_of) not in known:
            yield f"the definition '{value(made_of)}' of a number is not there"


# What the file tells of itself.


def properties(file: WordFile) -> Iterator[str]:
    """Title, author and language are those of the page, and nothing else is told."""
    told = core_properties(file)
    for name in ("title", "creator", "language"):
        if not told.get(name):
            yield f"the file tells no {name}"
    if "description" in told or "keywords" in told:
        yield "the file tells more than the page does"
    for name, expected in expected_properties(file.page).items():
        if told.get(name) != expected:
            yield f"the {name} is '{told.get(name)}', not '{expected}'"


def dates(file: WordFile) -> Iterator[str]:
    """The file was made on the day of which the page tells."""
    told = core_properties(file)
    for name in ("created", "modified"):
        if not DATE.fullmatch(told.get(name, "")):
            yield f"'{told.get(name)}' is no date of a page"
    if told.get("created") != told.get("modified"):
        yield "the file was modified after it was created"
    if file.page and told.get("created") != midnight(file.page):
        yield f"the file was created on '{told.get('created')}'"


def core_properties(file: WordFile) -> dict[str, str]:
    core = part(file.docx, "docProps/core.xml")
    return {etree.QName(each).localname: each.text or "" for each in core}


def midnight(page: Page) -> str:
    return f"{page.as_of.isoformat()}T00:00:00Z"


def expected_properties(page: Page | None) -> dict[str, str]:
    if page is None:
        return {}
    texts = {"title": page.title, "subject": page.subject, "creator": page.author}
    return {
        **{name: text[:LONGEST_PROPERTY] for name, text in texts.items()},
        "language": page.language,
    }


CHECKERS: Mapping[str, Callable[[WordFile], Iterator[str]]] = {
    check.__name__: check
    for check in (
        *(grid, merged_cells, header_rows, captions),
        *(fields, languages, scripts, headings, emptiness, pictures),
        *(bookmarks, links, used_styles, used_numbers, properties, dates),
    )
}
