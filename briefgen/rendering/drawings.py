"""From a summary's facts to its charts: names and dates in words, as far as they are known."""

import datetime
from collections.abc import Sequence

from briefgen.documents.tallies import TallyView
from briefgen.documents.views import SessionView
from briefgen.documents.yearly import MeetingView
from briefgen.rendering.charts.events import Event, Lane
from briefgen.rendering.charts.standings import standings_chart
from briefgen.rendering.charts.time_line import time_line
from briefgen.rendering.dates import Dates
from briefgen.rendering.filters import Filters
from briefgen.rendering.marking import plain
from briefgen.rendering.style import Style
from briefgen.rules.standings import STANDINGS


def standings_picture(areas: Sequence[TallyView], style: Style, filters: Filters) -> str:
    """Where the commitments of each area stand."""
    rows = [
        (plain(filters.name(tally.area)), dict(tally.standings)) for tally in areas if tally.area
    ]
    words = {standing: filters.word(standing, "standing") for standing in STANDINGS}
    return standings_chart(rows, words, style)


def time_line_picture(
    meetings: Sequence[MeetingView], year: int, style: Style, filters: Filters
) -> str:
    """A year's sessions with their hosts, a lane a mechanism."""
    lanes: dict[str, list[SessionView]] = {}
    for meeting in meetings:
        lanes.setdefault(plain(filters.name(meeting.session.mechanism_name)), []).append(
            meeting.session
        )
    return time_line(
        [
            Lane(name, tuple(event_of(each, year, filters) for each in sessions))
            for name, sessions in lanes.items()
        ],
        year,
        Dates(filters.language, filters.words).month_names(),
        style,
    )


def event_of(session: SessionView, year: int, filters: Filters) -> Event:
    """A session within the year; where its date tells no day, all the time that it can mean."""
    start, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    date = session.date
    first = max(start, date.earliest) if date and date.earliest else start
    last = min(end, date.latest) if date and date.latest else end
    moment = date.first if date is not None else None
    is_certain = moment is not None and moment.is_day and not moment.approximate
    return Event(label_of(session, filters), host_of(session, filters), first, last, is_certain)


def label_of(session: SessionView, filters: Filters) -> str:
    """`14th session`; the year of one that is counted by years, whose mechanism names the lane."""
    if session.unit == "ordinal":
        return plain(filters.session_name(session))
    return session.key


def host_of(session: SessionView, filters: Filters) -> str:
    if session.host is None:
        return filters.words.gettext("host not recorded")
    return plain(filters.name(session.host.name))
