"""Small pictures drawn from numbers, as PNG data that a page can hold."""

import base64
from collections.abc import Sequence
from io import BytesIO

from PIL import Image

from briefgen.rendering.style import Style

WIDTH, HEIGHT = 1600, 34
"""In pixels: sharp in print at the width of a page's text."""
GAP = 4
Share = tuple[str, int]
"""A status and how many commitments stand so."""


def bar(shares: Sequence[Share], style: Style) -> str:
    """A bar divided by shares in the colours of their statuses, as a `data:` address."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), f"#{style.colours['paper']}")
    present = [(standing, count) for standing, count in shares if count]
    total, done = sum(count for _, count in present), 0
    for standing, count in present:
        left, right = WIDTH * done // total, WIDTH * (done + count) // total
        colour = f"#{style.colours[f'standing-{standing}']}"
        picture.paste(colour, (left, 0, max(left + 1, right - GAP), HEIGHT))
        done += count
    return png(picture)


def png(picture: Image.Image) -> str:
    stream = BytesIO()
    picture.save(stream, "PNG", optimize=False, compress_level=9)
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode()
