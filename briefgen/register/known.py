"""The ids that a register's files define, gathered before any reference is checked."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from briefgen.register.limits import COUNT
from briefgen.register.references import KnownIds
from briefgen.register.source import Source

Sources = Mapping[str, Source | None]
"""Files by their path below data/, without `.yaml`; None where one couldn't be read."""
LISTS = {"party": "parties", "person": "people", "area": "areas", "source": "sources"}

COMMITMENT_NUMBERS = range(1, COUNT.most + 1)
FOLDERS = {**LISTS, "mechanism": "mechanisms", "session": "sessions", "commitment": "commitments"}
KINDS = {folder: kind for kind, folder in FOLDERS.items()}


@dataclass(frozen=True)
class Ids(Collection[str]):
    """The ids of one kind; those of a file that couldn't be read are known by a prefix only.

    A reference to an unread file is no problem of its own.
    """

    names: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()

    def __contains__(self, item: object) -> bool:
        return item in self.names or (isinstance(item, str) and item.startswith(self.unread))

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class EntryIds(Collection[str]):
    """The ids of entries of any kind, each after the list that it stands in: `people/ID`."""

    known: Mapping[str, Ids]

    def __contains__(self, item: object) -> bool:
        if not isinstance(item, str):
            return False
        folder, _, name = item.partition("/")
        kind = KINDS.get(folder)
        return kind is not None and name in self.known[kind]

    def __iter__(self) -> Iterator[str]:
        for kind, folder in FOLDERS.items():
            yield from (f"{folder}/{name}" for name in self.known[kind])

    def __len__(self) -> int:
        return sum(len(self.known[kind]) for kind in FOLDERS)


def known_ids(sources: Sources) -> KnownIds:
    """All ids by kind, read tolerantly off files that may still hold other problems."""
    known = {kind: keys_of(sources, name) for kind, name in LISTS.items()}
    mechanisms = (name.split("/")[1] for name in filter(is_mechanism, sources))
    known["mechanism"] = Ids(frozenset(mechanisms))
    known["session"] = Ids(frozenset(map(session_id, filter(is_session, sources))))
    known["commitment"] = commitments_of(sources)
    return {**known, "entry": EntryIds(known)}


def known_styles(styles: Collection[str] | None) -> Ids:
    """The house styles that may be named: any, where it isn't told which there are."""
    return Ids(unread=("",)) if styles is None else Ids(frozenset(styles))


def is_mechanism(name: str) -> bool:
    """Whether a file tells of a mechanism: `mechanisms/ID/mechanism`."""
    return name.startswith("mechanisms/") and name.endswith("/mechanism")


def is_session(name: str) -> bool:
    """Whether a file tells of a session: `mechanisms/ID/KEY`."""
    return name.startswith("mechanisms/") and not is_mechanism(name)


def session_id(name: str) -> str:
    """`mechanisms/jwc-guangxi/14` as `jwc-guangxi/14`."""
    return name.removeprefix("mechanisms/")


def keys_of(sources: Sources, name: str) -> Ids:
    source = sources.get(name)
    if source is None or not isinstance(source.tree, dict):  # told as a problem of its own
        return Ids(unread=("",))
    return Ids(frozenset(source.tree))


def commitments_of(sources: Sources) -> Ids:
    numbers = {
        session_id(name): frozenset(numbers_of(sources[name]))
        for name in filter(is_session, sources)
    }
    names = (f"{session}/{number}" for session, own in numbers.items() for number in own if number)
    unread = (f"{session}/" for session, own in numbers.items() if None in own)
    return Ids(frozenset(names), tuple(unread))


def numbers_of(source: Source | None) -> Iterator[int | None]:
    """The numbers of a session's commitments; None for each that can't be told."""
    tree = source.tree if source is not None else None
    commitments = tree.get("commitments", ()) if isinstance(tree, dict) else None
    for commitment in commitments if isinstance(commitments, tuple) else (None,):
        number = commitment.get("number") if isinstance(commitment, dict) else None
        yield number if type(number) is int and number in COMMITMENT_NUMBERS else None
