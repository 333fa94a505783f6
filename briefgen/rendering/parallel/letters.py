"""What a text says, and in which language each of its words stands."""

import re
from collections.abc import Callable, Iterable, Iterator

from briefgen.register.texts import Language
from briefgen.rendering.fitting import is_wide
from briefgen.rendering.page import Element, Node, text_of, walk
from briefgen.rendering.parallel.sides import GAP, Nodes, ids_below
from briefgen.rendering.untranslated import MARK, OTHER_LANGUAGE

LETTERS_OF_HAN = 3
"""How many Latin letters say as much as one of Chinese."""
Skip = Callable[[Element], bool]
"""Which elements are not to be read."""


def words(nodes: Iterable[Node]) -> str:
    """The text of some nodes on one line."""
    return " ".join("".join(text_of(node) for node in nodes).split())


def own_words(nodes: Iterable[Node]) -> str:
    """The same without citations, and without what says that it is in another language."""
    return " ".join("".join(read(nodes, is_foreign)).split())


def letters(nodes: Iterable[Node]) -> int:
    """How long a text is in Latin letters, without its marks, citations and links."""
    spoken = filter(str.isalpha, "".join(read(nodes, is_beside)))
    return sum(LETTERS_OF_HAN if is_wide(letter) else 1 for letter in spoken)


def says_more_than_gaps(nodes: Nodes) -> bool:
    """Whether there is anything beside what stands for missing texts, and citations of these."""
    rest = "".join(read(nodes, is_gap_or_citation))
    return any(map(str.isalnum, rest)) or any(ids_below(nodes))


def read(nodes: Iterable[Node], skip: Skip) -> Iterator[str]:
    """The text of nodes piece by piece, without that of some elements."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "br":
            yield " "
        elif not skip(node):
            yield from read(node.children, skip)


def is_foreign(element: Element) -> bool:
    return element.tag == "sup" or "lang" in element.attributes or MARK in element.roles


def is_beside(element: Element) -> bool:
    return element.tag in {"sup", "a"} or MARK in element.roles


def is_gap_or_citation(element: Element) -> bool:
    is_citation = element.tag == "sup" and not any(map(str.isalpha, text_of(element)))
    return is_citation or GAP in element.roles


def fallbacks(nodes: Nodes) -> list[Element]:
    """Texts that the page's language lacks, as given in another one."""
    found = (each for each in walk(nodes) if OTHER_LANGUAGE in each.roles)
    return [each for each in found if "lang" in each.attributes and not any(ids_below([each]))]


def is_empty(nodes: Nodes) -> bool:
    """Whether nodes say nothing, show nothing, and no link leads to them."""
    shows = any(each.tag == "img" for each in walk(nodes))
    return not shows and not words(nodes) and not any(ids_below(nodes))


def contains(text: str, wanted: str) -> bool:
    """Whether some words stand in a text, with no letter before or after them."""
    return bool(wanted) and bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text))


def whole_language(node: Node) -> Language | None:
    """The language that all of an element is in, if one is named: that of its only content."""
    while isinstance(node, Element) and "lang" not in node.attributes:
        if len(node.children) != 1:
            return None
        node = node.children[0]
    return node.attributes["lang"] if isinstance(node, Element) else None
