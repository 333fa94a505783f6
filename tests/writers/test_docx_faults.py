"""Each checker of Word files finds what it is for: one thing is broken, and it alone says so.

The validator is tried too, with what is its own to find: the order, the names, the relationships.
"""

import io
import zipfile
from functools import cache
from pathlib import Path

import pytest
from docx_faults import CHECKERS, faults, faults_by_checker
from docx_reading import docx_of, page_of
from test_docx_soundness import EVERYTHING, audited

CORE, DOCUMENT, FOOTER = "docProps/core.xml", "word/document.xml", "word/footer.xml"
NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
GOING_ON = '<w:tc><w:tcPr><w:tcW w:w="1568" w:type="dxa"/><w:vMerge w:val="continue"/></w:tcPr>'
"""The first cell of a row below others."""
Mutant = tuple[str, str, str, str, str]
"""The checker, the member, what is replaced there once, by what, and what the checker says."""
MUTANTS: list[Mutant] = [
    ("grid", DOCUMENT, '<w:gridSpan w:val="2"/>', "", "a row has 2 columns of 3"),
    ("grid", DOCUMENT, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', "has 4 columns of 3"),
    ("grid", DOCUMENT, '<w:gridCol w:w="4705"/>', "", "a row has 2 columns of 1"),
    ("grid", DOCUMENT, '<w:tblW w:w="9411"', '<w:tblW w:w="9410"', "not as wide as the table"),
    ("grid", DOCUMENT, "<w:cantSplit/>", "", "a row may break over two pages"),
    ("merged_cells", DOCUMENT, '<w:vMerge w:val="restart"/>', "", "goes on from none above it"),
    ("header_rows", DOCUMENT, "<w:tblHeader/>", "", "a table has no header row"),
    ("header_rows", DOCUMENT, "<w:tblHeader/>", '<w:tblHeader w:val="0"/>', "has no header row"),
    (
        "header_rows",
        DOCUMENT,
        f"<w:trPr><w:cantSplit/></w:trPr>{GOING_ON}",
        f"<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{GOING_ON}",
        "below others",
    ),
    (
        "captions",
        DOCUMENT,
        '<w:tblCaption w:val="Who hosted, and whose turn is next"/>',
        "",
        "the tblCaption of a table is not 'Who hosted",
    ),
    (
        "captions",
        DOCUMENT,
        '<w:tblDescription w:val="Who hosted',
        '<w:tblDescription w:val="Who',
        "the tblDescription of a table is not 'Who hosted",
    ),
    ("fields", FOOTER, 'w:fldCharType="end"', 'w:fldCharType="separate"', "beginning or end"),
    (
        "fields",
        FOOTER,
        " PAGE </w:instrText>",
        ' PAGE </w:instrText><w:fldChar w:fldCharType="begin"/>',
        "beginning or end",
    ),
    ("languages", STYLES, ' w:eastAsia="zh-CN"/>', "/>", "the document has no language"),
    ("languages", DOCUMENT, '<w:lang w:val="vi-VN"/>', "", "should be ('en', 'Joint"),
    (
        "languages",
        DOCUMENT,
        '<w:lang w:val="vi-VN"/>',
        '<w:lang w:val="fr-FR"/>',
        "should be ('vi'",
    ),
    (
        "languages",
        DOCUMENT,
        '<w:lang w:eastAsia="zh-CN"/>',
        '<w:lang w:eastAsia="ja-JP"/>',
        "('ja', '谅山')",
    ),
    (
        "scripts",
        FOOTER,
        '<w:t xml:space="preserve">Page ',
        '<w:t xml:space="preserve">Page 页',
        "is of two scripts",
    ),
    (
        "scripts",
        DOCUMENT,
        '<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/>',
        '<w:rFonts w:hint="eastAsia"/>',
        "has no East Asian language",
    ),
    (
        "headings",
        DOCUMENT,
        'w:val="Heading2"',
        'w:val="Heading3"',
        "level 3 is below one of level 1",
    ),
    ("headings", DOCUMENT, 'w:val="Heading2"', 'w:val="BodyText"', "not those of the page"),
    ("emptiness", DOCUMENT, 'w:lineRule="exact"', 'w:lineRule="auto"', "an empty paragraph shows"),
    ("emptiness", DOCUMENT, "<w:sectPr>", "<w:p/><w:sectPr>", "an empty paragraph shows"),
    ("emptiness", DOCUMENT, "</w:p></w:tc>", "</w:p><w:tcx/></w:tc>", "end with a paragraph"),
    ("pictures", DOCUMENT, 'descr="Two of three are open"', "", "a picture has no description"),
    ("pictures", DOCUMENT, 'descr="Two of three are open"', 'descr=" "', "has no description"),
    ("bookmarks", DOCUMENT, 'w:name="sources"', 'w:name="sour-ces"', "is no name of a bookmark"),
    ("bookmarks", DOCUMENT, 'w:name="row_10"', 'w:name="glance"', "two bookmarks are the same"),
    ("bookmarks", DOCUMENT, '<w:bookmarkEnd w:id="1"/>', "", "has no beginning or no end"),
    (
        "links",
        DOCUMENT,
        'w:anchor="source_1"',
        'w:anchor="source_2"',
        "'source_2', which is nowhere",
    ),
    ("used_styles", DOCUMENT, 'w:val="Kicker"', 'w:val="Kick"', "the style 'Kick' is not defined"),
    (
        "used_styles",
        STYLES,
        '<w:basedOn w:val="BodyText"/>',
        '<w:basedOn w:val="Body"/>',
        "the style 'Body' is not defined",
    ),
    ("used_numbers", DOCUMENT, '<w:numId w:val="', '<w:numId w:val="9', "is not defined"),
    (
        "used_numbers",
        NUMBERING,
        '<w:num w:numId="1"><w:abstractNumId w:val="',
        '<w:num w:numId="1"><w:abstractNumId w:val="9',
        "of a number is not there",
    ),
    (
        "dates",
        CORE,
        "2024-02-01T00:00:00Z</dcterms:created>",
        "2013-12-23</dcterms:created>",
        "is no date of a page",
    ),
    (
        "dates",
        CORE,
        "2024-02-01T00:00:00Z</dcterms:mod",
        "2024-02-02T00:00:00Z</dcterms:mod",
        "modified after it was created",
    ),
    ("properties", CORE, ">en<", "><", "the file tells no language"),
    (
        "properties",
        CORE,
        ">Brief for the 15th",
        ">Brief for the 14th",
        "the title is 'Brief for the 14",
    ),
]
WRONG_XML = {
    "the order of elements": (DOCUMENT, "<w:pPr>", "<w:pPr><w:jc/>"),
    "an element that there isn't": (DOCUMENT, "<w:cantSplit/>", "<w:cantsplit/>"),
    "an unknown attribute": (DOCUMENT, "<w:cantSplit/>", '<w:cantSplit w:value="1"/>'),
    "a value that isn't allowed": (DOCUMENT, 'w:type="dxa"', 'w:type="twips"'),
    "a missing relationship": ("word/_rels/document.xml.rels", 'Id="rId', 'Id="rIdX'),
    "a picture of no relationship": (DOCUMENT, 'r:embed="rId', 'r:embed="rId9'),
}


@cache
def sound() -> bytes:
    return docx_of(EVERYTHING)


def broken(member: str, old: str, new: str) -> bytes:
    """The sound file with one thing in it replaced, which must be there."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound())) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == member:
                assert old.encode() in data, f"{member} holds no {old}"
                data = data.replace(old.encode(), new.encode(), 1)
            target.writestr(name, data)
    return result.getvalue()


def test_the_sound_file_has_no_fault(tmp_path: Path) -> None:
    assert faults(sound(), page_of(EVERYTHING)) == []
    assert audited(sound(), tmp_path) == []


def test_every_checker_is_tried() -> None:
    assert {checker for checker, *_ in MUTANTS} == {*CHECKERS}
    assert len(MUTANTS) > 30


@pytest.mark.parametrize(("checker", "member", "old", "new", "fault"), MUTANTS)
def test_a_fault_is_named_by_the_one_checker_that_it_is_for(
    checker: str, member: str, old: str, new: str, fault: str
) -> None:
    found = faults_by_checker(broken(member, old, new), page_of(EVERYTHING))
    assert [*found] == [checker], found
    assert any(fault in each for each in found[checker]), found


@pytest.mark.parametrize("wrong", WRONG_XML)
def test_only_the_validator_finds_what_the_format_forbids(wrong: str, tmp_path: Path) -> None:
    mutant = broken(*WRONG_XML[wrong])
    assert audited(mutant, tmp_path) != []
