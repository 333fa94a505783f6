"""Who hosts in turn: eras, each with an order and the sessions that depart from it."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
)

from briefgen.problems import quoted
from briefgen.register.ids import PartyId
from briefgen.register.models.entries import Entry, Sourced
from briefgen.register.models.orders import Order
from briefgen.register.numbering import is_key
from briefgen.register.references import Party as PartyRef
from briefgen.register.references import SourceRef
from briefgen.register.texts import Text

Basis = Literal["agreed", "observed"]
KINDS = ("skip", "swap", "insert")


def read_key(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def check_key(value: str) -> str:
    if not is_key(value):
        raise ValueError(f"{quoted(value)} is no session key; write 10, 2023 or 2007H1")
    return value


Key = Annotated[
    str,
    BeforeValidator(read_key),
    AfterValidator(check_key),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "description": "A session's key: its ordinal, year or half-year",
        }
    ),
]


def check_pair(keys: tuple[str, ...]) -> tuple[str, ...]:
    if len(keys) != 2:
        raise ValueError("must name two sessions, such as [16, 18]")
    return keys


PAIR = {
    "type": "array",
    "items": {"type": ["string", "integer"]},
    "minItems": 2,
    "maxItems": 2,
    "description": "The keys of the two sessions",
}


class Departure(Entry):
    """What a departure from the order has in common; its sources default to the era's."""

    reason: Text
    sources: tuple[SourceRef, ...] = ()


class Skip(Departure):
    """A party that loses its turn at a session: the next in order takes it."""

    at: Key
    skip: PartyRef


class Swap(Departure):
    """Two sessions that exchange their hosts, while the order goes on as if nothing happened."""

    swap: Annotated[tuple[Key, ...], AfterValidator(check_pair), WithJsonSchema(PAIR)]


class Insert(Departure):
    """An extra host at a session, for which the order waits."""

    at: Key
    insert: PartyRef


def check_kind(value: Any) -> Any:
    named = [kind for kind in KINDS if kind in value] if isinstance(value, dict) else [""]
    if len(named) != 1:
        raise ValueError("an exception says one of skip, swap and insert, and gives a reason")
    return value


def kind_of(value: Any) -> str:
    for kind in KINDS:
        if hasattr(value, kind) or (isinstance(value, dict) and kind in value):
            return f"({kind})"
    return "(skip)"


RotationException = Annotated[
    Annotated[Skip, Tag("(skip)")]
    | Annotated[Swap, Tag("(swap)")]
    | Annotated[Insert, Tag("(insert)")],
    Discriminator(kind_of),
    BeforeValidator(check_kind),
]


class Start(Entry):
    """The party an order starts with, and which of its places where it stands in several."""

    party: PartyRef
    position: Annotated[int, Field(ge=1, le=99)]


def is_start(value: Any) -> str:
    return "(place)" if isinstance(value, dict | Start) else "(party)"


class Era(Sourced):
    """A time in which one order of hosts held, from the session it starts with."""

    start: Annotated[Key, Field(alias="from")]
    until: Key | None = None
    starts_with: Annotated[
        Annotated[PartyRef, Tag("(party)")] | Annotated[Start, Tag("(place)")],
        Discriminator(is_start),
    ]
    order: Order
    basis: Basis
    exceptions: tuple[RotationException, ...] = ()

    @property
    def first(self) -> tuple[PartyId, int]:
        """The party it starts with, and which of its places in the order, counted from 1."""
        match self.starts_with:
            case Start(party=party, position=position):
                return party, position
        return self.starts_with, 1
