"""The order of hosts: parties in turn, lists that take turns within, groups that choose."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import AfterValidator, Discriminator, Field, Tag
from typing_extensions import TypeAliasType

from briefgen.register.ids import PartyId
from briefgen.register.models.entries import Entry
from briefgen.register.references import Party as PartyRef

ONE, SEVERAL, CHOICE = "(party)", "(parties)", "(choice)"
"""The shapes of an order's members; the brackets keep them apart from keys."""


def check_group(parties: tuple[PartyId, ...]) -> tuple[PartyId, ...]:
    if len(parties) < 2:
        raise ValueError("must name two parties at least, since a group chooses among its own")
    if len(set(parties)) < len(parties):
        raise ValueError("must name each party once")
    return parties


class Choice(Entry):
    """A group whose turn comes as one; which of its parties hosts, it decides by itself."""

    choose: Annotated[
        tuple[PartyRef, ...], AfterValidator(check_group), Field(json_schema_extra={"minItems": 2})
    ]


def shape_of(member: Any) -> str:
    match member:
        case tuple():
            return SEVERAL
        case Choice() | {"choose": _}:
            return CHOICE
    return ONE


if TYPE_CHECKING:  # mypy follows a recursive alias only where it is written plainly
    Order: TypeAlias = tuple["PartyId | Choice | Order", ...]
else:
    Order = TypeAliasType(
        "Order",
        Annotated[
            tuple[
                Annotated[
                    Annotated[PartyRef, Tag(ONE)]
                    | Annotated["Order", Tag(SEVERAL)]
                    | Annotated[Choice, Tag(CHOICE)],
                    Discriminator(shape_of),
                ],
                ...,
            ],
            Field(min_length=1, description="Parties in turn; a list in one's place takes turns"),
        ],
    )
Member = PartyId | Choice | Order
Steps = tuple[int | str, ...]
"""The indexes, and within a choice the key, that lead to a party in an order as it is written."""


def parties_in(order: Order) -> tuple[PartyId, ...]:
    """The parties of an order, nested ones included, as they are written."""
    return tuple(party for party, _ in turns_in(order))


def turns_in(order: Order) -> Iterator[tuple[PartyId, Steps]]:
    """The same, each with what leads to it."""
    for index, member in enumerate(order):
        match member:
            case str():
                yield member, (index,)
            case Choice():
                yield from (
                    (party, (index, "choose", at)) for at, party in enumerate(member.choose)
                )
            case _:
                yield from ((party, (index, *steps)) for party, steps in turns_in(member))
