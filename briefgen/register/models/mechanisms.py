"""Mechanisms: who meets in what order, and how sessions are numbered."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator
from typing_extensions import TypeAliasType

from briefgen.register.ids import PartyId
from briefgen.register.models.entries import Entry, Fact, Note, Sourced
from briefgen.register.numbering import is_key
from briefgen.register.references import MechanismRef
from briefgen.register.references import Party as PartyRef
from briefgen.register.texts import Text


def shape_of(member: Any) -> str:
    return "group" if isinstance(member, tuple) else "party"


def read_key(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def check_key(value: str) -> str:
    if not is_key(value):
        raise ValueError(f"'{value}' is no session key; write 10, 2023 or 2007H1")
    return value


Order = TypeAliasType(
    "Order",
    Annotated[
        tuple[
            Annotated[
                Annotated[PartyRef, Tag("party")] | Annotated["Order", Tag("group")],
                Discriminator(shape_of),
            ],
            ...,
        ],
        Field(min_length=1, description="Parties in turn; a list in the place of a party takes turns"),
    ],
)
Key = Annotated[
    str,
    BeforeValidator(read_key),
    AfterValidator(check_key),
    Field(description="A session's key: its ordinal, year or half-year"),
]


class Era(Sourced):
    """A time in which one order of hosts held, from the session it starts with."""

    start: Annotated[Key, Field(alias="from")]
    starts_with: PartyRef
    order: Order
    basis: Literal["agreed", "observed"]

    @model_validator(mode="after")
    def order_is_usable(self) -> Self:
        """Every party stands once in the order, and the one it starts with is among them."""
        members = parties_in(self.order)
        if len(set(members)) < len(members):
            raise ValueError("a party stands twice in the order of rotation")
        if self.starts_with not in members:
            raise ValueError(f"the order of rotation does not contain '{self.starts_with}'")
        return self


def parties_in(order: Order) -> tuple[PartyId, ...]:
    """The parties of an order, nested ones included, as they are written."""
    nested = (parties_in(member) if isinstance(member, tuple) else (member,) for member in order)
    return tuple(party for parties in nested for party in parties)


class Numbering(Entry):
    """What a session is counted by."""

    by: Literal["ordinal", "year", "half-year"]


class Side(Entry):
    """The parties of one country, in the mechanism's own order."""

    country: Annotated[str, Field(pattern="^[A-Z]{2}$", description="ISO 3166-1, such as VN")]
    name: Text
    parties: Annotated[tuple[PartyRef, ...], Field(min_length=1)]


class Mechanism(Sourced):
    """A series of sessions between the same parties."""

    name: Text
    short_name: Text
    aliases: tuple[Text, ...] = ()
    sides: Annotated[tuple[Side, ...], Field(min_length=1)]
    numbering: Numbering
    rotation: tuple[Era, ...] = ()
    held_with: MechanismRef | None = None
    background: tuple[Fact, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def parties(self) -> tuple[PartyId, ...]:
        """All parties, side by side in the mechanism's own order."""
        return tuple(party for side in self.sides for party in side.parties)

    @model_validator(mode="after")
    def parties_stand_once(self) -> Self:
        """No party is on two sides or twice on one, and only parties take turns as hosts."""
        if len(set(self.parties)) < len(self.parties):
            raise ValueError("a party stands twice on the sides of this mechanism")
        for era in self.rotation:
            for party in parties_in(era.order):
                if party not in self.parties:
                    raise ValueError(f"'{party}' takes turns but is on no side of this mechanism")
        return self
