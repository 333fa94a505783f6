"""The letterhead of a page, and whether it fits the house style: distances, names of styles."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefgen.problems import Place, Problem, TemplateError
from briefgen.rendering.page import Page
from briefgen.rendering.style import Style
from briefgen.writers.docx.markup import Twips, Xml
from briefgen.writers.docx.names import qn

if TYPE_CHECKING:
    from briefgen.writers.docx.letterhead.letterhead import Letterhead

LEAST_TEXT = 2835
"""Twips that a page's text needs at least, 50 mm."""
NO_ROOM = "top and bottom margin leave no room for text on the sheet; make them smaller"
SAME_STYLE = "the house style has a Word style '{}' too; give that one another name"


def letterhead_of(page: Page, style: Style) -> "Letterhead | None":
    """The letterhead for a page, if there is one; sheets of cards have none."""
    if style.letterhead_file is None or page.paper in style.cards:
        return None
    # Imported only where there is one.
    from briefgen.writers.docx.letterhead.reading import read_letterhead

    return read_letterhead(style.letterhead_file)


def distances(
    letterhead: "Letterhead", usual: Mapping[str, Twips], height: Twips
) -> Mapping[str, Twips]:
    """How far all stands from the edges: the larger margins, and header and footer as they were."""
    said = vars(letterhead.distances).items()
    made = {**usual, **{side: length for side, length in said if length is not None}}
    made |= {side: max(usual[side], made[side]) for side in ("top", "bottom")}
    if made["top"] + made["bottom"] > height - LEAST_TEXT:
        raise TemplateError([Problem(Place(letterhead.name), "no-room", NO_ROOM)])
    return made


def added_styles(letterhead: "Letterhead | None", known: Xml) -> tuple[Xml, ...]:
    """The styles that a letterhead brings along; raises TemplateError when one is known."""
    if letterhead is None:
        return ()
    names = {name.get(qn("w:val"), "").casefold() for name in known.iter(qn("w:name"))}
    for style in letterhead.styles:
        name = next(style.iter(qn("w:name"))).get(qn("w:val"), "")
        if name.casefold() in names:
            message = SAME_STYLE.format(name)
            raise TemplateError([Problem(Place(letterhead.name), "word-style-twice", message)])
    return letterhead.styles
