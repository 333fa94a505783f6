"""A letterhead gives Word documents its header and footer, and changes nothing else."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx_faults import faults
from docx_reading import (
    Styles,
    body_of,
    changed,
    docx_of,
    find,
    one,
    page_of,
    part,
    plain_style,
    text_in,
    value,
    value_at,
)
from laid_out import made_up_style
from letterheads import (
    GIF,
    LOGO,
    NAME,
    WATERMARK,
    Members,
    control,
    field,
    good_members,
    logo,
    members,
    paragraph,
    simple_members,
    text_box,
    under,
    with_part,
    words,
)
from lxml import etree
from test_docx_soundness import EVERYTHING, audited, letters, needs

from briefgen.problems import TemplateError
from briefgen.rendering.letterheads import LetterheadFile
from briefgen.rendering.page import Page
from briefgen.rendering.tokens import PageNumbers
from briefgen.writers.catalogue import WRITERS
from briefgen.writers.docx import write_docx

LONG = EVERYTHING + "<section><h2>More</h2>" + "<p>Text of other pages.</p>" * 90 + "</section>"
DAY = "Register as of 1 February 2024"
MARKED = f"Internal · {DAY}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
R_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def headed(parts: Members, html: str = "<p>Text</p>", page: Page | None = None) -> bytes:
    """A page under a letterhead of these parts."""
    style = under(plain_style(), parts)
    return write_docx(page or page_of(html, style=style), style)


def shown(file: bytes, name: str) -> list[str]:
    """The words of each paragraph of a header or footer."""
    return [text_in(each) for each in find(part(file, f"word/{name}.xml"), ".//w:p")]


def names(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.namelist()


def data(file: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return archive.read(name)


def targets(file: bytes, name: str) -> Mapping[str, str]:
    """What a part refers to, by id."""
    found = part(file, f"word/_rels/{name}.xml.rels")
    return {each.attrib["Id"]: each.attrib["Target"] for each in found}


# What is taken over


def test_each_kind_of_page_has_the_letterheads_header_and_footer() -> None:
    file = headed(good_members())
    assert shown(file, "header-first")[1:3] == [
        *("PEOPLE’S COMMITTEE", "Department of Internal Affairs"),
    ]
    assert shown(file, "header")[0].startswith("Made-up Office")
    assert shown(file, "header-even") == ["Even pages"]
    assert shown(file, "footer")[0] == "12 Test Street\twww.example.org\t1 / 9"
    assert shown(file, "footer-even") == shown(file, "footer")


def test_the_document_says_which_pages_have_which() -> None:
    file = headed(good_members())
    section, found = one(body_of(file), "w:sectPr"), targets(file, "document")
    references = find(section, "w:headerReference | w:footerReference")
    assert sorted((value(each, "type"), found[each.attrib[R_ID]]) for each in references) == [
        *(("default", "footer.xml"), ("default", "header.xml")),
        *(("even", "footer-even.xml"), ("even", "header-even.xml")),
        *(("first", "footer-first.xml"), ("first", "header-first.xml")),
    ]
    assert find(section, "w:titlePg")
    assert find(part(file, "word/settings.xml"), "w:evenAndOddHeaders")


def test_headers_that_the_letterhead_has_switched_off_stay_behind() -> None:
    parts = members({name: paragraph(words(name)) for name in ("header-default", "header-first")})
    file = headed(parts)
    assert shown(file, "header") == ["header-default"]
    assert "word/header-first.xml" not in names(file)
    assert not find(one(body_of(file), "w:sectPr"), "w:titlePg")
    assert not find(part(file, "word/settings.xml"), "w:evenAndOddHeaders")


def test_only_the_first_section_counts() -> None:
    later = '<w:p><w:pPr><w:sectPr><w:titlePg w:val="0"/></w:sectPr></w:pPr></w:p><w:p/>'
    parts = with_part(simple_members(), "word/document.xml", "<w:body><w:p/>", f"<w:body>{later}")
    with pytest.raises(TemplateError, match="first section has neither a header nor a footer"):
        headed(parts)


def test_a_picture_is_the_same_to_the_byte_and_is_there_once() -> None:
    file = headed(good_members(), EVERYTHING)
    pictures = [name for name in names(file) if name.startswith("word/media/")]
    assert pictures == ["word/media/image1.png", "word/media/letterhead1.png"]
    assert data(file, "word/media/letterhead1.png") == LOGO
    for name in ("header-first", "header-even"):
        (blip,) = part(file, f"word/{name}.xml").iter(f"{A}blip")
        assert targets(file, name)[blip.attrib[R_EMBED]] == "media/letterhead1.png"


@pytest.mark.parametrize(
    ("picture", "ending"),
    [(LOGO, "png"), (GIF, "gif"), (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(9), "jpg")],
)
def test_pictures_are_known_by_what_they_are(picture: bytes, ending: str, tmp_path: Path) -> None:
    if ending == "jpg":
        size = b"\xff\xc0\0\x0b\x08\0\x10\0\x10\x01\x01\x11\0"
        picture = picture[:20] + size + b"\xff\xda\0\x08\x01\x01\0\0?\0\xff\xd9"
    file = headed({**simple_members(paragraph(logo())), "word/media/image1.png": picture})
    assert data(file, f"word/media/letterhead1.{ending}") == picture
    assert audited(file, tmp_path) == []


def test_drawings_of_letterhead_and_text_have_numbers_of_their_own() -> None:
    file = headed(good_members(), EVERYTHING)
    found = [
        each.attrib["id"]
        for name in ("document", "header", "header-first", "header-even")
        for each in find(part(file, f"word/{name}.xml"), ".//wp:docPr")
    ]
    assert len(found) == len(set(found)) == 4


def test_links_to_the_web_stay_links() -> None:
    file = headed(good_members())
    (found,) = find(part(file, "word/footer.xml"), ".//w:hyperlink")
    assert targets(file, "footer")[found.attrib[R_ID]] == "https://www.example.org/"


def test_the_body_and_the_styles_of_the_document_stay_as_they_are() -> None:
    plain, file = docx_of(EVERYTHING), headed(good_members(), EVERYTHING)
    assert blocks(file) == blocks(plain)
    styles = [etree.tostring(each) for each in part(file, "word/styles.xml")]
    assert styles[: len(part(plain, "word/styles.xml"))] == [
        etree.tostring(each) for each in part(plain, "word/styles.xml")
    ]
    for name in ("numbering", "fontTable", "theme/theme1"):
        assert data(file, f"word/{name}.xml") == data(plain, f"word/{name}.xml")


def blocks(file: bytes) -> list[bytes]:
    """The body without its section: a letterhead's drawings count before those of the text."""
    body = body_of(file)
    for each in find(body, ".//wp:docPr"):
        del each.attrib["id"]
    return [etree.tostring(each) for each in body[:-1]]


def test_python_docx_makes_letterheads_too(tmp_path: Path) -> None:
    made = docx.Document()
    section = made.sections[0]
    section.header.paragraphs[0].add_run("Made with a program ").add_picture(io.BytesIO(LOGO))
    section.footer.paragraphs[0].text = "Its footer"
    written = io.BytesIO()
    made.save(written)
    style = plain_style().under(LetterheadFile(NAME, written.getvalue()))
    file = docx_of(EVERYTHING, style=style)
    assert shown(file, "header") == ["Made with a program "]
    assert shown(file, "footer") == ["Its footer", f"{MARKED}\tPage 1 of 1"]
    assert data(file, "word/media/letterhead1.png") == LOGO
    assert audited(file, tmp_path) == []


# How it looks


def test_all_is_set_in_copies_of_the_letterheads_styles() -> None:
    file = headed(good_members())
    known = {value(each, "styleId") for each in find(part(file, "word/styles.xml"), "w:style")}
    named = [
        value(each)
        for name in ("header", "header-first", "header-even", "footer")
        for each in find(
            part(file, f"word/{name}.xml"), ".//w:pStyle | .//w:rStyle | .//w:tblStyle"
        )
    ]
    assert len(named) == 12
    assert {name for name in named if not (name or "").startswith("Letterhead")} == {"Footer"}
    assert set(named) <= known


def test_copies_build_on_the_letterheads_own_defaults() -> None:
    styles = Styles(part(headed(good_members()), "word/styles.xml"))
    motto = "LetterheadMottoInTableGrid"
    assert styles.name(motto) == "Letterhead Motto in Table Grid"
    assert value(styles.inherited(motto, "w:rPr/w:sz")) == "22"
    assert value(styles.inherited(motto, "w:rPr/w:rFonts"), "ascii") == "Calibri"
    assert value(styles.inherited(motto, "w:rPr/w:lang")) == "vi-VN"
    assert value(styles.inherited(motto, "w:rPr/w:color")) == "2F5496"
    assert value(styles.inherited(motto, "w:pPr/w:jc")) == "center"
    assert styles.inherited(motto, "w:pPr/w:outlineLvl") is None
    assert value(styles.by_id["Letterhead"].find("w:pPr/w:spacing", NAMESPACES), "after") == "160"
    in_grid = styles.by_id["LetterheadInTableGrid"].find("w:pPr/w:spacing", NAMESPACES)
    assert value(in_grid, "after") == "0"


NAMESPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def test_what_the_house_style_sets_for_all_text_is_taken_back() -> None:
    file = headed(good_members())
    styles = part(file, "word/styles.xml")
    ours = {each.tag for each in one(styles, "w:docDefaults/w:rPrDefault/w:rPr")}
    theirs = {each.tag for each in one(styles, "w:style[@w:styleId='Letterhead']/w:rPr")}
    assert len(ours) >= 4
    assert ours <= theirs


def test_a_text_without_a_style_has_the_letterheads_usual_one() -> None:
    file = headed(simple_members(f"<w:p>{words('Text')}</w:p>"))
    assert value_at(part(file, "word/header.xml"), ".//w:pStyle") == "LetterheadNormal"


def test_a_letterhead_without_styles_looks_as_word_shows_it() -> None:
    parts = {name: text for name, text in simple_members().items() if name != "word/styles.xml"}
    styles = Styles(part(headed(parts), "word/styles.xml"))
    assert value(styles.inherited("Letterhead", "w:rPr/w:sz")) == "20"
    assert value(styles.inherited("Letterhead", "w:rPr/w:rFonts"), "ascii") == "Times New Roman"


def test_no_word_of_a_theme_is_left() -> None:
    file = headed(good_members())
    for name in names(file):
        if name.startswith(("word/header", "word/footer", "word/styles")):
            text = data(file, name).decode()
            assert "heme" not in text.replace("themeFontLang", "")
            assert "schemeClr" not in text


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ('w:val="000000" w:themeColor="accent1"', "4472C4"),
        ('w:themeColor="text1"', "101010"),
        ('w:themeColor="background1" w:themeShade="A6"', "A5A5A5"),
        ('w:val="8EAADB" w:themeColor="accent1" w:themeTint="99"', "8EAADB"),
        ('w:val="000000" w:themeColor="accent1" w:themeTint="99"', "8FAADC"),
        ('w:val="1F3864" w:themeColor="accent1" w:themeShade="80"', "1F3864"),
        ('w:val="AB12CD"', "AB12CD"),
        ('w:val="AB12CD" w:themeColor="unheard"', "AB12CD"),
        ('w:themeColor="unheard"', "auto"),
    ],
)
def test_a_colour_of_the_theme_is_said_by_its_value(said: str, colour: str) -> None:
    run = words("Text", f"<w:rPr><w:color {said}/></w:rPr>")
    file = headed(simple_members(paragraph(run)))
    assert value_at(part(file, "word/header.xml"), ".//w:color") == colour


def test_the_settings_say_what_colours_and_fonts_of_the_theme_are_called() -> None:
    mapped = (
        '<w:themeFontLang w:val="vi-VN" w:eastAsia="zh-CN"/><w:clrSchemeMapping w:t1="light2"/>'
    )
    run = words("Text", '<w:rPr><w:color w:themeColor="text1"/></w:rPr>')
    parts = members({"header-default": paragraph(run)}, settings=mapped)
    file = headed(parts)
    assert value_at(part(file, "word/header.xml"), ".//w:color") == "E7E6E6"
    styles = Styles(part(file, "word/styles.xml"))
    assert value(styles.inherited("Letterhead", "w:rPr/w:rFonts"), "eastAsia") == "SimSun"


def test_a_shape_keeps_its_colours_and_the_width_of_its_line() -> None:
    root = part(headed(good_members()), "word/header.xml")
    (line,) = root.iter(f"{A}ln")
    assert line.attrib["w"] == "12700"
    fills = [each.attrib["val"] for each in root.iter(f"{A}srgbClr")]
    assert fills == ["4472C4", "ED7D31", "4472C4", "4472C4", "101010"]


def test_a_text_box_is_there_for_new_and_old_readers() -> None:
    root = part(headed(good_members()), "word/header.xml")
    assert [each.tag for each in root.iter(f"{MC}Choice", f"{MC}Fallback")] == [
        *(f"{MC}Choice", f"{MC}Fallback")
    ]
    assert "gfxdata" not in etree.tostring(root).decode()


def test_of_a_drawing_in_a_way_that_is_not_known_the_other_way_stays() -> None:
    root = part(headed(simple_members(paragraph(text_box("A box", "wpc")))), "word/header.xml")
    assert not list(root.iter(f"{MC}AlternateContent"))
    assert not list(root.iter(f"{WPS}wsp"))
    assert [text_in(each) for each in find(root, ".//w:pict//w:p")] == ["A box"]


def test_a_watermark_stays(tmp_path: Path) -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Watermarks"/></w:docPartObj>'
    file = headed(simple_members(control(paragraph(WATERMARK), gallery)))
    _, path = part(file, "word/header.xml").iter("{urn:schemas-microsoft-com:vml}textpath")
    assert path.attrib["string"] == "TEST"
    assert audited(file, tmp_path) == []


# What stays behind


@pytest.mark.parametrize(
    ("header", "text"),
    [
        (paragraph(control(words("Kept"))), "Kept"),
        (control(paragraph(words("Kept"))), "Kept"),
        (paragraph(f'<w:smartTag w:element="x">{words("Kept")}</w:smartTag>'), "Kept"),
        (paragraph(f'<w:customXml w:element="x">{words("Kept")}</w:customXml>'), "Kept"),
        (paragraph(f'<w:hyperlink w:anchor="here">{words("Kept")}</w:hyperlink>'), "Kept"),
        (
            paragraph(
                *(
                    '<w:commentRangeStart w:id="1"/>',
                    words("Kept"),
                    '<w:commentRangeEnd w:id="1"/>',
                ),
                '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:lastRenderedPageBreak/></w:r>',
            ),
            "Kept",
        ),
        (paragraph(words("Kept"), properties='<w:numPr><w:numId w:val="0"/></w:numPr>'), "Kept"),
    ],
)
def test_marks_around_a_text_go_and_the_text_stays(header: str, text: str, tmp_path: Path) -> None:
    file = headed(simple_members(header))
    assert shown(file, "header") == [text]
    left = {etree.QName(each).localname for each in part(file, "word/header.xml").iter()}
    assert left <= {"hdr", "p", "pPr", "pStyle", "r", "t"}
    assert audited(file, tmp_path) == []


def test_ids_of_editing_go() -> None:
    file = headed(good_members())
    for name in ("word/header.xml", "word/header-first.xml", "word/styles.xml"):
        assert not [mark for mark in (b"rsid", b"paraId", b"anchorId") if mark in data(file, name)]


def test_links_on_pictures_and_their_other_forms_go() -> None:
    other = '<a:extLst><a:ext uri="{96DAC541}"><a:anything r:embed="rId9"/></a:ext></a:extLst>'
    file = headed(simple_members(paragraph(logo(inside=other))))
    assert not list(part(file, "word/header.xml").iter(f"{A}ext", f"{A}extLst"))[1:]
    assert targets(file, "header") == {"rId1": "media/letterhead1.png"}


# What must not be lost


def test_what_the_letterhead_does_not_say_stands_below_its_footer() -> None:
    file = headed(simple_members(paragraph(words("Header")), paragraph(words("Footer"))))
    assert shown(file, "footer") == ["Footer", f"{MARKED}\tPage 1 of 1"]
    last = find(part(file, "word/footer.xml"), "w:p")[-1]
    assert value_at(last, "w:pPr/w:pStyle") == "Footer"
    assert [each.text for each in find(last, ".//w:instrText")] == [" PAGE ", " NUMPAGES "]


def test_a_letterhead_without_footer_gets_one() -> None:
    assert shown(headed(simple_members()), "footer") == [f"{MARKED}\tPage 1 of 1"]


def test_a_first_page_and_even_pages_get_one_too() -> None:
    parts = members(
        {"header-default": paragraph(words("Header"))},
        section="<w:titlePg/>",
        settings="<w:evenAndOddHeaders/>",
    )
    file = headed(parts)
    for name in ("footer", "footer-first", "footer-even"):
        assert shown(file, name) == [f"{MARKED}\tPage 1 of 1"]


@pytest.mark.parametrize(
    ("header", "footer", "added"),
    [
        (words("Office"), field("PAGE"), MARKED),
        (field("PAGE"), words("Office"), MARKED),
        (words("Office"), "<w:r><w:pgNum/></w:r>", MARKED),
        (words("Office"), '<w:fldSimple w:instr="PAGE"/>', MARKED),
        (words("Office"), field("NUMPAGES"), f"{MARKED}\tPage 1 of 1"),
        (words("Office"), field("IF ", field("PAGE"), ' = 1 "a" "b"'), f"{MARKED}\tPage 1 of 1"),
        (words("Internal"), field("PAGE"), DAY),
        (words("Office\tINTERNAL"), field("PAGE"), DAY),
        (words("Department of Internal Affairs"), field("PAGE"), MARKED),
        (words("Internal affairs"), field("PAGE"), MARKED),
        (words(DAY), words("Office"), "Internal\tPage 1 of 1"),
    ],
)
def test_only_what_is_lacking_is_added(header: str, footer: str, added: str) -> None:
    file = headed(simple_members(paragraph(header), paragraph(footer)))
    assert shown(file, "footer")[-1] == added


def test_nothing_is_added_where_nothing_is_lacking() -> None:
    footer = paragraph(words(f"internal\t {DAY} \t"), field("PAGE"))
    file = headed(simple_members(footer=footer))
    assert shown(file, "footer") == [f"internal\t {DAY} \t1"]


def test_an_edition_without_a_word_adds_none() -> None:
    shared = replace(page_of("<p>Text</p>"), header="")
    assert shown(headed(simple_members(), page=shared), "footer") == [f"{DAY}\tPage 1 of 1"]


# The house style's page numbers


def numbered(parts: Members, html: str = "<p>Text</p>", **tokens: object) -> bytes:
    """A page under a letterhead in a style that numbers its pages as it is told."""
    style = under(made_up_style(PageNumbers.model_validate(tokens)), parts)
    return write_docx(page_of(html, style=style), style)


def test_a_number_that_is_added_has_the_form_of_the_style() -> None:
    file = numbered(simple_members(), place="head", form="dashed")
    assert shown(file, "header") == ["Made-up Office"]
    assert shown(file, "footer") == [f"{MARKED}\t— 1 —"]


def test_a_first_page_that_the_style_does_not_number_has_the_same_letterhead(
    tmp_path: Path,
) -> None:
    parts = simple_members(paragraph(logo()), paragraph(words("Footer")))
    file = numbered(parts, form="bare", on_first=False)
    assert shown(file, "footer") == ["Footer", f"{MARKED}\t1"]
    assert shown(file, "footer-first") == ["Footer", MARKED]
    assert (
        targets(file, "header-first")
        == targets(file, "header")
        == {"rId1": "media/letterhead1.png"}
    )
    assert find(one(body_of(file), "w:sectPr"), "w:titlePg")
    assert audited(file, tmp_path) == []
    assert faults(file) == []


def test_even_pages_differ_if_the_letterhead_says_so_not_the_style() -> None:
    file = numbered(simple_members(), place="outer")
    assert not find(part(file, "word/settings.xml"), "w:evenAndOddHeaders")
    assert "word/footer-even.xml" not in names(file)


@pytest.mark.parametrize(
    ("parts", "tokens", "first_pages"),
    [
        (simple_members(), {"on_first": True}, [False, False]),
        (simple_members(), {"on_first": False}, [True, True]),
        (good_members(), {"on_first": True}, [True, False]),
        (good_members(), {"on_first": False}, [True, False]),
    ],
)
def test_the_letterheads_first_page_is_that_of_the_document_not_of_an_annex(
    parts: Members, tokens: dict[str, bool], first_pages: list[bool]
) -> None:
    html = "<p>Text</p><section class='annex'><p>Annex</p></section>"
    sections = find(body_of(numbered(parts, html, **tokens)), ".//w:sectPr")
    assert [bool(find(each, "w:headerReference")) for each in sections] == [True, False]
    assert [bool(find(each, "w:titlePg")) for each in sections] == first_pages
    assert [value_at(each, "w:pgMar", "top") for each in sections] == ["2268", "2268"]


# The sheet


def test_the_larger_margins_count_and_the_letterheads_own_distances() -> None:
    section = one(body_of(headed(good_members())), "w:sectPr/w:pgMar")
    sides = ("top", "right", "bottom", "left", "header", "footer")
    assert [value(section, side) for side in sides] == [
        *("2268", "1134", "1361", "1361", "567", "454")
    ]


def test_distances_that_are_not_said_are_the_house_styles() -> None:
    parts = simple_members()
    text = str(parts["word/document.xml"])
    start, end = text.index("<w:pgMar"), text.index("</w:sectPr>")
    parts["word/document.xml"] = (
        text[:start] + '<w:pgMar w:top="-100" w:header="2cm"/>' + text[end:]
    )
    section = one(body_of(headed(parts)), "w:sectPr/w:pgMar")
    assert [value(section, side) for side in ("top", "header", "footer")] == ["1361", "624", "624"]


def test_margins_that_leave_no_room_are_told() -> None:
    tall = with_part(simple_members(), "word/document.xml", 'w:top="2268"', 'w:top="13000"')
    with pytest.raises(TemplateError, match=r"letterhead\.docx: .*leave no room for text"):
        headed(tall)


@pytest.mark.parametrize("paper", ["place-card", "badge"])
def test_sheets_of_cards_have_no_letterhead(paper: str) -> None:
    page = replace(page_of("<p>Text</p>"), paper=paper)
    file = headed({"no": "letterhead"}, page=page)
    assert file == write_docx(page, plain_style())


def test_a_wide_sheet_has_it() -> None:
    file = headed(simple_members(), page=replace(page_of("<p>Text</p>"), paper="landscape"))
    assert shown(file, "header") == ["Made-up Office"]
    assert value_at(body_of(file), "w:sectPr/w:pgSz", "orient") == "landscape"


# The file


@pytest.mark.parametrize("name", ["html", "pdf", "xlsx"])
def test_other_formats_are_the_same_without_it(name: str) -> None:
    plain, page = plain_style(), page_of("<p>Text</p>")
    assert WRITERS[name](page, under(plain, {"no": "letterhead"})) == WRITERS[name](page, plain)


def test_a_validator_finds_nothing_wrong(tmp_path: Path) -> None:
    assert audited(headed(good_members(), EVERYTHING), tmp_path) == []
    assert faults(headed(good_members(), EVERYTHING)) == []


@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("word/header.xml", "<w:pPr>", "<w:pPr><w:jc/>"),
        ("word/styles.xml", '<w:basedOn w:val="LetterheadNormal"/>', "<w:basedOn/>"),
        ("word/document.xml", "<w:titlePg/>", "<w:titlePg/><w:pgSz/>"),
    ],
)
def test_the_validator_looks_at_the_letterhead_too(
    member: str, old: str, new: str, tmp_path: Path
) -> None:
    assert audited(changed(headed(good_members()), member, old, new), tmp_path) != []


def test_two_processes_write_the_same_bytes() -> None:
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]; from test_letterhead import *; "
        "sys.stdout.buffer.write(headed(good_members(), EVERYTHING))"
    )
    here, root = Path(__file__).parent, Path(__file__).parents[2]
    written = [
        subprocess.run(
            [sys.executable, "-c", program, str(here), str(here.parent), str(root)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
        ).stdout
        for seed, zone in (("1", "Asia/Ho_Chi_Minh"), ("2", "UTC"))
    ]
    assert written[0] == written[1] == headed(good_members(), EVERYTHING)


def test_a_style_of_the_same_name_is_told() -> None:
    style = under(plain_style(), good_members())
    role = style.roles["p.kicker"].model_copy(update={"word": "letterhead Header"})
    taken = style.model_copy(update={"roles": {**style.roles, "p.kicker": role}})
    with pytest.raises(TemplateError, match="has a Word style 'Letterhead header' too"):
        write_docx(page_of("<p>Text</p>"), taken)


@needs("soffice")
def test_libreoffice_opens_it_and_shows_what_each_page_bears(tmp_path: Path) -> None:
    (tmp_path / "page.docx").write_bytes(headed(good_members(), LONG))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "page.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    with pdfplumber.open(tmp_path / "page.pdf") as pdf:
        first, second, third = (letters(page.extract_text()) for page in pdf.pages[:3])
        assert [len(page.images) for page in pdf.pages[:3]] == [2, 1, 0]
    marked = letters(MARKED)
    assert all(marked in page for page in (first, second, third))
    assert letters("PEOPLE’S COMMITTEE") in first
    assert letters("12 Test Street") not in first
    assert "Evenpages" in second
    assert "MadeupOffice" in third
    assert letters("12 Test Street www.example.org 3 / ") in third
