"""The series of a mechanism's sessions: which numbers it counts, and which follows which."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.register.ids import MechanismId, SessionId, SessionKey
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.numbering import Unit, fits, key_at, position


@dataclass(frozen=True)
class Series:
    """The places of sessions on the number line: every `step` of them from each start on.

    A start later than the first counts anew: with a step of 2, 2006 and then 2009, 2011, 2013. What
    would have come too shortly before it, 2008, is a gap unless it is recorded.
    """

    unit: Unit
    step: int
    starts: tuple[int, ...]
    gaps: frozenset[int] = frozenset()

    def place(self, key: SessionKey) -> int:
        """Where a number stands."""
        return position(key, self.unit)

    def key(self, place: int) -> SessionKey:
        """The number at a place."""
        return key_at(place, self.unit)

    def holds(self, place: int) -> bool:
        """Whether a session can stand at a place."""
        return place not in self.gaps and (place - self.start_of(place)) % self.step == 0

    def after(self, place: int) -> int:
        """The next place at which a session can stand."""
        following = place + self.step - (place - self.start_of(place)) % self.step
        following = min([following, *(start for start in self.starts if start > place)])
        return self.after(following) if following in self.gaps else following

    def between(self, first: int, last: int) -> Iterator[int]:
        """All places from first to last at which sessions can stand."""
        place = first if self.holds(first) else self.after(first)
        while place <= last:
            yield place
            place = self.after(place)

    def start_of(self, place: int) -> int:
        """The start from which a place is counted; the first one counts backwards too."""
        before = [start for start in self.starts if start <= place]
        return before[-1] if before else next(iter(self.starts), place)


def series_of(mechanism: Mechanism, keys: Iterable[SessionKey]) -> Series:
    """The series that a mechanism's rules and, without any, its first session start."""
    unit = mechanism.numbering.by
    eras = {position(era.start, unit) for era in mechanism.rotation if fits(era.start, unit)}
    recorded = sorted(position(key, unit) for key in keys if fits(key, unit))
    starts = tuple(sorted(eras) or recorded[:1])
    counted = Series(unit, mechanism.numbering.step, starts)
    return replace(counted, gaps=frozenset(gaps_in(counted)).difference(recorded))


def all_series(
    mechanisms: Mapping[MechanismId, Mechanism], sessions: Iterable[SessionId]
) -> Mapping[MechanismId, Series]:
    """The series of every mechanism, given the sessions that are recorded of any."""
    keys: dict[MechanismId, list[SessionKey]] = {name: [] for name in mechanisms}
    for session in sessions:
        mechanism, _, key = session.partition("/")
        keys.setdefault(mechanism, []).append(key)
    return {name: series_of(each, keys[name]) for name, each in mechanisms.items()}


def gaps_in(series: Series) -> Iterator[int]:
    """The last place before each new start, where less than a step lies in between."""
    for start, following in pairwise(series.starts):
        last = following - 1 - (following - 1 - start) % series.step
        if start < last and following - last < series.step:
            yield last
