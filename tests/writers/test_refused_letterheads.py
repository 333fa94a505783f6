"""Letterheads that are refused: each with a line that says what is wrong and what to do."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest
from letterhead_looks import OFFICE, SPACES
from letterheads import (
    LOGO,
    LOGO_RELATION,
    MAIN,
    NAME,
    Members,
    control,
    drawing,
    field,
    logo,
    members,
    packed,
    paragraph,
    relations,
    simple_members,
    table,
    text_box,
    with_part,
    words,
)

from briefgen.problems import TemplateError
from briefgen.rendering.letterheads import LARGEST, LetterheadFile
from briefgen.writers.docx.letterhead.archive import MAX_MEMBERS, MAX_PART, MAX_UNPACKED
from briefgen.writers.docx.letterhead.reading import read_letterhead

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
Wrong = Callable[[], bytes]


def refusal(data: bytes) -> str:
    """What is told of a letterhead; it is one line."""
    with pytest.raises(TemplateError) as caught:
        read_letterhead(LetterheadFile(NAME, data))
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"{NAME}: ")
    assert "\n" not in problem.message
    return problem.message


# The file


def without(name: str) -> Wrong:
    return lambda: packed({k: v for k, v in simple_members().items() if k != name})


def with_more(**parts: str | bytes) -> Wrong:
    """With more parts, whose names have `__` for a slash."""
    return lambda: packed(
        {**simple_members(), **{k.replace("__", "/"): v for k, v in parts.items()}}
    )


def replaced(name: str, old: str, new: str) -> Wrong:
    return lambda: packed(with_part(simple_members(), name, old, new))


def of_type(content_type: str) -> Wrong:
    return replaced("[Content_Types].xml", f"{MAIN}.document.main+xml", content_type)


def encrypted_zip() -> bytes:
    data = bytearray(packed(simple_members()))
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 1
    return bytes(data)


def packed_otherwise() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in simple_members().items():
            archive.writestr(name, content)
    return written.getvalue()


def twice() -> bytes:
    return packed({**simple_members(), "WORD/document.xml": "<x/>"})


def lying() -> bytes:
    """The table of contents says that a part is shorter than it is."""
    data = bytearray(packed({**simple_members(), "word/media/other.png": LOGO + bytes(400)}))
    entry = data.rindex(b"word/media/other.png") - 46
    data[entry + 24 : entry + 28] = (9).to_bytes(4, "little")
    return bytes(data)


def damaged_part() -> bytes:
    data = bytearray(packed(simple_members()))
    data[data.index(b"word/document.xml") + 60] ^= 0xFF
    return bytes(data)


def many_members() -> bytes:
    return packed({**simple_members(), **{f"word/x{n}.xml": "<x/>" for n in range(MAX_MEMBERS)}})


def bomb() -> bytes:
    return packed({**simple_members(), "word/media/image2.png": LOGO + bytes(MAX_PART - 99)})


def large_part() -> bytes:
    noise = b"".join(zlib.crc32(bytes([n % 256, n // 256])).to_bytes(4, "big") for n in range(9999))
    return packed({**simple_members(), "word/media/image2.png": noise * (MAX_PART // 39996 + 1)})


def large_in_all() -> bytes:
    blank = bytes(1024 * 1024)
    parts = {f"word/media/{n}.bin": blank for n in range(MAX_UNPACKED // len(blank) + 1)}
    return packed({**simple_members(), **parts})


def encoded(encoding: str) -> Wrong:
    text = f'<?xml version="1.0" encoding="{NAMES.get(encoding, encoding)}"?>{BOMB_XML}'
    return lambda: packed({**simple_members(), "word/header-default.xml": text.encode(encoding)})


NAMES = {"utf-32-be": "UCS-4"}
BOMB_XML = f'<!DOCTYPE w [<!ENTITY a "b">]><w:hdr {SPACES}><w:p/></w:hdr>'
FILES: dict[str, tuple[Wrong, str]] = {
    "nothing": (lambda: b"", "no Word document; save the letterhead in Word as"),
    "text": (lambda: b"Dear colleagues", "no Word document"),
    "a picture": (lambda: LOGO, "no Word document"),
    "a page for the web": (lambda: b"<html></html>", "no Word document"),
    "rich text": (lambda: b"{\\rtf1 }", "no Word document"),
    "something before the archive": (lambda: b"MZ" + packed(simple_members()), "no Word document"),
    "old Word": (lambda: OLE + b"WordDocument", "an old Word document (.doc); save it as"),
    "encrypted": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "is encrypted; save it without a password",
    ),
    "an encrypted archive": (encrypted_zip, "is encrypted; save it without a password"),
    "cut short": (
        lambda: packed(simple_members())[:900],
        "damaged (its archive can't be unpacked)",
    ),
    "a damaged part": (damaged_part, "damaged (its archive can't be unpacked)"),
    "a part longer than it says": (lying, "damaged (its archive can't be unpacked)"),
    "packed otherwise": (packed_otherwise, "packed in a way that Word doesn't use"),
    "two parts of one name": (twice, "two of its parts have the same name"),
    "too many parts": (many_members, "the file is larger than a letterhead needs"),
    "a bomb": (bomb, "its part word/media/image2.png is larger than a letterhead needs"),
    "a large part": (large_part, "its part word/media/image2.png is larger than"),
    "too large unpacked": (large_in_all, "the file is larger than a letterhead needs"),
    "too large": (lambda: packed(simple_members()) + bytes(LARGEST), "the file is larger than"),
    "a workbook": (of_type("application/vnd.ms-excel"), "no Word document"),
    "a template": (of_type(f"{MAIN}.template.main+xml"), "a Word template (.dotx); save it as"),
    "macros by type": (
        of_type("application/vnd.ms-word.document.macroEnabled.main+xml"),
        "holds macros; save it as a Word document without macros (.docx)",
    ),
    "macros of a template": (
        of_type("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        "holds macros",
    ),
    "macros by part": (with_more(word__vbaProject__bin=b"x"), "holds macros"),
    "macros by relation": (
        replaced(DOCUMENT_RELATIONS, f"{OFFICE}/theme", "http://x/2006/relationships/vbaProject"),
        "holds macros",
    ),
    "no types": (without("[Content_Types].xml"), "no Word document"),
    "no relations": (without("_rels/.rels"), "no Word document"),
    "no document": (without("word/document.xml"), "no Word document"),
    "a missing header": (without("word/header-default.xml"), "header-default.xml is missing"),
    "relations without the header": (
        without(DOCUMENT_RELATIONS),
        "damaged (its header is missing)",
    ),
    "broken XML": (
        replaced("word/header-default.xml", "</w:hdr>", "</w:hd>"),
        "damaged (its part word/header-default.xml is no XML)",
    ),
    "a header that is a footer": (
        lambda: packed({**simple_members(), "word/header-default.xml": f"<w:ftr {SPACES}/>"}),
        "damaged (its header is none)",
    ),
    "a DOCTYPE": (
        lambda: packed({**simple_members(), "word/header-default.xml": BOMB_XML}),
        "its part word/header-default.xml declares a DOCTYPE, which no Word document needs",
    ),
    **{
        f"a DOCTYPE in {encoding}": (
            encoded(encoding),
            "declares a DOCTYPE, which no Word document",
        )
        for encoding in ("utf-8", "utf-16", "utf-32-be")
    },
    "an encoding that there isn't": (
        lambda: packed(
            {**simple_members(), "word/x.xml": '<?xml version="1.0" encoding="x"?><x/>'}
        ),
        "damaged (its part word/x.xml is no XML)",
    ),
    "a DOCTYPE in a part that isn't used": (
        with_more(customXml__item1__xml='<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'),
        "declares a DOCTYPE",
    ),
    "an entity that nothing declares": (
        replaced("word/header-default.xml", "Made-up", "&made;"),
        "is no XML",
    ),
    "strict": (
        replaced(
            "word/document.xml",
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "Strict Open XML; save the letterhead as a Word document (.docx), not strict",
    ),
    "neither header nor footer": (
        lambda: packed(members({})),
        "first section has neither a header nor a footer with anything in it; put",
    ),
    "no section": (
        lambda: packed(
            {**members({}), "word/document.xml": f"<w:document {SPACES}><w:body/></w:document>"}
        ),
        "neither a header nor a footer",
    ),
    "an empty header": (
        lambda: packed(simple_members(paragraph(words("  ")))),
        "neither a header nor a footer with anything in it",
    ),
    "styles without an end": (
        replaced(
            "word/styles.xml",
            '<w:name w:val="Normal"/>',
            '<w:name w:val="Normal"/><w:basedOn w:val="Header"/>',
        ),
        "its styles build on one another without an end",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_safe_letterhead_is_refused(name: str) -> None:
    wrong, message = FILES[name]
    assert message in refusal(wrong())


# What it refers to


def related(kind: str, target: str) -> Wrong:
    """With a header that refers to something."""
    parts = simple_members()
    more = {**LOGO_RELATION, "rId2": (kind, target)}
    return lambda: packed({**parts, "word/_rels/header-default.xml.rels": relations(more)})


def document_related(kind: str, target: str) -> Wrong:
    more = f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
    return replaced(DOCUMENT_RELATIONS, "</Relationships>", f"{more}</Relationships>")


RELATIONS: dict[str, tuple[Wrong, str]] = {
    "a linked picture": (
        related("image", "https://example.org/logo.png"),
        "reaches out to a linked picture (https://example.org/logo.png); insert the picture itself",
    ),
    "a template": (
        document_related("attachedTemplate", "https://example.org/evil.dotm"),
        "reaches out to a Word template of its own (https://example.org/evil.dotm); copy header",
    ),
    "a template in a folder": (
        document_related("attachedTemplate", "file:///C:/Templates/Letter.dot"),
        "reaches out to a Word template of its own",
    ),
    "a linked object": (
        related("oleObject", "file:///C:/book.xlsx"),
        "reaches out to an embedded object (OLE)",
    ),
    "an embedded object": (
        related("oleObject", "embeddings/oleObject1.bin"),
        "holds an embedded object (OLE); take it out",
    ),
    "an embedded workbook": (
        related("package", "embeddings/book.xlsx"),
        "holds an embedded file; take it out",
    ),
    "an ActiveX control": (
        related("control", "activeX/activeX1.xml"),
        "holds an ActiveX control; take it out",
    ),
    "an inserted document": (
        related("aFChunk", "chunk.html"),
        "holds an inserted document (altChunk); take it out",
    ),
    "a subdocument": (related("subDocument", "file:///C:/x.docx"), "reaches out to a subdocument"),
    "a frame": (document_related("frame", "https://example.org/"), "a frame of a web page"),
    "a link to a file": (
        related("hyperlink", "file:///etc/passwd"),
        "reaches out to a file or program through a link (file:///etc/passwd); links may lead to",
    ),
    "a link to a share": (
        related("hyperlink", "smb://server/x"),
        "a file or program through a link",
    ),
    "a link to a script": (
        related("hyperlink", "javascript:alert(1)"),
        "a file or program through",
    ),
    "something unknown": (related("wonder", "https://example.org/"), "reaches out to another file"),
}


@pytest.mark.parametrize("name", RELATIONS)
def test_a_letterhead_that_holds_or_reaches_for_more_is_refused(name: str) -> None:
    wrong, message = RELATIONS[name]
    assert message in refusal(wrong())


# What stands in it

TAKE_OUT = "which can't be taken over; take it out"
TRACKED = "holds tracked changes; accept or reject them all in Word"
CHANGE = 'w:id="1" w:author="x" w:date="2024-01-01T00:00:00Z"'
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CONTENT: dict[str, tuple[str, str]] = {
    "an object": (
        paragraph('<w:r><w:object><o:OLEObject Type="Embed" r:id="rId1"/></w:object></w:r>'),
        f"an embedded object (OLE), {TAKE_OUT}",
    ),
    "a control": (
        paragraph('<w:r><w:control r:id="rId1"/></w:r>'),
        f"an ActiveX control, {TAKE_OUT}",
    ),
    "an inserted document": ('<w:altChunk r:id="rId1"/>', "an inserted document (altChunk)"),
    "a chart": (
        paragraph("<w:r>" + drawing(f'<a:graphicData uri="{CHART}"/>') + "</w:r>"),
        "a chart, SmartArt or drawing canvas",
    ),
    "a formula": (paragraph("<m:oMath/>"), "a formula"),
    "a footnote": (paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>'), "a footnote"),
    "an unknown element": (paragraph("<w:r><w:wonder/></w:r>"), "holds 'wonder'"),
    "an element of nobody": (paragraph('<w:r><x xmlns="urn:x"/></w:r>'), "holds 'x'"),
    "an OLE object in a shape": (
        paragraph('<w:r><w:pict><o:OLEObject Type="Link"/></w:pict></w:r>'),
        "an embedded object (OLE)",
    ),
    "an insertion": (paragraph(f"<w:ins {CHANGE}>{words('x')}</w:ins>"), TRACKED),
    "a deletion": (
        paragraph(words("y"), f"<w:del {CHANGE}><w:r><w:delText>x</w:delText></w:r></w:del>"),
        TRACKED,
    ),
    "a changed format": (
        paragraph(words("x", f"<w:rPr><w:rPrChange {CHANGE}><w:rPr/></w:rPrChange></w:rPr>")),
        TRACKED,
    ),
    "a list": (
        paragraph(words("x"), properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        "holds a list; write its numbers and bullets by hand",
    ),
    "a style of a list": (
        paragraph(words("x"), style="Listed"),
        "its style 'Listed' numbers paragraphs; write numbers and bullets by hand",
    ),
    "a prompt": (
        paragraph(control(words("[Type here]"), "<w:showingPlcHdr/>")),
        "a field to fill in still shows its prompt '[Type here]'; fill it in, or delete it",
    ),
    "a picture that is not there": (paragraph(logo("rId9")), "refers to a part that isn't there"),
    "a link for a picture": (paragraph(logo("rId2")), "refers to a part that isn't there"),
    "a picture for a link": (
        paragraph(f'<w:hyperlink r:id="rId1">{words("x")}</w:hyperlink>'),
        "refers to a part that isn't there",
    ),
    "a picture that is linked too": (
        paragraph(logo(beside=' r:link="rId1"')),
        "shows a linked picture or file; insert the picture itself in its place",
    ),
    "a picture by its address": (
        paragraph(
            '<w:r><w:pict><v:shape><v:imagedata src="file:///x.png"/></v:shape></w:pict></w:r>'
        ),
        "shows a linked picture or file",
    ),
    "a shape that leads to a file": (
        paragraph('<w:r><w:pict><v:shape href="file:///x"/></w:pict></w:r>'),
        "shows a linked picture or file",
    ),
    "a field without end": (
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', words("x")),
        "one of its fields has no beginning or no end",
    ),
    "a field without beginning": (
        paragraph(words("x"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        "one of its fields has no beginning or no end",
    ),
    "a paragraph in a paragraph": (paragraph(paragraph(words("x"))), "'p' stands in 'p'"),
    "a text outside of a run": (paragraph("<w:t>x</w:t>"), "'t' stands in 'p'"),
    "a run in a shape": (
        paragraph(f"<w:r><w:pict><v:shape>{words('x')}</v:shape></w:pict></w:r>"),
        "'r' stands in 'shape'",
    ),
    "a shape in the text": (paragraph('<v:shape id="x"/>', words("x")), "'shape' stands in 'p'"),
    "a cell without a paragraph": (
        table("") + paragraph(words("x")),
        "doesn't end with a paragraph",
    ),
    "an object in the older way of drawing": (
        paragraph(text_box("x").replace("<v:textbox>", "<o:OLEObject/><v:textbox>")),
        "an embedded object (OLE)",
    ),
}


@pytest.mark.parametrize("name", CONTENT)
def test_a_header_with_what_cannot_be_taken_over_is_refused(name: str) -> None:
    header, message = CONTENT[name]
    assert message in refusal(packed(simple_members(header)))


@pytest.mark.parametrize("name", CONTENT)
def test_a_footer_with_it_is_refused_too(name: str) -> None:
    footer, message = CONTENT[name]
    assert message in refusal(packed(simple_members(footer=footer)))


QUOTED = field("QUOTE 68 68 69")
REACHING = "reaches out of the file; take it out"
FIELDS: dict[str, tuple[str, str]] = {
    "INCLUDEPICTURE": (field('INCLUDEPICTURE "https://example.org/x.png" \\d'), REACHING),
    "INCLUDETEXT": (field('INCLUDETEXT "C:\\\\x.docx"'), REACHING),
    "DDE": (field("DDE excel book"), REACHING),
    "DDEAUTO": (field('ddeauto c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'), REACHING),
    "LINK": (field('LINK Excel.Sheet.12 "C:\\\\x.xlsx"'), REACHING),
    "MACROBUTTON": (field("MACROBUTTON Run Click"), REACHING),
    "simple": (f'<w:fldSimple w:instr=" DDEAUTO x y ">{words("x")}</w:fldSimple>', REACHING),
    "split": (field("DDE", "AUTO").replace(" DDE ", "DDE").replace(" AUTO ", "AUTO x"), REACHING),
    "in another": (field("IF ", field("DDEAUTO x"), ' = "" "" ""'), REACHING),
    "in a result": (field("PAGE").replace(words("1"), field("LINK x")), REACHING),
    "as text": (field("PAGE").replace("w:instrText", "w:t").replace(" PAGE ", " DDE x "), REACHING),
    "named by another": (field(QUOTED, "x y"), "its field QUOTE can't be taken over"),
    "named by a number": (field(field("PAGE"), " x y"), "its field without a name can't be taken"),
    "half named by another": (field("DD", field("PAGE"), "x"), "its field"),
    "a property": (
        field("DOCPROPERTY Company"),
        "its field DOCPROPERTY can't be taken over; write",
    ),
    "a date": (field("DATE"), "its field DATE can't be taken over; write its text by hand"),
    "the file's name": (field("FILENAME \\p"), "its field FILENAME can't be taken over"),
    "a link to a file": (
        field('HYPERLINK "file:///c:/x.exe"'),
        "its link 'file:///c:/x.exe' leads",
    ),
    "a link to a program": (field("HYPERLINK calc.exe"), "its link 'calc.exe' leads to a file or"),
    "a link from a field": (field("HYPERLINK ", field("PAGE"), ""), "leads to a file or program"),
}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_that_reaches_out_or_is_not_known_is_refused(name: str) -> None:
    run, message = FIELDS[name]
    assert message in refusal(packed(simple_members(paragraph(run))))


def test_the_fields_of_pages_and_links_to_the_web_are_taken() -> None:
    runs = (
        *(field("PAGE \\* MERGEFORMAT"), field("NUMPAGES"), field("SECTIONPAGES"), field("=1+1")),
        *(field("IF ", field("PAGE"), ' = 1 "a" "b"'), field('HYPERLINK "https://example.org/"')),
        field('HYPERLINK "mailto:office@example.org" \\o "Write"'),
    )
    letterhead = read_letterhead(LetterheadFile(NAME, packed(simple_members(paragraph(*runs)))))
    assert len(letterhead.heads) == 1


PICTURES: dict[str, tuple[bytes, str]] = {
    "EMF": (
        b"\1\0\0\0" + bytes(36) + b" EMF",
        "no PNG, JPEG or GIF; insert it anew as one of these",
    ),
    "SVG": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG, JPEG or GIF"),
    "BMP": (b"BM" + bytes(60), "no PNG, JPEG or GIF"),
    "nothing": (b"", "no PNG, JPEG or GIF"),
    "a broken PNG": (LOGO[:20], "its picture 'image1.png' is broken; insert it anew"),
    "a broken JPEG": (b"\xff\xd8\xff\xe0", "its picture 'image1.png' is broken"),
    "a PNG of too many pixels": (
        LOGO[:16] + (60_000).to_bytes(4, "big") * 2 + LOGO[24:],
        "its picture 'image1.png' has too many pixels; make it smaller",
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_not_every_word_shows_is_refused(name: str) -> None:
    picture, message = PICTURES[name]
    parts: Members = simple_members(paragraph(logo()))
    assert message in refusal(packed({**parts, "word/media/image1.png": picture}))


def test_a_picture_that_is_missing_is_told() -> None:
    parts = simple_members(paragraph(logo()))
    del parts["word/media/image1.png"]
    assert "its picture word/media/image1.png is missing" in refusal(packed(parts))
