"""Each figure of GB/T 9704-2012, read back from PDF and Word."""

import datetime
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from docx_figures import Said, WordFile, Xml, found, mm, value
from figures import Figure, flag, size
from official import Office, Papers, office_in
from pdf_figures import Rule, Sheets, TextLine, measured

from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Element, Page, PageNumber
from briefgen.writers.docx import write_docx
from briefgen.writers.pdf import write_pdf

ROOT = Path(__file__).parents[2]
POINT = 25.4 / 72
TOP, LEFT, WIDTH, HEIGHT = 37, 28, 156, 225
RIGHT, BOTTOM = LEFT + WIDTH, TOP + HEIGHT
RED = "C00000"
ISSUER, NUMBER = "试验办公室", "VPTN〔2020〕5号"
ADDRESSEE = "谅山代表团团长："
KIND_OF_MINUTES = "会谈纪要"
FULL_PAGES = 3
NO_OFFICE = shutil.which("soffice") is None and not os.environ.get("CI")


def paragraph(text: str) -> Element:
    return Element("p", (text,))


def full_page() -> Page:
    """Pages that nothing but one long paragraph fills."""
    return Page(
        title="国",
        subject="国",
        language="zh-Hans",
        author="国",
        as_of=datetime.date(2020, 1, 5),
        edition="shared",
        header="",
        footer="",
        page_number=PageNumber("", "", ""),
        body=(Element("h1", ("国",)), paragraph("国" * 28 * 22 * FULL_PAGES)),
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The full pages in both formats."""
    folder = tmp_path_factory.mktemp("filled")
    style = load_style("gbt9704", (ROOT / "templates",))
    pdf, docx = folder / "filled.pdf", folder / "filled.docx"
    pdf.write_bytes(write_pdf(full_page(), style))
    docx.write_bytes(write_docx(full_page(), style))
    return Papers(pdf, docx)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office_in(tmp_path_factory.mktemp("office") / "workspace")


# The block of text


def text_lines(sheets: Sheets, page: int) -> list[TextLine]:
    return [line for line in sheets.on(page) if TOP - 2 < line.top < BOTTOM]


def test_a_page_has_22_lines_of_28_characters(filled: Papers) -> None:
    lines = text_lines(filled.pdf, 2)
    assert [len(line.text) for line in lines] == [28] * 22


def test_word_has_room_for_22_lines_of_28_characters_and_no_more(filled: Papers) -> None:
    said = filled.docx.paragraph("国" * 28)
    advance = said.size + said.points("run.spacing", "val")
    width = 210 - filled.docx.margin("left") - filled.docx.margin("right")
    height = 297 - filled.docx.margin("top") - filled.docx.margin("bottom")
    assert said.of("spacing", "lineRule") == "exact"
    assert int(width / POINT / advance) == 28
    assert int(height / POINT / said.points("spacing", "line")) == 22


def test_lines_fill_the_block_from_edge_to_edge(filled: Papers) -> None:
    lines = text_lines(filled.pdf, 2)
    assert min(line.left for line in lines) == pytest.approx(LEFT, abs=0.2)
    assert max(line.right for line in lines) == pytest.approx(RIGHT, abs=0.4)
    assert lines[0].top == pytest.approx(TOP, abs=4)
    assert lines[-1].bottom == pytest.approx(BOTTOM, abs=3)
    assert lines[-1].bottom < BOTTOM


@pytest.mark.skipif(NO_OFFICE, reason="LibreOffice is not installed")
def test_libreoffice_sets_22_lines_of_28_characters(filled: Papers, converted: Sheets) -> None:
    assert filled.docx_file.is_file()
    lines = text_lines(converted, 2)
    assert [len(line.text) for line in lines] == [28] * 22


@pytest.fixture(scope="module")
def converted(filled: Papers, tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    """The Word file as LibreOffice lays it out."""
    folder = tmp_path_factory.mktemp("converted")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", str(filled.docx_file)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return measured(folder / "filled.pdf")


# The figures, a row each


def east_asian(name: str, text: str, pdf_font: str, word_font: str) -> Figure:
    return flag(
        f"{name}: {word_font}",
        lambda sheets: pdf_font in sheets.line(text).font,
        lambda word: word.paragraph(text).of("run.rFonts", "eastAsia") == word_font,
    )


def is_red(colour: tuple[float, ...]) -> bool:
    red, green, blue = colour
    return red > 0.7 and green < 0.1 and blue < 0.1


def red_rule(sheets: Sheets) -> Rule:
    red = [rule for rule in sheets.rules(1) if is_red(rule.colour)]
    return max(red, key=lambda rule: rule.width)  # strokes of the red head are shorter


def last_rules(sheets: Sheets) -> list[Rule]:
    """The rules of the colophon, from the top."""
    last = len(sheets.sizes)
    below = sheets.line("抄送：", last).top - 8
    found_here = [rule for rule in sheets.rules(last) if rule.top > below]
    return sorted(found_here, key=lambda rule: rule.top)


def colophon_borders(word: WordFile) -> list[float]:
    """The widths of the colophon's lines, in millimetres: around it, and between its parts."""
    outer, inner = colophon_table(word), colophon_table(word, found_in="w:tr/w:tc/w:tbl")
    sides = (outer, "top"), (inner, "top"), (outer, "bottom")
    lines = [found(table, f"w:tblPr/w:tblBorders/w:{side}")[0] for table, side in sides]
    return [int(attributes(line)["sz"]) / 8 * POINT for line in lines]


def colophon_table(word: WordFile, found_in: str = ".") -> Xml:
    """The table that floats at the bottom of the page, or the one within it."""
    said = word.paragraph("抄送：")
    table = next(above for above in said.element.iterancestors() if str(above.tag).endswith("}tbl"))
    return found(table, found_in)[0]


def attributes(element: Xml) -> dict[str, str]:
    return {str(key).rpartition("}")[2]: str(text) for key, text in element.items()}


def colophon_rule(place: int, name: str, width: float) -> Figure:
    """The thickness of one of the colophon's rules, in millimetres."""
    return Figure(
        f"colophon: {name} {width} mm",
        width - 0.06,
        width + 0.06,
        lambda sheets: last_rules(sheets)[place].thickness,
        lambda word: colophon_borders(word)[place],
    )


def number_on(sheets: Sheets, page: int) -> TextLine:
    return next(line for line in sheets.on(page) if line.text.startswith("— "))


def foot(word: WordFile, kind: str) -> Said:
    """The foot of the odd pages (`default`) or of the even ones."""
    (reference,) = found(word.sections()[0], f"w:footerReference[@w:type='{kind}']")
    identifier = next(str(text) for key, text in reference.items() if key.endswith("}id"))
    return next(iter(word.paragraphs(word.target(identifier))))


BODY = "越南谅山、广宁、高平、河江四省与中国"
TITLE = "关于筹备联合工作委员会"
ADVANCE = 15.75
"""Points from one character to the next."""


def first_line(sheets: Sheets, text: str) -> float:
    """How much further in the first line of a paragraph is than the block, in characters."""
    return (sheets.line(text).left - LEFT) / POINT / ADVANCE


def pitch(sheets: Sheets) -> float:
    """How far the first two lines of the body are apart, in points."""
    first = sheets.line(BODY)
    on_page = [line for line in sheets.on(first.page) if line.size == first.size]
    below = [line for line in on_page if line.baseline > first.baseline + 1]
    return (below[0].baseline - first.baseline) / POINT


def lines_between(sheets: Sheets, above: str, below: str) -> float:
    """The room between two texts, in lines."""
    gap = sheets.line(below).top - sheets.line(above).bottom
    return gap / POINT / 28.95


def head_height(word: WordFile, text: str) -> float:
    """How far the letters of a first paragraph are below the block's top, in millimetres."""
    said = word.paragraph(text)
    # A line that is higher than its letters keeps the rest above them.
    leading = said.points("spacing", "line") - said.size
    return (said.points("spacing", "before") + leading) * POINT


def level(word: WordFile, depth: int) -> str:
    number = value(word.styles["Heading1"], "w:pPr/w:numPr/w:numId")
    numbering = word.parts["word/numbering.xml"]
    (num,) = found(numbering, f"w:num[@w:numId='{number}']")
    definition = value(num, "w:abstractNumId")
    levels = found(numbering, f"w:abstractNum[@w:abstractNumId='{definition}']/w:lvl")
    return f"{value(levels[depth], 'w:numFmt')} {value(levels[depth], 'w:lvlText').rstrip()}"


def font_of(word: WordFile, style: str) -> str:
    """The East Asian font that a style names itself."""
    names = [
        str(text)
        for each in found(word.styles[style], "w:rPr/w:rFonts")
        for key, text in each.items()
        if key.endswith("}eastAsia")
    ]
    return names[0] if names else ""


def date_line(sheets: Sheets) -> TextLine:
    dated = [line for line in sheets.lines if line.text == "2020年1月5日" and line.size == 16]
    assert len(dated) == 1
    return dated[0]


def date_paragraph(word: WordFile) -> Said:
    return next(said for said in word.paragraphs() if said.style == "Date")


def at_bottom(word: WordFile) -> bool:
    """Whether the colophon floats at the bottom of the text's block."""
    (place,) = found(colophon_table(word), "w:tblPr/w:tblpPr")
    given = attributes(place)
    return given["vertAnchor"] == "margin" and given["tblpYSpec"] == "bottom"


def colophon_width(word: WordFile) -> float:
    (width,) = found(colophon_table(word), "w:tblPr/w:tblW")
    return mm(int(attributes(width)["w"]))


def number_size(word: WordFile) -> float:
    """The size of a page's number in the foot, in points."""
    style = word.styles["NumberOfPage"]
    return int(value(style, "w:rPr/w:sz")) / 2


def tab_of(said: Said) -> float:
    """Where the last tab of a paragraph stands, in millimetres from the block's left edge."""
    tabs = found(said.element, "w:pPr/w:tabs/w:tab[@w:val='right']")
    positions = [int(text) for tab in tabs for key, text in tab.items() if key.endswith("}pos")]
    return mm(max(positions))


def text_width(word: WordFile) -> float:
    return word.paper()[0] - word.margin("left") - word.margin("right")


def bottom_lines(sheets: Sheets) -> list[TextLine]:
    """The lines of the body on all pages."""
    return [line for page in range(1, len(sheets.sizes)) for line in text_lines(sheets, page)]


FIGURES = [
    Figure("paper is 210 mm wide", 209.9, 210.1, lambda s: s.sizes[0][0], lambda w: w.paper()[0]),
    Figure("paper is 297 mm high", 296.9, 297.1, lambda s: s.sizes[0][1], lambda w: w.paper()[1]),
    Figure(
        "top: 37 ± 1 mm, and what the first line keeps above its letters",
        36,
        41,
        lambda s: text_lines(s, 2)[0].top,
        lambda w: w.margin("top"),
    ),
    Figure(
        "binding side: 28 ± 1 mm",
        27,
        29,
        lambda s: min(line.left for line in s.lines),
        lambda w: w.margin("left"),
    ),
    Figure(
        "bottom: 35 mm",
        34.9,
        45,
        lambda s: 297 - max(line.bottom for line in bottom_lines(s)),
        lambda w: w.margin("bottom"),
    ),
    Figure(
        "right: 26 mm",
        25.5,
        26.5,
        lambda s: 210 - max(line.right for line in text_lines(s, 2)),
        lambda w: w.margin("right"),
    ),
    Figure("block is 156 mm wide", 155.5, 156.5, lambda s: red_rule(s).width, text_width),
    Figure(
        "lines are 28–29 pt apart",
        28,
        29,
        pitch,
        lambda w: w.paragraph(BODY).points("spacing", "line"),
    ),
    size("body", BODY, 16),
    east_asian("body", BODY, "Noto-Serif-CJK-SC", "仿宋"),
    Figure(
        "paragraphs are indented by 2 characters",
        1.95,
        2.05,
        lambda s: first_line(s, BODY),
        lambda w: w.paragraph(BODY).points("ind", "firstLine") / ADVANCE,
    ),
    flag(
        "issuing body is red",
        lambda s: is_red(s.line(ISSUER).colour),
        lambda w: w.paragraph(ISSUER).colour == RED,
    ),
    Figure(
        "issuing body: 35 mm below the block's top",
        34,
        36.5,
        lambda s: s.line(ISSUER).top - TOP,
        lambda w: head_height(w, ISSUER),
    ),
    flag(
        "issuing body is centred",
        lambda s: abs(s.line(ISSUER).middle - LEFT - WIDTH / 2) < 0.5,
        lambda w: w.paragraph(ISSUER).of("jc") == "center",
    ),
    east_asian("issuing body", ISSUER, "Noto-Serif-CJK-SC", "方正小标宋简体"),
    size("document number", NUMBER, 16),
    east_asian("document number", "〔2020〕", "Noto-Serif-CJK-SC", "仿宋"),
    flag(
        "document number: full year in 〔〕, no leading zero, no 第",
        lambda s: s.line("〔").text == NUMBER,
        lambda w: w.paragraph("〔").text == NUMBER,
    ),
    Figure(
        "document number: two lines below the issuing body",
        1.9,
        2.9,
        lambda s: lines_between(s, ISSUER, NUMBER),
        lambda w: w.paragraph(NUMBER).points("spacing", "before") / 28.95,
    ),
    Figure(
        "red rule: 4 mm below the number",
        3.5,
        5.5,
        lambda s: red_rule(s).top - s.line(NUMBER).bottom,
        lambda w: int(w.paragraph(NUMBER).of("border.bottom", "space")) * POINT,
    ),
    flag(
        "red rule is red",
        lambda s: is_red(red_rule(s).colour),
        lambda w: w.paragraph(NUMBER).of("border.bottom", "color") == RED,
    ),
    Figure(
        "red rule: as wide as the block",
        155.5,
        156.5,
        lambda s: red_rule(s).width,
        lambda w: text_width(w) - mm(int(w.paragraph(NUMBER).of("ind", "left", "0"))),
    ),
    size("title", TITLE, 22),
    east_asian("title", TITLE, "Noto-Serif-CJK-SC", "方正小标宋简体"),
    Figure(
        "title: two lines below the red rule",
        1.5,
        2.6,
        lambda s: (s.line(TITLE).top - red_rule(s).top) / POINT / 28.95,
        lambda w: (
            (
                w.paragraph(NUMBER).points("spacing", "after")
                + w.paragraph(TITLE).points("spacing", "before")
            )
            / 28.95
        ),
    ),
    flag(
        "recipient: flush left, with a full-width colon",
        lambda s: abs(s.line(ADDRESSEE).left - LEFT) < 0.5,
        lambda w: w.paragraph(ADDRESSEE).points("ind", "firstLine") == 0,
    ),
    Figure(
        "recipient: one line below the title",
        0.8,
        1.6,
        lambda s: lines_between(s, TITLE, ADDRESSEE),
        lambda w: w.paragraph(ADDRESSEE).points("spacing", "before") / 28.95,
    ),
    flag(
        "first level: 一、 in Hei",
        lambda s: "Noto-Sans-CJK-SC" in s.line("一、机制").font,
        lambda w: (
            level(w, 0) == "chineseCountingThousand %1、" and font_of(w, "Heading1") == "黑体"
        ),
    ),
    flag(
        "second level: （一） in Kai",
        lambda s: "WenKai" in s.line("（一）第十次").font,
        lambda w: (
            level(w, 1) == "chineseCountingThousand （%2）" and font_of(w, "Heading2") == "楷体"
        ),
    ),
    flag(
        "third level: 1. in FangSong",
        lambda s: "Noto-Serif-CJK-SC" in s.line("1. 成果文件").font,
        lambda w: level(w, 2) == "decimal %3." and font_of(w, "Heading3") in {"", "仿宋"},
    ),
    Figure(
        "date: 4 characters in from the right",
        3.9,
        4.1,
        lambda s: (RIGHT - date_line(s).right) / POINT / ADVANCE,
        lambda w: date_paragraph(w).points("ind", "right") / ADVANCE,
    ),
    flag(
        "date: Arabic numerals",
        lambda s: date_line(s).text == "2020年1月5日",
        lambda w: date_paragraph(w).text == "2020年1月5日",
    ),
    colophon_rule(0, "first rule", 0.35),
    colophon_rule(1, "rule between", 0.25),
    colophon_rule(2, "last rule", 0.35),
    Figure(
        "colophon: the last rule is the block's bottom",
        BOTTOM - 1,
        BOTTOM + 1,
        lambda s: last_rules(s)[2].top,
        lambda w: BOTTOM if at_bottom(w) else 0,
    ),
    Figure(
        "colophon: rules as wide as the block",
        155.5,
        156.5,
        lambda s: min(rule.width for rule in last_rules(s)),
        colophon_width,
    ),
    size("copies", "抄送：", 14),
    east_asian("copies", "抄送：", "Noto-Serif-CJK-SC", "仿宋"),
    Figure("page number: 14 pt", 14, 14, lambda s: number_on(s, 1).size, number_size),
    flag(
        "page number: — 1 —",
        lambda s: number_on(s, 1).text == "— 1 —",
        lambda w: "— 1 —" in foot(w, "default").text,
    ),
    Figure(
        "page number: 7 mm below the block",
        6,
        9,
        lambda s: number_on(s, 1).top - BOTTOM,
        lambda w: 297 - BOTTOM - w.margin("footer") - 16 * POINT,
    ),
    Figure(
        "page number: on odd pages right, 1 character in",
        4.4,
        5.5,
        lambda s: RIGHT - number_on(s, 1).right,
        lambda w: WIDTH - tab_of(foot(w, "default")),
    ),
    Figure(
        "page number: on even pages left, 1 character in",
        4.4,
        5.5,
        lambda s: number_on(s, 2).left - LEFT,
        lambda w: mm(int(foot(w, "even").of("ind", "left", "0"))),
    ),
]


@pytest.mark.parametrize("figure", FIGURES, ids=str)
def test_a_figure_holds_in_pdf_and_word(figure: Figure, office: Office) -> None:
    papers = office.papers("brief", "gbt9704", "zh-Hans")
    shown, said = figure.pdf(papers.pdf), figure.docx(papers.docx)
    assert figure.least <= shown <= figure.most, f"PDF: {shown}"
    assert figure.least <= said <= figure.most, f"Word: {said}"


def test_no_two_figures_have_one_name() -> None:
    names = [figure.name for figure in FIGURES]
    assert len(names) > 40
    assert len(set(names)) == len(names)


def test_minutes_have_their_red_head_35_mm_down(office: Office) -> None:
    papers = office.papers("minutes", "gbt9704", "zh-Hans")
    head = papers.pdf.line("越南谅山、广宁、高平、河江四省")
    assert is_red(head.colour)
    assert is_red(papers.pdf.line(KIND_OF_MINUTES).colour)
    assert head.top - TOP == pytest.approx(35, abs=1.5)
    assert papers.docx.paragraph(KIND_OF_MINUTES).colour == RED
    assert head_height(papers.docx, KIND_OF_MINUTES) == pytest.approx(35, abs=1.5)


@pytest.mark.parametrize("label", ["出席：", "请假：", "列席："])
def test_minutes_tell_who_was_there_in_hei_with_names_below_one_another(
    label: str, office: Office
) -> None:
    gathering = office.papers("gathering", "gbt9704", "zh-Hans")
    lines = [line for line in gathering.pdf.lines if line.text.startswith(label)]
    assert len(lines) == 1
    assert "Noto-Sans-CJK-SC" in lines[0].font
    said = gathering.docx.paragraph(label)
    assert said.points("ind", "hanging") == pytest.approx(3 * ADVANCE, abs=0.5)
    after = [
        line
        for line in gathering.pdf.on(lines[0].page)
        if line.baseline > lines[0].baseline + 1 and line.size == 16
    ]
    if label == "出席：":
        assert after[0].left == pytest.approx(lines[0].left + 3 * ADVANCE * POINT, abs=0.5)
    assert said.size == 16
