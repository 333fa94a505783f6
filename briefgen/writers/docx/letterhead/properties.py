"""Properties of words and paragraphs laid over one another, in the order of the schema."""

from copy import deepcopy
from typing import cast

from briefgen.writers.docx.letterhead.content import name_of
from briefgen.writers.docx.letterhead.vocabulary import W
from briefgen.writers.docx.markup import Xml, w
from briefgen.writers.docx.names import qn

ORDER = {
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku"),
        *("wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi"),
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
        *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap"),
        *("outlineLvl", "divId", "cnfStyle", "rPr"),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
        *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
        *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
        *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
        *("specVanish", "oMath"),
    ),
}
OFF = ("b", "bCs", "i", "iCs", "caps", "smallCaps", "snapToGrid")
BY_ATTRIBUTE = ("rFonts", "spacing", "ind", "lang")
"""Properties of which each attribute is handed down by itself."""


def unset(name: str) -> Xml | None:
    """A property as Word has it where nothing sets it, if it needs to be said."""
    values: dict[str, dict[str, str | int]] = {
        "rFonts": dict.fromkeys(("ascii", "hAnsi", "cs"), "Times New Roman"),
        "color": {"val": "auto"},
        "spacing": {"val": 0},
        "kern": {"val": 0},
        "sz": {"val": 20},
        "szCs": {"val": 20},
        "shd": {"val": "clear", "color": "auto", "fill": "auto"},
        "vertAlign": {"val": "baseline"},
        **{each: {"val": 0} for each in OFF},
    }
    return w(name, **values[name]) if name in values else None


def plain_words() -> Xml:
    """The words of Word's own defaults: whatever the document's defaults set is taken back."""
    return w("rPr", *(made for name in ORDER["rPr"] if (made := unset(name)) is not None))


def plain_paragraph() -> Xml:
    """The paragraph of Word's own defaults."""
    spacing = w("spacing", before=0, after=0, line=240, lineRule="auto")
    indent = w("ind", left=0, right=0, firstLine=0)
    return w("pPr", w("snapToGrid", val=0), spacing, indent, w("jc", val="left"))


def over(lower: Xml, upper: Xml | None) -> Xml:
    """Properties with others laid over them; only those that the schema knows."""
    kind = name_of(lower)[1]
    merged = {name_of(each)[1]: deepcopy(each) for each in children(lower)}
    for each in children(upper):
        name = name_of(each)[1]
        if name in BY_ATTRIBUTE and name in merged:
            give(merged[name], each)
        else:
            merged[name] = deepcopy(each)
    return w(kind, *(merged[name] for name in ORDER[kind] if name in merged))


def give(lower: Xml, upper: Xml) -> None:
    """Hands over attributes; a hanging first line is none that is indented."""
    for one, other in (("hanging", "firstLine"), ("firstLine", "hanging")):
        if qn(f"w:{one}") in upper.attrib:
            lower.attrib.pop(qn(f"w:{other}"), None)
    lower.attrib.update(dict(upper.attrib))


def children(properties: Xml | None) -> list[Xml]:
    found = [] if properties is None else cast(list[Xml], list(properties))
    return [each for each in found if name_of(each)[0] == W]
