"""A PDF is made of what its page holds: nothing is asked of the net or the disk, in no way."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from layouts import layout_style, page_of
from makers import CLOCK, day
from pages import brief_page
from pages import page_of as page_of_kind

from briefgen.documents.catalogue import SUMMARY
from briefgen.documents.orders import SummaryOrder
from briefgen.problems import TemplateError
from briefgen.register.loading import load_register
from briefgen.register.register import Register
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.page import Element, Page
from briefgen.rendering.style import Style
from briefgen.writers import pdf_requests
from briefgen.writers.pdf import write_pdf

ROOT = Path(__file__).parent.parent


class Recorder(BaseHTTPRequestHandler):
    """Counts what is asked of it."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a web server, and what it was asked for."""
    Recorder.asked = []
    with HTTPServer(("127.0.0.1", 0), Recorder) as listening:
        Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}/picture.svg", Recorder.asked
        listening.shutdown()


@pytest.fixture(scope="module")
def style() -> Style:
    return layout_style()


def holding(look: Style, tag: str, /, *children: str, **attributes: str) -> Page:
    """A page with an element that no template could make."""
    element = Element(tag, children, attributes=attributes)
    return replace(page_of("<p>x</p>", look, "en"), body=(element,))


def drawing(content: str) -> dict[str, str]:
    """A picture that holds another one, or its style."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{content}</svg>'
    packed = base64.b64encode(svg.encode()).decode()
    return {"src": f"data:image/svg+xml;base64,{packed}", "alt": "A picture"}


def ways(address: str, style: Style) -> dict[str, Page]:
    """The ways in which a page can ask for what stands at an address."""
    face = f"@font-face {{ font-family: x; src: url({address}) }} p {{ font-family: x }}"
    return {
        "a picture": holding(style, "img", src=address, alt="A picture"),
        "a ground": holding(style, "p", "x", style=f"background: url({address})"),
        "a bullet": holding(style, "li", "x", style=f"list-style-image: url({address})"),
        "a style": holding(style, "link", rel="stylesheet", href=address),
        "an import": holding(style, "style", f"@import url({address});"),
        "a font": holding(style, "style", face),
        "an object": holding(style, "object", data=address),
        "an embedded thing": holding(style, "embed", src=address),
        "an attachment": holding(style, "a", "x", rel="attachment", href=address),
        "a picture in a picture": holding(
            style, "img", **drawing(f'<image href="{address}" width="9" height="9"/>')
        ),
        "a font in a picture": holding(style, "img", **drawing(f"<style>{face}</style>")),
    }


WAYS = list(ways("x:", layout_style()))


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_asked_of_the_net(way: str, style: Style, server: tuple[str, list[str]]) -> None:
    address, asked = server
    with pytest.raises(TemplateError) as caught:
        write_pdf(ways(address, style)[way], style)
    assert address in str(caught.value)
    assert "is not in the document; pictures are put into it as data:" in str(caught.value)
    assert asked == []


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_read_from_the_disk(way: str, style: Style, tmp_path: Path) -> None:
    path = tmp_path / "picture.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    with pytest.raises(TemplateError, match=r"picture\.svg.* is not in the document"):
        write_pdf(ways(path.as_uri(), style)[way], style)


@pytest.mark.parametrize("address", ["FILE:///etc/hostname", "ftp://a.example/x", "about:x"])
def test_no_other_kind_of_address_is_followed(address: str, style: Style) -> None:
    with pytest.raises(TemplateError, match="is not in the document"):
        write_pdf(holding(style, "img", src=address, alt="x"), style)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that is asked for meanwhile."""
    log: list[str] = []

    class Logged(pdf_requests.Requests):
        def __init__(self) -> None:
            super().__init__()
            self.asked = log

    monkeypatch.setattr(pdf_requests, "Requests", Logged)
    return log


def test_real_documents_ask_for_nothing_but_the_pictures_in_them(asked: list[str]) -> None:
    register = load_register(Workspace(ROOT), CLOCK)
    plain = load_style("plain", (ROOT / "templates",))
    for page in (brief_page(register, "jwc-guangxi/next"), summary(register)):
        write_pdf(page, plain)
    assert asked
    assert all(address.startswith("data:image/png;base64,") for address in asked)


def summary(register: Register) -> Page:
    order = SummaryOrder(2023, day("2026-11-22"), "internal")
    return page_of_kind(SUMMARY, register, order)
