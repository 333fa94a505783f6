"""Mechanisms: who meets in what order, and how sessions are numbered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeAlias

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)
from typing_extensions import TypeAliasType

from briefgen.problems import quoted
from briefgen.register.forms import Country
from briefgen.register.ids import PartyId
from briefgen.register.models.entries import Entry, Fact, Note, Sourced
from briefgen.register.numbering import is_key
from briefgen.register.references import MechanismRef
from briefgen.register.references import Party as PartyRef
from briefgen.register.texts import Text
from briefgen.register.wrong import wrong_at

ONE, SEVERAL = "(party)", "(parties)"
"""The shapes of an order's members; the brackets keep them apart from keys."""


def shape_of(member: Any) -> str:
    return SEVERAL if isinstance(member, tuple) else ONE


def read_key(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def check_key(value: str) -> str:
    if not is_key(value):
        raise ValueError(f"{quoted(value)} is no session key; write 10, 2023 or 2007H1")
    return value


if TYPE_CHECKING:  # mypy follows a recursive alias only where it is written plainly
    Order: TypeAlias = tuple["PartyId | Order", ...]
else:
    Order = TypeAliasType(
        "Order",
        Annotated[
            tuple[
                Annotated[
                    Annotated[PartyRef, Tag(ONE)] | Annotated["Order", Tag(SEVERAL)],
                    Discriminator(shape_of),
                ],
                ...,
            ],
            Field(min_length=1, description="Parties in turn; a list in one's place takes turns"),
        ],
    )
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


class Era(Sourced):
    """A time in which one order of hosts held, from the session it starts with."""

    start: Annotated[Key, Field(alias="from")]
    starts_with: PartyRef
    order: Order
    basis: Literal["agreed", "observed"]

    @model_validator(mode="after")
    def order_is_usable(self) -> Self:
        """Every party stands once in the order, and the one it starts with is among them."""
        seen: set[PartyId] = set()
        for party, steps in turns_in(self.order):
            if party in seen:
                message = f"'{party}' stands twice in the order; name each party once"
                raise wrong_at(message, "order", *steps)
            seen.add(party)
        if self.starts_with not in seen:
            message = f"'{self.starts_with}' is not in the order; add it, or start with another"
            raise wrong_at(message, "starts_with")
        return self


def parties_in(order: Order) -> tuple[PartyId, ...]:
    """The parties of an order, nested ones included, as they are written."""
    return tuple(party for party, _ in turns_in(order))


def turns_in(order: Order) -> Iterator[tuple[PartyId, tuple[int, ...]]]:
    """The same, each with the indexes that lead to it."""
    for index, member in enumerate(order):
        if isinstance(member, tuple):
            yield from ((party, (index, *steps)) for party, steps in turns_in(member))
        else:
            yield member, (index,)


class Numbering(Entry):
    """What a session is counted by."""

    by: Literal["ordinal", "year", "half-year"]


class Side(Entry):
    """The parties of one country, in the mechanism's own order."""

    country: Country
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
        """No party is on two sides, or twice on one."""
        seen: set[PartyId] = set()
        for index, side in enumerate(self.sides):
            for position, party in enumerate(side.parties):
                if party in seen:
                    message = f"'{party}' stands twice on the sides of this mechanism; keep one"
                    raise wrong_at(message, "sides", index, "parties", position)
                seen.add(party)
        return self

    @model_validator(mode="after")
    def hosts_are_on_a_side(self) -> Self:
        """Only parties of the mechanism take turns as hosts."""
        for index, era in enumerate(self.rotation):
            for party, steps in turns_in(era.order):
                if party not in self.parties:
                    message = f"'{party}' takes turns but is on no side of this mechanism"
                    raise wrong_at(f"{message}; add it there", "rotation", index, "order", *steps)
        return self
