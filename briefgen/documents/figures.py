"""Key figures, each with its period."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefgen.documents.views import SessionView, view_of
from briefgen.register.dates import Date
from briefgen.register.ids import SourceId
from briefgen.register.register import Register, Session
from briefgen.register.texts import Wording


@dataclass(frozen=True)
class FigureView:
    """A number with its measure, unit and period."""

    measure: Wording
    value: Decimal
    scale: str | None
    unit: Wording
    period: Date
    session: SessionView
    sources: tuple[SourceId, ...]


def figures_view(register: Register, sessions: Sequence[Session]) -> tuple[FigureView, ...]:
    """The figures recorded at some sessions, the latest session's first."""
    return tuple(
        FigureView(
            measure=figure.measure,
            value=figure.value,
            scale=figure.scale,
            unit=figure.unit,
            period=figure.period,
            session=view_of(register, session),
            sources=figure.sources,
        )
        for session in reversed(sessions)
        for figure in session.figures
    )
