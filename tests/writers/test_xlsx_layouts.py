"""A workbook takes tables and texts out of sections, however a style lays these out on paper."""

from docx_reading import page_of
from laid_out import PAGE, made_up_style
from xlsx_reading import about, names, rows

from briefgen.writers.xlsx import write_xlsx

TABLE = """<table><caption>Open</caption><thead><tr><th scope="col">A</th></tr></thead>
<tbody><tr><td>a</td></tr></tbody></table>"""


def workbook(html: str) -> bytes:
    style = made_up_style()
    return write_xlsx(page_of(html, style=style), style)


def test_tables_are_found_in_columns_and_annexes() -> None:
    column = f"<section>{TABLE}</section>"
    html = f"""<section class="beside">{column}{column}</section>
        <section class="annex"><h2>Annex</h2>{TABLE}</section>"""
    xlsx = workbook(html)
    assert names(xlsx) == ["Open", "Open 2", "Open 3", "About"]
    assert rows(xlsx, "Open 3") == [["A"], ["a"]]


def test_what_stands_around_a_document_goes_to_the_last_sheet() -> None:
    lines = about(workbook(PAGE))
    assert "Ủy ban nhân dân tỉnh Lạng Sơn" in [str(line).replace("\n", " ") for line in lines]
    for text in ("Độc lập - Tự do - Hạnh phúc", "Report", "TM. Chairman", "Copies: all", "Annex"):
        assert text in lines
