"""A house style's roles become Word styles."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from docx_reading import (
    BAR,
    Xml,
    body_of,
    docx_of,
    find,
    one,
    page_of,
    part,
    plain_style,
    value,
    value_at,
)

from briefgen.problems import TemplateError
from briefgen.rendering.page import Element
from briefgen.rendering.style import Style
from briefgen.rendering.tokens import RoleStyle
from briefgen.writers.docx import write_docx

PARAGRAPHS = {
    "p": "<p class='{}'>a</p>",
    "li": "<ul><li class='{}'>a</li></ul>",
    "h1": "<h1 class='{}'>a</h1>",
    "h2": "<section><h2 class='{}'>a</h2></section>",
    "h3": "<section><h3 class='{}'>a</h3></section>",
    "h4": "<section><h4 class='{}'>a</h4></section>",
    "dt": "<dl class='facts'><div><dt class='{}'>a</dt></div></dl>",
    "dd": "<dl class='facts'><div><dd class='{}'>a</dd></div></dl>",
    "dl": "<dl class='{}'><div><dt>a</dt></div></dl>",
    "table": "<table class='{}'><tbody><tr><td>a</td></tr></tbody></table>",
    "caption": "<table><caption class='{}'>a</caption><tbody><tr><td>a</td></tr></tbody></table>",
    "figure": f"<figure class='{{}}'><img src='{BAR}' alt='A bar'></figure>",
    "figcaption": "<figure><figcaption class='{}'>a</figcaption></figure>",
    "th": "<table><tbody><tr><th scope='row' class='{}'>a</th></tr></tbody></table>",
    "td": "<table><tbody><tr><td class='{}'>a</td></tr></tbody></table>",
}
WORDS = {"a": "<p><a href='https://example.org' class='{}'>a</a></p>"}
ELSEWHERE = ("body", "header", "footer")


def style_with(role: str, **tokens: object) -> Style:
    """The plain style with some tokens of a role changed, or with a new role."""
    style = plain_style()
    changed = style.roles.get(role, RoleStyle()).model_copy(update=tokens)
    return style.model_copy(update={"roles": {**style.roles, role: changed}})


def word_style(identifier: str, style: Style | None = None) -> Xml:
    styles = part(docx_of("<p>Text</p>", style=style), "word/styles.xml")
    return one(styles, f"w:style[@w:styleId='{identifier}']")


@pytest.mark.parametrize("role", [name for name, t in plain_style().roles.items() if t.word])
def test_every_role_has_a_style_and_a_branch_that_uses_it(role: str) -> None:
    name = plain_style().roles[role].word or ""
    identifier = re.sub("(^| )(.)", lambda match: match[2].upper(), name)
    assert value_at(word_style(identifier), "w:name") == name
    if role not in ELSEWHERE:
        tag, _, particular = role.partition(".")
        html = {**WORDS, **PARAGRAPHS}.get(tag, f"<p><{tag} class='{{}}'>a</{tag}></p>")
        body = body_of(docx_of(html.format(particular)))
        used = find(body, ".//w:pStyle | .//w:rStyle | .//w:tblStyle")
        assert identifier in [value(each) for each in used]


def test_a_role_builds_on_the_role_of_its_tag() -> None:
    assert value_at(word_style("Kicker"), "w:basedOn") == "BodyText"
    assert value_at(word_style("BodyText"), "w:basedOn") == "Normal"
    assert value_at(word_style("TableNumber"), "w:basedOn") == "TableText"


def test_what_a_role_does_not_say_is_left_to_the_style_it_builds_on() -> None:
    assert not find(word_style("BodyText"), "w:rPr")
    assert not find(word_style("Lead"), "w:rPr")


@pytest.mark.parametrize(
    ("tokens", "path", "attribute", "expected"),
    [
        ({"size": Decimal("9.5")}, "w:rPr/w:sz", "val", "19"),
        ({"line": Decimal("15.5")}, "w:pPr/w:spacing", "line", "310"),
        ({"before": Decimal(4)}, "w:pPr/w:spacing", "before", "80"),
        ({"after": Decimal("2.5")}, "w:pPr/w:spacing", "after", "50"),
        ({"colour": "accent"}, "w:rPr/w:color", "val", "7A1526"),
        ({"fill": "fill"}, "w:pPr/w:shd", "fill", "F4F1EA"),
        ({"font": "sans"}, "w:rPr/w:rFonts", "ascii", "Calibri"),
        ({"font": "sans"}, "w:rPr/w:rFonts", "eastAsia", "Microsoft YaHei"),
        ({"spacing": Decimal("0.6")}, "w:rPr/w:spacing", "val", "12"),
        ({"align": "justified"}, "w:pPr/w:jc", "val", "both"),
        ({"indent": Decimal(12)}, "w:pPr/w:ind", "left", "240"),
        ({"hanging": Decimal(12)}, "w:pPr/w:ind", "hanging", "240"),
        ({"bold": False}, "w:rPr/w:b", "val", "0"),
        ({"keep_with_next": False}, "w:pPr/w:keepNext", "val", "0"),
    ],
)
def test_a_token_becomes_a_property(
    tokens: dict[str, object], path: str, attribute: str, expected: str
) -> None:
    style = style_with("p", **tokens)
    assert value_at(word_style("BodyText", style), path, attribute) == expected


@pytest.mark.parametrize(
    ("token", "path"),
    [
        ("bold", "w:rPr/w:b"),
        ("italic", "w:rPr/w:i"),
        ("capitals", "w:rPr/w:caps"),
        ("keep_with_next", "w:pPr/w:keepNext"),
        ("keep_together", "w:pPr/w:keepLines"),
    ],
)
def test_a_switch_stands_without_a_value(token: str, path: str) -> None:
    assert find(word_style("BodyText", style_with("p", **{token: True})), f"{path}[not(@w:val)]")


def test_numbers_of_headings_have_their_own_colour() -> None:
    numbering = part(docx_of("<p>Text</p>"), "word/numbering.xml")
    level = one(numbering, ".//w:lvl[w:pStyle/@w:val='Heading1']")
    assert value_at(level, "w:rPr/w:color") == "7A1526"


def test_numbered_headings_of_two_levels_count_together() -> None:
    style = style_with("h3", numbering="decimal")
    numbering = part(docx_of("<p>Text</p>", style=style), "word/numbering.xml")
    texts = [value(each) for each in find(numbering, "w:abstractNum[1]/w:lvl/w:lvlText")]
    assert texts == ["%1", "%1.%2"]


def test_two_roles_with_one_word_style_are_an_error() -> None:
    with pytest.raises(TemplateError, match=r"'p' and 'p\.lead' have the same Word style"):
        docx_of("<p>Text</p>", style=style_with("p.lead", word="body text"))


def test_a_role_without_a_word_style_is_an_error_where_it_is_used() -> None:
    style = style_with("p.plain")
    assert docx_of("<p>Text</p>", style=style)
    with pytest.raises(TemplateError, match=r"names no Word style for 'p\.plain'"):
        docx_of("<p class='plain'>Text</p>", style=style)


def paragraph(tag: str, *roles: str, **attributes: str) -> Element:
    """A paragraph that holds one inline element, however wrong."""
    return Element("p", (Element(tag, ("a",), roles, attributes),))


@pytest.mark.parametrize(
    ("element", "message"),
    [
        (Element("video"), "<video> has no form in Word"),
        (Element("p", ("a",), ("loud",)), "the style 'plain' has no role 'p.loud'"),
        (Element("section", (), ("loud",)), "'section.loud' can't have a look of its own"),
        (paragraph("b"), "<b> can't stand within a paragraph in Word"),
        (paragraph("span", "loud"), "the style 'plain' has no role 'span.loud'"),
        (paragraph("a", href="#nowhere"), "the page has no id 'nowhere'"),
        (paragraph("a", href="javascript:x"), "a web or mail address only, not to 'javascript:x'"),
        (paragraph("a", href="file:///etc/passwd"), "a web or mail address only"),
        (paragraph("img", src="https://example.org/a.png"), "given as PNG data within the page"),
    ],
)
def test_what_the_parser_would_stop_is_stopped_here_too(element: Element, message: str) -> None:
    page = replace(page_of("<p>Text</p>"), body=(element,))
    with pytest.raises(TemplateError, match=message):
        write_docx(page, plain_style())
