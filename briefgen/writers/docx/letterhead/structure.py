"""What may stand in what: Word opens no file in which a paragraph stands within a run."""

from collections.abc import Mapping

from briefgen.writers.docx.letterhead.content import elements, name_of
from briefgen.writers.docx.letterhead.unfit import damaged
from briefgen.writers.docx.letterhead.vocabulary import CONTENT, MC, PROPERTIES, W
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import qn

BLOCKS = frozenset({"p", "tbl"})
INLINE = frozenset({"r", "hyperlink", "fldSimple", "dir", "bdo"})
GROUPING = frozenset(
    {"hdr", "ftr", "tc", "tr", "tblGrid", "gridCol", "rt", "rubyBase", "txbxContent"}
)
IN_RUNS = CONTENT - BLOCKS - INLINE - GROUPING
HELD: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("hdr", "ftr", "txbxContent"), BLOCKS),
    "tc": BLOCKS | {"tcPr"},
    "tbl": frozenset({"tblPr", "tblGrid", "tr"}),
    "tblGrid": frozenset({"gridCol"}),
    "tr": frozenset({"tblPrEx", "trPr", "tc"}),
    "p": INLINE | {"pPr"},
    **dict.fromkeys(("hyperlink", "fldSimple", "dir", "bdo", "rt", "rubyBase"), INLINE),
    "ruby": frozenset({"rubyPr", "rt", "rubyBase"}),
    "r": IN_RUNS | {"rPr"},
}
WITH_DRAWINGS = frozenset({"drawing", "pict"})


def check_structure(root: Xml) -> None:
    """Raises Unfit when content stands where Word doesn't expect it."""
    properties: set[Xml] = set()
    for element in elements(root)[1:]:
        holder = holder_of(element)
        if holder in properties or name_of(element) in OF_PROPERTIES:
            properties.add(element)
        if holder not in properties and not may_stand(name_of(element), name_of(holder)):
            raise damaged(f"'{name_of(element)[1]}' stands in '{name_of(holder)[1]}'")
    for cell in root.iter(qn("w:tc")):
        if not len(cell) or cell[-1].tag != qn("w:p"):
            raise damaged("a cell of its tables doesn't end with a paragraph")


OF_PROPERTIES = frozenset((W, name) for name in PROPERTIES)


def holder_of(element: Xml) -> Xml:
    """What an element stands in, without the choice that may stand around it."""
    around = (each for each in element.iterancestors() if name_of(each)[0] != MC)
    return next(around)


def may_stand(name: tuple[str, str], holder: tuple[str, str]) -> bool:
    match name, holder:
        case (space, _), _ if space == MC:
            return True
        case (space, local), (around, held_by) if space == around == W:
            return local in HELD.get(held_by, ())
        case (space, local), _ if space == W:
            return local == "txbxContent"
        case _, (around, held_by) if around == W:
            return held_by in WITH_DRAWINGS
    return True
