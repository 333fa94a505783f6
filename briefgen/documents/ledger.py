"""A mechanism's ledger by itself: where each commitment stands."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.documents.selection import check_mechanism
from briefgen.register.ids import CommitmentId, MechanismId
from briefgen.register.register import Register
from briefgen.rules.chains import Chain, chains_of
from briefgen.rules.ledger import LedgerLine, ledger, totals
from briefgen.rules.snapshot import snapshot
from briefgen.rules.standings import Standing


@dataclass(frozen=True)
class LedgerOrder:
    """Which ledger is wanted: of what mechanism, as of when."""

    mechanism: MechanismId
    as_of: datetime.date


@dataclass(frozen=True)
class Ledger:
    """All commitments of a mechanism with the chain that each comes from, and their totals."""

    mechanism: MechanismId
    as_of: datetime.date
    lines: tuple[LedgerLine, ...]
    chains: Mapping[CommitmentId, Chain]
    totals: Mapping[Standing, int]


def prepare_ledger(register: Register, order: LedgerOrder) -> Ledger:
    """The ledger of a mechanism; raises UsageError when there is no such mechanism."""
    check_mechanism(register, order.mechanism, order.mechanism)
    known = snapshot(register, order.as_of)
    lines = ledger(known, order.mechanism)
    chains = chains_of(known)
    return Ledger(
        mechanism=order.mechanism,
        as_of=order.as_of,
        lines=lines,
        chains={line.id: chains.of(line.id) for line in lines},
        totals=totals(lines),
    )
