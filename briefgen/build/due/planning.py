"""The plan: every document that is due, ordered as its own command would order it."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from briefgen.build.due.occasions import Occasions, occasions
from briefgen.build.output import too_many, unknown
from briefgen.documents.catalogue import (
    BADGES,
    BRIEF,
    COMMITMENTS,
    MINUTES,
    PARTICIPANTS,
    PLACE_CARDS,
    SIGN_IN,
    SUMMARY,
    DocumentKind,
)
from briefgen.documents.document import Document
from briefgen.documents.editions import Edition
from briefgen.documents.orders import (
    AnyOrder,
    MatrixOrder,
    SessionOrder,
    SignInOrder,
    SummaryOrder,
)
from briefgen.problems import UsageError
from briefgen.register.ids import MechanismId, PartyId, SessionId
from briefgen.register.models.due import Due
from briefgen.register.register import Register
from briefgen.register.texts import Language
from briefgen.rendering.languages import LANGUAGES

Order = TypeVar("Order", bound=AnyOrder)
SomeSession = TypeVar("SomeSession", bound=SessionOrder)
Copy = tuple[Language, ...]
"""The languages of a copy: one, or two beside one another."""


@dataclass(frozen=True)
class Planned:
    """A document that is due, not prepared yet; it has its usual style where none is named."""

    kind: str
    template: str
    order: AnyOrder
    prepare: Callable[[Register], Document]
    languages: Copy
    style: str | None
    formats: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One entry of what is due, with what it leaves to be told by the register and the day."""

    due: Due
    occasions: Occasions
    languages: tuple[Copy, ...]

    @property
    def as_of(self) -> datetime.date:
        """The day of all documents."""
        return self.occasions.known.on

    @property
    def mechanisms(self) -> tuple[MechanismId, ...]:
        """Those that are named, else all."""
        return self.due.mechanisms or tuple(self.occasions.known.register.mechanisms)

    @property
    def readers(self) -> tuple[PartyId | None, ...]:
        """Whose copies there are; one without a name is the home party's."""
        return self.due.perspectives or (None,)

    def readers_of(self, mechanism: MechanismId) -> tuple[PartyId | None, ...]:
        """The same without those that take no part in a mechanism."""
        takes_part = self.occasions.takes_part
        return tuple(each for each in self.readers if each is None or takes_part(each, mechanism))

    def editions(self, usual: Edition) -> tuple[Edition, ...]:
        """Those that are named, else the usual one."""
        return self.due.editions or (usual,)

    def copies(self, kind: DocumentKind[Order], orders: Iterable[Order]) -> Iterator[Planned]:
        """What is ordered in every language and style."""
        formats = self.due.formats or kind.formats
        ways = [*product(self.languages, self.due.styles or (None,))]
        for order, (languages, style) in product(orders, ways):
            prepare = prepared_by(kind, order)
            yield Planned(kind.name, kind.template, order, prepare, languages, style, formats)


Expansion = Callable[[Entry], Iterator[Planned]]


def plan(register: Register, day: datetime.date, usual: Copy) -> Iterator[Planned]:
    """Every document that is due; a copy is in the usual languages where none are named.

    Raises UsageError for languages that documents can't be in.
    """
    check_languages(copy for due in register.due for copy in due.languages or ())
    found = occasions(register, day)
    for due in register.due:
        entry = Entry(due, found, due.languages or (usual,))
        for name in dict.fromkeys(due.documents):
            yield from EXPANSIONS[name](entry)


def check_languages(copies: Iterable[Copy]) -> None:
    copies = tuple(dict.fromkeys(copies))
    named = dict.fromkeys(language for copy in copies for language in copy)
    problems = [*unknown("language", [*named], list(LANGUAGES))]
    problems += [problem for copy in copies for problem in too_many(copy)]
    if problems:
        raise UsageError(problems)


def prepared_by(kind: DocumentKind[Order], order: Order) -> Callable[[Register], Document]:
    return lambda register: kind.prepare(register, order)


def of_sessions(
    kind: DocumentKind[SomeSession],
    order: Callable[[SessionId, datetime.date, Edition, PartyId | None], SomeSession],
    sessions: Callable[[Occasions, MechanismId], Iterator[SessionId]],
) -> Expansion:
    """A document of each session that gives occasion for it."""

    def expanded(entry: Entry) -> Iterator[Planned]:
        for mechanism in entry.mechanisms:
            names = sessions(entry.occasions, mechanism)
            each = product(names, entry.editions(kind.edition), entry.readers_of(mechanism))
            orders = (order(name, entry.as_of, edition, reader) for name, edition, reader in each)
            yield from entry.copies(kind, orders)

    return expanded


def matrices(entry: Entry) -> Iterator[Planned]:
    for mechanism in entry.mechanisms:
        each = product(entry.editions(COMMITMENTS.edition), entry.readers_of(mechanism))
        orders = (MatrixOrder(mechanism, entry.as_of, edition, reader) for edition, reader in each)
        yield from entry.copies(COMMITMENTS, orders)


def summaries(entry: Entry) -> Iterator[Planned]:
    """One of each year over all mechanisms, or over each of those that are named."""
    years = entry.due.years or (entry.occasions.last_year,)
    for mechanism in entry.due.mechanisms or (None,):
        readers = entry.readers if mechanism is None else entry.readers_of(mechanism)
        each = product(years, entry.editions(SUMMARY.edition), readers)
        orders = (
            SummaryOrder(year, entry.as_of, edition, reader, mechanism)
            for year, edition, reader in each
        )
        yield from entry.copies(SUMMARY, orders)


EXPANSIONS: Mapping[str, Expansion] = {
    BRIEF.name: of_sessions(BRIEF, SessionOrder, Occasions.next_session),
    MINUTES.name: of_sessions(MINUTES, SessionOrder, Occasions.next_session),
    PARTICIPANTS.name: of_sessions(PARTICIPANTS, SessionOrder, Occasions.with_participants),
    SIGN_IN.name: of_sessions(SIGN_IN, SignInOrder, Occasions.to_come),
    PLACE_CARDS.name: of_sessions(PLACE_CARDS, SessionOrder, Occasions.to_come),
    BADGES.name: of_sessions(BADGES, SessionOrder, Occasions.to_come),
    COMMITMENTS.name: matrices,
    SUMMARY.name: summaries,
}
"""What is due under each name."""
