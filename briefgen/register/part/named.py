"""What files name: looked for in their plain values, before any of them is validated."""

from collections.abc import Collection, Iterable, Iterator

from briefgen.register.ids import MechanismId, SessionId
from briefgen.register.part.listing import Listing
from briefgen.register.source import Source
from briefgen.register.trees import Tree

Texts = Collection[str]
LEADING_TO = ("follows", "about")
"""The keys whose values documents look up, also where another mechanism's file names them."""


def texts_in(tree: Tree) -> Iterator[str]:
    """All texts of a file, keys left out."""
    match tree:
        case str():
            yield tree
        case tuple():
            for item in tree:
                yield from texts_in(item)
        case dict():
            for item in tree.values():
                yield from texts_in(item)


def texts_of(sources: Iterable[Source | None]) -> set[str]:
    """All texts of some files."""
    return {text for source in sources if source is not None for text in texts_in(source.tree)}


def followed_in(tree: Tree) -> Iterator[str]:
    """What the commitments of a session's file follow, and what its notes are about."""
    for part in ("commitments", "notes"):
        entries = tree.get(part) if isinstance(tree, dict) else None
        for entry in entries if isinstance(entries, tuple) else ():
            if isinstance(entry, dict):
                yield from texts_in(tuple(entry.get(key) for key in LEADING_TO))


def mechanisms_in(texts: Texts, found: Listing) -> set[MechanismId]:
    """The mechanisms that texts may name: `ID`, `ID/KEY`, `ID/KEY/NUMBER`, or a path to these."""
    return {step for text in texts for step in text.split("/", 2)[:2] if step in found.mechanisms}


def sessions_in(texts: Texts, found: Listing) -> set[SessionId]:
    """The sessions whose commitments texts may name: `ID/KEY/NUMBER`, or a path to it."""
    steps = (text.split("/") for text in texts if "/" in text)
    return {name for way in steps for name in ("/".join(way[-3:-1]),) if name in found.sessions}


def ids_in(texts: Texts, known: Collection[str]) -> set[str]:
    """The ids, of those that are known, that texts may name: `ID`, or a path to it."""
    return {each for text in texts for each in (text, text.partition("/")[2]) if each in known}
