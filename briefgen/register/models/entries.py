"""What all entries share: strictness, sources, notes."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from briefgen.register.references import EntryRef, SourceRef
from briefgen.register.texts import Text


class Entry(BaseModel):
    """An entry that holds known keys only, of exact types, and never changes."""

    # Built only when a file is read by it, and not once more for itself when another holds it.
    # So a default that is an entry is made by `model_construct`: to check it would build its model.
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, validate_by_alias=True, defer_build=True
    )


class Sourced(Entry):
    """An entry that names at least one source."""

    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Note(Sourced):
    """Something to check: a conflict between sources, a gap, a doubt."""

    kind: Literal["conflict", "gap", "doubt"]
    about: EntryRef
    text: Text


class Fact(Sourced):
    """A fact in our own words, with its source."""

    text: Text


def as_decimal(value: Any) -> Any:
    """An integer as a decimal; YAML holds both."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    return Decimal(value) if whole else value


Number = Annotated[Decimal, BeforeValidator(as_decimal), WithJsonSchema({"type": "number"})]
