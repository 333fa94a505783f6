"""The HTML: one file that stands by itself and says nothing but what the register says."""

import datetime
import re
import shutil
from gettext import NullTranslations
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from makers import CLOCK

from briefgen.documents.brief import prepare_brief
from briefgen.documents.orders import SessionOrder
from briefgen.problems import TemplateError
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Element, Page
from briefgen.rendering.parsing import parse_page
from briefgen.rendering.rendering import Presentation, render_page
from briefgen.rendering.style import Style
from briefgen.rendering.vocabulary import VOCABULARY, VOID
from briefgen.writers.html import html_text, markup, write_html

ROOT = Path(__file__).parent.parent
TEMPLATES = (ROOT / "templates",)
FRAME = {"html", "head", "meta", "title", "style", "body", "header", "footer"}
SVG = {"svg", "rect", "g", "path", "text"}
HOSTILE = "<script>alert('x')</script> & \"quotes\""


class Nesting(HTMLParser):
    """Fails on every element that is closed by another one, or never."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.values: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.values += [value or "" for _, value in attrs]
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag}: {attrs}"
        if tag not in VOID | {"meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def nesting_of(text: str) -> Nesting:
    parser = Nesting()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    return parser


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style("plain", TEMPLATES)


def brief_page(root: Path, style: Style, edition: str = "internal") -> Page:
    day = datetime.date(2026, 11, 22)
    register = load_register(Workspace(root), CLOCK)
    assert edition in ("internal", "shared")
    order = SessionOrder("jwc-guangxi/next", day, "shared" if edition == "shared" else "internal")
    document = prepare_brief(register, order)
    how = Presentation("en", style, TEMPLATES, NullTranslations())
    return render_page(document, "brief.html.j2", how)


@pytest.fixture(scope="module")
def html(style: Style) -> str:
    return write_html(brief_page(ROOT, style), style).decode("utf-8")


def test_it_names_its_language_its_letters_and_its_title(html: str) -> None:
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Brief for the 15th session</title>" in html


def test_its_elements_are_nested_rightly(html: str) -> None:
    assert nesting_of(html).tags <= FRAME | SVG | set(VOCABULARY)


def test_it_needs_nothing_from_elsewhere(html: str) -> None:
    assert "<link" not in html
    assert "<script" not in html
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"url\(|@import|@font-face", style)
    sources = re.findall(r'\ssrc="([^"]*)"', html)
    assert all(source.startswith("data:image/") for source in sources)


def test_links_within_it_lead_somewhere(html: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', html)
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets
    assert set(targets) <= set(ids)
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("edition", "words"), [("internal", "Internal"), ("shared", "Shared edition")]
)
def test_the_edition_shows_on_screen(edition: str, words: str, style: Style) -> None:
    html = html_text(brief_page(ROOT, style, edition), style)
    body = html.partition("<body>\n")[2]
    assert body.startswith(f'<header class="running">{words}</header>')
    screen = html.partition("@media screen {")[2].partition("</style>")[0]
    assert ".running { display: block; }" in screen


def test_the_day_of_the_register_shows_on_screen(html: str) -> None:
    assert '<footer class="running">Register as of 22 November 2026</footer>' in html


def test_whatever_the_register_holds_stays_text(style: Style, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "briefgen.yaml", tmp_path)
    path = tmp_path / "data/areas.yaml"
    text = path.read_text("utf-8")
    assert "Border gates" in text
    path.write_text(text.replace("Border gates", f'"{quoted(HOSTILE)}"'), "utf-8")
    html = html_text(brief_page(tmp_path, style), style)
    assert "script" not in nesting_of(html).tags
    assert escape(HOSTILE, quote=False) in html


def quoted(text: str) -> str:
    return text.replace('"', '\\"')


def test_titles_and_attributes_are_escaped_too(style: Style) -> None:
    page = brief_page(ROOT, style)
    names = ("title", "subject", "language", "author", "header", "footer")
    hostile = Page(**{**vars(page), **dict.fromkeys(names, HOSTILE), "body": ()})
    parsed = nesting_of(html_text(hostile, style))
    assert parsed.tags <= FRAME
    assert parsed.values.count(HOSTILE) == 3  # language, author and subject


def test_text_for_the_style_sheet_cannot_leave_it(style: Style) -> None:
    page = Page(**{**vars(brief_page(ROOT, style)), "body": (), "header": "</style><p>\"'\\\n}"})
    html = html_text(page, style)
    assert html.count("</style>") == 1
    assert nesting_of(html).tags == FRAME


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java&#10;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//elsewhere.example",
        "https://a.example\n<b>",
    ],
)
def test_a_link_that_runs_something_is_an_error(address: str, style: Style) -> None:
    with pytest.raises(TemplateError, match="href="):
        parse_page(f'<p><a href="{address}">x</a></p>', "a.html.j2", style.roles)


@pytest.mark.parametrize("address", ["http://x.example/a.png", "file:///a.png", "a.png"])
def test_a_picture_from_elsewhere_is_an_error(address: str, style: Style) -> None:
    with pytest.raises(TemplateError, match="src="):
        parse_page(f'<figure><img src="{address}" alt="A"></figure>', "a.html.j2", style.roles)


def test_an_element_without_content_has_no_end_tag() -> None:
    paragraph = Element("p", ("a < b", Element("br"), "c & d"), ("note",), {"id": "x"})
    assert markup(paragraph) == '<p class="note" id="x">a &lt; b<br>c &amp; d</p>'


def test_columns_share_the_whole_width() -> None:
    columns = tuple(Element("col", attributes={"data-width": width}) for width in ("1", "2", "5"))
    widths = re.findall(r"width: ([\d.]+)%", markup(Element("colgroup", columns)))
    assert [float(width) for width in widths] == [12.5, 25.0, 62.5]


def test_a_citation_stays_with_the_word_before_it() -> None:
    paragraph = Element("p", ("Carried out well.", Element("sup", ("1",))))
    assert markup(paragraph) == '<p>Carried out<span class="kept"> well.<sup>1</sup></span></p>'


def test_a_long_word_is_free_to_break_from_its_citation() -> None:
    word = "x" * 40
    assert markup(Element("p", (word, Element("sup", ("1",))))) == f"<p>{word}<sup>1</sup></p>"


def test_a_long_word_is_free_to_break_from_the_cited_one_after_it() -> None:
    text = f"{'x' * 40} Ha"
    assert markup(Element("p", (text, Element("sup", ("1",))))) == f"<p>{text}<sup>1</sup></p>"
