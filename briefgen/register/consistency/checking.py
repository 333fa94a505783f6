"""Everything that the register's files can say against one another."""

import datetime
from collections.abc import Iterator

from briefgen.problems import Problem
from briefgen.register.consistency.chains import chain_problems
from briefgen.register.consistency.entries import Entries
from briefgen.register.consistency.future import future_problems
from briefgen.register.consistency.numbers import number_problems
from briefgen.register.consistency.progress import progress_problems
from briefgen.register.consistency.rotations import rotation_problems
from briefgen.register.consistency.terms import party_problems, post_problems


def contradictions(entries: Entries, today: datetime.date) -> Iterator[Problem]:
    """What is wrong between entries that are right by themselves."""
    yield from number_problems(entries)
    yield from rotation_problems(entries)
    yield from chain_problems(entries)
    yield from progress_problems(entries)
    yield from post_problems(entries)
    yield from party_problems(entries)
    yield from future_problems(entries, today)
