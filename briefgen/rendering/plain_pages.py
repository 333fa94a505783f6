"""Pages as templates usually make them, read in one go.

Whatever is unusual, and all that is wrong, is left to the parser, which tells it.
"""

import re
from collections.abc import Collection

from briefgen.problems import Place
from briefgen.register.decoding import REFUSED
from briefgen.register.lengths import has_long_word
from briefgen.rendering.open_elements import Open, too_many, trim_end
from briefgen.rendering.page import Element, Role
from briefgen.rendering.plain_tags import NOWHERE, SPACE, Tags, UnusualError, with_signs
from briefgen.rendering.vocabulary import INLINE, MAX_DEPTH, VOID

TAG = re.compile("<([^<>]*)>")
SPACES = re.compile(f"{SPACE}+")  # not the no-break space, which an author meant


class PlainReader:
    """Builds elements as tags come; raises UnusualError at the first that is not plain."""

    def __init__(self, template: str, roles: Collection[Role], most: int) -> None:
        self.open = [Open("", Place(template, 1, 1))]
        self.place = self.open[0].place
        self.tags = Tags(roles)
        self.left = most
        self.after_space = True

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
        found = self.tags.start(text, self.open[-1])
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

    def take_text(self, text: str) -> None:
        if "<" in text or has_long_word(text):
            raise UnusualError
        if "&" in text:
            text = with_signs(text)
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
