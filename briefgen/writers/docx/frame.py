"""The sheet, and what stands at the head and foot of each."""

from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from briefgen.problems import Place
from briefgen.rendering.page import IN_MARGIN, PageNumber
from briefgen.rendering.tokens import Sheet
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.markup import Twips, Xml, twips_of_millimetres, w, w_linked, w_text
from briefgen.writers.docx.package import add_part
from briefgen.writers.docx.runs import Phrase, text_runs

HEADER, FOOTER = "header", "footer"
CACHED_NUMBER = "1"
"""What a reader sees that doesn't count pages itself."""


def text_width(sheet: Sheet) -> Twips:
    """The width between the margins."""
    width, margins = sheet.width, sheet.margins
    left, right = twips_of_millimetres(margins.left), twips_of_millimetres(margins.right)
    return twips_of_millimetres(width) - left - right


def section(draft: Draft) -> Xml:
    """The properties of the document's one section: its sheet, its head and its foot."""
    sheet = draft.look.style.sheet(draft.page.paper)
    references = [] if not draft.page.header else [reference(HEADER, header(draft), draft)]
    references.append(reference(FOOTER, footer(draft), draft))
    return w("sectPr", *references, paper(sheet), margins(sheet))


def paper(sheet: Sheet) -> Xml:
    width, height = twips_of_millimetres(sheet.width), twips_of_millimetres(sheet.height)
    size = w("pgSz", w=width, h=height)
    if width > height:
        size.set(qn("w:orient"), "landscape")
    return size


def margins(sheet: Sheet) -> Xml:
    sides = {
        "top": sheet.margins.top,
        "right": sheet.margins.right,
        "bottom": sheet.margins.bottom,
        "left": sheet.margins.left,
        HEADER: sheet.header,
        FOOTER: sheet.footer,
    }
    lengths = {side: twips_of_millimetres(length) for side, length in sides.items()}
    return w("pgMar", **lengths, gutter=0)


def reference(kind: str, content: list[Xml], draft: Draft) -> Xml:
    """Adds a head or foot as a part of its own, and refers to it."""
    style = draft.look.word_style(kind, Place(draft.look.style.name))
    paragraph = w("p", w("pPr", w("pStyle", val=style)), *content)
    root = w_linked("hdr" if kind == HEADER else "ftr", paragraph)
    content_type = CONTENT_TYPE.WML_HEADER if kind == HEADER else CONTENT_TYPE.WML_FOOTER
    relationship = RELATIONSHIP_TYPE.HEADER if kind == HEADER else RELATIONSHIP_TYPE.FOOTER
    identifier = add_part(draft.part, f"/word/{kind}.xml", content_type, root, relationship)
    made = w_linked(f"{kind}Reference", type="default")
    made.set(qn("r:id"), identifier)
    return made


def header(draft: Draft) -> list[Xml]:
    return list(said(draft.page.header, HEADER, draft))


def footer(draft: Draft) -> list[Xml]:
    number = draft.page.page_number
    return [
        *said(draft.page.footer, FOOTER, draft),
        w("r", w("tab")),
        *page_number(number, draft),
    ]


def page_number(number: PageNumber, draft: Draft) -> Iterator[Xml]:
    for words in number.all:
        between_languages = IN_MARGIN if words is not number else ""
        yield from said(between_languages + words.before, FOOTER, draft)
        yield from number_field("PAGE")
        yield from said(words.between, FOOTER, draft)
        yield from number_field("NUMPAGES")
        yield from said(words.after, FOOTER, draft)


def number_field(name: str) -> Iterator[Xml]:
    """A field that Word fills in, with a number to show until it does."""
    instruction = w("instrText")
    instruction.text = f" {name} "
    instruction.set(qn("xml:space"), "preserve")
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", instruction)
    yield w("r", w("fldChar", fldCharType="separate"))
    yield w("r", w_text(CACHED_NUMBER))
    yield w("r", w("fldChar", fldCharType="end"))


def said(text: str, role: str, draft: Draft) -> Iterator[Xml]:
    return text_runs(text, Phrase(role, (), draft.page.language), draft)
