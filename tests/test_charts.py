"""Charts: exactly as wide as told, nothing cut off, every letter from a file that is known."""

import base64
import datetime
import io
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from briefgen.problems import TemplateError
from briefgen.rendering.charts.colours import PATTERNS, contrast, contrasting, mixed
from briefgen.rendering.charts.events import Event, Lane
from briefgen.rendering.charts.lanes import track_of
from briefgen.rendering.charts.letters import Letters, Type
from briefgen.rendering.charts.marks import Mark, mark_of
from briefgen.rendering.charts.months import Months, head_of
from briefgen.rendering.charts.scale import scale_of
from briefgen.rendering.charts.standings import COUNT, standings_chart
from briefgen.rendering.charts.time_line import time_line
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.installed_fonts import InstalledFont, font_for
from briefgen.rendering.words import WORDS
from briefgen.rules.standings import STANDINGS, Standing

ROOT = Path(__file__).parents[1]
STYLE = load_style("plain", (ROOT / "templates",))
ADDRESS = "data:image/png;base64,"
STANDING_WORDS: Mapping[Standing, str] = {each: WORDS["standing"][each] for each in STANDINGS}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
VIETNAMESE = "Quản lý cửa khẩu và thúc đẩy thương mại biên giới, phòng chống buôn lậu đường bộ"
CHINESE = "口岸合作与贸易便利化、基础设施互联互通以及跨境经济合作区建设工作领导小组办公室"
LONG_WORD = "Commitmentsareaswithoutanyspaceinitsverylongmadeupnameofeightylettersthatgoesonandon"
EVERY_STANDING: Mapping[Standing, int] = {
    standing: number for number, standing in enumerate(STANDINGS, 1)
}
YEAR = 2023
CALENDAR = Months(YEAR, tuple(MONTHS), 166)
Draw = Callable[[], str]


def picture(address: str) -> Image.Image:
    assert address.startswith(ADDRESS)
    image = Image.open(io.BytesIO(base64.b64decode(address.removeprefix(ADDRESS))))
    assert image.format == "PNG"
    return image


def standings(
    rows: Sequence[tuple[str, Mapping[Standing, int]]], width: float | None = None
) -> Image.Image:
    return picture(standings_chart(rows, STANDING_WORDS, STYLE, width))


def event(label: str, first: str, last: str = "", detail: str = "Party X") -> Event:
    days = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first)
    return Event(label, detail, *days, is_certain=True)


def unsure(label: str, first: str, last: str, detail: str = "Party X") -> Event:
    days = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return Event(label, detail, *days, is_certain=False)


def colours(image: Image.Image) -> dict[str, int]:
    """How often each colour is there, as `#2F6F4F`."""
    found = image.convert("RGB").getcolors(maxcolors=image.width * image.height)
    assert found is not None
    counted: dict[str, int] = {}
    for count, colour in found:
        assert isinstance(colour, tuple)
        counted["#{:02X}{:02X}{:02X}".format(*colour)] = count
    return counted


def border_colours(image: Image.Image, depth: int = 3) -> set[str]:
    """The colours of the picture's outermost pixels on all four sides."""
    wide, high = image.size
    sides = (
        *((0, 0, wide, depth), (0, high - depth, wide, high)),
        *((0, 0, depth, high), (wide - depth, 0, wide, high)),
    )
    return {colour for side in sides for colour in colours(image.crop(side))}


def whole_year_of_meetings() -> list[Lane]:
    crowd = tuple(
        event(f"{number}th session of the talks", f"{YEAR}-02-2{number}") for number in range(6)
    )
    return [
        Lane(VIETNAMESE, crowd),
        Lane(CHINESE, (event(CHINESE, f"{YEAR}-12-31", detail=CHINESE),)),
        Lane(LONG_WORD, (event(LONG_WORD, f"{YEAR}-01-01", detail=LONG_WORD),)),
        Lane("Lane", (event(VIETNAMESE, f"{YEAR}-06-30", detail=LONG_WORD),)),
        Lane("Lane", (unsure(VIETNAMESE * 2, f"{YEAR}-04-01", f"{YEAR}-08-31"),)),
        Lane("Lane", (unsure("J", f"{YEAR}-01-01", f"{YEAR}-12-31"), event("J", f"{YEAR}-12-31"))),
        Lane("Empty", ()),
    ]


EXTREMES: dict[str, Draw] = {
    "forty areas": lambda: standings_chart(
        [(name, EVERY_STANDING) for name in (VIETNAMESE, CHINESE, LONG_WORD, "J") * 10],
        STANDING_WORDS,
        STYLE,
    ),
    "one area without commitments": lambda: standings_chart([("J", {})], STANDING_WORDS, STYLE),
    "no area": lambda: standings_chart([], STANDING_WORDS, STYLE),
    "counts far apart": lambda: standings_chart(
        [("J", {**EVERY_STANDING, "implemented": 99_999}), ("j", {"no-report": 1})],
        STANDING_WORDS,
        STYLE,
    ),
    "long words": lambda: standings_chart(
        [("J", EVERY_STANDING)],
        dict.fromkeys(STANDINGS, f"{VIETNAMESE} {LONG_WORD} {CHINESE}"),
        STYLE,
    ),
    "a crowded year": lambda: time_line(whole_year_of_meetings(), YEAR, MONTHS, STYLE),
    "long months": lambda: time_line([], YEAR, ["tháng mười một"] * 12, STYLE),
    "a narrow page": lambda: time_line(whole_year_of_meetings(), YEAR, MONTHS, STYLE, 90),
}


# Size.


@pytest.mark.parametrize("width", [166, 80.5, 250])
def test_a_chart_is_as_wide_as_told_at_three_hundred_dots_an_inch(width: float) -> None:
    lanes = [Lane("Talks", (event("1st session", f"{YEAR}-02-22"),))]
    for image in (
        standings([("Trade", {"implemented": 1})], width),
        picture(time_line(lanes, YEAR, MONTHS, STYLE, width)),
    ):
        assert image.width == round(width / 25.4 * 300)
        assert [round(dots) for dots in image.info["dpi"]] == [300, 300]


def test_without_a_width_a_chart_is_as_wide_as_the_text_of_the_page() -> None:
    margins = STYLE.page.margins
    width = float(STYLE.page.width - margins.left - margins.right)
    assert standings([("Trade", {"implemented": 1})]).width == round(width / 25.4 * 300)


def test_a_chart_grows_with_its_areas() -> None:
    one, forty = (standings([("Trade", {"implemented": 1})] * count).height for count in (1, 40))
    row = (standings([("Trade", {"implemented": 1})] * 2).height) - one
    assert abs(forty - one - 39 * row) <= 39


# Nothing cut off.


@pytest.mark.parametrize("name", EXTREMES)
def test_nothing_touches_the_edge(name: str) -> None:
    assert border_colours(picture(EXTREMES[name]())) == {"#FFFFFF"}


def test_an_edge_that_is_touched_is_noticed() -> None:
    image = standings([("Trade", {"implemented": 1})]).convert("RGB")
    image.putpixel((image.width - 1, 5), (0, 0, 0))
    assert "#000000" in border_colours(image)


# Standings.


def test_every_standing_shows_in_its_colour() -> None:
    found = colours(standings([("Trade", EVERY_STANDING)]))
    for standing in STANDINGS:
        assert found.get(f"#{STYLE.colours[f'standing-{standing}']}", 0) > 1000, standing


def test_a_standing_that_no_area_has_is_not_in_the_legend() -> None:
    found = colours(standings([("Trade", {"implemented": 2, "no-report": 0})]))
    assert f"#{STYLE.colours['standing-implemented']}" in found
    assert f"#{STYLE.colours['standing-no-report']}" not in found


def test_counts_show_as_lengths() -> None:
    colour = f"#{STYLE.colours['standing-under-implementation']}"
    three, six = (
        colours(standings([("A", {"under-implementation": count}), ("B", {"implemented": 12})]))[
            colour
        ]
        for count in (3, 6)
    )
    assert six > 1.7 * three


def test_the_longest_bar_fills_the_room_and_every_part_has_room_for_its_number() -> None:
    letters = Letters(STYLE)
    bars: list[Mapping[Standing, int]] = [{"implemented": 500, "no-report": 1}, {"no-report": 3}]
    scale = scale_of(bars, COUNT, letters, 90)
    assert scale.length(bars[0]) == pytest.approx(90, abs=0.01)
    assert scale.width(1) > letters.length("1", COUNT)
    assert scale.width(0) == 0


def test_no_two_standings_look_the_same_without_colour() -> None:
    def grey(standing: Standing) -> int:
        colour = STYLE.colours[f"standing-{standing}"]
        return Image.new("RGB", (1, 1), f"#{colour}").convert("L").getpixel((0, 0))  # type: ignore[return-value]

    for one in STANDINGS:
        for other in STANDINGS:
            alike = abs(grey(one) - grey(other)) < 24 and PATTERNS[one] == PATTERNS[other]
            assert one == other or not alike, f"{one}, {other}"


def test_numbers_read_well_on_every_colour() -> None:
    for standing in STANDINGS:
        ground = f"#{STYLE.colours[f'standing-{standing}']}"
        ink = contrasting(ground, f"#{STYLE.colours['ink']}", f"#{STYLE.colours['paper']}")
        assert contrast(ground, ink) >= 4.3, standing


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"


# Letters.


def test_lines_are_no_longer_than_their_room_and_lose_nothing() -> None:
    letters, kind = Letters(STYLE), Type(8.5)
    for text in (VIETNAMESE, CHINESE, LONG_WORD, f"{VIETNAMESE} {CHINESE} (a {LONG_WORD})"):
        lines = letters.lines(text, kind, 40)
        assert len(lines) > 1
        assert letters.longest(lines, kind) <= 40
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_line_begins_with_a_chinese_comma() -> None:
    letters, kind = Letters(STYLE), Type(8.5)
    for room in range(12, 60):
        lines = letters.lines(CHINESE, kind, room)
        assert not [line for line in lines if line.startswith("、")]


@pytest.mark.parametrize("text", ["Trade ሀ", "ก"])
def test_a_letter_that_no_font_has_is_an_error_not_a_box(text: str) -> None:
    with pytest.raises(TemplateError, match=rf"the house style 'plain' .*U\+{ord(text[-1]):04X}"):
        standings([(text, {"implemented": 1})])
    with pytest.raises(TemplateError, match="no font"):
        time_line([Lane("Talks", (event(text, f"{YEAR}-02-22"),))], YEAR, MONTHS, STYLE)


def test_a_dollar_sign_is_no_formula() -> None:
    dear = standings([("Loans of $5 and $6", {"implemented": 1})])
    assert dear.tobytes() != standings([("Loans of 5 and 6", {"implemented": 1})]).tobytes()
    standings([("$\\frac{$", {"implemented": 1})])  # as a formula it would be a broken one


# The time line.


def mark(one: Event) -> Mark:
    return mark_of(one, CALENDAR, Letters(STYLE))


def test_months_and_days_are_where_the_calendar_has_them() -> None:
    whole = CALENDAR.right - CALENDAR.left
    day = datetime.date(YEAR, 7, 2)
    assert CALENDAR.start_of(day) == pytest.approx(CALENDAR.left + whole * 182 / 365)
    assert CALENDAR.end_of(datetime.date(YEAR, 12, 31)) == CALENDAR.right
    assert CALENDAR.start_of(datetime.date(YEAR - 1, 12, 30)) == CALENDAR.left


def test_a_label_is_to_the_right_of_its_mark_or_to_the_left_at_the_end_of_the_year() -> None:
    assert mark(event("1st session", f"{YEAR}-02-22")).side == "right"
    assert mark(event("1st session", f"{YEAR}-12-22")).side == "left"
    assert mark(unsure("1st session", f"{YEAR}-01-01", f"{YEAR}-12-31")).side == "inside"
    assert mark(unsure("1st session", f"{YEAR}-06-01", f"{YEAR}-06-30")).side == "right"


def test_marks_and_labels_are_within_the_year_and_apart_from_one_another() -> None:
    for lane in whole_year_of_meetings():
        track = track_of(lane, CALENDAR, Letters(STYLE))
        marks = [each for row in track.rows for each in row]
        assert len(marks) == len(lane.events)
        for each in marks:
            assert CALENDAR.left <= each.start < each.end <= CALENDAR.right + 0.001
            assert each.side == "inside" or not each.left < each.text_left < each.right
        for row in track.rows:
            ends = sorted((each.start, each.end) for each in row)
            assert all(end < start for (_, end), (start, _) in pairwise(ends))


def test_sessions_a_few_days_apart_are_in_rows_of_their_own() -> None:
    near = (event("1st session", f"{YEAR}-02-20"), event("2nd session", f"{YEAR}-02-23"))
    far = (event("1st session", f"{YEAR}-02-20"), event("2nd session", f"{YEAR}-09-23"))
    for events, rows in ((near, 2), (far, 1)):
        assert len(track_of(Lane("Talks", events), CALENDAR, Letters(STYLE)).rows) == rows


def test_names_of_months_take_lines_and_grow_smaller_until_they_fit() -> None:
    letters, room = Letters(STYLE), (CALENDAR.right - CALENDAR.left) / 12
    usual, long, longest = (
        head_of(Months(YEAR, names, CALENDAR.width), letters)
        for names in (tuple(MONTHS), ("tháng 11",) * 12, ("Novembermonth",) * 12)
    )
    assert usual.kind.size >= long.kind.size > longest.kind.size
    assert {len(lines) for lines in usual.names} == {1}
    assert long.names[0] == ["tháng", "11"]
    assert long.height > usual.height
    for head in (usual, long, longest):
        assert letters.longest([line for lines in head.names for line in lines], head.kind) < room


def test_what_is_uncertain_is_pale() -> None:
    accent = f"#{STYLE.colours['accent']}"
    days = f"{YEAR}-03-01", f"{YEAR}-05-31"
    certain, uncertain = (
        colours(picture(time_line([Lane("Talks", (each,))], YEAR, MONTHS, STYLE)))
        for each in (event("1st session", *days), unsure("1st session", *days))
    )
    assert certain.get(accent, 0) > 1000
    assert accent not in uncertain


# The same each time, and silently.


def test_a_picture_tells_nothing_but_its_resolution() -> None:
    image = standings([("Trade", {"implemented": 1})])
    assert set(image.info) == {"dpi"}


def test_the_fonts_that_matplotlib_knows_of_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    from matplotlib.font_manager import fontManager

    text = "Lạng Sơn 谅山"
    usual = Letters(STYLE).length(text, Type(7.7713))
    monkeypatch.setattr(fontManager, "ttflist", [])
    assert Letters(STYLE).length(text, Type(7.7714)) == pytest.approx(usual, rel=1e-3)


def font(file: str, family: str, weight: float = 80, slant: float = 0) -> InstalledFont:
    return InstalledFont(file, 0, (family, "Other"), weight, slant, 100)


def test_of_equal_fonts_the_first_file_is_taken_and_an_upright_one() -> None:
    fonts = [font("b", "A"), font("c", "A", 210), font("a", "A", slant=100), font("aa", "A")]
    taken = [font_for("A", weight, order) for order in (fonts, fonts[::-1]) for weight in (80, 200)]
    assert [each and each.file for each in taken] == ["aa", "c", "aa", "c"]
    assert font_for("Z", 80, fonts) is None


def test_without_fc_list_charts_have_the_letters_that_come_with_matplotlib(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert Letters(STYLE).font(Type(8.5)).get_family() == ["DejaVu Sans"]


def test_settings_of_matplotlib_keep_as_they_are() -> None:
    import matplotlib as mpl

    with mpl.rc_context({"font.size": 31}):
        standings([("Trade", {"implemented": 1})])
        assert mpl.rcParams["font.size"] == 31


def test_matplotlib_loads_only_when_a_chart_is_drawn() -> None:
    program = (
        "import sys, briefgen.rendering.charts.standings, briefgen.rendering.charts.time_line;"
        "sys.exit('matplotlib' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
