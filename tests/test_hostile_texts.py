"""Texts that try to become links, markup or rules of style: they stay texts, or are refused."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from makers import CLOCK, day, source
from pages import page_of, presentation
from pydantic import BaseModel, ValidationError
from test_style import STYLE, wrong

from briefgen.documents.catalogue import BRIEF, COMMITMENTS, MINUTES, PARTICIPANTS, SIGN_IN, SUMMARY
from briefgen.documents.orders import MatrixOrder, SessionOrder, SignInOrder, SummaryOrder
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.texts import Version, Wording
from briefgen.register.workspace import Workspace
from briefgen.rendering.page import Page, walk
from briefgen.rendering.style import Style, read_style
from briefgen.rendering.tokens import Font
from briefgen.writers.docx import write_docx
from briefgen.writers.html import html_text
from briefgen.writers.xlsx import write_xlsx

EVERYTHING = Path(__file__).parent / "everything"
DAY = day("2026-11-22")
PLAIN = presentation().style
ATTEMPTS = (
    "file:///etc/passwd",
    "http://elsewhere.example/picture.png",
    "javascript:alert(1)",
    "\\\\elsewhere.example\\share\\a.docx",
    '<img src="file:///etc/passwd">',
    '<a href="javascript:alert(1)">x</a>',
    "url(http://elsewhere.example/a.css)",
    "{% include '/etc/passwd' %}",
    '=HYPERLINK("http://elsewhere.example")',
    "INCLUDETEXT /etc/passwd",
    "@import 'http://elsewhere.example'",
)


class Hostile:
    """Puts one attempt after another in place of every text of a register."""

    def __init__(self) -> None:
        self.count = count()

    def made(self, value: Any) -> Any:
        match value:
            case Wording(versions=versions):
                return Wording(tuple(Version(each.language, self.attempt()) for each in versions))
            case BaseModel():
                own = {name: self.made(getattr(value, name)) for name in type(value).model_fields}
                return type(value).model_construct(**own)
            case tuple():
                return tuple(map(self.made, value))
            case Mapping():
                return {key: self.made(each) for key, each in value.items()}
            case Register():
                own = {each.name: self.made(getattr(value, each.name)) for each in fields(value)}
                return replace(value, **own)
        return value

    def attempt(self) -> str:
        number = next(self.count)
        return f"{ATTEMPTS[number % len(ATTEMPTS)]} no. {number}"


@cache
def pages() -> tuple[Page, ...]:
    """A document of every kind that has room for long texts."""
    hostile = Hostile()
    register: Register = hostile.made(load_register(Workspace(EVERYTHING), CLOCK))
    assert next(hostile.count) > 80
    session = SessionOrder("test-talks/5", DAY, "internal")
    return (
        page_of(BRIEF, register, session),
        page_of(PARTICIPANTS, register, session),
        page_of(MINUTES, register, session),
        page_of(SIGN_IN, register, SignInOrder("test-talks/5", DAY, "internal")),
        page_of(COMMITMENTS, register, MatrixOrder("test-talks", DAY, "shared")),
        page_of(SUMMARY, register, SummaryOrder(2020, DAY, "internal")),
    )


def test_texts_stay_texts_and_become_no_links_or_pictures() -> None:
    elements = [element for page in pages() for element in walk(page.body)]
    texts = "\n".join(
        child for each in elements for child in each.children if isinstance(child, str)
    )
    for attempt in ATTEMPTS:
        assert attempt in texts
    sources = {each.attributes["src"][:15] for each in elements if each.tag == "img"}
    assert sources == {"data:image/png;"}
    links = {each.attributes["href"] for each in elements if each.tag == "a"}
    assert {link for link in links if "elsewhere" in link or "passwd" in link} == set()


class Addresses(HTMLParser):
    """What a browser would fetch or follow, and what it takes for elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found |= {value or "" for name, value in attrs if name in {"src", "href", "style"}}


def test_a_browser_fetches_and_follows_nothing_of_it() -> None:
    html = "".join(html_text(page, PLAIN) for page in pages())
    parser = Addresses()
    parser.feed(html)
    assert "javascript:alert(1)" in html
    assert len(parser.found) > 10
    assert [each for each in parser.found if re.search("elsewhere|passwd|script:", each)] == []
    assert "script" not in parser.tags


def members(file: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name).decode("utf-8", "replace")


@pytest.mark.parametrize("write", [write_docx, write_xlsx])
def test_an_office_file_reaches_for_nothing_of_it(write: Callable[[Page, Style], bytes]) -> None:
    files = [dict(members(write(page, PLAIN))) for page in pages()]
    texts = [(name, text) for file in files for name, text in file.items()]
    assert any("javascript:alert(1)" in text for _, text in texts)
    assert sum(name.endswith(".rels") for name, _ in texts) > len(files)
    for name, text in texts:
        if name.endswith(".rels"):
            assert not re.search("elsewhere|passwd|script:", text), name
        fields = re.findall(r"<(?:w:)?(?:instrText|fldSimple|f|hyperlink)\b[^>]*>[^<]*", text)
        assert [each for each in fields if re.search("elsewhere|passwd|script:", each)] == [], name


@pytest.mark.parametrize("address", [each for each in ATTEMPTS if not each.startswith("http")])
def test_the_address_of_a_source_is_one_of_the_web(address: str) -> None:
    assert source(url="https://example.org/a").url is not None
    with pytest.raises(ValidationError):
        source(url=address)


# Tokens of a style

BREAKING = (
    'x"; } body { background: url(http://elsewhere.example/a) } y { a: "',
    "x</style><script>alert(1)</script>",
    "url(http://elsewhere.example/a)",
    "x\\",
    "'; @import 'http://elsewhere.example",
    "*/ } body { color: red }",
)


def outline(style: Style) -> list[tuple[str, str, int]]:
    """The rules of a style sheet as CSS reads them: kind, selector, number of declarations."""
    page = replace(pages()[0], body=())
    html = html_text(page, style)
    assert html.count("</style>") == 1
    sheet = html.partition("<style>")[2].partition("</style>")[0]
    found = tinycss2.parse_stylesheet(sheet, skip_whitespace=True, skip_comments=True)
    assert len(found) > 100
    return [
        (
            rule.type,
            tinycss2.serialize(rule.prelude),
            len(tinycss2.parse_blocks_contents(rule.content)),
        )
        for rule in found
    ]


def with_font(name: str) -> Style:
    font = Font(pdf=(name,), generic="serif", latin=name, east_asian=name)
    return PLAIN.model_copy(update={"fonts": {**PLAIN.fonts, "serif": font}})


def with_form(form: str) -> Style:
    own = {"number_form": form, "numbering": "decimal", "bullet": form[-2:]}
    role = PLAIN.roles["li"].model_copy(update=own)
    return PLAIN.model_copy(update={"roles": {**PLAIN.roles, "h2": role, "li.point": role}})


@pytest.mark.parametrize("name", BREAKING)
def test_the_name_of_a_font_is_only_a_name(name: str) -> None:
    assert outline(with_font(name)) == outline(with_font("Made-up Serif"))


@pytest.mark.parametrize("form", ['%"; } a { b', "%</style>", "*/%\\", "'%;}"])
def test_what_stands_around_a_number_is_only_text(form: str) -> None:
    assert outline(with_form(form)) == outline(with_form("(%)"))


@pytest.mark.parametrize(
    "key", [*BREAKING, "p.x,body", "p .x", "p.x:hover", "P.x", "p.", "@import"]
)
def test_the_name_of_a_role_is_no_other_selector(key: str) -> None:
    quoted = "'" + key.replace("'", "''") + "'"
    (found,) = wrong(
        "  header: {word: header}\n", f"  header: {{word: header}}\n  {quoted}: {{}}\n"
    )
    assert "is no name of a role; write an element, or one and a word: p.note" in found
    assert found.startswith("templates/styles/made-up.yaml:29:3: ")


def test_the_name_of_a_role_may_be_in_any_language() -> None:
    own = "  footer: {word: footer}\n  p.ghi-chú_2: {size: 9}\n"
    style = read_style(STYLE.replace("  footer: {word: footer}\n", own).encode(), "made-up.yaml")
    assert "p.ghi-chú_2" in style.roles


@pytest.mark.parametrize("colour", ["FFFFFF\n", "FFFFFF;", "url(a)", "FFF"])
def test_a_colour_is_nothing_else(colour: str) -> None:
    (found,) = wrong('paper: "FFFFFF"', f"paper: {colour!r}".replace("'", '"'))
    assert "'paper' is '" in found
