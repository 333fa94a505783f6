"""Start tags as templates usually write them; what one was found to be counts for all like it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import unescape

from briefgen.problems import Place
from briefgen.register.decoding import REFUSED
from briefgen.rendering.checking import element_findings, role_findings
from briefgen.rendering.open_elements import Open, place_from
from briefgen.rendering.page import Role
from briefgen.rendering.vocabulary import VOID

SPACE = "[ \t\r\n\f]"
START = re.compile(rf'([a-z][a-z0-9]*)((?:{SPACE}+[a-z][a-z-]*="[^"]*")*){SPACE}*(/?)')
ATTRIBUTE = re.compile('([a-z-]+)="([^"]*)"')
UNCERTAIN = re.compile("&(?!(?:amp|lt|gt|quot|nbsp|#[0-9]{1,6});)")
"""What one parser takes for a sign by its name and another doesn't."""
NAME = "data-ref"
REFERENCE = f' {NAME}="'
"""What differs from one row of a table to the next, where all else is alike."""
MOST_KNOWN = 10_000
NOWHERE = Place("")


class UnusualError(Exception):
    """A page that isn't plain; it may be right nonetheless."""


@dataclass(frozen=True)
class Start:
    """What a tag starts, and the place that the tag tells, if it does."""

    tag: str
    place: Place
    roles: tuple[Role, ...]
    attributes: dict[str, str]


class Tags:
    """The tags of a page that were read already."""

    def __init__(self, roles: Collection[Role]) -> None:
        self.known_roles = roles
        self.known: dict[tuple[str, str], Start] = {}

    def start(self, text: str, above: Open) -> Start:
        """What a tag starts below an element; raises UnusualError unless it is plain and right."""
        return self.known.get((text, above.tag)) or self.found(text, above)

    def found(self, text: str, above: Open) -> Start:
        """What a tag starts that differs from all before it, perhaps in what it refers to only."""
        before, mark, rest = text.partition(REFERENCE)
        value, end, after = rest.partition('"')
        if not end:
            return self.new(text, above)
        bare = f"{before}{mark}{end}{after}"
        like = self.known.get((bare, above.tag)) or self.new(bare, above)
        return Start(like.tag, like.place, like.roles, like.attributes | {NAME: as_seen(value)})

    def new(self, text: str, above: Open) -> Start:
        """What a tag starts that is like none before."""
        match = START.fullmatch(text)
        if match is None or (match[3] and match[1] not in VOID):
            raise UnusualError
        pairs = ATTRIBUTE.findall(match[2])
        given = {name: as_seen(value) for name, value in pairs}
        place = place_from(given.pop("data-at", ""), NOWHERE)
        made = Start(match[1], place, tuple(given.pop("class", "").split()), given)
        self.check(made, [name for name, _ in pairs], above)
        if len(self.known) < MOST_KNOWN:
            self.known[text, above.tag] = made
        return made

    def check(self, made: Start, names: list[str], above: Open) -> None:
        for _ in element_findings(made.tag, names, made.attributes, (above.tag, above.rule)):
            raise UnusualError
        for _ in role_findings(made.tag, made.roles, self.known_roles):
            raise UnusualError


def as_seen(value: str) -> str:
    """An attribute's value with the signs that it names."""
    if "&" not in value:
        return value
    if UNCERTAIN.search(value):
        raise UnusualError
    return with_signs(value)


def with_signs(text: str) -> str:
    """A text with the signs that it names, if all of them can be seen."""
    seen = unescape(text)
    if REFUSED.search(seen):
        raise UnusualError
    return seen
