"""From a page to the bytes of a Word file."""

from briefgen.register.collecting import uncollected
from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.docx.blocks import blocks
from briefgen.writers.docx.draft import Draft, Setting, bookmark_names
from briefgen.writers.docx.flow import settled
from briefgen.writers.docx.letterhead_fit import added_styles, letterhead_of
from briefgen.writers.docx.looks import look_of
from briefgen.writers.docx.names import ContentType, RelationType
from briefgen.writers.docx.numbering import Numbering
from briefgen.writers.docx.package import add_part, new_package, packed
from briefgen.writers.docx.parts import Part
from briefgen.writers.docx.pieces import piece_of
from briefgen.writers.docx.properties import add_properties
from briefgen.writers.docx.settings import add_settings
from briefgen.writers.docx.sheets import sections, text_width
from briefgen.writers.docx.style_sheet import style_sheet
from briefgen.writers.docx.theme import add_theme


@uncollected()
def write_docx(page: Page, style: Style) -> bytes:
    """The page as a Word document in a house style; the same page gives the same bytes."""
    package, document = new_package()
    draft = new_draft(page, style, document)
    ends = sections(draft)
    content = settled(blocks(page.body, Setting(draft, page.language)), ends)
    body = [*content, piece_of(next(ends))]
    add_looks(draft)
    add_theme(draft)
    add_settings(draft)
    add_properties(package, draft.page)
    return packed(package, body)


def new_draft(page: Page, style: Style, part: Part) -> Draft:
    look = look_of(style)
    names = bookmark_names(page.body)
    width, letterhead = text_width(style.sheet(page.paper)), letterhead_of(page, style)
    return Draft(page, look, part, Numbering(look), width, names, letterhead)


def add_looks(draft: Draft) -> None:
    """Adds the styles and, once all lists are written, their numbers."""
    styles = style_sheet(draft.look, draft.numbering, draft.page.language, draft.text_width)
    styles.extend(added_styles(draft.letterhead, styles))
    add_part(
        draft.part,
        "/word/styles.xml",
        ContentType.STYLES,
        styles,
        RelationType.STYLES,
    )
    add_part(
        draft.part,
        "/word/numbering.xml",
        ContentType.NUMBERING,
        draft.numbering.root(),
        RelationType.NUMBERING,
    )
