"""The colours and patterns of charts, told apart in black and white too."""

from collections.abc import Mapping

from briefgen.rules.standings import Standing

Colour = str
"""`#1A212B`."""
PATTERNS: Mapping[Standing, str] = {
    "implemented": "",
    "under-implementation": "",
    "not-implemented": "/////",
    "overtaken-by-events": ".....",
    "no-report": "",
    "superseded": "\\\\\\\\\\",
}
"""Matplotlib's signs for hatching: without colour, no two standings look the same."""
LINEAR_BELOW = 0.04045
SHARES = (0.2126, 0.7152, 0.0722)


def contrasting(ground: Colour, *inks: Colour) -> Colour:
    """The one of several colours that reads best on a ground, by the contrast of WCAG 2."""
    return max(inks, key=lambda ink: contrast(ground, ink))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours: 1 for the same, 21 for black and white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    return sum(share * linear(part) for share, part in zip(SHARES, parts(colour), strict=True))


def linear(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= LINEAR_BELOW else float(((value + 0.055) / 1.055) ** 2.4)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour with a share of another one in it."""
    both = zip(parts(one), parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in both)


def parts(colour: Colour) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
