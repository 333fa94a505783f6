"""Fonts, colours and lines said by themselves, in place of names that a theme explains.

The document has a theme of its own, in which the same names stand for something else.
"""

import colorsys
import re

from briefgen.writers.docx.letterhead.content import elements, name_of
from briefgen.writers.docx.letterhead.theme import HEX, Theme
from briefgen.writers.docx.letterhead.vocabulary import PIC, WPS, A, W
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import qn

FONTS = {
    "asciiTheme": "ascii",
    "hAnsiTheme": "hAnsi",
    "eastAsiaTheme": "eastAsia",
    "cstheme": "cs",
}
COLOUR = ("themeColor", "themeTint", "themeShade")
FILL = ("themeFill", "themeFillTint", "themeFillShade")
AS_WORD_ROUNDS = 4
"""So far a colour of Word's own making can be from one made here."""
AFTER_LINE = ("effectLst", "effectDag", "scene3d", "sp3d", "extLst")
SHARE = re.compile("[0-9A-Fa-f]{1,2}")


def make_literal(root: Xml, theme: Theme) -> None:
    """Replaces all that the theme explains by what it stands for."""
    for element in elements(root):
        match name_of(element):
            case (space, "rFonts") if space == W:
                name_fonts(element, theme)
            case (space, name) if space == W:
                key = "val" if name == "color" else "color"
                name_colour(element, key, COLOUR, theme)
                name_colour(element, "fill", FILL, theme)
            case (space, "schemeClr") if space == A:
                name_shape_colour(element, theme)
            case (space, "style") if space in (WPS, PIC):
                widen_line(element, theme)


def name_fonts(fonts: Xml, theme: Theme) -> None:
    for by_theme, literal in FONTS.items():
        named = fonts.attrib.pop(qn(f"w:{by_theme}"), None)
        font = theme.fonts.get(str(named))
        if font:
            fonts.set(qn(f"w:{literal}"), font)


def name_colour(element: Xml, key: str, names: tuple[str, str, str], theme: Theme) -> None:
    named, tint, shade = (str(element.attrib.pop(qn(f"w:{each}"), "")) for each in names)
    base = theme.colours.get(named)
    said = element.get(qn(f"w:{key}"), "")
    if base is None:
        if named and not said:
            element.set(qn(f"w:{key}"), "auto")
        return
    colour = tinted(base, tint, shade)
    if not is_near(said, colour):
        element.set(qn(f"w:{key}"), colour)


def tinted(colour: str, tint: str, shade: str) -> str:
    """A colour made lighter by a tint or darker by a shade, as Word does it."""
    red, green, blue = (each / 255 for each in levels(colour))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if SHARE.fullmatch(shade):
        light *= int(shade, 16) / 255
    if SHARE.fullmatch(tint):
        light = light * int(tint, 16) / 255 + 1 - int(tint, 16) / 255
    made = colorsys.hls_to_rgb(hue, light, saturation)
    return "".join(f"{round(each * 255):02X}" for each in made)


def levels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def is_near(said: str, colour: str) -> bool:
    if not HEX.fullmatch(said):
        return False
    pairs = zip(levels(said), levels(colour), strict=True)
    return all(abs(one - other) <= AS_WORD_ROUNDS for one, other in pairs)


def name_shape_colour(element: Xml, theme: Theme) -> None:
    """The same colour by its value; what lightens or darkens it stays in it."""
    colour = theme.colours.get(element.get("val", ""))
    if colour:
        element.tag = f"{{{A}}}srgbClr"
        element.set("val", colour)


def widen_line(style: Xml, theme: Theme) -> None:
    """Says how wide the line of a shape is, if it only has the number of a line of the theme."""
    reference, shape = style.find(f"{{{A}}}lnRef"), style.getparent()
    width = None if reference is None else line_width(theme, reference.get("idx", ""))
    properties = None if shape is None else shape.find(f"{{{name_of(style)[0]}}}spPr")
    if width is None or properties is None:
        return
    line = properties.find(f"{{{A}}}ln")
    if line is None:
        line = properties.makeelement(f"{{{A}}}ln", {}, properties.nsmap)
        later = [each for each in properties if name_of(each)[1] in AFTER_LINE]
        properties.insert(properties.index(later[0]) if later else len(properties), line)
    if "w" not in line.attrib:
        line.set("w", width)


def line_width(theme: Theme, index: str) -> str | None:
    """The width of the line that a shape calls by its number; none for no line."""
    number = int(index) if re.fullmatch("[1-9]", index) else 0
    return theme.lines[number - 1] if 0 < number <= len(theme.lines) else None
