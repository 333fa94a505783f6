"""What a session reviewed of earlier commitments, and what it did not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from briefgen.register.ids import CommitmentId, SessionId
from briefgen.register.register import Session
from briefgen.rules.ledger import LedgerLine
from briefgen.rules.snapshot import Snapshot

Group = Literal["reported", "elsewhere", "silent", "left"]


@dataclass(frozen=True)
class Review:
    """What stood open before a session, by what it did with each.

    `reported` it told progress of; `elsewhere` a session held together with it did; of `silent` it
    reviewed the session as a whole without telling of them; `left` it did not review at all.
    """

    session: Session
    reported: tuple[CommitmentId, ...]
    elsewhere: tuple[CommitmentId, ...]
    silent: tuple[CommitmentId, ...]
    left: tuple[CommitmentId, ...]


def review(known: Snapshot, session: Session, before: Sequence[LedgerLine]) -> Review:
    """What a session reviewed, given the ledger as it stood on its eve.

    Of a session whose day is unknown that may hold more: only what earlier numbers made counts.
    """
    series = known.register.series[session.mechanism]
    told = {entry.commitment for entry in session.progress}
    with_it = held_together(known, session)
    others = {entry.commitment for each in with_it for entry in each.progress}
    reviewed = {name for each in (session, *with_it) for name in each.reviews}
    groups: dict[Group, list[CommitmentId]] = {name: [] for name in get_args(Group)}
    for line in before:
        if line.is_open and series.place(line.session.key) < series.place(session.key):
            groups[group_of(line, told, others, reviewed)].append(line.id)
    return Review(session, **{name: tuple(ids) for name, ids in groups.items()})


def group_of(
    line: LedgerLine,
    told: set[CommitmentId],
    others: set[CommitmentId],
    reviewed: set[SessionId],
) -> Group:
    if line.id in told:
        return "reported"
    if line.id in others:
        return "elsewhere"
    return "silent" if line.session.id in reviewed else "left"


def held_together(known: Snapshot, session: Session) -> tuple[Session, ...]:
    """The sessions of other mechanisms that were held with a session, whichever file says so."""
    sessions = known.register.sessions
    return tuple(sessions[name] for name in known.register.companions.get(session.id, ()))
