"""Session files whose name is no number of their mechanism."""

from collections.abc import Iterator

from briefgen.problems import Place, Problem
from briefgen.register.consistency.entries import Entries
from briefgen.register.known import is_session, session_id
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.numbering import EXAMPLES, fits
from briefgen.register.series import Series

CODE = "session-key"


def number_problems(entries: Entries) -> Iterator[Problem]:
    """Files of sessions that can't be counted, or that stand between two steps."""
    for name in filter(is_session, entries.sources):
        mechanism_id, _, key = session_id(name).partition("/")
        mechanism = entries.mechanisms.get(mechanism_id)
        if mechanism is not None:
            message = told_of(key, mechanism, entries.series[mechanism_id])
            if message:
                yield Problem(Place(f"data/{name}.yaml"), CODE, message)


def told_of(key: str, mechanism: Mechanism, series: Series) -> str:
    """Why a name can't be a session's; empty when it can."""
    unit, step = mechanism.numbering.by, mechanism.numbering.step
    if not fits(key, unit):
        return (
            f"sessions are counted by {unit} here, so this file's name must be one, such as"
            f" {EXAMPLES[unit]}.yaml; rename it"
        )
    place = series.place(key)
    if series.holds(place):
        return ""
    start = series.key(series.start_of(place))
    following = series.key(series.after(place))
    return (
        f"sessions are counted in steps of {step} from {start} on, so none has this number; the"
        f" next one is {following}: rename it, or start a new order under rotation with it"
    )
