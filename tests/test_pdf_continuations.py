"""What runs over several pages of a PDF is read as one: tables, lists, paragraphs, sections."""

from collections.abc import Iterator

import pytest
from layouts import Printed, Tree, layout_style

from briefgen.rendering.style import Style
from briefgen.writers import pdf_finishing

HEAD = '<thead><tr><th scope="col">One</th><th scope="col">Two</th></tr></thead>'


@pytest.fixture(scope="module")
def style() -> Style:
    return layout_style()


def text(name: str, count: int = 700) -> str:
    """A text that is too long for a page, each word of which is another."""
    return " ".join(f"{name}{number}" for number in range(count))


def table(rows: str, head: str = HEAD) -> str:
    return f"<table><caption>Table</caption>{head}<tbody>{rows}</tbody></table>"


def printed(html: str, style: Style) -> Printed:
    """A sound PDF of several pages."""
    made = Printed(html, style, "en")
    assert len(made.sheets) > 1
    assert made.failures() == []
    return made


def the(kind: str, made: Printed) -> Tree:
    """The only element of a kind."""
    (found,) = every(kind, made)
    return found


def every(kind: str, made: Printed) -> list[Tree]:
    return [node for node in made.tree if node["type"] == kind]


def bare(words: str) -> str:
    return "".join(words.split())


def test_a_paragraph_is_one(style: Style) -> None:
    made = printed(f"<p>{text('a')}</p><p>{text('b', 5)}</p>", style)
    assert [bare(made.said(node)) for node in every("P", made)] == [
        bare(text("a")),
        bare(text("b", 5)),
    ]


def test_a_list_and_its_items_are_one(style: Style) -> None:
    made = printed(f"<ul><li>{text('a')}</li><li>{text('b', 5)}</li></ul>", style)
    items = the("L", made)["children"]
    assert [[part["type"] for part in item["children"]] for item in items] == [["Lbl", "LBody"]] * 2
    bodies = [bare(made.said(item["children"][1])) for item in items]
    assert bodies == [bare(text("a")), bare(text("b", 5))]


def test_a_list_in_a_list_is_one(style: Style) -> None:
    inner = "".join(f"<li>{number}</li>" for number in range(60))
    made = printed(f"<ul><li>x<ul>{inner}</ul></li><li>y</li></ul>", style)
    outer, nested = every("L", made)
    assert [node["type"] for node in outer["children"]] == ["LI", "LI"]
    assert nested in outer["children"][0]["children"][1]["children"]  # it is read in its item
    said = [made.said(item["children"][1]) for item in nested["children"]]
    assert said == [str(number) for number in range(60)]


def test_facts_are_one_list_of_pairs(style: Style) -> None:
    facts = f"<div><dt>A</dt><dd>{text('a')}</dd></div><div><dt>B</dt><dd>b</dd></div>"
    made = printed(f"<dl>{facts}</dl>", style)
    items = every("LI", made)
    pairs = [[bare(made.said(part)) for part in item["children"]] for item in items]
    assert pairs == [["A", bare(text("a"))], ["B", "b"]]


def test_sections_side_by_side_are_read_one_after_the_other(style: Style) -> None:
    sides = "".join(f"<section><p>{text(name)}</p></section>" for name in "ab")
    made = printed(f'<section class="pair">{sides}</section>', style)
    assert [bare(made.said(node)) for node in every("P", made)] == [
        bare(text("a")),
        bare(text("b")),
    ]


def test_a_table_is_one_with_one_head(style: Style) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>x</td></tr>" for n in range(70))
    made = printed(table(rows), style)
    assert len(made.sheets) > 2
    parts = the("Table", made)["children"]
    assert [part["type"] for part in parts] == ["Caption", "THead", "TBody"]
    first = [made.said(row["children"][0]) for row in parts[2]["children"]]
    assert first == [str(number) for number in range(70)]


def test_the_heads_that_pages_repeat_are_not_read_out(style: Style) -> None:
    made = printed(table("<tr><td>a</td><td>b</td></tr>" * 70), style)
    for number, sheet in enumerate(made.sheets, start=1):
        heads = [each for each in sheet.chars if each["text"] == "T" and each["tag"] == "Artifact"]
        assert len(heads) == (0 if number == 1 else 1)


def test_a_table_whose_rows_are_longer_than_a_page_is_one(style: Style) -> None:
    cells = [[text(f"{row}{column}", 300) for column in "ab"] for row in "rs"]
    rows = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in cells)
    made = printed(table(rows), style)
    parts = the("Table", made)["children"]
    assert [part["type"] for part in parts] == ["Caption", "THead", "TBody"]
    found = [[bare(made.said(cell)) for cell in row["children"]] for row in parts[2]["children"]]
    assert found == [[bare(cell) for cell in row] for row in cells]


def test_texts_and_paragraphs_in_a_cell_keep_their_order(style: Style) -> None:
    content = [text(name, count) for name, count in (("a", 300), ("b", 20), ("c", 300), ("d", 9))]
    first, second, third, fourth = content
    made = printed(
        table(f"<tr><td>{first}<p>{second}</p>{third}<p>{fourth}</p></td><td>x</td></tr>"), style
    )
    assert bare(made.said(every("TD", made)[0])) == bare("".join(content))


def test_every_cell_names_the_heads_of_its_own_row_and_column(style: Style) -> None:
    spanning = '<tr><th scope="row" rowspan="2">r</th><td>y</td></tr><tr><td>y</td></tr>'
    made = printed(table(spanning * 30 + '<tr><td colspan="2">z</td></tr>'), style)
    one, two = (head["attributes"] for head in every("TH", made)[:2])
    assert one["Scope"] == two["Scope"] == "Column"
    names = list(named(made))
    assert len(names) == 61
    assert names[:3] == [["r1", "Two"], ["r1", "Two"], ["r2", "Two"]]
    assert names[-2:] == [["r30", "Two"], ["One", "Two"]]


def named(made: Printed) -> Iterator[list[str]]:
    """For each data cell the texts of its header cells; those of rows are counted."""
    heads: dict[bytes, str] = {}
    catalog = made.pdf.doc.catalog
    rows = 0
    for element in elements(catalog["StructTreeRoot"].resolve()):
        if element["S"].name == "TH":
            is_row = element["A"]["Scope"].name == "Row"
            rows += is_row
            heads[element["ID"]] = f"r{rows}" if is_row else ("One", "Two")[len(heads)]
        elif element["S"].name == "TD":
            yield [heads[each] for each in element["A"]["Headers"]]


def elements(node: Tree) -> Iterator[Tree]:
    for kid in node["K"]:
        element = kid.resolve() if hasattr(kid, "resolve") else kid
        if isinstance(element, dict) and "S" in element:
            yield element
            yield from elements(element)


def test_a_link_in_a_repeated_head_can_be_followed_on_every_page(style: Style) -> None:
    head = HEAD.replace("One", '<a href="https://one.example">One</a>')
    made = printed(table("<tr><td>a</td><td>b</td></tr>" * 70, head), style)
    assert [len(sheet.annots) for sheet in made.sheets] == [1] * len(made.sheets)
    (link,) = (
        element
        for element in elements(made.pdf.doc.catalog["StructTreeRoot"].resolve())
        if element["S"].name == "Link"
    )
    areas = [kid.resolve() for kid in link["K"] if hasattr(kid, "resolve")]
    assert [area["Obj"].objid for area in areas] == [
        annotation.objid for sheet in made.sheets for annotation in sheet.page_obj.annots or ()
    ]


def test_no_element_outside_of_the_tree_is_left(style: Style) -> None:
    made = printed(table("<tr><td>a</td><td>b</td></tr>" * 70) + f"<p>{text('a')}</p>", style)
    root = made.pdf.doc.catalog["StructTreeRoot"].resolve()
    inside = len(list(elements(root)))
    everything = (
        made.pdf.doc.getobj(number) for xref in made.pdf.doc.xrefs for number in xref.get_objids()
    )
    found = [each for each in everything if isinstance(each, dict) and "S" in each and "P" in each]
    assert len(found) == inside > 300


@pytest.mark.parametrize(
    ("html", "kind"),
    [(table("<tr><td>a</td><td>b</td></tr>" * 70), "Table"), (f"<p>{text('a')}</p>", "P")],
)
def test_without_our_own_step_each_page_would_have_its_own(
    html: str, kind: str, style: Style, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_finishing, "join_continuations", lambda every, _: every[1:])
    made = Printed(html, style, "en")
    assert len(every(kind, made)) == len(made.sheets) > 1
