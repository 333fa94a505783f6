"""A letterhead's theme: the fonts, colours and lines that it calls by names of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from briefgen.writers.docx.letterhead.parts import Parts
from briefgen.writers.docx.letterhead.vocabulary import A
from briefgen.writers.docx.markup import Xml
from briefgen.writers.docx.names import qn

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
SETTINGS_NAMES = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
MAPPED = {
    "t1": ("text1", "tx1", "dark1"),
    "t2": ("text2", "tx2", "dark2"),
    "bg1": ("background1", "bg1", "light1"),
    "bg2": ("background2", "bg2", "light2"),
}
"""What settings call a mapped colour, what text and shapes call it, which it is otherwise."""
SCRIPTS = {"zh-CN": "Hans", "zh-SG": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "ja-JP": "Jpan"}
SCRIPTS |= {"ko-KR": "Hang", "vi-VN": "Viet"}
HEX = re.compile("[0-9A-Fa-f]{6}")


@dataclass(frozen=True)
class Theme:
    """Colours by every name they have, fonts by names such as `minorHAnsi`, widths of lines."""

    colours: Mapping[str, str]
    fonts: Mapping[str, str]
    lines: tuple[str, ...]


def theme_of(parts: Parts, settings: Xml | None) -> Theme:
    """The theme of a letterhead; an empty one if it has none."""
    name = parts.related(parts.document, "theme")
    if name is None:
        return Theme({}, {}, ())
    root = parts.xml(name)
    colours = dict(scheme_colours(root))
    return Theme(
        {**colours, **dict(other_names(colours, settings))},
        dict(scheme_fonts(root, settings)),
        tuple(each.get("w", "") for each in root.iterfind(f".//{{{A}}}lnStyleLst/{{{A}}}ln")),
    )


def scheme_colours(root: Xml) -> Iterator[tuple[str, str]]:
    for slot in SLOTS:
        for colour in root.iterfind(f".//{{{A}}}clrScheme/{{{A}}}{slot}/*"):
            value = colour.get("lastClr", colour.get("val", ""))
            if HEX.fullmatch(value):
                yield slot, value.upper()


def other_names(colours: Mapping[str, str], settings: Xml | None) -> Iterator[tuple[str, str]]:
    """The names by which text and shapes call the colours of the theme."""
    mapping = None if settings is None else settings.find(qn("w:clrSchemeMapping"))
    for name, slot in SETTINGS_NAMES.items():
        if slot in colours:
            yield name, colours[slot]
    for key, (in_text, in_shapes, otherwise) in MAPPED.items():
        named = otherwise if mapping is None else mapping.get(qn(f"w:{key}"), otherwise)
        colour = colours.get(SETTINGS_NAMES.get(named, named))
        if colour:
            yield from ((in_text, colour), (in_shapes, colour))


def scheme_fonts(root: Xml, settings: Xml | None) -> Iterator[tuple[str, str]]:
    languages = None if settings is None else settings.find(qn("w:themeFontLang"))
    asian = "" if languages is None else languages.get(qn("w:eastAsia"), "")
    for weight in ("major", "minor"):
        fonts = root.find(f".//{{{A}}}{weight}Font")
        if fonts is None:
            continue
        script = fonts.find(f"{{{A}}}font[@script='{SCRIPTS.get(asian, '')}']")
        latin, east_asian, complex_ = (face(fonts, each) for each in ("latin", "ea", "cs"))
        if not east_asian and script is not None:
            east_asian = script.get("typeface", "")
        named = {"Ascii": latin, "HAnsi": latin, "EastAsia": east_asian, "Bidi": complex_}
        yield from ((f"{weight}{name}", font) for name, font in named.items() if font)


def face(fonts: object, kind: str) -> str:
    found = cast(Xml, fonts).find(f"{{{A}}}{kind}")
    return "" if found is None else found.get("typeface", "")
