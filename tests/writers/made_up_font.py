"""A made-up font of variable weight, as Noto is on many machines, with one letter and a space."""

from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

FAMILY = "Made Up Variable"
LETTER = "o"
PHANTOMS = 4
"""Points that each glyph has beside those of its outline."""


def variable_font() -> bytes:
    """The font's file: its letter is a square, and the bolder the wider."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space", "o"])
    builder.setupCharacterMap({ord(" "): "space", ord(LETTER): "o"})
    builder.setupGlyf({".notdef": square(), "space": TTGlyphPen(None).glyph(), "o": square()})
    builder.setupHorizontalMetrics({".notdef": (500, 50), "space": (250, 0), "o": (500, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    weights = [("Regular", 400), ("Bold", 700)]
    instances = [{"stylename": name, "location": {"wght": weight}} for name, weight in weights]
    builder.setupFvar([("wght", 100, 400, 900, "Weight")], instances)
    wider = [(0, 0), (0, 0), (40, 0), (40, 0), *[(0, 0)] * PHANTOMS]
    builder.setupGvar({"o": [TupleVariation({"wght": (0, 1, 1)}, wider)]})
    made = BytesIO()
    builder.save(made)
    return made.getvalue()


def square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for corner in ((50, 500), (410, 500), (410, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
