"""From a page to the bytes of a workbook: every stage once, in order."""

from dataclasses import replace

from briefgen.problems import TemplateError
from briefgen.register.collecting import uncollected
from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.xlsx.about import about_rows
from briefgen.writers.xlsx.book import book
from briefgen.writers.xlsx.completing import repacked
from briefgen.writers.xlsx.limits import overflows
from briefgen.writers.xlsx.names import distinct
from briefgen.writers.xlsx.sheets import Sheet, sheets_of


@uncollected()
def write_xlsx(page: Page, style: Style) -> bytes:
    """The page as a workbook; raises TemplateError for what a spreadsheet can't hold."""
    sheets = named_sheets(page)
    problems = overflows(sheets)
    if problems:
        raise TemplateError(problems)
    return repacked(book(sheets, page, style), page.language)


def named_sheets(page: Page) -> tuple[Sheet, ...]:
    """The sheets of the page's tables and cards in their order, then that of all other text."""
    sheets = (*sheets_of(page), Sheet(page.workbook.about, (), about_rows(page), (1,)))
    names = distinct([sheet.name for sheet in sheets])
    return tuple(replace(sheet, name=name) for sheet, name in zip(sheets, names, strict=True))
