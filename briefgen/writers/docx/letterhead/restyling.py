"""A header or footer in copies of its own styles."""

from briefgen.writers.docx.letterhead.content import elements, replace
from briefgen.writers.docx.letterhead.style_book import child_value
from briefgen.writers.docx.letterhead.style_copies import StyleCopies, is_numbered
from briefgen.writers.docx.letterhead.unfit import Unfit
from briefgen.writers.docx.markup import Xml, properties_of, w
from briefgen.writers.docx.names import qn

LIST = "header or footer holds a list; write its numbers and bullets by hand"


def restyle(root: Xml, copies: StyleCopies) -> None:
    """Gives each paragraph, table and run the copy of the style that it has."""
    paragraphs = [each for each in elements(root) if each.tag == qn("w:p")]
    tables = [each for each in elements(root) if each.tag == qn("w:tbl")]
    for paragraph in paragraphs:  # before the tables, whose own styles they ask for
        restyle_paragraph(paragraph, copies)
    for table in tables:
        restyle_table(table, copies)
    for style in [each for each in elements(root) if each.tag == qn("w:rStyle")]:
        restyle_words(style, copies)


def restyle_paragraph(paragraph: Xml, copies: StyleCopies) -> None:
    properties = properties_of(paragraph)
    for numbering in properties.findall(qn("w:numPr")):
        if is_numbered(numbering):
            raise Unfit("list", LIST)
        properties.remove(numbering)
    table = next(paragraph.iterancestors(qn("w:tbl")), None)
    around = "" if table is None else copies.book.find("table", own_style(table, "tbl"))
    name(properties, "pStyle", copies.of_paragraph(own_style(paragraph, "p"), around))


def restyle_table(table: Xml, copies: StyleCopies) -> None:
    properties = table.find(qn("w:tblPr"))
    if properties is None:
        properties = w("tblPr", w("tblW", w=0, type="auto"))
        table.insert(0, properties)
    name(properties, "tblStyle", copies.of_table(own_style(table, "tbl")))


def restyle_words(style: Xml, copies: StyleCopies) -> None:
    new = copies.of_words(style.get(qn("w:val"), ""))
    if new:
        style.set(qn("w:val"), new)
    else:
        replace(style, [])


def own_style(element: Xml, kind: str) -> str:
    properties = element.find(qn(f"w:{kind}Pr"))
    return "" if properties is None else child_value(properties, f"{kind}Style")


def name(properties: Xml, kind: str, identifier: str) -> None:
    """Names a style at the beginning of properties, where the schema wants it."""
    for named in properties.findall(qn(f"w:{kind}")):
        properties.remove(named)
    if identifier:
        properties.insert(0, w(kind, val=identifier))
