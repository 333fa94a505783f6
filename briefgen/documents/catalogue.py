"""The kinds of documents: what prepares each, the template that shows it, how it is handed out.

What prepares a document is imported when one is wanted: each kind has many views of its own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefgen.documents.document import Document
from briefgen.documents.editions import Edition
from briefgen.documents.orders import MatrixOrder, SessionOrder, SignInOrder, SummaryOrder
from briefgen.register.register import Register

Order = TypeVar("Order")


@dataclass(frozen=True)
class DocumentKind(Generic[Order]):
    """A kind of document, with the edition and the formats that it has unless told otherwise."""

    name: str
    prepare: Callable[[Register, Order], Document]
    template: str
    edition: Edition
    formats: tuple[str, ...] = ("docx", "pdf")


def prepare_brief(register: Register, order: SessionOrder) -> Document:
    from briefgen.documents.brief import prepare_brief

    return prepare_brief(register, order)


def prepare_minutes(register: Register, order: SessionOrder) -> Document:
    from briefgen.documents.minutes import prepare_minutes

    return prepare_minutes(register, order)


def prepare_sign_in(register: Register, order: SignInOrder) -> Document:
    from briefgen.documents.sign_in import prepare_sign_in

    return prepare_sign_in(register, order)


def prepare_matrix(register: Register, order: MatrixOrder) -> Document:
    from briefgen.documents.matrix import prepare_matrix

    return prepare_matrix(register, order)


def prepare_summary(register: Register, order: SummaryOrder) -> Document:
    from briefgen.documents.summary import prepare_summary

    return prepare_summary(register, order)


def prepare_participants(register: Register, order: SessionOrder) -> Document:
    from briefgen.documents.participants import prepare_participants

    return prepare_participants(register, order)


def prepare_cards(register: Register, order: SessionOrder) -> Document:
    from briefgen.documents.participants import prepare_cards

    return prepare_cards(register, order)


def prepare_delegates_form(register: Register, order: SessionOrder) -> Document:
    from briefgen.documents.delegates_form import prepare_delegates_form

    return prepare_delegates_form(register, order)


WITH_TABLE = ("docx", "pdf", "xlsx")
BRIEF: DocumentKind[SessionOrder] = DocumentKind(
    "brief", prepare_brief, "brief.html.j2", "internal"
)
MINUTES: DocumentKind[SessionOrder] = DocumentKind(
    "minutes", prepare_minutes, "minutes.html.j2", "shared"
)
SIGN_IN: DocumentKind[SignInOrder] = DocumentKind(
    "sign-in", prepare_sign_in, "sign-in.html.j2", "shared"
)
COMMITMENTS: DocumentKind[MatrixOrder] = DocumentKind(
    "commitments", prepare_matrix, "commitments.html.j2", "shared", WITH_TABLE
)
SUMMARY: DocumentKind[SummaryOrder] = DocumentKind(
    "summary", prepare_summary, "summary.html.j2", "internal"
)
PARTICIPANTS: DocumentKind[SessionOrder] = DocumentKind(
    "participants", prepare_participants, "participants.html.j2", "shared"
)
PLACE_CARDS: DocumentKind[SessionOrder] = DocumentKind(
    "place-cards", prepare_cards, "place-cards.html.j2", "shared"
)
BADGES: DocumentKind[SessionOrder] = DocumentKind(
    "badges", prepare_cards, "badges.html.j2", "shared"
)
DELEGATES_FORM: DocumentKind[SessionOrder] = DocumentKind(
    "delegates", prepare_delegates_form, "delegates.html.j2", "shared", ("xlsx",)
)
LAYOUTS: Mapping[str, DocumentKind[SessionOrder]] = {
    "list": PARTICIPANTS,
    "place-cards": PLACE_CARDS,
    "badges": BADGES,
}
"""How participants are printed, beside sign-in sheets."""
