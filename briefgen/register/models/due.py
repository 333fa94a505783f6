"""What is due: which documents `briefgen build` makes, of what, for whom, and how."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from briefgen.register.forms import LANGUAGE, LanguageTag
from briefgen.register.models.entries import Entry
from briefgen.register.references import MechanismRef, StyleRef
from briefgen.register.references import Party as PartyRef

DocumentName = Literal[
    "brief",
    "summary",
    "commitments",
    "participants",
    "sign-in",
    "place-cards",
    "badges",
    "minutes",
]
FormatName = Literal["docx", "pdf", "xlsx", "html"]


def as_copy(value: Any) -> Any:
    """A language alone as a copy in that language."""
    return (value,) if isinstance(value, str) else value


TAG = {"type": "string", "pattern": LANGUAGE}
Copy = Annotated[
    tuple[LanguageTag, ...],
    BeforeValidator(as_copy),
    Field(min_length=1, max_length=2),
    WithJsonSchema(
        {
            "anyOf": [TAG, {"type": "array", "items": TAG, "minItems": 1, "maxItems": 2}],
            "description": "The language of a copy, such as vi; of one in two: [vi, zh-Hans]",
        }
    ),
]
"""The languages of a copy: one, or two beside one another."""
Year = Annotated[int, Field(ge=1000, le=9999)]


class Due(Entry):
    """Some documents that are due; what is left out is as usual for each of them.

    Each is made once for every mechanism, language, style, edition and perspective that is named
    here. `years` are those of summaries.
    """

    documents: Annotated[tuple[DocumentName, ...], Field(min_length=1)]
    mechanisms: tuple[MechanismRef, ...] | None = None
    years: tuple[Year, ...] | None = None
    languages: Annotated[tuple[Copy, ...], Field(min_length=1)] | None = None
    styles: Annotated[tuple[StyleRef, ...], Field(min_length=1)] | None = None
    formats: Annotated[tuple[FormatName, ...], Field(min_length=1)] | None = None
    editions: Annotated[tuple[Literal["internal", "shared"], ...], Field(min_length=1)] | None = (
        None
    )
    perspectives: Annotated[tuple[PartyRef, ...], Field(min_length=1)] | None = None


USUALLY: tuple[DocumentName, ...] = (
    "brief",
    "participants",
    "sign-in",
    "place-cards",
    "badges",
    "commitments",
    "summary",
)


def usually_due() -> tuple[Due, ...]:
    """What is due where nothing else is said."""
    return (Due.model_construct(documents=USUALLY),)
