"""Room between the Chinese letters of one line, half on each side of a letter."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, TypeAlias
from unicodedata import east_asian_width

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import TO_UNITS, ffi, pango

Box: TypeAlias = Any
Pixels: TypeAlias = float
SPACES = " \u00a0"


class WidenedText:
    """The layout of a text with more room between its letters whenever it is drawn."""

    def __init__(self, layout: Any, room: Pixels) -> None:
        self.layout_drawn = layout
        self.room = room

    def __getattr__(self, name: str) -> Any:
        return getattr(self.layout_drawn, name)

    def reactivate(self, style: Any) -> None:
        """Sets the text again, as WeasyPrint wants it before drawing."""
        self.layout_drawn.reactivate(style)
        usual = 0 if style["letter_spacing"] == "normal" else style["letter_spacing"]
        add_room(self.layout_drawn, usual + self.room)


def add_room(layout: Any, spacing: Pixels) -> None:
    """Gives Pango the spacing of the letters that are widened."""
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for start, end in stretches(layout.text):
        attribute = pango.pango_attr_letter_spacing_new(round(spacing * TO_UNITS))
        attribute.start_index, attribute.end_index = start, end
        pango.pango_attr_list_change(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where widened letters stand, in bytes."""
    end = 0
    for letter in text:
        start, end = end, end + len(letter.encode())
        if is_widened(letter):
            yield start, end


def is_wide(letter: str) -> bool:
    """Whether a letter fills a whole square, as Chinese ones and their punctuation do."""
    return east_asian_width(letter) in "FW"


def is_widened(letter: str) -> bool:
    return is_wide(letter) or letter in SPACES


def texts(box: Box) -> list[Box]:
    """The stretches of text in a line, without those in boxes that stand in it as one piece."""
    if isinstance(box, boxes.TextBox):
        return [box] if box.text else []
    if isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        return [text for child in box.children for text in texts(child)]
    return []


def widen(line: Box, left_over: Pixels) -> None:
    """Spreads the room that is left over in a line; its spaces get no more than its letters."""
    held = texts(line)
    left_over += sum(map(room_in_spaces, held))
    places = sum(places_in(box.text) for box in held)
    places += sum(place_between(one.text, other.text) for one, other in pairwise(held))
    if places and left_over > 0:
        move(line, Movement(left_over / places))


def room_in_spaces(box: Box) -> Pixels:
    """What WeasyPrint gave the spaces of a text."""
    return float(sum(map(box.text.count, SPACES)) * box.justification_spacing)


def places_in(text: str) -> float:
    """How many times a text takes the room of a letter: nothing before its first or after its last.

    Pango puts no room at the two ends of what it sets.
    """
    return sum(map(is_widened, text)) - place_between(text[-1], text[0])


def place_between(text: str, following: str) -> float:
    return (is_widened(text[-1]) + is_widened(following[0])) / 2


class Movement:
    """How far the next letter of a line moves, and the letters before it."""

    def __init__(self, room: Pixels) -> None:
        self.room = room
        self.shift: Pixels = 0
        self.before = ""

    def text(self, box: Box) -> None:
        """Moves and widens a stretch of text."""
        if self.before:
            self.shift += self.room * place_between(self.before, box.text)
        box.translate(dx=self.shift)
        growth = self.room * places_in(box.text) - room_in_spaces(box)
        box.pango_layout.justification_spacing = box.justification_spacing = 0
        box.pango_layout = WidenedText(box.pango_layout, self.room)
        box.width += growth
        self.shift += growth
        self.before = box.text


def move(box: Box, movement: Movement) -> None:
    """Moves all that stands in a line, from left to right."""
    match box:
        case boxes.TextBox() if box.text:
            movement.text(box)
        case boxes.LineBox() | boxes.InlineBox():
            start = movement.shift
            box.position_x += start
            for child in box.children:
                if child.is_in_normal_flow():
                    move(child, movement)
            box.width += movement.shift - start
        case _:
            box.translate(dx=movement.shift)
