"""Which blocks of two pages belong together: those made alike, in their order."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from briefgen.rendering.page import Element, walk

Part = TypeVar("Part")
Key = Callable[[Part], Hashable]
Pair = tuple[Part | None, Part | None]
"""What stands together; None where the other page alone has it."""


def aligned(
    first: Sequence[Part], second: Sequence[Part], keys: Sequence[Key[Part]]
) -> Iterator[Pair[Part]]:
    """Two sequences beside one another: by the first key, and between its matches by the next."""
    if not keys:
        yield from ((part, None) for part in first)
        yield from ((None, part) for part in second)
        return
    key, *weaker = keys
    ours, theirs = [key(part) for part in first], [key(part) for part in second]
    start, end = same_ends(ours, theirs)
    yield from zip(first[:start], second[:start], strict=True)
    middle = slice(start, len(ours) - end), slice(start, len(theirs) - end)
    matcher = SequenceMatcher(None, ours[middle[0]], theirs[middle[1]], autojunk=False)
    for what, low, high, other_low, other_high in matcher.get_opcodes():
        left = first[middle[0]][low:high]
        right = second[middle[1]][other_low:other_high]
        if what == "equal":
            yield from zip(left, right, strict=True)
        else:
            yield from aligned(left, right, weaker)
    yield from zip(first[len(ours) - end :], second[len(theirs) - end :], strict=True)


def same_ends(first: Sequence[Hashable], second: Sequence[Hashable]) -> tuple[int, int]:
    """How many keys are the same at the start and at the end: nearly always all of them."""
    shorter = min(len(first), len(second))
    start = next((n for n in range(shorter) if first[n] != second[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if first[-1 - n] != second[-1 - n]), rest)
    return start, end


def made_alike(element: Element) -> Hashable:
    """What a template makes the same in every language: elements, roles, ids, facts."""
    facts = tuple(each.attributes.get("data-ref") for each in walk((element,)))
    ids = tuple(each.attributes.get("id") for each in walk((element,)))
    return (*of_role(element), tuple(filter(None, facts)), tuple(filter(None, ids)))


def of_role(element: Element) -> tuple[Hashable, ...]:
    """An element's tag, id and roles."""
    return (element.tag, element.attributes.get("id"), element.roles)


def of_tag(element: Element) -> Hashable:
    """An element's tag and id: what has another id is never the same."""
    return of_role(element)[:2]


ELEMENT_KEYS: Sequence[Key[Element]] = (made_alike, of_role, of_tag)
"""From the strictest to the loosest."""
