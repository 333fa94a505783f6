"""Limits of a house style: whatever its model takes can be written, and what is beyond is told."""

from decimal import Decimal
from pathlib import Path

import pytest
from layouts import page_of
from pages import STYLE

from briefgen.problems import TemplateError
from briefgen.rendering.fonts import load_fonts
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.style import Style, read_style
from briefgen.rendering.tokens import Line, Margins, RoleStyle, Sheet
from briefgen.writers.catalogue import WRITERS

TEMPLATES = Path(__file__).parents[1] / "templates"
FILE = "templates/styles/plain.yaml"
TEXT = (TEMPLATES / "styles/plain.yaml").read_text("utf-8")
HTML = """
<h1>A title</h1><aside class="glance"><p class="glance-title">Box</p></aside>
<section><h2 id="a">Head</h2><p class="note">Words and <a href="#a">links</a> 123.</p>
<ul><li>One<ul><li>Two</li></ul></li></ul><ol><li>One</li></ol>
<table><caption>A table</caption><colgroup><col data-width="1"><col data-width="999"></colgroup>
<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><td>x</td><td>y</td></tr></tbody></table></section>"""

LEAST, MOST = Decimal(1), Decimal(100)
DISTANCES = (
    *("before", "after", "indent", "indent_right", "hanging", "first_line", "padding"),
    *("spacing", "size", "line"),
)
THICK = Line(width=MOST, colour="ink", distance=MOST)
NONE = Line(width=Decimal(0), colour="ink", distance=Decimal(0))
TINY = Sheet(
    width=Decimal(50),
    height=Decimal(50),
    margins=Margins(top=Decimal(0), right=Decimal(0), bottom=Decimal(0), left=Decimal(0)),
    header=Decimal(500),
    footer=Decimal(500),
)
VAST = TINY.model_copy(update={"width": Decimal(500), "height": Decimal(500)})
LOOKS: dict[str, dict[str, object]] = {
    "least": {**dict.fromkeys(DISTANCES, Decimal(0)), "spacing": Decimal(-5), "size": LEAST}
    | {"line": LEAST, "exact": True, "above": NONE, "below": NONE, "grid": NONE},
    "most": {**dict.fromkeys(DISTANCES, MOST), "above": THICK, "below": THICK, "grid": THICK},
}


def looking(look: str, sheet: Sheet) -> Style:
    """The style plain with every figure of every role at one end of what can be said."""
    for role in STYLE.roles.values():
        RoleStyle.model_validate({**dict(role), **LOOKS[look]})  # the model takes it
    roles = {name: role.model_copy(update=LOOKS[look]) for name, role in STYLE.roles.items()}
    return STYLE.model_copy(update={"roles": roles, "page": sheet})


@pytest.mark.parametrize("format_name", ["docx", "pdf", "html", "xlsx"])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sheet", [TINY, VAST], ids=["tiny", "vast"])
def test_whatever_a_style_can_ask_is_written(format_name: str, look: str, sheet: Sheet) -> None:
    style = looking(look, sheet)
    assert WRITERS[format_name](page_of(HTML, style, "en"), style)


def wrong(old: str, new: str) -> list[str]:
    assert TEXT.count(old), old
    with pytest.raises(TemplateError) as caught:
        read_style(TEXT.replace(old, new, 1).encode(), FILE, load_fonts((TEMPLATES,)))
    return [str(problem) for problem in caught.value.problems]


BODY = "body: {word: Normal, font: serif, size: 10.5, line: 15.5"
PLACE_CARD = "    width: 190\n    height: 136\n    across: 1\n    padding: 8"
MANY = "".join(f'  extra-{number}: "000000"\n' for number in range(200))
BEYOND = {
    "letters of no size": (BODY, BODY.replace("10.5", "0.9"), "'size' is 0.9; the least is 1"),
    "huge letters": (BODY, BODY.replace("10.5", "101"), "'size' is 101; the most is 100"),
    "lines of no height": (BODY, BODY.replace("15.5", "0"), "'line' is 0; the least is 1"),
    "a long name of a style": (
        BODY,
        BODY.replace("Normal", "N" * 101),
        "'word' has 101 characters; the most is 100",
    ),
    "many colours": ("colours:\n", f"colours:\n{MANY}", "entries; the most is 200"),
    "a vast page": ("width: 210", "width: 501", "'width' is 501; the most is 500"),
    "a page of no width": ("width: 210", "width: 0", "the margins leave -44 mm of the width"),
    "margins beyond the page": ("left: 24}", "left: 200}", "the margins leave -10 mm of the width"),
    "a card wider than its sheet": (
        PLACE_CARD,
        PLACE_CARD.replace("190", "191"),
        "1 of 191 mm don't fit beside one another into 190 mm",
    ),
    "a card higher than its sheet": (
        PLACE_CARD,
        PLACE_CARD.replace("136", "500"),
        "500 mm don't fit into 273 mm, the height of its sheet's text",
    ),
    "a card without room for a line": (
        PLACE_CARD,
        PLACE_CARD.replace("padding: 8", "padding: 64"),
        "the padding leaves lines of 8 mm; they need 10",
    ),
    "a row of a thousand million cards": (
        PLACE_CARD,
        PLACE_CARD.replace("across: 1", "across: 1000000000"),
        "'across' is 1000000000; the most is 10",
    ),
    "a letterhead elsewhere": (
        "name: plain\n",
        "name: plain\nletterhead: ../x.docx\n",
        "is no name of a Word file beside the templates",
    ),
}


@pytest.mark.parametrize("kind", BEYOND)
def test_what_is_beyond_is_told_at_its_place(kind: str) -> None:
    old, new, message = BEYOND[kind]
    (found,) = wrong(old, new)
    assert message in found
    first = TEXT[: TEXT.index(old)].count("\n") + 1
    line = int(found.removeprefix(f"{FILE}:").split(":")[0])
    assert first <= line <= first + new.count("\n") or message.startswith("the margins")


# Pages.


def row(columns: int) -> str:
    return f"<table><tbody><tr>{'<td>x</td>' * columns}</tr></tbody></table>"


def refusal(html: str) -> str:
    with pytest.raises(TemplateError) as caught:
        parse_page(html, "test", ())
    return str(caught.value)


def test_a_table_of_sixty_columns_is_taken_and_one_of_more_is_not() -> None:
    assert parse_page(row(60), "test", ())
    assert refusal(row(61)) == "test:1:1: a table of 61 columns; the most is 60: divide it"
    spanning = row(60).replace("<td>", '<td colspan="2">', 1)
    assert "61 columns" in refusal(spanning)


def test_a_word_that_no_line_can_hold_is_refused_before_it_is_set() -> None:
    # The time that it takes to set one grows with its square.
    assert parse_page(f"<p>{'a' * 2_000}</p>", "test", ())
    told = "test:1:1: a word of more than 2,000 characters; part it by spaces"
    assert refusal(f"<p>{'a' * 2_001}</p>") == told
