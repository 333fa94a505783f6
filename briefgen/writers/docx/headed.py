"""Pages under a letterhead: its headers and footers take the place of the usual ones.

What those say must not be lost: to whom the document may be shown, of what day it is, and the
number of the page. Where the letterhead lacks it, it stands below the letterhead's footer.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from docx.opc.part import Part
from docx.oxml.ns import qn

from briefgen.problems import Place, Problem, TemplateError
from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.letterhead.fields import shows_page_number
from briefgen.writers.docx.letterhead.first_section import FOOTER, HEADER, Pages
from briefgen.writers.docx.letterhead.letterhead import Letterhead
from briefgen.writers.docx.letterhead.reading import read_letterhead
from briefgen.writers.docx.letterhead_parts import added, connect, count_drawings
from briefgen.writers.docx.markup import Twips, Xml, w_linked

LEAST_TEXT = 2835
"""Twips that a page's text needs at least, 50 mm."""
ROOTS = {HEADER: "hdr", FOOTER: "ftr"}
NO_ROOM = "top and bottom margin leave no room for text on the sheet; make them smaller"
SAME_STYLE = "the house style has a Word style '{}' too; give that one another name"


@dataclass(frozen=True)
class Lacking:
    """What a kind of pages doesn't say under a letterhead alone."""

    edition: bool
    day: bool
    number: bool


Marking = Callable[[Lacking], Xml]
"""A paragraph that says what is lacking."""


def letterhead_of(page: Page, style: Style) -> Letterhead | None:
    """The letterhead for a page, if there is one; sheets of cards have none."""
    if style.letterhead_file is None or page.paper in style.cards:
        return None
    return read_letterhead(style.letterhead_file)


def headed(letterhead: Letterhead, draft: Draft, mark: Marking) -> Iterator[Xml]:
    """Adds a letterhead's headers and footers as parts, and refers to them."""
    pictures: dict[str, Part] = {}
    for pages in letterhead.pages:
        for kind in (HEADER, FOOTER):
            head = letterhead.head(kind, pages)
            root = head.root if head else w_linked(ROOTS[kind])
            if kind == FOOTER:
                complete(root, letterhead, pages, draft.page, mark)
            if len(root):
                part, reference = added(kind, pages, root, draft)
                connect(root, head.links if head else {}, part, pictures)
                count_drawings(root, draft)
                yield reference


def complete(root: Xml, letterhead: Letterhead, pages: Pages, page: Page, mark: Marking) -> None:
    """Adds to a footer what its pages lack."""
    shown = [root, *(head.root for head in letterhead.heads if head.pages == pages)]
    said = {text for each in shown for text in texts(each)}
    lacking = Lacking(
        edition=plain(page.header) not in {*said, ""},
        day=plain(page.footer) not in {*said, ""},
        number=not any(shows_page_number(each) for each in shown),
    )
    if lacking != Lacking(edition=False, day=False, number=False):
        root.append(mark(lacking))


def texts(root: Xml) -> Iterator[str]:
    """What stands by itself in a header or footer: a paragraph, or a stretch between two tabs."""
    for paragraph in root.iter(qn("w:p")):
        parts = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:ptab"), qn("w:br"))
        words = "".join((each.text or "") if each.tag == qn("w:t") else "\t" for each in parts)
        yield from (plain(text) for text in words.split("\t"))


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def distances(
    letterhead: Letterhead, usual: Mapping[str, Twips], height: Twips
) -> Mapping[str, Twips]:
    """How far all stands from the edges: the larger margins, and header and footer as they were."""
    said = {
        side: length for side, length in vars(letterhead.distances).items() if length is not None
    }
    made = {**usual, **said}
    made |= {side: max(usual[side], made[side]) for side in ("top", "bottom")}
    if made["top"] + made["bottom"] > height - LEAST_TEXT:
        raise TemplateError([Problem(Place(letterhead.name), "no-room", NO_ROOM)])
    return made


def added_styles(draft: Draft, known: Xml) -> tuple[Xml, ...]:
    """The styles that a letterhead brings along; raises TemplateError when one is known."""
    if draft.letterhead is None:
        return ()
    names = {name.get(qn("w:val"), "").casefold() for name in known.iter(qn("w:name"))}
    for style in draft.letterhead.styles:
        name = next(style.iter(qn("w:name"))).get(qn("w:val"), "")
        if name.casefold() in names:
            problem = Problem(
                Place(draft.letterhead.name), "word-style-twice", SAME_STYLE.format(name)
            )
            raise TemplateError([problem])
    return draft.letterhead.styles
