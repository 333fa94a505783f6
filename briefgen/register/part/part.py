"""What is read for documents of one mechanism, and the ids that there are in the whole register."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from briefgen.problems import Problem, RegisterError
from briefgen.register.decoding import decode
from briefgen.register.folder import ENDING
from briefgen.register.ids import Id, MechanismId
from briefgen.register.known import LISTS, EntryIds, Ids, Sources, commitments_of
from briefgen.register.part.gathering import Gathering, gather, numbered
from briefgen.register.part.holders import heads_in, holders_in
from briefgen.register.part.listing import Doubtful
from briefgen.register.part.lists import ListFile, SplitList, WholeList, split
from briefgen.register.part.named import ids_in, texts_of
from briefgen.register.quick import Unusual
from briefgen.register.references import KnownIds
from briefgen.register.source import Source
from briefgen.register.workspace import read_file

SHORT = 20_000
"""Characters; a list that has fewer is read whole, which is quicker than to choose."""
CHOSEN = ("people", "sources")
"""The lists that grow with a register."""


@dataclass(frozen=True)
class Part:
    """The files that are read, and the ids that there are in these and in all others."""

    sources: Sources
    known: KnownIds


def part_of(data: Path, mechanism: MechanismId) -> Part:
    """What documents of a mechanism look at; raises Doubtful where it takes the whole register."""
    found = gather(data, mechanism)
    lists = {name: list_of(found, name) for name in LISTS.values()}
    chosen = chosen_from(lists, found, mechanism)
    sources = {**found.sources, **chosen}
    named = sorted(sources, key=lambda name: f"{name}{ENDING}")
    return Part({name: sources[name] for name in named}, ids_of(found, lists))


def list_of(found: Gathering, name: str) -> ListFile:
    """A list file, split into its entries where that is worth it and nothing in it is unusual."""
    if name not in CHOSEN:
        return WholeList(whole(found, name))
    file, problems = f"data/{name}{ENDING}", list[Problem]()
    try:
        text = decode(read_file(found.data.parent, file), file, problems)
        if problems:
            raise Doubtful
        return split(file, text) if len(text) > SHORT else WholeList(whole(found, name))
    except RegisterError as error:
        raise Doubtful from error
    except Unusual:
        return WholeList(whole(found, name))


def whole(found: Gathering, name: str) -> Source:
    source = found.read(name)
    if not isinstance(source.tree, dict):
        raise Doubtful
    return source


def chosen_from(
    lists: dict[str, ListFile], found: Gathering, mechanism: MechanismId
) -> dict[str, Source]:
    """The lists with those entries only that are named, or that a document looks through."""
    areas, parties = (lists[name].only(()) for name in ("areas", "parties"))
    texts = texts_of([*found.sources.values(), parties])
    people = people_of(lists["people"], found, mechanism, ids_in(texts, lists["people"].ids))
    texts |= texts_of([people])
    sources = only(lists["sources"], ids_in(texts, lists["sources"].ids))
    return {"areas": areas, "parties": parties, "people": people, "sources": sources}


def people_of(people: ListFile, found: Gathering, mechanism: MechanismId, named: set[Id]) -> Source:
    if not isinstance(people, SplitList):
        return people.only(named)
    heads = heads_in(found.of(mechanism)).intersection(named)
    try:
        return people.only(named | holders_in(people, heads))
    except Unusual:
        return found.read("people")


def only(file: ListFile, wanted: Collection[Id]) -> Source:
    try:
        return file.only(wanted)
    except Unusual as error:
        raise Doubtful from error


def ids_of(found: Gathering, lists: dict[str, ListFile]) -> KnownIds:
    """All ids of the register, those of commitments as far as what is read names them."""
    listing = found.listing
    known = {kind: Ids(frozenset(lists[name].ids)) for kind, name in LISTS.items()}
    known["mechanism"] = Ids(frozenset(listing.mechanisms))
    known["session"] = Ids(listing.sessions)
    known["commitment"] = commitments_of({**found.sources, **numbered(found)})
    return {**known, "entry": EntryIds(known)}
