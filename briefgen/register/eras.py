"""The eras of a rotation: which sessions each holds for, and whose turn it gives to each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.rotation import Era, Insert, Skip
from briefgen.register.series import Series
from briefgen.register.turns import Rota, Taken, starting_with

Place = int
"""A session's place on the number line of its series."""


@dataclass(frozen=True)
class Span:
    """An era with the first and the last place it holds for; no last one while it goes on."""

    era: Era
    first: Place
    last: Place | None

    def holds(self, place: Place) -> bool:
        """Whether a session falls into it."""
        return self.first <= place and (self.last is None or place <= self.last)


def spans_of(mechanism: Mechanism, series: Series) -> tuple[Span, ...]:
    """The eras in the order of their starts: each ends where it says, or where the next starts."""
    eras = sorted(mechanism.rotation, key=lambda era: series.place(era.start))
    starts = [series.place(era.start) for era in eras]
    before_next = [*(start - 1 for start in starts[1:]), None]
    return tuple(
        Span(era, start, last_of(era, series, end))
        for era, start, end in zip(eras, starts, before_next, strict=False)
    )


def last_of(era: Era, series: Series, end: Place | None) -> Place | None:
    ends = [end] if end is not None else []
    ends += [series.place(era.until)] if era.until is not None else []
    return min(ends, default=None)


def taken_in(span: Span, series: Series, last: Place) -> Iterator[tuple[Place, Taken | Insert]]:
    """Whose turn it is at each session of an era up to a place: by order, or as an extra host.

    A session for which nobody is left is passed over.
    """
    rota = Rota(starting_with(span.era.order, *span.era.first))
    extra = {series.place(e.at): e for e in span.era.exceptions if isinstance(e, Insert)}
    losing = defaultdict(set)
    for each in span.era.exceptions:
        if isinstance(each, Skip):
            losing[series.place(each.at)].add(each.skip)
    end = last if span.last is None else min(last, span.last)
    for place in series.between(span.first, end):
        found = extra.get(place) or rota.take(losing.get(place, ()))
        if found is not None:
            yield place, found
