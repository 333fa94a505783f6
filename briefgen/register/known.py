"""The ids that a register's files define, gathered before any reference is checked."""

from collections.abc import Collection, Iterator, Mapping, Set
from typing import Any

from briefgen.register.references import KnownIds
from briefgen.register.source import Source, Tree

Sources = Mapping[str, Source | None]
"""Files by their path below data/, without `.yaml`; None where one couldn't be read."""
LISTS = {"party": "parties", "person": "people", "area": "areas", "source": "sources"}


class Anything(Set[str]):
    """The ids of a file that couldn't be read: a reference to it is no problem of its own."""

    def __contains__(self, item: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def known_ids(sources: Sources) -> KnownIds:
    """All ids by kind, read tolerantly off files that may still hold other problems."""
    known: dict[str, Collection[str]] = {
        kind: keys_of(sources[name]) if name in sources else frozenset()
        for kind, name in LISTS.items()
    }
    known["mechanism"] = frozenset(name.split("/")[1] for name in sources if is_mechanism(name))
    known["session"] = frozenset(session_id(name) for name in sources if is_session(name))
    known["commitment"] = commitments_of(sources)
    known["entry"] = entries_of(known)
    return known


def is_mechanism(name: str) -> bool:
    """Whether a file tells of a mechanism: `mechanisms/ID/mechanism`."""
    return name.startswith("mechanisms/") and name.endswith("/mechanism")


def is_session(name: str) -> bool:
    """Whether a file tells of a session: `mechanisms/ID/KEY`."""
    return name.startswith("mechanisms/") and not is_mechanism(name)


def session_id(name: str) -> str:
    """`mechanisms/jwc-guangxi/14` as `jwc-guangxi/14`."""
    return name.removeprefix("mechanisms/")


def keys_of(source: Source | None) -> Collection[str]:
    if source is None:
        return Anything()
    return frozenset(source.tree) if isinstance(source.tree, dict) else frozenset()


def commitments_of(sources: Sources) -> Collection[str]:
    sessions = {session_id(name): source for name, source in sources.items() if is_session(name)}
    if None in sessions.values():
        return Anything()
    return frozenset(
        f"{session}/{number}"
        for session, source in sessions.items()
        if source is not None
        for number in numbers_of(source.tree)
    )


def numbers_of(tree: Tree) -> Iterator[Any]:
    commitments = tree.get("commitments") if isinstance(tree, dict) else None
    for commitment in commitments if isinstance(commitments, tuple) else ():
        if isinstance(commitment, dict):
            yield commitment.get("number")


def entries_of(known: KnownIds) -> Collection[str]:
    folders = {**LISTS, "mechanism": "mechanisms", "session": "sessions", "commitment": "commitments"}
    if any(isinstance(known[kind], Anything) for kind in folders):
        return Anything()
    return frozenset(f"{folder}/{name}" for kind, folder in folders.items() for name in known[kind])
