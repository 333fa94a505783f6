"""Pictures in own templates: a whole PNG of a bounded size, or an error with its line."""

import base64
import io
import zlib
from pathlib import Path

import pytest
from makers import words
from pages import presentation
from papers import HEAD, Paper, rendered
from pictures import PREFIX, address, chunk, pixel, png
from PIL import Image

from briefgen.problems import TemplateError
from briefgen.rendering.png_data import MOST_BYTES, MOST_PIXELS, unfit
from briefgen.rendering.rendering import render_page

BROKEN = "the picture's data is no PNG picture, or a broken one"
GOOD = png(2, 1, b"\0\1\2")


def changed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert data.count(old) == 1
    return data.replace(old, new)


WRONG = {
    "nothing": b"",
    "text": b"Dear colleagues",
    "a JPEG's start": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "an SVG": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "a signature alone": GOOD[:8],
    "half a head": GOOD[:20],
    "no end": GOOD[:-12],
    "a wrong checksum": GOOD[:-5] + b"\0" + GOOD[-4:],
    "a head that isn't first": GOOD[:8] + chunk(b"IDAT", b"") + GOOD[8:],
    "no data": GOOD[:33] + GOOD[-12:],
    "data that is no zlib": GOOD[:33] + chunk(b"IDAT", b"\0" * 20) + GOOD[-12:],
    "half the data": GOOD[:33] + chunk(b"IDAT", zlib.compress(b"\0\1\2")[:-6]) + GOOD[-12:],
    "too few lines": png(2, 2, b"\0\1\2"),
    "too many lines": png(2, 1, b"\0\1\2\0\1\2"),
    "no width": png(0, 1, b"\0"),
    "no height": png(1, 0, b""),
    "no such colour": png(colour=5),
    "no such depth": png(depth=200),
    "a part longer than the file": changed(GOOD, b"\x00\x00\x00\x00IEND", b"\xff\xff\xff\xffIEND"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_whole_png_is_refused(name: str) -> None:
    assert unfit(address(WRONG[name])) == BROKEN


@pytest.mark.parametrize("text", ["A", "====", "AAA=AAA="])
def test_what_is_no_base64_is_refused(text: str) -> None:
    assert unfit(PREFIX + text) == BROKEN


def test_a_picture_of_many_pixels_in_few_bytes_is_refused_unread() -> None:
    bomb = png(30_000, 30_000, bytes(30_001 * 50))
    assert len(bomb) < 4000
    assert unfit(address(bomb)) == (
        f"the picture has 30,000 × 30,000 pixels; {MOST_PIXELS:,} are the most"
    )
    assert unfit(address(png(2**31 - 1, 2**31 - 1))).startswith("the picture has 2,147,483,647")


def test_data_that_unpacks_to_more_than_its_head_says_is_refused() -> None:
    assert unfit(address(png(1, 1, bytes(50_000_000)))) == BROKEN


def test_a_picture_of_too_many_bytes_is_refused() -> None:
    assert unfit(address(GOOD + bytes(MOST_BYTES))) == "the picture's data is larger than 8 MiB"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("size", [(1, 1), (7, 3), (33, 34)])
def test_every_kind_of_png_that_pillow_writes_is_taken(mode: str, size: tuple[int, int]) -> None:
    written = io.BytesIO()
    Image.new(mode, size).save(written, "PNG")
    assert unfit(address(written.getvalue())) == ""


def test_an_interlaced_picture_is_taken() -> None:
    """Five columns and three rows: of the seven passes, the third holds nothing."""
    passes = [(1, 1), (1, 1), (2, 0), (1, 1), (3, 1), (2, 2), (5, 1)]
    lines = b"".join(b"\0" + bytes(columns) for columns, rows in passes for _ in range(rows))
    data = png(5, 3, lines, interlaced=1)
    assert Image.open(io.BytesIO(data)).getpixel((4, 2)) == 0
    assert unfit(address(data)) == ""
    assert unfit(address(png(5, 3, lines[:-1], interlaced=1))) == BROKEN


@pytest.mark.parametrize(
    "source",
    [
        address(png(30_000, 30_000)),
        address(b"no picture"),
        "https://example.org/a.png",
        "file:///etc/passwd",
        "data:image/svg+xml;base64," + base64.b64encode(WRONG["an SVG"]).decode(),
        "data:image/png,AAAA",
        f"{pixel()}#x",
    ],
)
def test_a_picture_that_cannot_be_is_told_with_its_line(source: str, tmp_path: Path) -> None:
    template = f"{HEAD}<p>a</p>\n<figure><img src='{source}' alt='A'></figure>"
    (tmp_path / "own.html.j2").write_text(template, "utf-8")
    with pytest.raises(TemplateError, match=r"^own\.html\.j2:4:1: "):
        render_page(Paper(words("x")), "own.html.j2", presentation(tmp_path))


def test_a_picture_can_stand_in_a_workspaces_own_template(tmp_path: Path) -> None:
    page = rendered(tmp_path, f"<figure><img src='{pixel()}' alt='A'></figure>")
    assert page.body[0].tag == "figure"
