"""The files that documents of a mechanism look at: its own, those that name it, those it names."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.problems import Problem
from briefgen.register.folder import ENDING, read
from briefgen.register.ids import MechanismId
from briefgen.register.known import is_session
from briefgen.register.part.listing import Doubtful, Listing, listing
from briefgen.register.part.mentions import mentions
from briefgen.register.part.named import (
    followed_in,
    mechanisms_in,
    sessions_in,
    texts_in,
    texts_of,
)
from briefgen.register.source import Source


@dataclass
class Gathering:
    """The files of mechanisms that have been read so far."""

    data: Path
    listing: Listing
    sources: dict[str, Source] = field(default_factory=dict)

    def read(self, name: str) -> Source:
        """One file; raises Doubtful where anything is wrong in it."""
        problems: list[Problem] = []
        source = read(self.data.parent, f"data/{name}{ENDING}", problems)
        if source is None or problems:
            raise Doubtful
        return source

    def take(self, mechanism: MechanismId) -> None:
        """Reads all files of a mechanism."""
        for name in self.listing.files_of(mechanism):
            self.sources[name] = self.read(name)

    def of(self, mechanism: MechanismId) -> Iterable[Source]:
        """The files of a mechanism that was taken."""
        return (self.sources[name] for name in self.listing.files_of(mechanism))

    def took(self) -> set[MechanismId]:
        """The mechanisms of which all files were read."""
        return {name.split("/")[1] for name in self.sources}


def gather(data: Path, mechanism: MechanismId) -> Gathering:
    """What documents of a mechanism look at; raises Doubtful where that can't be told.

    Of its own sessions they look at all that these name. Other mechanisms' sessions tell of it what
    names it: reports, commitments that carry its own on, sessions held together. When these took
    place depends on all sessions beside them. What is shown of them leads on only by what their
    commitments follow, and by what their notes are about.
    """
    found = Gathering(data, listing(data))
    if mechanism not in found.listing.mechanisms:
        raise Doubtful
    found.take(mechanism)
    waiting = mechanisms_in(texts_of(found.of(mechanism)), found.listing)
    waiting |= naming(found, mechanism)
    while waiting := waiting - found.took():
        for other in waiting:
            found.take(other)
        followed = {text for other in waiting for text in followed_by(found, other)}
        waiting = mechanisms_in(followed, found.listing)
    return found


def naming(found: Gathering, mechanism: MechanismId) -> set[MechanismId]:
    """The other mechanisms of whose sessions one names the mechanism's, or may."""
    start = f"{mechanism}/"
    return {
        name.split("/")[1]
        for name in mentions(found.data, found.listing, mechanism)
        if any(start in text for text in texts_in(found.read(name).tree))
    }


def followed_by(found: Gathering, mechanism: MechanismId) -> set[str]:
    return {text for source in found.of(mechanism) for text in followed_in(source.tree)}


def numbered(found: Gathering) -> dict[str, Source]:
    """The sessions of which only the numbers of commitments count, since others name these."""
    names = sessions_in(texts_of(found.sources.values()), found.listing)
    files = {f"mechanisms/{name}" for name in names}.difference(found.sources)
    return {name: found.read(name) for name in files if is_session(name)}
