"""The workbook: sheets, their cells and their looks, as XlsxWriter writes them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.xlsx.cells import Cell
from briefgen.writers.xlsx.limits import letters
from briefgen.writers.xlsx.looks import Look, look_of
from briefgen.writers.xlsx.measures import column_widths, row_height
from briefgen.writers.xlsx.printing import set_up_printing
from briefgen.writers.xlsx.properties import properties
from briefgen.writers.xlsx.sheets import Sheet

INERT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Nothing in the register's texts is to become anything but text."""
RISKY = re.compile(r"[-=+@\t\r\n\x00＝＋－＠﹢﹣﹦﹫−]")
"""What a program may take for the beginning of a formula, in full width too."""
NUMBER = "td.number"
PLAIN_NUMBER = re.compile("0|[1-9][0-9]{0,14}")
"""Up to as many digits as a spreadsheet keeps; none with zeros before it, which would be lost."""
THIN, MEDIUM = 1, 2


@dataclass
class Book:
    """A workbook being written: each look's format is made once."""

    workbook: Workbook
    page: Page
    style: Style
    looks: dict[tuple[tuple[str, ...], ...], Look] = field(default_factory=dict)
    formats: dict[tuple[Look, bool], Format] = field(default_factory=dict)

    def look(self, cell: Cell) -> Look:
        """How a cell looks."""
        key = (cell.names, cell.row_names)
        if key not in self.looks:
            self.looks[key] = look_of(cell, self.style, self.page.language)
        return self.looks[key]

    def format(self, look: Look, *, is_risky: bool) -> Format:
        """The format of a look; a quoted text stays text when it is edited."""
        key = (look, is_risky)
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format(format_of(look, is_risky=is_risky))
        return self.formats[key]


def book(sheets: Sequence[Sheet], page: Page, style: Style) -> bytes:
    """The sheets as a workbook."""
    written = BytesIO()
    workbook = Workbook(written, {"in_memory": True, **INERT})
    workbook.set_properties(properties(page))
    made = Book(workbook, page, style)
    for sheet in sheets:
        add_sheet(made, sheet)
    workbook.close()
    return written.getvalue()


def format_of(look: Look, *, is_risky: bool) -> dict[str, str | float | bool]:
    """A look in XlsxWriter's words."""
    properties: dict[str, str | float | bool] = {
        "font_name": look.font,
        "font_size": look.size,
        "font_color": f"#{look.colour}",
        "bold": look.bold,
        "italic": look.italic,
        "align": look.align,
        "valign": "top",
        "text_wrap": True,
        "quote_prefix": is_risky,
    }
    if look.fill:
        properties["bg_color"] = f"#{look.fill}"
    if look.rule:
        properties |= {
            "bottom": MEDIUM if look.rule_is_strong else THIN,
            "bottom_color": f"#{look.rule}",
        }
    return properties


def add_sheet(made: Book, sheet: Sheet) -> None:
    """Adds a sheet with all its rows, set up for the screen and for paper."""
    worksheet = made.workbook.add_worksheet(sheet.name)
    widths = column_widths(sheet, made.style.sheet(made.page.paper))
    for column, width in enumerate(widths):
        worksheet.set_column(column, column, width)
    for number, row in enumerate(sheet.lines):
        looks = [made.look(cell) for cell in row]
        worksheet.set_row(number, row_height(row, looks, widths))
        for column, (cell, look) in enumerate(zip(row, looks, strict=True)):
            write(
                worksheet,
                (number, column),
                cell,
                made.format(look, is_risky=bool(RISKY.match(cell.text))),
            )
    last = (max(len(sheet.lines), 1) - 1, len(widths) - 1)
    if sheet.head:
        worksheet.freeze_panes(1, 0)
        worksheet.autofilter(0, 0, *last)
        worksheet.repeat_rows(0)
    worksheet.hide_gridlines(2)
    worksheet.ignore_errors({"number_stored_as_text": f"A1:{letters(last[1])}{last[0] + 1}"})
    set_up_printing(worksheet, made.page, made.style)


def write(worksheet: Worksheet, at: tuple[int, int], cell: Cell, look: Format) -> None:
    """Writes a cell as text, or as a number where its role and all of its text say so."""
    text = cell.text
    if NUMBER in cell.names and PLAIN_NUMBER.fullmatch(text):
        worksheet.write_number(*at, int(text), look)
    elif not text:
        worksheet.write_blank(*at, None, look)
    elif text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes such a text for markup of its own, unless it comes in parts.
        worksheet.write_rich_string(*at, text[0], look, text[1:], look)
    else:
        worksheet.write_string(*at, text, look)
