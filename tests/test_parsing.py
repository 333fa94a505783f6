"""The page's vocabulary is closed: whatever it lacks is told with template and line."""

import pytest
from pictures import pixel

from briefgen.problems import TemplateError
from briefgen.rendering.page import Element, Page, text_of, walk
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.vocabulary import MAX_DEPTH, VOCABULARY, VOID

ROLES = ("p.note", "p.lead", "span.muted", "tr.current")
AT = "parts/made-up.html.j2"


def parsed(html: str) -> tuple[Element, ...]:
    return parse_page(html, "made-up.html.j2", ROLES)


def one(html: str) -> Element:
    (element,) = parsed(html)
    return element


def wrong(html: str) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        parsed(html)
    return [str(problem) for problem in caught.value.problems]


def at(tag: str, line: int, **attributes: str) -> str:
    """A start tag with its place, as the environment writes it into templates."""
    given = "".join(f' {name.rstrip("_")}="{value}"' for name, value in attributes.items())
    return f'<{tag} data-at="{AT}:{line}"{given}>'


# What is right.


def test_a_page_is_read_into_its_elements() -> None:
    paragraph = one(
        '<p class="note" id="here" lang="vi" data-ref="talks/1/host">Xin <em>chào</em></p>'
    )
    assert (paragraph.tag, paragraph.roles) == ("p", ("note",))
    assert paragraph.attributes == {"id": "here", "lang": "vi", "data-ref": "talks/1/host"}
    assert paragraph.children == ("Xin ", Element("em", ("chào",)))


def test_an_element_knows_the_template_and_the_line_that_made_it() -> None:
    section = one(f"{at('section', 7)}{at('p', 9)}x</p></section>")
    assert [str(each.place) for each in walk((section,))] == [f"{AT}:7:1", f"{AT}:9:1"]


def test_an_element_made_by_a_macro_without_place_takes_the_last_known() -> None:
    section = one(f"{at('section', 7)}<p>x</p></section>")
    assert [str(each.place) for each in walk((section,))] == [f"{AT}:7:1"] * 2


def test_the_place_is_no_attribute_of_the_page() -> None:
    assert one(f"{at('p', 3)}x</p>").attributes == {}


@pytest.mark.parametrize("tag", ["<br>", "<br/>", "<br />"])
def test_a_line_break_needs_no_end(tag: str) -> None:
    assert one(f"<p>a{tag}b</p>").children == ("a", Element("br"), "b")


def test_escaped_signs_are_text() -> None:
    assert one("<p>a &lt;b&gt; &amp; c &#39;d&#39;</p>").children == ("a <b> & c 'd'",)


def test_a_link_within_the_page_leads_to_its_id() -> None:
    link, heading = parsed('<p><a href="#end">x</a></p><section><h2 id="end">y</h2></section>')
    assert (text_of(link), text_of(heading)) == ("x", "y")


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c", "http://example.org", "mailto:a@b"]
)
def test_a_link_may_lead_to_the_web_or_to_a_mailbox(address: str) -> None:
    (link,) = [
        each for each in walk(parsed(f'<p><a href="{address}">x</a></p>')) if each.tag == "a"
    ]
    assert link.attributes["href"] == address


def test_the_longest_source_id_can_be_linked() -> None:
    name = "source-" + "a" * 64
    html = f'<p><a href="#{name}">1</a></p><ol><li id="{name}">x</li></ol>'
    assert len(parsed(html)) == 2


# Spaces.


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>  a\n   b\t\tc  </p>", "a b c"),
        ("<p>a <em>b</em> c</p>", "a b c"),
        ("<p>a<em> b </em>c</p>", "a b c"),
        ("<p>a <em> b</em></p>", "a b"),
        ("<p>a <span class='muted'>  </span> b</p>", "a b"),
        ("<p>\n  <strong>a</strong>\n  b\n</p>", "a b"),
        ("<p>a\n<br>\n  b</p>", "a  b"),
    ],
)
def test_a_run_of_spaces_is_one_and_none_stands_at_the_ends(html: str, text: str) -> None:
    assert text_of(one(html)) == text


def test_a_no_break_space_stays() -> None:
    assert text_of(one("<p>22&nbsp;February</p>")) == "22\u00a0February"
    assert text_of(one("<p>a \u00a0 b</p>")) == "a \u00a0 b"
    assert text_of(one("<p>\u00a0</p>")) == "\u00a0"


def test_a_full_width_space_stays() -> None:
    assert text_of(one("<p>中\u3000文</p>")) == "中\u3000文"


def test_space_between_blocks_is_nothing() -> None:
    section = one("\n<section>\n  <p>a</p>\n\n  <p>b</p>\n</section>\n")
    assert section.children == (Element("p", ("a",)), Element("p", ("b",)))


def test_space_around_paragraphs_in_a_cell_is_nothing() -> None:
    row = "<tr>\n<td>\n  <p>a</p>\n  <p>b</p>\n</td>\n</tr>"
    table = one(f"<table><tbody>{row}</tbody></table>")
    (cell,) = [each for each in walk((table,)) if each.tag == "td"]
    assert cell.children == (Element("p", ("a",)), Element("p", ("b",)))


# What is wrong.


@pytest.mark.parametrize(
    "tag", ["script", "b", "h5", "font", "nav", "iframe", "svg", "h0", "marquee"]
)
def test_an_unknown_element_is_told_once_with_its_line(tag: str) -> None:
    assert wrong(f"{at('p', 3)}a</p>{at(tag, 4)}b</{tag}>") == [
        f"{AT}:4:1: <{tag}> is no element of a page"
    ]


@pytest.mark.parametrize("tag", ["hr", "input", "link"])
def test_an_unknown_element_without_end_is_told(tag: str) -> None:
    assert f"{AT}:4:1: <{tag}> is no element of a page" in wrong(f"{at(tag, 4)}<p>x</p>")


def test_what_stands_in_an_unknown_element_is_looked_at_too() -> None:
    found = wrong(f"{at('center', 4)}a {at('p', 5, class_='nope')}b</p></center>")
    assert [line.split(": ")[0] for line in found] == [f"{AT}:4:1", f"{AT}:5:1"]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p>a</p><li>b</li>", "<li> can't stand in the page"),
        ("<h2>a</h2>", "<h2> can't stand in the page"),
        ("<p>a<p>b</p></p>", "<p> can't stand in <p>"),
        ("<ul><p>a</p></ul>", "<p> can't stand in <ul>"),
        ("<table><tr><td>a</td></tr></table>", "<tr> can't stand in <table>"),
        ("<p><a href='https://a.b'>a<a href='https://a.b'>b</a></a></p>", "<a> can't stand in <a>"),
        ("<section><h1>a</h1></section>", "<h1> can't stand in <section>"),
    ],
)
def test_an_element_in_the_wrong_place_is_told(html: str, message: str) -> None:
    assert wrong(html) == [f"made-up.html.j2:1:1: {message}"]


@pytest.mark.parametrize(
    "html", ["a", "<section>a</section>", "<ul>a<li>b</li></ul>", "<dl>a<div><dt>b</dt></div></dl>"]
)
def test_text_outside_of_paragraphs_is_told(html: str) -> None:
    (message,) = wrong(html)
    assert "text can't stand in <" in message


@pytest.mark.parametrize("name", ["style", "onclick", "width", "data-other", "href", "title"])
def test_an_unknown_attribute_is_told(name: str) -> None:
    found = wrong(at("p", 8, **{name: "x"}) + "a</p>")
    assert found == [f"{AT}:8:1: <p> has no attribute '{name}'"]


@pytest.mark.parametrize(
    ("html", "attribute"),
    [
        ('<p id="Two words">a</p>', "id"),
        ("<p id>a</p>", "id"),
        ('<p lang="not a tag">a</p>', "lang"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "href"),
        ('<p><a href="file:///etc/passwd">a</a></p>', "href"),
        ('<p><a href="">a</a></p>', "href"),
        ('<p><img src="https://example.org/a.png" alt=""></p>', "src"),
        ('<table><tbody><tr><td colspan="1000000000">a</td></tr></tbody></table>', "colspan"),
        ('<table><tbody><tr><td rowspan="0">a</td></tr></tbody></table>', "rowspan"),
        ('<table><thead><tr><th scope="all">a</th></tr></thead></table>', "scope"),
        ('<table><colgroup><col data-width="wide"></colgroup></table>', "data-width"),
    ],
)
def test_an_attribute_of_a_wrong_form_is_told(html: str, attribute: str) -> None:
    (message,) = wrong(html)
    assert f"{attribute}='" in message
    assert "has not the form" in message


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p><a>x</a></p>", "<a> needs the attribute 'href'"),
        (f"<p><img src='{pixel()}'></p>", "<img> needs the attribute 'alt'"),
        ("<table><thead><tr><th>x</th></tr></thead></table>", "<th> needs the attribute 'scope'"),
        ("<table><colgroup><col></colgroup></table>", "<col> needs the attribute 'data-width'"),
    ],
)
def test_a_missing_attribute_is_told(html: str, message: str) -> None:
    assert wrong(html) == [f"made-up.html.j2:1:1: {message}"]


def test_an_attribute_given_twice_is_told() -> None:
    found = wrong(f'<p data-at="{AT}:5" class="note" class="lead">a</p>')
    assert found == [f"{AT}:5:1: <p> has the attribute 'class' twice"]


def test_an_unknown_role_is_told_with_the_nearest() -> None:
    assert wrong(at("p", 6, class_="noet") + "a</p>") == [
        f"{AT}:6:1: the style has no role 'p.noet' (did you mean 'p.note'?)"
    ]


def test_a_role_is_of_one_element_only() -> None:
    (message,) = wrong('<p class="muted">a</p>')
    assert "the style has no role 'p.muted'" in message


def test_each_of_several_roles_is_looked_up() -> None:
    assert one('<p class="note lead">a</p>').names == ("p.note", "p.lead", "p")
    assert len(wrong('<p class="one two">a</p>')) == 2


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a", ["<p> is never closed"]),
        ("<section><p>a</p>", ["<section> is never closed"]),
        ("<p><em>a</p><p>b</p>", ["</p> closes, but <em> is open"]),
        ("</p>", ["</p> closes, but nothing is open"]),
        ("<p>a</p></section>", ["</section> closes, but nothing is open"]),
        ("<p>a</br>b</p>", ["</br> closes, but <p> is open"]),
    ],
)
def test_elements_that_do_not_close_in_turn_are_told_once(html: str, expected: list[str]) -> None:
    assert wrong(html) == [f"made-up.html.j2:1:1: {message}" for message in expected]


def test_a_comment_is_told_with_what_to_write() -> None:
    (message,) = wrong("<p>a</p><!-- internal -->")
    assert "write comments as {# … #}, not <!-- … -->" in message


@pytest.mark.parametrize("html", ["<!DOCTYPE html>", "<?php x ?>", "<![CDATA[secret]]>"])
def test_declarations_are_told(html: str) -> None:
    (message,) = wrong(f"{html}<p>a</p>")
    assert "is no element of a page" in message


def test_a_link_that_leads_nowhere_is_told() -> None:
    found = wrong(at("p", 2) + at("a", 3, href="#gone") + "x</a></p>")
    assert found == [f"{AT}:3:1: the page has no id 'gone'"]


def test_an_id_that_stands_twice_is_told_at_both_places() -> None:
    assert wrong(at("p", 2, id="same") + "a</p>" + at("p", 5, id="same") + "b</p>") == [
        f"{AT}:2:1: the id 'same' stands on the page twice",
        f"{AT}:5:1: the id 'same' stands on the page twice",
    ]


def test_the_same_mistake_in_a_loop_is_told_once() -> None:
    same = at("p", 4, class_="nope")
    assert len(wrong(f"{same}a</p>{same}b</p>")) == 1


def test_all_mistakes_are_told_at_once_in_order() -> None:
    unknown, styled = at("b", 9), at("p", 2, style="")
    found = wrong(f"{unknown}x</b>{styled}a</p>{at('p', 5, class_='x')}b</p>")
    assert [line.split(":")[1] for line in found] == ["2", "5", "9"]


@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH])
def test_nesting_has_a_limit(depth: int) -> None:
    allowed = "<section>" * (MAX_DEPTH - 1) + "<p>a</p>" + "</section>" * (MAX_DEPTH - 1)
    assert len(list(walk(parsed(allowed)))) == MAX_DEPTH
    with pytest.raises(TemplateError, match=f"nested over {MAX_DEPTH} deep"):
        parsed("<section>" * 100_000 if depth == MAX_DEPTH else "<section>" + allowed)


# The vocabulary itself.


def test_every_element_can_be_reached_from_the_page() -> None:
    inside = {child for rule in VOCABULARY.values() for child in rule.children}
    assert set(VOCABULARY) - inside == {"article", "h1"}


def test_every_child_is_an_element_itself() -> None:
    assert {child for rule in VOCABULARY.values() for child in rule.children} <= set(VOCABULARY)


def test_an_element_without_end_holds_nothing() -> None:
    assert all(not VOCABULARY[tag].children and not VOCABULARY[tag].text for tag in VOID)
    assert Page.__dataclass_params__.frozen  # type: ignore[attr-defined]
