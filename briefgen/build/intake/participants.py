"""What a list adds to a session's participants."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefgen.build.intake.attending import attending, completed, differs
from briefgen.build.intake.wordings import Languages, says, written
from briefgen.problems import Problem
from briefgen.register.editing.values import Addition, NewItem, NewKey, Value
from briefgen.register.ids import PersonId, SourceId
from briefgen.register.models.attendance import Participant
from briefgen.register.register import Session
from briefgen.rules.attendees import Attendee
from briefgen.rules.known_people import Index

KEY = "participants"
NO_DELEGATION = "no delegation or organisation is told of this person; none is recorded"


@dataclass
class Participants:
    """The additions to a session while rows are gone through, one after the other."""

    session: Session | None
    source: SourceId
    languages: Languages
    new: list[dict[str, Value]] = field(default_factory=list)
    completions: list[Addition] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def place_of(self, attendee: Attendee, person: PersonId) -> Index | None:
        """Where somebody stands among the participants; the line of the same party first."""
        places = self.places.get(person, ())
        same = (index for index, each in places if each.party == attendee.party)
        return next(same, next((index for index, _ in places), None))

    @cached_property
    def places(self) -> Mapping[PersonId, list[tuple[Index, Participant]]]:
        """The lines of the session on which each person stands."""
        found: dict[PersonId, list[tuple[Index, Participant]]] = defaultdict(list)
        for index, each in enumerate(self.session.participants if self.session else ()):
            if each.person is not None:
                found[each.person].append((index, each))
        return found

    def add(self, attendee: Attendee, person: PersonId) -> None:
        """Somebody who isn't among the participants yet."""
        delegate = attendee.delegate
        origin = self.origin(attendee)
        if not origin:
            self.warnings.append(delegate.cell.warning("no-delegation", NO_DELEGATION))
        entry: dict[str, Value] = {"person": person, **origin}
        if delegate.role is not None:
            entry["role"] = delegate.role.text
        if delegate.office is not None:
            entry["capacity"] = written(delegate.office, self.languages)
        entry |= attending(delegate, self.session).entries
        if self.session is not None and self.source not in self.session.sources:
            entry["sources"] = (self.source,)
        self.new.append(entry)

    def origin(self, attendee: Attendee) -> dict[str, Value]:
        """The party and organisation that somebody comes from."""
        found: dict[str, Value] = {}
        if attendee.party is not None:
            found["party"] = attendee.party
        if attendee.organisation is not None:
            found["organisation"] = written(attendee.organisation, self.languages)
        return found

    def complete(self, attendee: Attendee, session: Session, index: Index, *, knows: bool) -> None:
        """What the list knows more of somebody recorded; `knows`: their office is known."""
        participant = session.participants[index]
        attends = completed(attendee.delegate, participant, session)
        self.warnings += attends.warnings
        entries = {
            **self.lacking_origin(attendee, participant),
            **self.lacking_function(attendee, participant, knows=knows),
            **attends.entries,
        }
        if not entries:
            return
        self.completions += [NewKey((KEY, index), key, text) for key, text in entries.items()]
        self.cite(session, participant, index)

    def lacking_origin(self, attendee: Attendee, participant: Participant) -> dict[str, Value]:
        found = self.origin(attendee)
        if participant.party is not None and "party" in found:
            said = attendee.delegate.party or attendee.delegate.organisation
            if participant.party != attendee.party and said is not None:
                self.warnings.append(differs(said, participant.party))
            del found["party"]
        if participant.organisation is not None and "organisation" in found:
            said = attendee.organisation
            if not attendee.is_of(participant.organisation) and said is not None:
                self.warnings.append(differs(said, participant.organisation.best().text))
            del found["organisation"]
        return found

    def lacking_function(
        self, attendee: Attendee, participant: Participant, *, knows: bool
    ) -> dict[str, Value]:
        role, office = attendee.delegate.role, attendee.delegate.office
        found: dict[str, Value] = {}
        if role is not None and participant.role is None:
            found["role"] = role.text
        elif role is not None and role.text != participant.role:
            self.warnings.append(differs(role, str(participant.role)))
        if office is not None and participant.capacity is None and not knows:
            found["capacity"] = written(office, self.languages)
        elif office is not None and participant.capacity and not says(office, participant.capacity):
            self.warnings.append(differs(office, participant.capacity.best().text))
        return found

    def cite(self, session: Session, participant: Participant, index: Index) -> None:
        """Names the source beside those of a participant, which are the session's by default."""
        if self.source in (participant.sources or session.sources):
            return
        if participant.sources:
            self.completions.append(NewItem((KEY, index), "sources", self.source))
            return
        sources = (*session.sources, self.source)
        self.completions.append(NewKey((KEY, index), "sources", sources))
