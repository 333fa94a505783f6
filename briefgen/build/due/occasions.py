"""What is due by itself: the next session of a mechanism, those with participants, last year."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.register.ids import MechanismId, PartyId, SessionId
from briefgen.register.register import Register
from briefgen.rules.members import sides_on
from briefgen.rules.order import parties_in_order
from briefgen.rules.snapshot import Snapshot, next_key, snapshot

UPCOMING = frozenset({"planned", "postponed"})


@dataclass(frozen=True)
class Occasions:
    """What a register gives occasion to write, as of a day."""

    known: Snapshot

    def next_session(self, mechanism: MechanismId) -> Iterator[SessionId]:
        """The session after the last one held, if it can be told which that is."""
        key = next_key(self.known, mechanism)
        if key is not None:
            yield f"{mechanism}/{key}"

    def with_participants(self, mechanism: MechanismId) -> Iterator[SessionId]:
        """The sessions of which any participant is recorded."""
        sessions = self.known.register.sessions_of(mechanism)
        return (each.id for each in sessions if each.participants)

    def to_come(self, mechanism: MechanismId) -> Iterator[SessionId]:
        """Those of them that come after the last one held, and were not called off.

        One that stands as planned before it is no longer to come, whatever became of it.
        """
        register, series = self.known.register, self.known.register.series[mechanism]
        following = next_key(self.known, mechanism)
        for session in register.sessions_of(mechanism):
            is_ahead = following and series.place(session.key) >= series.place(following)
            if is_ahead and session.participants and session.status in UPCOMING:
                yield session.id

    def takes_part(self, party: PartyId, mechanism: MechanismId) -> bool:
        """Whether a party is one of a mechanism's on the day."""
        register, day = self.known.register, self.known.on
        sides = sides_on(register.parties, register.mechanisms[mechanism], day)
        return party in parties_in_order(sides)

    @property
    def last_year(self) -> int:
        """The year before the day's."""
        return self.known.on.year - 1


def occasions(register: Register, day: datetime.date) -> Occasions:
    """What a register gives occasion to write."""
    return Occasions(snapshot(register, day))
