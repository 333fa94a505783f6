"""What may stand in a letterhead's header and footer, what is left out, what is refused."""

from briefgen.writers.docx.names import NAMESPACES

W, A, R = NAMESPACES["w"], NAMESPACES["a"], NAMESPACES["r"]
WP, PIC, W14 = NAMESPACES["wp"], NAMESPACES["pic"], NAMESPACES["w14"]
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741  its usual prefix
W10 = "urn:schemas-microsoft-com:office:word"
WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
STRICT = "http://purl.oclc.org/ooxml/"

SHAPES = frozenset({A, PIC, WP, WPS, WPG, WP14, V, W10, DECORATIVE})
"""Namespaces of which all that isn't named below may stand in a shape."""
GRAPHICS = frozenset({PIC, WPS, WPG})
"""What a drawing may be: no chart, no SmartArt, no drawing canvas."""
UNDERSTOOD = frozenset({WPS, WPG, WP14, W14})
"""What a choice between two ways of drawing may require of a reader."""

CONTENT = frozenset(
    {"hdr", "ftr", "p", "r", "t", "tab", "br", "cr", "ptab", "sym", "noBreakHyphen", "softHyphen"}
    | {"pgNum", "drawing", "pict", "tbl", "tr", "tc", "tblGrid", "gridCol", "hyperlink", "dir"}
    | {"bdo", "fldSimple", "fldChar", "instrText", "txbxContent", "ruby", "rt", "rubyBase"}
)
PROPERTIES = frozenset(
    {"pPr", "rPr", "tblPr", "tblPrEx", "trPr", "tcPr", "rubyPr"}
)  # of which all that they hold may stay that isn't named below
LEFT_OUT = frozenset(
    {"bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak"}
    | {"commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "divId"}
    | {"sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "sectPr"}
)
"""Marks that don't show, or lead to parts that stay behind."""
WRAPPERS = frozenset({"sdt", "sdtContent", "smartTag", "customXml"})
"""What stands around content; only the content is taken over."""
TRACKED = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"}
    | {f"{move}Range{end}" for move in ("moveFrom", "moveTo") for end in ("Start", "End")}
    | {f"{each}Change" for each in ("pPr", "rPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid")}
    | {
        f"customXml{change}Range{end}"
        for change in ("Ins", "Del", "MoveFrom", "MoveTo")
        for end in ("Start", "End")
    }
)
OFFICE_SHAPES = frozenset({"lock", "extrusion", "callout", "shadow"})
IN_DRAWINGS_LEFT_OUT = frozenset({"hlinkClick", "hlinkHover", "hlinkMouseOver"})
NAMED = {
    "object": "an embedded object (OLE)",
    "control": "an ActiveX control",
    "altChunk": "an inserted document (altChunk)",
    "subDoc": "a subdocument",
    "OLEObject": "an embedded object (OLE)",
    "oMath": "a formula",
    "oMathPara": "a formula",
    "contentPart": "ink",
    "footnoteReference": "a footnote",
    "endnoteReference": "an endnote",
    "movie": "a film",
    "graphicData": "a chart, SmartArt or drawing canvas",
}
