"""How large a text can be set on a card: a long name shrinks or wraps and never overflows."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefgen.problems import Place, Problem, TemplateError, quoted
from briefgen.rendering.card_tokens import Card, Fit
from briefgen.rendering.style import Style
from briefgen.rendering.tokens import RoleStyle

MILLIMETRES_PER_POINT = Decimal("25.4") / 72
WIDTHS = {
    letter: Decimal(width)
    for width, letters in {
        "0.3": " ',.",
        "0.35": "-:;j",
        "0.4": "!()`il",
        "0.45": "/I[\\]ft{}",
        "0.55": '"*rz',
        "0.6": "$+0123456789<=>J^_cesy|~",
        "0.65": "#?Fabdgkopqvxđ",
        "0.7": "ELPSTVYZhnu–",
        "0.75": "BCKRX",
        "0.8": "ADGOQUĐ",
        "0.85": "&HN",
        "0.9": "w",
        "0.95": "%æ",
        "1": "@MmÆœ—…",
        "1.1": "WŒ",
    }.items()
    for letter in letters
}
"""How wide letters are set, in ems: for each the widest of Noto Sans, Noto Serif and Liberation
Sans (Arial) in bold, rounded up, so that the text fits whatever the reader's font is."""
WIDE, OTHER = Decimal(1), Decimal("0.9")
OUTSIDE = {"\u031b": Decimal("0.1"), "\u030c": Decimal("0.1")}
"""What a horn, and a caron that is set as a comma, add to the width of their letter."""
ONE_LINE_STEPS = 2
HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
BREAKS = re.compile(f"[{HAN}]|[^{HAN}-]*-+|[^{HAN}-]+")
"""A line may break after a hyphen and around a Han letter."""
Part = tuple[Decimal, Decimal]
"""How wide a part of a text is, and the space before it, in ems."""


def fitted(text: str, card: str, part: str, style: Style) -> int:
    """The step of the role in which a text is set in its part of a card: 2 for `p.name-2`.

    It is the largest in which the text fits; one that is a little smaller and needs no second line
    is better. Words are broken only where no step does without. Raises TemplateError when the text
    doesn't fit even so.
    """
    made = style.cards[card]
    room = made.fits[part]
    roles = {step: style.roles[f"p.{part}-{step}"] for step in range(room.first, room.last + 1)}
    for parts_of in (words_in, letters_in):
        parts = tuple(parts_of(text))
        lines = {step: lines_at(parts, made, room, role) for step, role in roles.items()}
        if steps := [step for step, count in lines.items() if count]:
            near = (step for step in steps if step <= steps[0] + ONE_LINE_STEPS)
            return next((step for step in near if lines[step] == 1), steps[0])
    message = f"this text doesn't fit on the card '{card}' in the smallest letters; shorten it"
    raise TemplateError([Problem(Place(quoted(text)), "no-room", message)])


def lines_at(parts: Sequence[Part], card: Card, room: Fit, role: RoleStyle) -> int:
    """The lines of a text that fits in a role; 0 when it doesn't."""
    size = (role.size or Decimal(0)) * MILLIMETRES_PER_POINT
    line = (role.line or role.size or Decimal(0)) * MILLIMETRES_PER_POINT
    lines = lines_of(parts, card.line_length / size) if size else 0
    return lines if lines * line <= room.height else 0


def lines_of(parts: Sequence[Part], length: Decimal) -> int:
    """Into how many lines of a length in ems a text wraps; 0 when a part is longer than a line."""
    lines, used = 1, Decimal(0)
    for width, space in parts:
        if width > length:
            return 0
        if used and used + space + width > length:
            lines, used = lines + 1, width
        else:
            used += (space if used else 0) + width
    return lines


def words_in(text: str) -> Iterator[Part]:
    """A text in the parts between which a line may break: words, and each Han letter."""
    space = Decimal(0)
    for word in text.split():
        for part in BREAKS.findall(word):
            yield width_of(part), space
            space = Decimal(0)
        space = WIDTHS[" "]


def letters_in(text: str) -> Iterator[Part]:
    """A text letter by letter."""
    for letter in unicodedata.normalize("NFC", " ".join(text.split())):
        yield width_of(letter), Decimal(0)


def width_of(text: str) -> Decimal:
    """How wide a text is in bold letters, in ems."""
    letters = unicodedata.normalize("NFD", text)
    return sum((letter_width(letter) for letter in letters), Decimal(0))


def letter_width(letter: str) -> Decimal:
    if unicodedata.combining(letter):
        return OUTSIDE.get(letter, Decimal(0))
    return WIDE if is_wide(letter) else WIDTHS.get(letter, OTHER)


def is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in {"W", "F"}
