"""What Word expects in every styles part beside the document's own styles."""

from collections.abc import Iterator

from briefgen.writers.docx.formatting import word_properties
from briefgen.writers.docx.looks import TEXT, Look
from briefgen.writers.docx.markup import Xml, w
from briefgen.writers.docx.scripts import default_language, is_east_asian

STOCK_IDS = {"character": "DefaultParagraphFont", "table": "TableNormal", "numbering": "NoList"}
STOCK_NAMES = {
    "character": "Default Paragraph Font",
    "table": "Normal Table",
    "numbering": "No List",
}
LATENT_STYLES = 376


def defaults(look: Look, language: str) -> Xml:
    """The font and language of all text, whatever its style."""
    words = word_properties(look.roles[TEXT], look.style)
    run = w("rPr", *words, default_language(language))
    paragraph = w("pPr", w("widowControl"), *typesetting(language))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph))


def typesetting(language: str) -> Iterator[Xml]:
    """What Chinese lines want: no mark at the wrong end, marks in the margin, air around Latin."""
    if is_east_asian(language):
        yield from (w(name) for name in ("kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN"))


def latent() -> Xml:
    """Word's own styles stay out of its gallery until someone looks for them."""
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=LATENT_STYLES,
    )


def stock() -> Iterator[Xml]:
    """The styles without a look on which character and table styles are built."""
    for kind, identifier in STOCK_IDS.items():
        yield w(
            "style",
            w("name", val=STOCK_NAMES[kind]),
            w("uiPriority", val=99),
            w("semiHidden"),
            w("unhideWhenUsed"),
            *([table_without_look()] if kind == "table" else []),
            type=kind,
            default=1,
            styleId=identifier,
        )


def table_without_look() -> Xml:
    sides = (w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    return w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *sides))
