"""How large a text can be set on a card: a long name shrinks or wraps and never overflows."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from briefgen.problems import Place, Problem, TemplateError, quoted
from briefgen.rendering.style import Style
from briefgen.rendering.tokens import Card, Fit, RoleStyle

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
        "0.95": "%",
        "1": "@Mm—…",
        "1.1": "W",
    }.items()
    for letter in letters
}
"""How wide letters are set, in ems: for each the widest of Noto Sans, Noto Serif and Liberation
Sans (Arial) in bold, rounded up, so that the text fits whatever the reader's font is."""
WIDE, OTHER = Decimal(1), Decimal("0.9")
HORN = "\u031b"
ONE_LINE_STEPS = 2


def fitted(text: str, card: str, part: str, style: Style) -> int:
    """The step of the role in which a text is set in its part of a card: 2 for `p.name-2`.

    It is the largest in which the text fits; one that is a little smaller and needs no second line
    is better. Raises TemplateError when it doesn't fit even in the smallest.
    """
    made = style.cards[card]
    room = made.fits[part]
    lines = {
        step: lines_at(text, made, room, style.roles[f"p.{part}-{step}"])
        for step in range(room.first, room.last + 1)
    }
    steps = [step for step, count in lines.items() if count]
    if not steps:
        message = f"this text doesn't fit on the card '{card}' in the smallest letters; shorten it"
        raise TemplateError([Problem(Place(quoted(text)), "no-room", message)])
    near = (step for step in steps if step <= steps[0] + ONE_LINE_STEPS and lines[step] == 1)
    return next(near, steps[0])


def lines_at(text: str, card: Card, room: Fit, role: RoleStyle) -> int:
    """The lines of a text that fits in a role; 0 when it doesn't."""
    size = (role.size or Decimal(0)) * MILLIMETRES_PER_POINT
    line = (role.line or role.size or Decimal(0)) * MILLIMETRES_PER_POINT
    lines = lines_of(text, card.line_length / size) if size else 0
    return lines if lines * line <= room.height else 0


def lines_of(text: str, length: Decimal) -> int:
    """Into how many lines of a length in ems a text wraps; 0 when a word is longer than a line."""
    lines, used = 1, Decimal(0)
    for word, space in words_in(text):
        if word > length:
            return 0
        if used and used + space + word > length:
            lines, used = lines + 1, word
        else:
            used += (space if used else 0) + word
    return lines


def words_in(text: str) -> Iterator[tuple[Decimal, Decimal]]:
    """The widths of words, each with that of the space before it; a Han letter is a word."""
    space = Decimal(0)
    for word in text.split():
        for part in parts_of(word):
            yield width_of(part), space
            space = Decimal(0)
        space = WIDTHS[" "]


def parts_of(word: str) -> Iterator[str]:
    """A word cut where a line may break: beside Han letters."""
    start = 0
    for index, letter in enumerate(word):
        if is_wide(letter):
            if word[start:index]:
                yield word[start:index]
            yield letter
            start = index + 1
    if word[start:]:
        yield word[start:]


def width_of(text: str) -> Decimal:
    """How wide a text is in bold letters, in ems."""
    letters = unicodedata.normalize("NFD", text)
    return sum((letter_width(letter) for letter in letters), Decimal(0))


def letter_width(letter: str) -> Decimal:
    if unicodedata.combining(letter):
        return Decimal("0.08") if letter == HORN else Decimal(0)
    return WIDE if is_wide(letter) else WIDTHS.get(letter, OTHER)


def is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in {"W", "F"}
