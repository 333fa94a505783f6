"""Pages as templates usually make them, read in one go.

Most tags of a page are written like one before them: what that one was found to be counts for them
too. Whatever is unusual, and all that is wrong, is left to the parser, which tells it.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import unescape

from briefgen.problems import Place
from briefgen.register.decoding import REFUSED
from briefgen.register.lengths import has_long_word
from briefgen.rendering.checking import element_findings, role_findings
from briefgen.rendering.open_elements import Open, place_from, too_many, trim_end
from briefgen.rendering.page import Element, Role
from briefgen.rendering.vocabulary import INLINE, MAX_DEPTH, VOID

TAG = re.compile("<([^<>]*)>")
SPACE = "[ \t\r\n\f]"
START = re.compile(rf'([a-z][a-z0-9]*)((?:{SPACE}+[a-z][a-z-]*="[^"]*")*){SPACE}*(/?)')
ATTRIBUTE = re.compile('([a-z-]+)="([^"]*)"')
CERTAIN = re.compile("&(?!(?:amp|lt|gt|quot|nbsp|#[0-9]{1,6});)")
"""What parsers may take for a sign or not."""
SPACES = re.compile(f"{SPACE}+")  # not the no-break space, which an author meant
MOST_KNOWN = 10_000
NOWHERE = Place("")


class UnusualError(Exception):
    """A page that isn't plain; it may be right nonetheless."""


@dataclass(frozen=True)
class Start:
    """What a tag starts; its place is that of the tag before where it doesn't tell one."""

    tag: str
    place: Place
    roles: tuple[Role, ...]
    attributes: dict[str, str]


class PlainReader:
    """Builds elements as tags come; raises UnusualError at the first that is not plain."""

    def __init__(self, template: str, roles: Collection[Role], most: int) -> None:
        self.open = [Open("", Place(template, 1, 1))]
        self.place = self.open[0].place
        self.known_roles = roles
        self.left = most
        self.after_space = True
        self.known: dict[tuple[str, str], Start] = {}

    def read(self, html: str) -> tuple[Element, ...]:
        """The page's blocks."""
        if REFUSED.search(html):
            raise UnusualError
        done = 0
        for found in TAG.finditer(html):
            start = found.start()
            if start > done:
                self.take_text(html[done:start])
            self.take_tag(found[1])
            done = found.end()
        self.take_text(html[done:])
        if len(self.open) > 1:
            raise UnusualError
        return tuple(node for node in self.open[0].children if isinstance(node, Element))

    def take_tag(self, text: str) -> None:
        if text[:1] != "/":
            self.start(text)
        elif self.open[-1].tag == text[1:] and len(self.open) > 1:
            self.close()
        else:
            raise UnusualError

    def start(self, text: str) -> None:
        above = self.open[-1]
        found = self.known.get((text, above.tag)) or self.found(text, above)
        if found.place is not NOWHERE:
            self.place = found.place
        self.left -= 1
        if len(self.open) > MAX_DEPTH:
            raise UnusualError
        if self.left < 0:
            raise too_many(self.place)
        self.open.append(Open(found.tag, self.place, found.roles, found.attributes))
        if found.tag not in INLINE:
            self.after_space = True
        if found.tag in VOID:
            self.close()

    def found(self, text: str, above: Open) -> Start:
        """What a tag starts that is written like none before."""
        match = START.fullmatch(text)
        if match is None or CERTAIN.search(text) or (match[3] and match[1] not in VOID):
            raise UnusualError
        pairs = ATTRIBUTE.findall(match[2])
        given = {name: unescape(value) for name, value in pairs}
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
        if any(REFUSED.search(value) for value in made.attributes.values()):
            raise UnusualError

    def take_text(self, text: str) -> None:
        if "<" in text:
            raise UnusualError
        if "&" in text:
            text = unescape(text)
            if REFUSED.search(text):
                raise UnusualError
        if has_long_word(text):
            raise UnusualError
        text = SPACES.sub(" ", text)
        if self.after_space:
            text = text.removeprefix(" ")
        if text:
            self.add(text)

    def add(self, text: str) -> None:
        above = self.open[-1]
        if above.rule.text:
            self.after_space = text.endswith(" ")
            above.children.append(text)
        elif text.strip():
            raise UnusualError

    def close(self) -> None:
        element = self.open.pop()
        if element.tag not in INLINE:
            trim_end(element.children)
            self.after_space = True
        elif element.tag == "br":
            self.after_space = True
        made = Element(
            element.tag, tuple(element.children), element.roles, element.attributes, element.place
        )
        self.open[-1].children.append(made)
