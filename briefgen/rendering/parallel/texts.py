"""One text in two languages: what each says, with nothing said twice and every gap shown."""

from briefgen.problems import Place
from briefgen.rendering.page import Element
from briefgen.rendering.parallel.letters import (
    fallbacks,
    is_empty,
    letters,
    own_words,
    says_more_than_gaps,
)
from briefgen.rendering.parallel.repeats import shown_by, without_common_end, without_repeats
from briefgen.rendering.parallel.sides import SECOND, Nodes, Side, Sides

Both = tuple[Nodes, Nodes]
"""What the first language says, and what the second one says beyond that: perhaps nothing."""


def told(first: Nodes, second: Nodes, sides: Sides, place: Place) -> Both:
    """A text in both languages: what is the same once, a gap where one has nothing to say."""
    one, other = trimmed(first), trimmed(second)
    if one == other:
        return one, ()
    if is_empty(one) or is_empty(other):
        return beside_nothing(one, other, sides, place)
    return told_in_full(one, other, sides, place)


def beside_nothing(one: Nodes, other: Nodes, sides: Sides, place: Place) -> Both:
    """A text that one language alone has; where it is but a number, the other lacks nothing."""
    if is_empty(other):
        return one, (sides.second.gap_at(place),) if letters(one) else ()
    return (sides.first.gap_at(place),) if letters(other) else (), other


def told_in_full(one: Nodes, other: Nodes, sides: Sides, place: Place) -> Both:
    first, second = sides.first, sides.second
    shown = {second.language: own_words(other)}
    ours = shortened(one, without_repeats(one, shown, first.gap_at(place)), first, place)
    lent = {each.attributes["lang"] for each in fallbacks(other)}
    rest = without_repeats(other, shown_by(ours, first.language), second.gap_at(place))
    theirs = shortened(other, rest, second, place)
    if theirs == (second.gap_at(place),) and first.language not in lent:
        return ours, ()  # both lend the same text of a third language: it stands there, marked
    return ours, trimmed(without_common_end(ours, theirs))


def shortened(whole: Nodes, rest: Nodes, side: Side, place: Place) -> Nodes:
    """The gap alone where nothing else is left of a text."""
    return rest if rest == whole or says_more_than_gaps(rest) else (side.gap_at(place),)


def in_one(first: Element, second: Element, texts: Both, sides: Sides) -> Nodes:
    """Two texts as the content of one element, a line each."""
    one, other = told(*texts, sides, first.place)
    if not other:
        return one
    # With a space, for the outline of a PDF leaves line breaks out.
    line = (" ", Element("br", place=first.place)) if one else ()
    return (*one, *line, in_second(other, second, sides))


def in_second(nodes: Nodes, element: Element, sides: Sides) -> Element:
    """A text of the second language within an element that is of both."""
    language = element.attributes.get("lang", sides.second.language)
    return Element("span", nodes, (SECOND,), {"lang": language}, element.place)


def trimmed(nodes: Nodes) -> Nodes:
    """Nodes without space before and after them."""
    kept = list(nodes)
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while kept and isinstance(kept[end], str):
            text = strip(str(kept[end]))
            if text:
                kept[end] = text
                break
            del kept[end]
    return tuple(kept)
