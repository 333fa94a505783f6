"""Whether somebody takes part and from where, as far as the register says it."""

import pytest
from makers import participant, session

from briefgen.rules.attendance import AWAY, mode_of, presence_of


@pytest.mark.parametrize(
    ("attendance", "presence"),
    [
        ("expected", "expected"),
        ("confirmed", "confirmed"),
        ("present", "present"),
        ("online", "present"),
        ("absent", "absent"),
        ("represented", "represented"),
    ],
)
@pytest.mark.parametrize("status", ["held", "planned", "postponed", "cancelled"])
def test_what_is_said_of_somebody_holds_for_every_session(
    attendance: str, presence: str, status: str
) -> None:
    somebody = participant("person-a", "party-a", attendance=attendance)
    assert presence_of(somebody, session("1", status=status)) == presence


@pytest.mark.parametrize(
    ("status", "presence"),
    [("planned", "expected"), ("postponed", "expected"), ("held", None), ("cancelled", None)],
)
def test_only_those_named_for_a_session_still_to_come_are_expected_unsaid(
    status: str, presence: str | None
) -> None:
    somebody = participant("person-a", "party-a")
    assert presence_of(somebody, session("1", status=status)) == presence


def test_those_who_send_somebody_or_stay_away_are_away() -> None:
    assert {"absent", "represented"} == AWAY


@pytest.mark.parametrize(
    ("attendance", "mode"),
    [("present", "in-person"), ("online", "online"), ("absent", None), ("represented", None)],
)
@pytest.mark.parametrize("whole", ["in-person", "online", "hybrid", None])
def test_how_somebody_took_part_wins_over_how_the_session_was_held(
    attendance: str, mode: str | None, whole: str | None
) -> None:
    somebody = participant("person-a", "party-a", attendance=attendance)
    assert mode_of(somebody, session("1", mode=whole)) == mode


@pytest.mark.parametrize("attendance", [None, "expected", "confirmed"])
@pytest.mark.parametrize("status", ["held", "planned"])
@pytest.mark.parametrize(
    ("whole", "mode"),
    [("in-person", "in-person"), ("online", "online"), ("hybrid", None), (None, None)],
)
def test_otherwise_the_session_tells_the_mode_unless_it_has_both(
    attendance: str | None, status: str, whole: str | None, mode: str | None
) -> None:
    somebody = participant("person-a", "party-a", attendance=attendance)
    assert mode_of(somebody, session("1", status=status, mode=whole)) == mode


@pytest.mark.parametrize("attendance", [None, "expected", "confirmed"])
@pytest.mark.parametrize("whole", ["in-person", "online", "hybrid", None])
@pytest.mark.parametrize("own", ["in-person", "online"])
def test_a_mode_of_ones_own_wins_over_the_sessions(
    attendance: str | None, whole: str | None, own: str
) -> None:
    somebody = participant("person-a", "party-a", attendance=attendance, mode=own)
    assert mode_of(somebody, session("1", mode=whole)) == own


@pytest.mark.parametrize("attendance", ["absent", "represented"])
def test_who_stays_away_has_no_mode_even_where_one_was_planned(attendance: str) -> None:
    somebody = participant("person-a", "party-a", attendance=attendance, mode="online")
    assert mode_of(somebody, session("1", mode="online")) is None
