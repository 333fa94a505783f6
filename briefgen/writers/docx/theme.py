"""The theme: the house style's colours and fonts, where Word offers colours and fonts."""

from html import escape  # `xml.sax` has the like, and loads what speaks with servers
from itertools import cycle

from briefgen.rendering.style import Style
from briefgen.rendering.tokens import Font
from briefgen.writers.docx.draft import Draft
from briefgen.writers.docx.looks import TEXT
from briefgen.writers.docx.markup import Xml, parse_xml
from briefgen.writers.docx.names import NAMESPACES, ContentType, RelationType
from briefgen.writers.docx.package import add_part

ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
LINE = f'<a:ln w="6350">{FILL}</a:ln>'
EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def add_theme(draft: Draft) -> None:
    """Adds the theme."""
    add_part(
        draft.part,
        "/word/theme/theme1.xml",
        ContentType.THEME,
        theme(draft.look.style),
        RelationType.THEME,
    )


def theme(style: Style) -> Xml:
    """The style's colours, and its fonts for titles and text."""
    name = in_quotes(style.name)
    fonts = [style.roles[role].font for role in ("h1", TEXT) if role in style.roles]
    major, minor = (style.fonts[font or next(iter(style.fonts))] for font in (fonts * 2)[:2])
    formats = f"{styles_of('fillStyle', FILL)}{styles_of('lnStyle', LINE)}"
    effects = f"{styles_of('effectStyle', EFFECT)}{styles_of('bgFillStyle', FILL)}"
    return parse_xml(
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name={name}><a:themeElements>'
        f"<a:clrScheme name={name}>{colours(style)}</a:clrScheme>"
        f"<a:fontScheme name={name}>"
        f"<a:majorFont>{families(major)}</a:majorFont><a:minorFont>{families(minor)}</a:minorFont>"
        f"</a:fontScheme><a:fmtScheme name={name}>{formats}{effects}</a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def colours(style: Style) -> str:
    """Text on paper, its background, the other colours as accents, and that of links."""
    text = named(style, style.roles[TEXT].colour, "000000")
    fill = named(style, next((r.fill for r in style.roles.values() if r.fill), None), "FFFFFF")
    link = named(style, style.roles["a"].colour if "a" in style.roles else None, text)
    others = [c for c in style.colours.values() if c not in (text, fill, "FFFFFF")] or [text]
    scheme = {"dk1": "000000", "lt1": "FFFFFF", "dk2": text, "lt2": fill}
    scheme |= dict(zip(ACCENTS, cycle(others), strict=False))
    scheme |= {"hlink": link, "folHlink": link}
    return "".join(f'<a:{slot}><a:srgbClr val="{c}"/></a:{slot}>' for slot, c in scheme.items())


def named(style: Style, name: str | None, otherwise: str) -> str:
    return style.colours[name] if name else otherwise


def families(font: Font) -> str:
    latin, east_asian = in_quotes(font.latin), in_quotes(font.east_asian)
    return f'<a:latin typeface={latin}/><a:ea typeface={east_asian}/><a:cs typeface=""/>'


def in_quotes(value: str) -> str:
    return f'"{escape(value)}"'


def styles_of(kind: str, style: str) -> str:
    """Three degrees of a format, as the file format wants them; all plain here."""
    return f"<a:{kind}Lst>{style * 3}</a:{kind}Lst>"
