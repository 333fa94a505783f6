"""How many commitments were made and where they stand, by area and by party."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.documents.commitments import ALL
from briefgen.documents.views import PartyView, area_name, party_view
from briefgen.register.ids import AreaId, PartyId, SessionId
from briefgen.register.register import Register
from briefgen.register.texts import Wording
from briefgen.rules.ledger import LedgerLine, totals
from briefgen.rules.standings import Standing


@dataclass(frozen=True)
class TallyView:
    """Some commitments counted: all, those made in the year, and where they stand.

    A tally of an area has a name, one of a party the party; with neither, it counts the
    commitments that are of all parties.
    """

    area: Wording | None
    party: PartyView | None
    made: int
    standings: tuple[tuple[Standing, int], ...]

    def count(self, *standings: Standing) -> int:
        """How many stand so."""
        return sum(count for standing, count in self.standings if standing in standings)

    @property
    def all(self) -> int:
        """How many there are."""
        return sum(count for _, count in self.standings)

    @property
    def implemented(self) -> int:
        """How many are reported as implemented."""
        return self.count("implemented")

    @property
    def open(self) -> int:
        """On how many something is still to be done."""
        return self.count("under-implementation", "not-implemented", "no-report")

    @property
    def silent(self) -> int:
        """How many of those still open are without any report."""
        return self.count("no-report")

    @property
    def closed(self) -> int:
        """How many are closed without being implemented: superseded or overtaken by events."""
        return self.count("superseded", "overtaken-by-events")


def tally(
    lines: Sequence[LedgerLine],
    of_year: Iterable[SessionId],
    area: Wording | None = None,
    party: PartyView | None = None,
) -> TallyView:
    """Some lines of the ledger, counted."""
    year = set(of_year)
    made = sum(line.session.id in year for line in lines)
    return TallyView(area, party, made, tuple(totals(lines).items()))


def by_area(
    register: Register, lines: Sequence[LedgerLine], of_year: Sequence[SessionId]
) -> tuple[TallyView, ...]:
    """A tally for each area that has any, in the register's order."""
    groups = grouped(lines, lambda line: (line.commitment.area,))
    areas: tuple[AreaId, ...] = tuple(area for area in register.areas if area in groups)
    return tuple(tally(groups[area], of_year, area=area_name(register, area)) for area in areas)


def by_party(
    register: Register,
    lines: Sequence[LedgerLine],
    of_year: Sequence[SessionId],
    reader: PartyId | None = None,
) -> tuple[TallyView, ...]:
    """A tally of all parties' commitments, and one for each that is responsible by name.

    The reader stands first among these, then the register's order holds.
    """
    groups = grouped(lines, lambda line: line.commitment.responsible)
    named = (party for party in register.parties if party in groups)
    parties = sorted(named, key=lambda party: party != reader)
    shared = [tally(groups[ALL], of_year)] if ALL in groups else []
    own = (tally(groups[party], of_year, party=party_view(register, party)) for party in parties)
    return (*shared, *own)


def grouped(
    lines: Sequence[LedgerLine], keys_of: Callable[[LedgerLine], Iterable[str]]
) -> Mapping[str, list[LedgerLine]]:
    groups: dict[str, list[LedgerLine]] = {}
    for line in lines:
        for key in dict.fromkeys(keys_of(line)):
            groups.setdefault(key, []).append(line)
    return groups
