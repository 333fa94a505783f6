"""What dates mean, and what is no date."""

import datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from briefgen.register.dates import Date, EdtfDate, parse_date

READ = TypeAdapter(EdtfDate)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023-02-22", "2023-02-22", "2023-02-22"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2018~", "2018-01-01", "2018-12-31"),
        ("2023-02-22/2023-02-24", "2023-02-22", "2023-02-24"),
        ("2023/2027", "2023-01-01", "2027-12-31"),
        ("2023-06/2023", "2023-06-01", "2023-12-31"),
        ("2023-02-2X", "2023-02-20", "2023-02-28"),
        ("2023-XX-12", "2023-01-12", "2023-12-12"),
    ],
)
def test_a_date_reaches_from_its_first_day_to_its_last(
    text: str, earliest: str, latest: str
) -> None:
    date = parse_date(text)
    assert (date.earliest, date.latest) == (day(earliest), day(latest))
    assert date.edtf == text


@pytest.mark.parametrize("text", ["XXXX-06-12", "XXXX-06", "XXXX-02-29"])
def test_a_day_of_no_year_has_no_bounds(text: str) -> None:
    date = parse_date(text)
    assert (date.earliest, date.latest, date.first.year) == (None, None, None)
    assert date.first.month == int(text[5:7])


def test_a_date_knows_its_parts() -> None:
    moment = parse_date("2023-02").first
    assert (moment.year, moment.month, moment.day) == (2023, 2, None)


@pytest.mark.parametrize(("text", "about"), [("2018~", True), ("2018-05?", True), ("2018", False)])
def test_a_date_knows_whether_it_is_approximate(text: str, about: bool) -> None:  # noqa: FBT001
    assert parse_date(text).first.approximate is about


@pytest.mark.parametrize(("text", "is_period"), [("2023", False), ("2023/2024", True)])
def test_a_date_knows_whether_it_is_a_period(text: str, is_period: bool) -> None:  # noqa: FBT001
    assert parse_date(text).is_period is is_period


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2023-02-30", "'2023-02-30' is no such day; its month has days 01 to 28"),
        ("2023-02-00", "its month has days 01 to 28"),
        ("2023-13-01", "'2023-13-01' has no such month"),
        ("2023-00", "no such month"),
        ("22/2/2023", "'22/2/2023' is not a date; write 2023-02-22"),
        ("2/2023", "'2/2023' is not a date"),
        ("2023-2-1", "is not a date"),
        ("20230222", "is not a date"),
        ("2023-W05-1", "is not a date"),
        ("2023-02-22T10:00", "is not a date"),
        (" 2023", "' 2023' is not a date"),
        ("2023 ", "'2023 ' is not a date"),
        ("２０２３", "is not a date"),
        ("", "'' is not a date"),
        ("../2023", "'../2023' has no end on one side; give both"),
        ("2023/", "'2023/' has no end on one side"),
        ("2023/2024/2025", "'2023/2024/2025' is not a date"),
        ("2023-02-24/2023-02-22", "ends before it starts; give the earlier date first"),
        ("201X", "'201X' is no date here; write an unknown year as XXXX"),
        ("0000", "'0000' is no year here; write four digits"),
        ("0999-01-01", "is no year here"),
        ("Y17E8", "is not a date"),
        ("2023-21", "no such month"),
        ("9" * 10_000, "is not a date"),
    ],
)
def test_what_is_no_date_says_what_to_write(text: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  the message is compared below
        parse_date(text)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_year_may_be_a_number() -> None:
    assert READ.validate_python(2023) == parse_date("2023")


def test_a_date_stays_the_date_it_is() -> None:
    date: Date = parse_date("2023")
    assert READ.validate_python(date) is date


@pytest.mark.parametrize("value", [True, None, 20.23, ("2023",), {"year": 2023}])
def test_other_values_are_no_dates(value: object) -> None:
    with pytest.raises(ValidationError, match="must be a date such as 2023-02-22"):
        READ.validate_python(value)


@pytest.mark.parametrize(
    ("text", "on", "is_before", "is_after"),
    [
        ("2023-02-22", "2023-02-22", False, False),
        ("2023-02-22", "2023-02-23", True, False),
        ("2023-02-22", "2023-02-21", False, True),
        ("2023", "2023-06-01", False, False),
        ("2023", "2022-12-31", False, True),
        ("2023", "2024-01-01", True, False),
        ("XXXX-06-12", "1500-01-01", False, False),
        ("XXXX-06-12", "9000-01-01", False, False),
    ],
)
def test_a_date_lies_before_or_after_a_day_only_where_that_is_sure(
    text: str, on: str, *, is_before: bool, is_after: bool
) -> None:
    date = parse_date(text)
    assert (date.is_before(day(on)), date.is_after(day(on))) == (is_before, is_after)
