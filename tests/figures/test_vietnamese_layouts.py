"""Each figure of Decree 30/2020/NĐ-CP and of Guidance 36-HD/VPTW, read back from PDF and Word."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from docx_figures import Said, WordFile, found, mm, value
from figures import Figure, Number, flag, size
from official import Office, office_in
from pdf_figures import Rule, Sheets, TextLine

POINT = 25.4 / 72
BODY = "Ủy ban công tác liên hợp giữa các tỉnh"
ISSUER, PARENT = "VĂN PHÒNG THỬ NGHIỆM", "CƠ QUAN CẤP TRÊN"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
PLACE_AND_DATE = "Lạng Sơn, ngày 05 tháng 01 năm 2020"
SUBJECT = "Chuẩn bị Hội nghị lần thứ 11"


def style(name: str, text: str, *, bold: bool = False, italic: bool = False) -> Figure:
    """Whether a text's letters are bold or slanted; those that are neither stand upright."""
    wanted = (bold, italic)
    return flag(
        f"{name}: {'bold ' * bold}{'italic' * italic}{'upright' * (not any(wanted))}".strip(),
        lambda sheets: (sheets.line(text).is_bold, sheets.line(text).is_italic) == wanted,
        lambda word: (word.paragraph(text).is_bold, word.paragraph(text).is_italic) == wanted,
    )


def capitals(name: str, text: str) -> Figure:
    """That a text stands in capitals."""
    return flag(
        f"{name}: capitals",
        lambda sheets: sheets.line(text).text.isupper(),
        lambda word: word.paragraph(text).shown.isupper(),
    )


def margin(side: str, least: Number, most: Number) -> Figure:
    return Figure(
        f"{side} margin: {least}–{most} mm",
        least,
        most,
        lambda sheets: printed_margins(sheets)[side],
        lambda word: word.margin(side),
    )


def printed_margins(sheets: Sheets) -> dict[str, Number]:
    """How far the text is from the paper's edges where it comes nearest to them."""
    width, height = sheets.sizes[0]
    inside = [line for line in sheets.lines if line.top > 18 and line.bottom < height - 18]
    assert len(inside) > 100
    pages = {line.page for line in inside}
    bottoms = [max(line.bottom for line in inside if line.page == page) for page in pages]
    return {
        "left": min(line.left for line in inside),
        "right": width - max(line.right for line in inside),
        "top": min(line.top for line in inside),
        "bottom": height - max(bottoms),
    }


def text_middle(sheets: Sheets) -> Number:
    """The middle between the margins."""
    margins = printed_margins(sheets)
    return (margins["left"] + sheets.sizes[0][0] - margins["right"]) / 2


def rule_share(text: str, least: Number, most: Number) -> Figure:
    """How long the rule below a text is, as a share of the text's length."""
    return Figure(
        f"rule below “{text[:20]}”: {least}–{most} of the text",
        least,
        most,
        lambda sheets: rule_below(sheets, text).width / sheets.line(text).width,
        lambda word: drawn_length(word, text) / word_lengths(text),
    )


LENGTHS: dict[str, Number] = {}


def word_lengths(text: str) -> Number:
    """How long a text is, as the PDF shows it: both files have letters of the same measures."""
    return LENGTHS[text]


def rule_below(sheets: Sheets, text: str) -> Rule:
    line = sheets.line(text)
    LENGTHS[text] = line.width
    return sheets.rules_below(line)[0]


def rule_paragraph(word: WordFile, text: str) -> Said:
    """The thin paragraph below a text whose border is the rule."""
    paragraphs = list(word.paragraphs())
    place = next(
        index
        for index, said in enumerate(paragraphs)
        if "".join(text.split()) in "".join(said.shown.split())
    )
    rule = paragraphs[place + 1]
    assert not rule.text
    assert "border.top" in rule.properties
    return rule


def drawn_length(word: WordFile, text: str) -> Number:
    """The width that a rule's paragraph has, less what it is indented from both sides."""
    rule = rule_paragraph(word, text)
    left, right = (int(rule.of("ind", side, "0")) for side in ("left", "right"))
    return mm(width_around(rule, word) - left - right)


def width_around(said: Said, word: WordFile) -> int:
    """The width of the cell or of the page that a paragraph stands in, in twips."""
    for above in said.element.iterancestors():
        if str(above.tag).endswith("}tc"):
            return int(found(above, "w:tcPr/w:tcW")[0].values()[0])
    text_width = word.paper()[0] - word.margin("left") - word.margin("right")
    return round(text_width / 25.4 * 1440)


def middles_apart(one: str, other: str) -> Callable[[Sheets], Number]:
    return lambda sheets: abs(sheets.line(one).middle - sheets.line(other).middle)


def in_same_cell(one: str, other: str) -> Callable[[WordFile], bool]:
    def read(word: WordFile) -> bool:
        cells = [cell_of(word.paragraph(text)) for text in (one, other)]
        return cells[0] is not None and cells[0] is cells[1]

    return read


def cell_of(said: Said) -> object:
    return next((a for a in said.element.iterancestors() if str(a.tag).endswith("}tc")), None)


def row_of(said: Said) -> object:
    return next((a for a in said.element.iterancestors() if str(a.tag).endswith("}tr")), None)


def is_centred(text: str) -> Callable[[WordFile], bool]:
    return lambda word: word.paragraph(text).of("jc") == "center"


def paragraph_lines(sheets: Sheets, text: str = BODY) -> list[TextLine]:
    """The lines of a paragraph of the body, from the one that holds a text."""
    first = sheets.line(text)
    same = [
        line
        for line in sheets.on(first.page)
        if line.top >= first.top and line.size == first.size and line.right > 150
    ]
    return same[:3]


def pitch(sheets: Sheets) -> Number:
    """How far two lines of a paragraph are apart, in points."""
    first, second, _ = paragraph_lines(sheets)
    return (second.baseline - first.baseline) / POINT


def least_gap(sheets: Sheets) -> Number:
    """The least space between two paragraphs of the list at a glance, in points."""
    starts = [line for line in sheets.on(1) if line.text.startswith("- ") and line.size > 13]
    assert len(starts) > 2
    ends = [
        max(
            line.baseline
            for line in sheets.on(1)
            if line.size > 13 and line.baseline < start.baseline - 1
        )
        for start in starts[1:]
    ]
    gaps = [start.baseline - end for start, end in zip(starts[1:], ends, strict=True)]
    return min(gaps) / POINT - pitch(sheets)


def page_number(sheets: Sheets, page: int) -> TextLine:
    return next(line for line in sheets.on(page) if line.bottom < 19)


def number_paragraph(word: WordFile) -> Said | None:
    """The paragraph with the page's number in a head."""
    for name in word.parts:
        if name.startswith("word/header"):
            for said in word.paragraphs(name.removeprefix("word/").removesuffix(".xml")):
                if "PAGE" in "".join(said.element.itertext()):
                    return said
    return None


def first_pages_bear_none(word: WordFile) -> bool:
    return all(found(section, "w:titlePg") for section in word.sections())


COMMON = [
    Figure("paper is 210 mm wide", 209.9, 210.1, lambda s: s.sizes[0][0], lambda w: w.paper()[0]),
    Figure("paper is 297 mm high", 296.9, 297.1, lambda s: s.sizes[0][1], lambda w: w.paper()[1]),
    flag(
        "the date has noughts before a day below 10 and the months 1 and 2",
        lambda s: s.line(PLACE_AND_DATE).text == PLACE_AND_DATE,
        lambda w: w.paragraph(PLACE_AND_DATE).text == PLACE_AND_DATE,
    ),
    style("place and date", PLACE_AND_DATE, italic=True),
    capitals("parent body", PARENT),
    capitals("issuing body", ISSUER),
    style("parent body", PARENT),
    style("issuing body", ISSUER, bold=True),
    flag(
        "bodies stand to the left of the middle",
        lambda s: s.line(ISSUER).right < 112 and s.line(PARENT).right < 112,
        in_same_cell(ISSUER, PARENT),
    ),
    capitals("kind of document", "BÁO CÁO"),
    style("kind of document", "BÁO CÁO", bold=True),
    style("subject", SUBJECT, bold=True),
    flag(
        "kind and subject are centred",
        lambda s: (
            middles_apart("BÁO CÁO", SUBJECT)(s) < 1
            and abs(s.line(SUBJECT).middle - text_middle(s)) < 1
        ),
        lambda w: is_centred("BÁO CÁO")(w) and is_centred(SUBJECT)(w),
    ),
    flag(
        "number and date stand at one height",
        lambda s: abs(s.line("BC").baseline - s.line(PLACE_AND_DATE).baseline) < 0.5,
        lambda w: row_of(w.paragraph("BC")) is row_of(w.paragraph(PLACE_AND_DATE)),
    ),
    flag(
        "the body is justified",
        lambda s: len({round(line.right, 0) for line in paragraph_lines(s)[:2]}) == 1,
        lambda w: w.paragraph(BODY).of("jc") == "both",
    ),
    flag(
        "numbers of pages: in the middle of the margin on top",
        lambda s: abs(page_number(s, 2).middle - text_middle(s)) < 1,
        lambda w: bool((said := number_paragraph(w)) and said.of("jc") == "center"),
    ),
    flag(
        "the first page bears no number",
        lambda s: not [line for line in s.on(1) if line.bottom < 19],
        first_pages_bear_none,
    ),
    flag(
        "headings are numbered I. · 1. · a)",
        lambda s: all(map(s.line, ("I. Cơ chế", "1. Hội nghị", "a) Văn kiện"))),
        lambda w: heading_forms(w) == ["upperRoman %1.", "decimal %2.", "lowerLetter %3)"],
    ),
]
DECREE_30 = [
    *COMMON,
    margin("top", 20, 25.5),
    margin("bottom", 20, 25.5),
    margin("left", 30, 35),
    margin("right", 14.8, 20.1),
    size("motto, line 1", STATE, 12, 13),
    capitals("motto, line 1", STATE),
    style("motto, line 1", STATE, bold=True),
    flag(
        "motto, line 1: top right", lambda s: s.line(STATE).left > 95, lambda w: last_cell(w, STATE)
    ),
    size("motto, line 2", MOTTO, 13, 14),
    style("motto, line 2", MOTTO, bold=True),
    Figure(
        "motto, line 2: centred under line 1 (apart in mm)",
        0,
        0.6,
        middles_apart(STATE, MOTTO),
        lambda w: 0 if is_centred(MOTTO)(w) and in_same_cell(STATE, MOTTO)(w) else 9,
    ),
    rule_share(MOTTO, 0.98, 1.02),
    rule_share(ISSUER, 1 / 3, 1 / 2),
    rule_share(SUBJECT, 1 / 3, 1 / 2),
    size("parent body", PARENT, 12, 13),
    size("issuing body", ISSUER, 12, 13),
    size("number and symbol", "Số: 05/BC-VPTN", 13, 13),
    style("number and symbol", "Số: 05/BC-VPTN"),
    flag(
        "a number below 10 has a nought; the symbol has no spaces",
        lambda s: s.line("05/BC").text == "Số: 05/BC-VPTN",
        lambda w: w.paragraph("05/BC").text == "Số: 05/BC-VPTN",
    ),
    size("place and date", PLACE_AND_DATE, 13, 14),
    Figure(
        "place and date: under the motto (apart in mm)",
        0,
        1,
        middles_apart(MOTTO, PLACE_AND_DATE),
        lambda w: 0 if last_cell(w, PLACE_AND_DATE) and is_centred(PLACE_AND_DATE)(w) else 9,
    ),
    size("kind of document", "BÁO CÁO", 13, 14),
    size("subject", SUBJECT, 13, 14),
    size("body", BODY, 13, 14),
    Figure(
        "first lines: 1 or 1.27 cm further in",
        9.9,
        12.8,
        lambda s: paragraph_lines(s)[0].left - paragraph_lines(s)[1].left,
        lambda w: w.paragraph(BODY).points("ind", "firstLine") * POINT,
    ),
    Figure(
        "lines: single to one and a half of 14 pt",
        14 * 1.15,
        14 * 1.15 * 1.5,
        pitch,
        lambda w: w.paragraph(BODY).points("spacing", "line"),
    ),
    Figure(
        "between paragraphs: 6 pt at the least",
        5.9,
        20,
        least_gap,
        lambda w: w.paragraph(BODY).points("spacing", "after"),
    ),
    Figure(
        "numbers of pages: 13–14 pt",
        13,
        14,
        lambda s: page_number(s, 2).size,
        lambda w: said.size if (said := number_paragraph(w)) else 0,
    ),
    flag(
        "numbers of pages: Arabic, upright",
        lambda s: page_number(s, 2).text == "2" and not page_number(s, 2).is_italic,
        lambda w: bool((said := number_paragraph(w)) and not said.is_italic),
    ),
    size("form and post of the signature", "KT. CHÁNH VĂN PHÒNG", 13, 14),
    capitals("form and post of the signature", "KT. CHÁNH VĂN PHÒNG"),
    style("form and post of the signature", "KT. CHÁNH VĂN PHÒNG", bold=True),
    size("name of the signatory", "Người Thử Nghiệm", 13, 14),
    style("name of the signatory", "Người Thử Nghiệm", bold=True),
    size("recipients", "Nơi nhận:", 12, 12),
    style("recipients", "Nơi nhận:", bold=True, italic=True),
    Figure(
        "recipients: level with the signatory's post (apart in mm)",
        0,
        1,
        lambda s: abs(s.line("Nơi nhận:").baseline - s.line("KT. CHÁNH").baseline),
        lambda w: 0 if row_of(w.paragraph("Nơi nhận:")) is row_of(w.paragraph("KT. CHÁNH")) else 9,
    ),
    size("list of recipients", "Cơ quan thứ nhất;", 11, 11),
    flag(
        "recipients: each after a hyphen, the archive last",
        lambda s: (
            s.line("Cơ quan thứ nhất").text.startswith("- Cơ quan")
            and s.line("Lưu:").text.startswith("- Lưu: VT, TN.")
        ),
        lambda w: w.paragraph("Lưu:").text == "Lưu: VT, TN." and "-" in bullets(w),
    ),
    size("number of the annex", "Phụ lục I", 14, 14),
    style("number of the annex", "Phụ lục I", bold=True),
    flag(
        "number of the annex: centred",
        lambda s: abs(s.line("Phụ lục I").middle - text_middle(s)) < 1,
        is_centred("Phụ lục I"),
    ),
    size("title of the annex", "NGUỒN", 13, 14),
    capitals("title of the annex", "NGUỒN"),
    style("title of the annex", "NGUỒN", bold=True),
    style("reference of the annex", "(Kèm theo Báo cáo số 05/BC-VPTN", italic=True),
    flag(
        "an annex counts its pages from 1, and its first bears no number",
        lambda s: not [line for line in s.on(s.line("Phụ lục I").page) if line.bottom < 19],
        lambda w: value_at(w, "w:pgNumType", "start") == "1" and first_pages_bear_none(w),
    ),
]
GUIDANCE_36 = [
    *COMMON,
    margin("top", 20, 20.9),
    margin("bottom", 20, 26),
    margin("left", 29.9, 30.1),
    margin("right", 14.7, 15.3),
    flag(
        "there is no motto of the state",
        lambda s: not any(STATE in line.text for line in s.lines),
        lambda w: not any(STATE in said.shown for said in w.paragraphs()),
    ),
    size("the Party", PARTY, 15, 15),
    capitals("the Party", PARTY),
    style("the Party", PARTY, bold=True),
    flag("the Party: top right", lambda s: s.line(PARTY).left > 100, lambda w: last_cell(w, PARTY)),
    rule_share(PARTY, 0.98, 1.02),
    size("issuing body", ISSUER, 14, 14),
    size("parent body", PARENT, 14, 14),
    flag(
        "an asterisk stands below the issuing body",
        lambda s: (
            middles_apart(ISSUER, "*")(s) < 1
            and 0 < s.line("*").baseline - s.line(ISSUER).baseline < 8
        ),
        in_same_cell(ISSUER, "*"),
    ),
    size("kind of document", "BÁO CÁO", 15, 16),
    size("subject", SUBJECT, 14, 15),
    size("body", BODY, 14, 15),
    flag(
        "the signature's form is written K/T",
        lambda s: s.line("K/T CHÁNH VĂN PHÒNG").text.startswith("K/T "),
        lambda w: w.paragraph("K/T CHÁNH VĂN PHÒNG").text.startswith("K/T "),
    ),
]


def last_cell(word: WordFile, text: str) -> bool:
    """Whether a text stands in the last cell of its row."""
    said = word.paragraph(text)
    row = row_of(said)
    assert row is not None
    return found(row, "w:tc")[-1] is cell_of(said)  # type: ignore[arg-type]


def heading_forms(word: WordFile) -> list[str]:
    """How the three levels of headings are numbered."""
    style = word.styles["Heading1"]
    number = value(style, "w:pPr/w:numPr/w:numId")
    numbering = word.parts["word/numbering.xml"]
    (num,) = found(numbering, f"w:num[@w:numId='{number}']")
    definition = value(num, "w:abstractNumId")
    levels = found(numbering, f"w:abstractNum[@w:abstractNumId='{definition}']/w:lvl")
    return [f"{value(each, 'w:numFmt')} {value(each, 'w:lvlText').rstrip()}" for each in levels]


def bullets(word: WordFile) -> set[str]:
    numbering = word.parts["word/numbering.xml"]
    return {value(each, "w:lvlText") for each in found(numbering, "w:abstractNum/w:lvl")}


def value_at(word: WordFile, path: str, attribute: str) -> str:
    """An attribute of the last section's properties."""
    (element,) = found(word.sections()[-1], path)
    return next(str(text) for key, text in element.items() if key.endswith("}" + attribute))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office_in(tmp_path_factory.mktemp("office") / "workspace")


def rows() -> Iterator[object]:
    for name, figures in (("nd30", DECREE_30), ("hd36", GUIDANCE_36)):
        names = [figure.name for figure in figures]
        assert len(set(names)) == len(names)
        yield from (pytest.param(name, figure, id=f"{name}-{figure}") for figure in figures)


@pytest.mark.parametrize(("name", "figure"), [*rows()])
def test_a_figure_holds_in_pdf_and_word(name: str, figure: Figure, office: Office) -> None:
    papers = office.papers("brief", name, "vi")
    shown, said = figure.pdf(papers.pdf), figure.docx(papers.docx)
    assert figure.least <= shown <= figure.most, f"PDF: {shown}"
    assert figure.least <= said <= figure.most, f"Word: {said}"


def test_wide_tables_lie_on_their_side(office: Office) -> None:
    papers = office.papers("commitments", "nd30", "vi")
    assert [round(length) for length in papers.pdf.sizes[0]] == [297, 210]
    assert [round(length) for length in papers.docx.paper()] == [297, 210]


def test_pages_of_an_annex_are_counted_anew(office: Office) -> None:
    sheets = office.papers("brief", "nd30", "vi").pdf
    annex = sheets.line("Phụ lục I").page
    numbers = [
        page_number(sheets, page).text if page not in (1, annex) else ""
        for page in range(1, len(sheets.sizes) + 1)
    ]
    assert numbers[: annex - 1] == ["", *map(str, range(2, annex))]
    assert numbers[annex - 1 :] == ["", *map(str, range(2, len(sheets.sizes) - annex + 2))]


def test_minutes_are_minutes_and_end_with_their_sign(office: Office) -> None:
    papers = office.papers("minutes", "nd30", "vi")
    assert papers.pdf.line("BIÊN BẢN").is_bold
    assert papers.pdf.line("BB-VPTN").text == "Số: 05/BB-VPTN"
    closing = [said.text for said in papers.docx.paragraphs() if said.text.endswith("./.")]
    assert len(closing) == 1
    assert papers.pdf.line("./.").text.endswith("./.")


def test_numbers_of_headings_follow_one_another(office: Office) -> None:
    sheets = office.papers("brief", "nd30", "vi").pdf
    romans = [
        line.text.split(". ")[0]
        for line in sheets.lines
        if line.is_bold and not line.is_italic and line.text.split(". ")[0] in ROMANS
    ]
    assert len(romans) > 4
    assert [ROMANS.index(each) for each in romans] == list(range(len(romans)))
    assert all(after.page >= before.page for before, after in pairwise(sheets.lines))


ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
