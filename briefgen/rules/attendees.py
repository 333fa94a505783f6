"""The people of a list with the parties they come from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.problems import Place, Problem, quoted
from briefgen.register.ids import PartyId
from briefgen.register.spreadsheets.delegates import Delegate, Said
from briefgen.register.spreadsheets.spelling import folded
from briefgen.register.texts import Wording
from briefgen.rules.party_names import PartyNames


@dataclass(frozen=True)
class Attendee:
    """A row of a list; its organisation is what no party's name is."""

    delegate: Delegate
    party: PartyId | None = None
    organisation: Said | None = None

    @property
    def place(self) -> Place:
        """Where the name stands."""
        return self.delegate.place

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name's spellings as they are compared."""
        return tuple(folded(name.text) for name in self.delegate.names)

    def is_called(self, name: Wording) -> bool:
        """Whether a name is the same in any language."""
        return not set(self.spellings).isdisjoint(texts_of(name))

    def is_of(self, organisation: Wording | None) -> bool:
        """Whether an organisation is the row's own, in any language."""
        if self.organisation is None or organisation is None:
            return False
        said = {folded(line) for line in self.organisation.cell.lines}
        return not (said | {folded(self.organisation.text)}).isdisjoint(texts_of(organisation))


def texts_of(wording: Wording) -> frozenset[str]:
    """A text in all its languages as it is compared."""
    return frozenset(folded(version.text) for version in wording.versions)


def attendees_of(
    delegates: Iterable[Delegate], names: PartyNames, problems: list[Problem]
) -> tuple[Attendee, ...]:
    """The rows with their parties; names that several parties bear are told in `problems`."""
    return tuple(attendee_of(delegate, names, problems) for delegate in delegates)


def attendee_of(delegate: Delegate, names: PartyNames, problems: list[Problem]) -> Attendee:
    found: list[PartyId] = []
    others: list[Said] = []
    for said in (delegate.party, delegate.organisation):
        if said is None:
            continue
        parties = names.named(said.cell.lines)
        problems += [*several(said, parties), *nearly(said, parties, names)]
        found += parties[:1]
        others += () if parties else (said,)
    return Attendee(delegate, *found[:1] or (None,), *others[-1:])


def nearly(said: Said, parties: Sequence[PartyId], names: PartyNames) -> list[Problem]:
    """That an organisation may be a party whose name is misspelt."""
    near = names.near(said.text) if not parties else ""
    if not near:
        return []
    message = f"no party is called {quoted(said.text)}{near}; it is taken as an organisation"
    return [said.cell.warning("near-party", message)]


def several(said: Said, parties: Sequence[PartyId]) -> list[Problem]:
    if len(parties) < 2:
        return []
    message = f"several parties bear this name; write the id of one: {', '.join(parties)}"
    return [said.cell.problem("ambiguous-party", message)]
