"""Rotations that can't work: orders that are ambiguous, eras that overlap."""

import itertools
from collections import Counter
from collections.abc import Iterator

from briefgen.problems import Problem
from briefgen.register.consistency.entries import Entries, mechanism_file
from briefgen.register.consistency.exceptions import Finding, exception_findings
from briefgen.register.eras import spans_of
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.orders import parties_in, turns_in
from briefgen.register.models.rotation import Era, Start, Swap
from briefgen.register.numbering import EXAMPLES, fits
from briefgen.register.series import Series
from briefgen.register.source import Location

CODE = "rotation"
Told = tuple[Location, str]
"""Where below what is checked something is wrong, and what."""


def rotation_problems(entries: Entries) -> Iterator[Problem]:
    """Everything in the rules of hosting that can't work, and what is likely a slip."""
    for name, mechanism in entries.mechanisms.items():
        for steps, message, severity in rotation_findings(mechanism, entries.series[name]):
            place = entries.place(mechanism_file(name), ("rotation", *steps))
            yield Problem(place, CODE, message, severity)


def rotation_findings(mechanism: Mechanism, series: Series) -> Iterator[Finding]:
    for index, era in enumerate(mechanism.rotation):
        for location, message in (*key_findings(era, mechanism), *order_findings(era, mechanism)):
            yield (index, *location), message, "error"
    if not all(fits(key, mechanism.numbering.by) for key in keys_in(mechanism.rotation)):
        return
    for location, message in era_findings(mechanism, series):
        yield location, message, "error"
    for span in spans_of(mechanism, series):
        index = next(i for i, era in enumerate(mechanism.rotation) if era is span.era)
        for location, message, severity in exception_findings(span, series):
            yield (index, "exceptions", *location), message, severity


# The numbers of sessions.


def keys_in(eras: tuple[Era, ...]) -> Iterator[str]:
    for era in eras:
        yield from (key for key, _ in keys_of(era))


def keys_of(era: Era) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The keys that an era names, each with its location."""
    yield era.start, ("from",)
    if era.until is not None:
        yield era.until, ("until",)
    for index, each in enumerate(era.exceptions):
        if isinstance(each, Swap):
            yield from (
                (key, ("exceptions", index, "swap", at)) for at, key in enumerate(each.swap)
            )
        else:
            yield each.at, ("exceptions", index, "at")


def key_findings(era: Era, mechanism: Mechanism) -> Iterator[Told]:
    unit = mechanism.numbering.by
    for key, location in keys_of(era):
        if not fits(key, unit):
            message = f"sessions are counted by {unit} here, so '{key}' is none of them; write one"
            yield location, f"{message} such as {EXAMPLES[unit]}"


# The order itself.


def order_findings(era: Era, mechanism: Mechanism) -> Iterator[Told]:
    party, position = era.first
    counted = Counter(parties_in(era.order))
    if party not in counted:
        message = f"'{party}' is not in the order; add it, or start with another"
        yield ("starts_with",), message
    elif position > counted[party]:
        message = f"'{party}' stands in the order {times(counted[party])}; there is no such place"
        yield ("starts_with", "position"), f"{message} as number {position}"
    if not isinstance(era.starts_with, Start):
        yield from repeated(era)
    for each, steps in turns_in(era.order):
        if each not in mechanism.parties:
            message = f"'{each}' takes turns but is on no side of this mechanism; add it there"
            yield ("order", *steps), message


def repeated(era: Era) -> Iterator[Told]:
    """Parties that stand twice in an order that doesn't say with which place it starts."""
    seen = set()
    for party, steps in turns_in(era.order):
        if party in seen:
            advice = f"starts_with: {{party: {era.first[0]}, position: 1}}"
            message = f"'{party}' stands twice in the order; name each party once, or say with"
            yield ("order", *steps), f"{message} which of its places the order starts: {advice}"
        seen.add(party)


def times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


# Eras beside one another.


def era_findings(mechanism: Mechanism, series: Series) -> Iterator[Told]:
    for index, era in enumerate(mechanism.rotation):
        if era.until is not None and series.place(era.until) < series.place(era.start):
            message = f"this order ends with session {era.until}, before it starts with {era.start}"
            yield (index, "until"), message
    for index, (above, era) in enumerate(itertools.pairwise(mechanism.rotation), start=1):
        if message := told_of(above, era, series):
            yield (index, "from"), message


def told_of(above: Era, era: Era, series: Series) -> str:
    """Why an order can't follow the one above it; empty when it can."""
    start, before = series.place(era.start), series.place(above.start)
    if start == before:
        return f"another order starts with session {era.start} too; keep one"
    if start < before:
        return (
            f"this order starts with session {era.start}, before the one above it does with"
            f" {above.start}; write the orders in the sequence of their sessions"
        )
    if above.until is not None and start <= series.place(above.until):
        return (
            f"this order starts with session {era.start}, but the one above it lasts until"
            f" {above.until}; let that end earlier"
        )
    return ""
