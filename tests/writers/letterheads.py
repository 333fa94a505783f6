"""Made-up letterheads: Word files written part by part, as Word itself writes them."""

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from letterhead_looks import DECLARATION, OFFICE, PACKAGE, SPACES, STYLES, THEME

from briefgen.rendering.letterheads import LetterheadFile
from briefgen.rendering.style import Style

NAME = "templates/letterhead.docx"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
GIF = base64.b64decode("R0lGODdhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs=")


def png(width: int, height: int, grey: int) -> bytes:
    """A picture of one grey."""
    rows = (b"\0" + bytes([grey]) * width) * height
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


LOGO = png(60, 30, 96)


# Pieces of headers and footers


def words(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "Header", properties: str = "") -> str:
    return (
        f'<w:p w14:paraId="11111111" w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="{style}"/>'
        f"{properties}</w:pPr>{''.join(runs)}</w:p>"
    )


def field(*instruction: str, result: str = "1") -> str:
    """A field; what begins as an element in its instruction is a field of its own."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")]
    code = "".join(
        each
        if each.startswith("<")
        else f'<w:r><w:instrText xml:space="preserve"> {each} </w:instrText></w:r>'
        for each in instruction
    )
    return f"{kinds[0]}{code}{kinds[1]}{words(result)}{kinds[2]}"


def drawing(graphic: str, number: int = 1) -> str:
    """A drawing in the line of text."""
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" wp14:anchorId="1A2B3C4D">'
        f'<wp:extent cx="720000" cy="360000"/><wp:docPr id="{number}" name="Drawing {number}"/>'
        f"<wp:cNvGraphicFramePr/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing>"
    )


def logo(identifier: str = "rId1", inside: str = "", beside: str = "") -> str:
    """A picture; `inside` its reference to a part, and attributes `beside` that."""
    return (
        "<w:r>"
        + drawing(
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            '<pic:nvPicPr><pic:cNvPr id="0" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{identifier}"{beside}>{inside}</a:blip>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            '<a:off x="0" y="0"/><a:ext cx="720000" cy="360000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        )
        + "</w:r>"
    )


def text_box(text: str, requires: str = "wps") -> str:
    """A text box twice, as Word writes it: as a shape, and in VML for older readers."""
    content = f"<w:txbxContent>{paragraph(words(text))}</w:txbxContent>"
    shape = drawing(
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1440000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="20000"/></a:schemeClr>'
        "</a:solidFill></wps:spPr>"
        '<wps:style><a:lnRef idx="2"><a:schemeClr val="accent2"/></a:lnRef>'
        '<a:fillRef idx="0"><a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0">'
        '<a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor">'
        '<a:schemeClr val="tx1"/></a:fontRef></wps:style>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>",
        number=7,
    )
    picture = (
        '<w:pict><v:shape id="Text Box 7" o:spid="_x0000_s2049" o:gfxdata="UEsDBBQA" '
        f'style="width:113pt;height:28pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{requires}">{shape}</mc:Choice>'
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )


WATERMARK = (
    '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom"/><v:textpath on="t" fitshape="t"/>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype><v:shape id="WaterMark" '
    'o:spid="_x0000_s2050" type="#_x0000_t136" o:allowincell="f" fillcolor="silver" stroked="f" '
    'style="position:absolute;width:300pt;height:90pt;rotation:315;z-index:-251658752">'
    '<v:textpath string="TEST"/></v:shape></w:pict></w:r>'
)


def link(text: str, identifier: str) -> str:
    run = words(text, '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>')
    return f'<w:hyperlink r:id="{identifier}" w:history="1">{run}</w:hyperlink>'


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="123"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def table(*cells: str, style: str = "") -> str:
    columns = '<w:gridCol w:w="4000"/>' * len(cells)
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells
    )
    return (
        f'<w:tbl><w:tblPr>{named}<w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid><w:tr>{made}</w:tr></w:tbl>"
    )


# Parts

MARGINS = (
    '<w:pgMar w:top="2268" w:right="1134" w:bottom="1134" w:left="1701" '
    'w:header="567" w:footer="454" w:gutter="0"/>'
)
FIRST_HEADER = table(
    paragraph(logo(), style="Motto"),
    paragraph(words("PEOPLE’S COMMITTEE"), style="Motto")
    + paragraph(words("Department of Internal Affairs", "<w:rPr><w:i/></w:rPr>")),
    style="TableGrid",
) + paragraph(words(" "))
HEADER = paragraph(
    '<w:bookmarkStart w:id="4" w:name="here"/>',
    *(words("Made-up "), '<w:bookmarkEnd w:id="4"/>', '<w:proofErr w:type="spellStart"/>'),
    *(words("Office"), text_box("A box")),
)
FOOTER = paragraph(
    *(words("12 Test Street\t"), link("www.example.org", "rId1"), words("\t")),
    *(control(field("PAGE")), words(" / "), field("NUMPAGES", result="9")),
    style="Header",
)
RELATIONS: Mapping[str, tuple[str, str]] = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("settings", "settings.xml"),
    "rId3": ("theme", "theme/theme1.xml"),
}


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """The relations of a part: of each id the kind and the target."""
    outside = ' TargetMode="External"'
    made = "".join(
        f'<Relationship Id="{each}" Type="{OFFICE}/{kind}" Target="{target}"'
        f"{outside if ':' in target else ''}/>"
        for each, (kind, target) in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def part(root: str, content: str) -> str:
    return f'{DECLARATION}<w:{root} {SPACES} mc:Ignorable="w14 wp14">{content}</w:{root}>'


CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/x"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/></Types>'
)
Members = dict[str, str | bytes]


def members(
    heads: Mapping[str, str],
    *,
    section: str = "",
    settings: str = "",
    related: Mapping[str, Mapping[str, tuple[str, str]]] | None = None,
) -> Members:
    """The parts of a letterhead whose headers and footers are given by `header-default` and so on.

    `related` says what these refer to.
    """
    references, targets, made = "", dict(RELATIONS), dict[str, str | bytes]()
    for number, (name, content) in enumerate(heads.items(), 10):
        kind, _, pages = name.partition("-")
        references += f'<w:{kind}Reference w:type="{pages}" r:id="rId{number}"/>'
        targets[f"rId{number}"] = (kind, f"{name}.xml")
        made[f"word/{name}.xml"] = part("hdr" if kind == "header" else "ftr", content)
        if related and name in related:
            made[f"word/_rels/{name}.xml.rels"] = relations(related[name])
    body = (
        f'<w:body><w:p/><w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/>{MARGINS}{section}'
    )
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"{body}</w:sectPr></w:body>"),
        "word/_rels/document.xml.rels": relations(targets),
        "word/styles.xml": STYLES,
        "word/settings.xml": part("settings", settings),
        "word/theme/theme1.xml": THEME,
        "word/media/image1.png": LOGO,
        **made,
    }


LOGO_RELATION = {"rId1": ("image", "media/image1.png")}
WEB_RELATION = {"rId1": ("hyperlink", "https://www.example.org/")}


def good_members() -> Members:
    """A letterhead with all that is taken over: first, other and even pages, a logo, a box."""
    return members(
        {
            "header-first": FIRST_HEADER,
            "header-default": HEADER,
            "header-even": paragraph(words("Even pages"), logo("rId1")),
            "footer-default": FOOTER,
            "footer-even": FOOTER,
        },
        section="<w:titlePg/>",
        settings="<w:evenAndOddHeaders/>",
        related={
            "header-first": LOGO_RELATION,
            "header-even": LOGO_RELATION,
            "footer-default": WEB_RELATION,
            "footer-even": WEB_RELATION,
        },
    )


def simple_members(header: str = "", footer: str = "") -> Members:
    """A letterhead of one header and one footer, with a picture and a link to refer to."""
    heads = {
        "header-default": header or paragraph(words("Made-up Office")),
        "footer-default": footer,
    }
    relations_of = {**LOGO_RELATION, "rId2": ("hyperlink", "https://www.example.org/")}
    return members(
        {name: content for name, content in heads.items() if content},
        related=dict.fromkeys(heads, relations_of),
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a Word file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def with_part(parts: Members, name: str, old: str, new: str) -> Members:
    """The same parts with a text of one replaced, which must be there."""
    text = parts[name]
    assert isinstance(text, str)
    assert old in text, f"{name} holds no {old}"
    return {**parts, name: text.replace(old, new)}


def under(style: Style, parts: Mapping[str, str | bytes]) -> Style:
    """A style with a letterhead of these parts."""
    return style.under(LetterheadFile(NAME, packed(parts)))
