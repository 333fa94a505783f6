"""Which mechanisms documents of one look at: a register in memory, cut to a part of itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefgen.register.ids import MechanismId
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.register import Register, Session

Names = frozenset[MechanismId]


@dataclass(frozen=True)
class Kin:
    """The parts of a register; each holds what `read_part` would read, its lists whole.

    Documents of a mechanism are the same from its part, and take the time of its part.
    """

    register: Register
    parts: dict[MechanismId, Register] = field(default_factory=dict, compare=False)

    def part(self, mechanism: MechanismId) -> Register:
        """What documents of a mechanism look at; the whole register where there is none such."""
        if mechanism not in self.register.mechanisms:
            return self.register
        if mechanism not in self.parts:
            self.parts[mechanism] = self.cut(self.kin_of(mechanism))
        return self.parts[mechanism]

    def cut(self, names: Names) -> Register:
        whole = self.register
        return replace(
            whole,
            mechanisms={name: rule for name, rule in whole.mechanisms.items() if name in names},
            sessions={
                session.id: session
                for name in whole.mechanisms
                if name in names
                for session in self.sessions[name]
            },
        )

    def kin_of(self, mechanism: MechanismId) -> Names:
        """The mechanism, those that it names and that name it, and to what these lead on."""
        found: Names = frozenset([mechanism])
        waiting = self.named[mechanism] | self.naming.get(mechanism, frozenset())
        while waiting := waiting - found:
            found |= waiting
            waiting = frozenset().union(*(self.followed[name] for name in waiting))
        return found

    @cached_property
    def sessions(self) -> Mapping[MechanismId, tuple[Session, ...]]:
        """The sessions of each mechanism, in the order of the register."""
        found: dict[MechanismId, list[Session]] = {name: [] for name in self.register.mechanisms}
        for session in self.register.sessions.values():
            found[session.mechanism].append(session)
        return {name: tuple(own) for name, own in found.items()}

    @cached_property
    def followed(self) -> Mapping[MechanismId, Names]:
        """The mechanisms whose commitments others' follow, or that notes are about."""
        return {
            name: self.mechanisms_in(each for session in own for each in leading_on(session))
            for name, own in self.sessions.items()
        }

    @cached_property
    def named(self) -> Mapping[MechanismId, Names]:
        """The mechanisms that the files of each name."""
        return {
            name: self.followed[name]
            | self.mechanisms_in(named_by_rule(self.register.mechanisms[name]))
            | self.mechanisms_in(each for session in own for each in named_by(session))
            for name, own in self.sessions.items()
        }

    @cached_property
    def naming(self) -> Mapping[MechanismId, Names]:
        """The mechanisms of which a session names each."""
        found: dict[MechanismId, Names] = {}
        for name, own in self.sessions.items():
            names = self.mechanisms_in(each for session in own for each in named_by(session))
            for other in names | self.followed[name]:
                found[other] = found.get(other, frozenset()) | {name}
        return found

    def mechanisms_in(self, ids: Iterable[str]) -> Names:
        """The mechanisms in ids such as `ID`, `ID/KEY`, `ID/KEY/NUMBER`, `sessions/ID/KEY`."""
        steps = (step for each in ids for step in each.split("/", 2)[:2])
        return frozenset(step for step in steps if step in self.register.mechanisms)


def leading_on(session: Session) -> Iterator[str]:
    """What documents look up, also where another mechanism's session names it."""
    for commitment in session.commitments:
        yield from commitment.follows
    for note in session.notes:
        yield note.about


def named_by(session: Session) -> Iterator[str]:
    """What else a session names."""
    yield from session.reviews
    yield from (entry.commitment for entry in session.progress)
    if session.held_with is not None:
        yield session.held_with


def named_by_rule(mechanism: Mechanism) -> Iterator[str]:
    """What a mechanism's own file names."""
    yield from (note.about for note in mechanism.notes)
    if mechanism.held_with is not None:
        yield mechanism.held_with
