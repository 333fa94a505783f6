"""From the bytes of a letterhead to what a document takes over of it."""

from briefgen.problems import Place, Problem, TemplateError
from briefgen.rendering.letterheads import LetterheadFile
from briefgen.writers.docx.letterhead.archive import unpacked
from briefgen.writers.docx.letterhead.content import keep_content
from briefgen.writers.docx.letterhead.fields import check_fields
from briefgen.writers.docx.letterhead.first_section import NO_HEADER, first_section
from briefgen.writers.docx.letterhead.letterhead import Head, Letterhead
from briefgen.writers.docx.letterhead.links import links
from briefgen.writers.docx.letterhead.literal import make_literal
from briefgen.writers.docx.letterhead.parts import PartName, Parts
from briefgen.writers.docx.letterhead.restyling import restyle
from briefgen.writers.docx.letterhead.safety import check_parts
from briefgen.writers.docx.letterhead.structure import check_structure
from briefgen.writers.docx.letterhead.style_book import style_book
from briefgen.writers.docx.letterhead.style_copies import StyleCopies
from briefgen.writers.docx.letterhead.theme import theme_of
from briefgen.writers.docx.letterhead.unfit import Unfit, damaged
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import qn

ROOTS = {"header": qn("w:hdr"), "footer": qn("w:ftr")}
SHOWING = ("drawing", "pict", "sym", "pgNum", "fldSimple", "instrText", "pBdr", "tblBorders")


def read_letterhead(file: LetterheadFile) -> Letterhead:
    """What a document takes over; raises TemplateError with the first thing that is wrong."""
    try:
        parts = Parts(unpacked(file.data))
        check_parts(parts)
        return taken_over(parts, file.name)
    except Unfit as error:
        problem = Problem(Place(file.name), error.code, error.message)
        raise TemplateError([problem]) from error


def taken_over(parts: Parts, name: str) -> Letterhead:
    of_settings = parts.related(parts.document, "settings")
    settings = parts.xml(of_settings) if of_settings else None
    section = first_section(parts, settings)
    theme = theme_of(parts, settings)
    copies = StyleCopies(style_book(parts, theme))
    heads = tuple(
        Head(kind, pages, root := content_of(kind, part, parts), links(root, part, parts))
        for kind, pages, part in section.parts
    )
    if not any(shows(each.root) for each in heads):
        raise Unfit("no-header", NO_HEADER)
    for each in heads:
        make_literal(each.root, theme)
        restyle(each.root, copies)
    styles = tuple(copies.made.values())
    return Letterhead(name, section.pages, heads, section.distances, styles)


def content_of(kind: str, part: PartName, parts: Parts) -> Xml:
    root = parts.xml(part)
    if root.tag != ROOTS[kind]:
        raise damaged(f"its {kind} is none")
    keep_content(root)
    check_structure(root)
    check_fields(root)
    return root


def shows(root: Xml) -> bool:
    """Whether a header or footer holds anything that can be seen."""
    words = any((each.text or "").strip() for each in root.iter(qn("w:t")))
    return words or any(True for _ in root.iter(*(qn(f"w:{each}") for each in SHOWING)))
