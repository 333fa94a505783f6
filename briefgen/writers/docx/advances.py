"""How wide the letters of Times New Roman are.

The widths are those of Liberation Serif, which was drawn to the same measures; they stand here so
that a file is the same whatever fonts a machine has.
"""

from decimal import Decimal
from unicodedata import normalize

UNITS = 2048
"""In an em."""
HORN = "\u031b"
"""Of ơ and ư, which are wider than o and u; no other mark widens its letter."""


def spread(widths: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


REGULAR = spread(
    {
        369: "'",
        410: "|",
        512: " ,.\u00a0",
        569: "/:;\\ijlt",
        682: "!()-I[]`fr·‘’",
        797: "Js",
        819: "°",
        836: '"',
        909: "?acez“”",
        961: "^",
        983: "{}",
        1024: "#$*0123456789_bdghknopquvxyđ§«»–",
        1083: "ơ",
        1108: "~",
        1110: "ư",
        1139: "FPS",
        1155: "+<=>",
        1251: "ELTZ",
        1366: "BCR",
        1479: "ADGHKNOQUVXYwƠĐ",
        1589: "Ư",
        1593: "&m",
        1706: "%",
        1821: "M",
        1886: "@",
        1933: "W",
        2048: "—…",
    }
)
BOLD = spread(
    {
        451: "|",
        512: " ,.\u00a0",
        569: "'/\\il",
        682: "!()-:;[]`fjt‘’",
        683: "·",
        797: "Is",
        807: "{}",
        819: "°",
        909: "cerz",
        1024: "#$*0123456789?J_agovxy“”§«»–",
        1065: "~",
        1134: "ơ",
        1137: '"',
        1139: "Sbdhknpquđ",
        1167: "+<=>",
        1190: "^",
        1229: "ư",
        1251: "FP",
        1366: "BELTZ",
        1479: "ACDNRUVXYwĐ",
        1593: "GHKOQƠ",
        1630: "Ư",
        1706: "&m",
        1905: "@",
        1933: "M",
        2048: "%W—…",
    }
)
OTHER = 1024


def advance(text: str, *, is_bold: bool) -> Decimal:
    """How long a text is, in ems: tones and other marks add nothing to their letters."""
    widths = BOLD if is_bold else REGULAR
    return Decimal(sum(widths.get(bare(letter), OTHER) for letter in text)) / UNITS


def bare(letter: str) -> str:
    """A letter without its tone: `ơ` of `ờ`, `a` of `ầ`."""
    parted = normalize("NFD", letter)
    return normalize("NFC", parted[0] + HORN) if HORN in parted else parted[0]
