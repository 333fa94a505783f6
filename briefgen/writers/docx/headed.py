"""Pages under a letterhead: its headers and footers take the place of the usual ones.

What those say must not be lost: to whom the document may be shown, of what day it is, and the
number of the page. Where the letterhead lacks it, it stands below the letterhead's footer.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.feet import BETWEEN, at_right
from briefgen.writers.docx.letterhead.fields import shows_page_number
from briefgen.writers.docx.letterhead.letterhead import Head, Letterhead
from briefgen.writers.docx.letterhead_parts import added, connect, count_drawings
from briefgen.writers.docx.margin_lines import FOOTER, HEADER, line, said
from briefgen.writers.docx.markup import Xml, w_linked
from briefgen.writers.docx.names import qn
from briefgen.writers.docx.page_numbers import DEFAULT, Pages, has_number, page_number
from briefgen.writers.docx.parts import Part
from briefgen.writers.docx.pieces import Piece, elements_of, piece

ROOTS = {HEADER: "hdr", FOOTER: "ftr"}


@dataclass(frozen=True)
class Lacking:
    """What a kind of pages doesn't say under a letterhead alone."""

    edition: bool
    day: bool
    number: bool


def headed(letterhead: Letterhead, pages: Sequence[Pages], draft: Draft) -> Iterator[Xml]:
    """Adds the headers and footers of all kinds of pages, and refers to them."""
    pictures: dict[str, Part] = {}
    for kind in pages:
        header, footer = head(HEADER, kind, letterhead), head(FOOTER, kind, letterhead)
        footer.root.extend(elements_of(marking(lacking(header, footer, draft), draft)))
        for each in (header, footer):
            if len(each.root):
                part, reference = added(each, draft)
                connect(each, part, pictures)
                count_drawings(each.root, draft)
                yield reference


def head(kind: str, pages: Pages, letterhead: Letterhead) -> Head:
    """What stands on some pages; the letterhead may have none, or not tell these pages apart."""
    from_letterhead = pages if pages in letterhead.pages else DEFAULT
    found = letterhead.head(kind, from_letterhead)
    root = w_linked(ROOTS[kind]) if found is None else deepcopy(found.root)
    return Head(kind, pages, root, found.links if found else {})


def lacking(header: Head, footer: Head, draft: Draft) -> Lacking:
    """What is neither in the header nor in the footer of some pages."""
    roots = (header.root, footer.root)
    told = {"", *(text for root in roots for text in texts(root))}
    wants_number = has_number(header.pages, draft.look.style.page_numbers)
    return Lacking(
        edition=plain(draft.page.header) not in told,
        day=plain(draft.page.footer) not in told,
        number=wants_number and not any(shows_page_number(root) for root in roots),
    )


def texts(root: Xml) -> Iterator[str]:
    """What stands by itself in a header or footer: a paragraph, or a stretch between two tabs."""
    for paragraph in root.iter(qn("w:p")):
        parts = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:ptab"), qn("w:br"))
        words = "".join((each.text or "") if each.tag == qn("w:t") else "\t" for each in parts)
        yield from (plain(text) for text in words.split("\t"))


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def marking(missing: Lacking, draft: Draft) -> Iterator[Piece]:
    """A line with what is lacking, if anything is."""
    page = draft.page
    words = [page.header if missing.edition else "", page.footer if missing.day else ""]
    text = [*said(BETWEEN.join(filter(None, words)), FOOTER, draft)]
    if missing.number:
        number = [piece("r", piece("tab")), *page_number(draft)]
        yield line(FOOTER, [*text, *number], draft, *at_right(draft))
    elif text:
        yield line(FOOTER, text, draft)
