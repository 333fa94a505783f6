"""Which fields name which entries: one rule, declared in a field's type and checked on reading."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from briefgen.problems import quoted
from briefgen.register.forms import Id
from briefgen.register.guesses import guesses_of
from briefgen.register.wrong import wrong_at

Kind = Literal[
    "party", "person", "area", "source", "mechanism", "session", "commitment", "entry", "style"
]
KnownIds = Mapping[str, Collection[str]]
"""The ids that the register holds, by kind; an `entry` is `people/ID`, `sessions/ID` and so on."""
DEFINED: Mapping[Kind, str] = {
    "party": "to data/parties.yaml",
    "person": "to data/people.yaml",
    "area": "to data/areas.yaml",
    "source": "to data/sources.yaml",
    "mechanism": "as data/mechanisms/ID/mechanism.yaml",
    "session": "as data/mechanisms/ID/KEY.yaml",
    "commitment": "to its session's commitments",
    "entry": "to the register",
    "style": "as templates/styles/ID.yaml",
}


@dataclass(frozen=True)
class Reference:
    """That a field names an entry of this kind, or one of a few fixed words."""

    kind: Kind
    also: tuple[str, ...] = ()

    def __call__(self, value: str, info: ValidationInfo) -> str:
        """The id itself; a problem with the nearest name when no such entry exists."""
        known = info.context["known"][self.kind] if info.context else ()
        if value in self.also or value in known:
            return value
        near = guesses_of(info).did_you_mean(value, known, self.also)
        advice = near or f"; add it {DEFINED[self.kind]} or correct the name"
        raise wrong_at(f"no {self.kind} {quoted(value)}{advice}")


def description(kind: Kind, example: str) -> str:
    return f"The id of a {kind}, such as {example}"


Party = Annotated[
    str, AfterValidator(Reference("party")), Field(description=description("party", "lang-son"))
]
PartyOrAll = Annotated[
    str,
    AfterValidator(Reference("party", also=("all",))),
    Field(description="The id of a party, or all"),
]
Person = Annotated[
    str,
    AfterValidator(Reference("person")),
    Field(description=description("person", "bui-van-khang")),
]
Area = Annotated[
    str, AfterValidator(Reference("area")), Field(description=description("area", "border-gates"))
]
SourceRef = Annotated[
    str, AfterValidator(Reference("source")), Field(description=description("source", "vna-2023"))
]
MechanismRef = Annotated[
    str,
    AfterValidator(Reference("mechanism")),
    Field(description=description("mechanism", "jwc-guangxi")),
]
SessionRef = Annotated[
    str,
    AfterValidator(Reference("session")),
    Field(description=description("session", "jwc-guangxi/14")),
]
CommitmentRef = Annotated[
    str,
    AfterValidator(Reference("commitment")),
    Field(description=description("commitment", "jwc-guangxi/10/4")),
]
StyleRef = Annotated[
    Id, AfterValidator(Reference("style")), Field(description=description("house style", "plain"))
]
EntryRef = Annotated[
    str,
    AfterValidator(Reference("entry")),
    Field(description="What it is about: people/doan-thu-ha, sessions/jwc-guangxi/14"),
]
