"""Pages read in one go are what the parser makes of them; what is wrong is left to the parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.rendering.page import Element, walk
from briefgen.rendering.parsing import parsed
from briefgen.rendering.plain_pages import PlainReader
from briefgen.rendering.plain_tags import UnusualError

ROLES = ("p.note", "span.muted", "tr.current")
MOST = 1_000
TEXTS = (
    "word",
    " two  words ",
    "\n  ",
    "&amp;",
    "&nbsp;",
    "\xa0",
    "谅山",
    "a > b",
    "&#39;",
    "<br>",
    "<br/>",
)
BLOCKS = ("p", 'p class="note"', 'p data-at="a.html.j2:3"', 'p data-ref="a&amp;b" id="b"')
INLINE = ("em", "strong ", "sup", 'span class="muted" data-at="a.html.j2:4"', 'span lang="vi"')
SLIPS = (
    *(
        "",
        "",
        "",
        "<",
        ">",
        '"',
        "&",
        "&copy",
        "&copy;",
        "&notit;",
        "&#8203;",
        "<!-- x -->",
        "<?x?>",
    ),
    *(
        "</p>",
        "<p>",
        "<p lang=vi>",
        "<p class>",
        "<p/>",
        "<TD>",
        "<q>",
        "<![x",
        "\u202e",
        "x" * 700,
    ),
    *('<p id="a"id="b">', "<p\xa0id>", '<p data-ref="&copy=1">', '<p class="a" class="b">'),
)


def within(tag: str, inner: list[str]) -> str:
    return f"<{tag}>{''.join(inner)}</{tag.split(maxsplit=1)[0]}>"


PHRASES = st.recursive(
    st.sampled_from(TEXTS),
    lambda inner: st.builds(within, st.sampled_from(INLINE), st.lists(inner, max_size=3)),
    max_leaves=8,
)
PAGES = st.lists(
    st.builds(within, st.sampled_from(BLOCKS), st.lists(PHRASES, max_size=4)), max_size=3
)


def with_slip(html: str, slip: str, share: float) -> str:
    place = round(len(html) * share)
    return html[:place] + slip + html[place:]


def plain(html: str) -> tuple[Element, ...]:
    return PlainReader("made-up.html.j2", ROLES, MOST).read(html)


def places(body: tuple[Element, ...]) -> list[str]:
    return [str(element.place) for element in walk(body)]


@given(PAGES, st.just("") | st.sampled_from(SLIPS), st.floats(0, 1))
def test_what_is_read_in_one_go_is_what_the_parser_reads(
    blocks: list[str], slip: str, share: float
) -> None:
    page = with_slip(within("section", blocks), slip, share)
    try:
        body = plain(page)
    except UnusualError:
        return
    expected, problems = parsed(page, "made-up.html.j2", ROLES, MOST)
    assert (body, problems) == (expected, [])
    assert places(body) == places(expected)


@pytest.mark.parametrize("piece", ["<q>x</q>", '<p class="a">x</p>', "<p>", "</p>", "x", "<p>\x00"])
def test_what_is_wrong_is_left_to_the_parser(piece: str) -> None:
    with pytest.raises(UnusualError):
        plain(f"<section>{piece}</section>")


def test_pages_as_templates_make_them_are_plain() -> None:
    row = (
        '<tr data-at="a:2">\n <td data-at="a:3" data-ref="x/{0}">{0} &amp; more<br>&nbsp;</td></tr>'
    )
    rows = "".join(row.format(number) for number in range(3))
    body = plain(f'<table data-at="a:1">\n<tbody>{rows}</tbody></table>\n')
    cells = [each for each in walk(body) if each.tag == "td"]
    assert [each.children[0] for each in cells] == ["0 & more", "1 & more", "2 & more"]
    assert [each.attributes["data-ref"] for each in cells] == ["x/0", "x/1", "x/2"]
    assert places(body)[-2:] == ["a:3:1", "a:3:1"]
