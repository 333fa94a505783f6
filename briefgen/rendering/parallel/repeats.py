"""What the other language says already: it is not said twice, but leaves a gap that shows."""

import re
from collections.abc import Collection, Mapping

from briefgen.register.texts import Language
from briefgen.rendering.page import Element, Node
from briefgen.rendering.parallel.letters import (
    contains,
    fallbacks,
    is_gap_or_citation,
    letters,
    own_words,
    whole_language,
    words,
)
from briefgen.rendering.parallel.sides import GAP, Nodes, ids_below, with_children
from briefgen.rendering.untranslated import MARK

BETWEEN = re.compile(r"[\s.,;:。，；：、]*")
"""What may stand between two texts of which neither is there."""
SENTENCE = 32
"""How many letters a title or a sentence has at the least; most names are shorter."""
SENTENCE_ENDS = (".", "。", "!", "！", "?", "？")
Shown = Mapping[Language, str]
"""What the other language's text shows in each language."""


def shown_by(nodes: Nodes, language: Language) -> Shown:
    """What a text shows in its own language, and in those that stand in for it."""
    shown = {language: own_words(nodes)}
    for each in fallbacks(nodes):
        spoken = each.attributes["lang"]
        shown[spoken] = f"{shown.get(spoken, '')}\n{words([each])}"
    return shown


def without_repeats(nodes: Nodes, shown: Shown, gap: Element) -> Nodes:
    """A text with gaps in the place of whole sentences that it lends and that are shown already.

    A name that is lent stays where it stands, unless it is all that the text says.
    """
    lent = fallbacks(nodes)
    is_all = letters(lent) == letters(nodes)
    repeated = [
        each
        for each in lent
        if (is_all or letters([each]) >= SENTENCE)
        and contains(shown.get(each.attributes["lang"], ""), words([each]))
    ]
    return replaced(nodes, repeated, gap) if repeated else nodes


def replaced(nodes: Nodes, repeated: Collection[Element], gap: Element) -> Nodes:
    """Nodes with one gap in the place of texts that follow one another, and of their marks."""
    kept: list[Node] = []
    for node in nodes:
        made = with_gaps(node, repeated, gap)
        if not follows_gap(kept) or not (is_gap(made) or is_mark(made)):
            kept.append(made)
        elif isinstance(kept[-1], str):
            kept.pop()
    return tuple(kept)


def with_gaps(node: Node, repeated: Collection[Element], gap: Element) -> Node:
    if isinstance(node, str):
        return node
    if node in repeated:
        return gap
    return with_children(node, replaced(node.children, repeated, gap))


def follows_gap(nodes: list[Node]) -> bool:
    """Whether nodes end with a gap, but for signs after it."""
    *_, before, last = "", "", *nodes
    if isinstance(last, str) and BETWEEN.fullmatch(last):
        last = before
    return is_gap(last)


def is_gap(node: Node) -> bool:
    """Whether a node is a gap, or nothing but one within."""
    match node:
        case Element(roles=roles) if GAP in roles:
            return True
        case Element(children=(only,)) if "id" not in node.attributes:
            return is_gap(only)
    return False


def is_mark(node: Node) -> bool:
    return isinstance(node, Element) and MARK in node.roles


def without_echoes(nodes: Nodes, other: Nodes, language: Language) -> Nodes:
    """A text without asides that tell, in the other language, what stands there anyway.

    Such is a person's name in another script below the name.
    """
    shown = own_words(other)
    return tuple(node for node in nodes if not is_echo(node, shown, language))


def is_echo(node: Node, shown: str, language: Language) -> bool:
    if not isinstance(node, Element) or not (node.roles or node.tag == "p"):
        return False
    is_whole = whole_language(node) == language and not fallbacks((node,))
    return is_whole and not any(ids_below([node])) and contains(shown, words([node]))


def without_common_end(first: Nodes, second: Nodes) -> Nodes:
    """The second text without the sentences, such as addresses, with which both end alike."""
    kept = list(second)
    for node in reversed(first):
        if not kept or kept[-1] != node or is_citation(node):
            break
        kept.pop()
    is_sentence = not kept or is_gap(kept[-1]) or words(kept).endswith(SENTENCE_ENDS)
    has_elements = any(isinstance(node, Element) for node in second[len(kept) :])
    return tuple(kept) if has_elements and is_sentence else second


def is_citation(node: Node) -> bool:
    return isinstance(node, Element) and is_gap_or_citation(node)
