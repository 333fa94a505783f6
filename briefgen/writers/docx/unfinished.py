"""A paragraph while it is written: what stands around it may still say more of it."""

from dataclasses import dataclass, field

from briefgen.writers.docx.markup import Twips
from briefgen.writers.docx.pieces import Piece, piece

PROPERTIES = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr"),
    *("shd", "tabs", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr"),
)
"""The properties that paragraphs have here, in the order of the schema."""


@dataclass
class Paragraph:
    """A paragraph's properties by their names, its space before and after, and its content."""

    properties: dict[str, Piece]
    content: list[Piece] = field(default_factory=list)
    spacing: dict[str, str | Twips] = field(default_factory=dict)

    @property
    def piece(self) -> Piece:
        """The whole paragraph."""
        own = self.properties
        if self.spacing:
            own = {**own, "spacing": piece("spacing", **self.spacing)}
        if len(own) > 1:
            own = {name: own[name] for name in PROPERTIES if name in own}
        return f"<w:p><w:pPr>{''.join(own.values())}</w:pPr>{''.join(self.content)}</w:p>"
