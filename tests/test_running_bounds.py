"""Bounds of running templates: they hold, leave nothing behind, and honest work is far inside."""

import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest
from makers import day, participant, person, register, session
from pages import TODAY, elements, presentation
from papers import rendered, wrong

from briefgen.documents.catalogue import PARTICIPANTS
from briefgen.documents.orders import SessionOrder
from briefgen.register.register import Register
from briefgen.rendering.memory import Memory, can_be_bound, size
from briefgen.rendering.rendering import render_page
from briefgen.rendering.running_bounds import OutOfTime, RunningBounds, bounded, in_time
from briefgen.rendering.splitting import parts_of

MIB = 1 << 20
QUICK = RunningBounds(seconds=0.05)
LOOPS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
GROWS = "{% set a %}{% for i in range(999) %}{{ 'x' * 999999 }}{% endfor %}{% endset %}"
linux = pytest.mark.skipif(not can_be_bound(), reason="only Linux tells a process's size")


def for_ever() -> None:
    while True:
        pass


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    before = state()
    yield
    assert state() == before


def state() -> tuple[object, ...]:
    return (
        signal.getsignal(signal.SIGPROF),
        signal.getitimer(signal.ITIMER_PROF),
        resource.getrlimit(resource.RLIMIT_AS),
    )


# Time.


def test_a_template_that_takes_too_long_is_told_with_its_line(tmp_path: Path) -> None:
    found = wrong(tmp_path, f"<p>a</p>\n{LOOPS}", QUICK)
    assert found == (
        "paper.html.j2:4:1: the template takes more than 0.05 seconds; look for a loop that goes"
        " through far too much here"
    )


def test_the_line_may_be_in_a_part(tmp_path: Path) -> None:
    body = '{% import "parts/one.html.j2" as one %}\n{{ one.slow() }}'
    found = wrong(tmp_path, body, QUICK, one=f"\n{{% macro slow() %}}\n{LOOPS}{{% endmacro %}}")
    assert found.startswith("parts/one.html.j2:3:1: the template takes more than")


def test_a_page_that_takes_too_long_to_read_is_told_with_its_line(tmp_path: Path) -> None:
    found = wrong(tmp_path, "<p>a</p>\n<p>{{ ('<' * 400000) | safe }}</p>", QUICK)
    assert found.startswith("paper.html.j2:4:1: the template takes more than")


def test_what_ends_in_time_gives_its_result() -> None:
    assert in_time(lambda: "done", 10) == "done"


def test_no_except_on_the_way_takes_the_end_of_time_for_its_own() -> None:
    def stubborn() -> None:
        with suppress(Exception):
            for_ever()

    with pytest.raises(OutOfTime):
        in_time(stubborn, 0.02)


def test_the_timer_rings_again_where_its_error_was_lost() -> None:
    rung = []

    def deaf() -> None:
        try:
            for_ever()
        except OutOfTime:
            rung.append(1)
        for_ever()

    with pytest.raises(OutOfTime):
        in_time(deaf, 0.02)
    assert rung == [1]


def test_a_timer_of_the_process_goes_on_afterwards() -> None:
    heard = []

    def ring(_: int, __: FrameType | None) -> None:
        heard.append(1)

    earlier = signal.signal(signal.SIGPROF, ring)
    try:
        signal.setitimer(signal.ITIMER_PROF, 5)
        in_time(lambda: None, 10)
        assert signal.getsignal(signal.SIGPROF) is ring
        assert 4 < signal.getitimer(signal.ITIMER_PROF)[0] < 6
        signal.setitimer(signal.ITIMER_PROF, 0.01)
        with pytest.raises(OutOfTime):
            in_time(for_ever, 0.05)
        while not heard:
            pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, earlier)


def test_bounds_within_bounds_hold_both() -> None:
    ended = []

    def outer() -> None:
        with pytest.raises(OutOfTime):
            in_time(for_ever, 0.02)
        ended.append("inner")
        for_ever()

    with pytest.raises(OutOfTime):
        in_time(outer, 0.1)
    assert ended == ["inner"]


def test_another_thread_works_without_a_timer() -> None:
    found = []
    bounds = RunningBounds(seconds=0.001)
    work = threading.Thread(
        target=lambda: found.append(bounded(lambda: sum(range(10**6)), bounds, Memory(MIB * 64)))
    )
    work.start()
    work.join()
    assert found == [499999500000]


# Memory.


@linux
def test_a_template_that_takes_too_much_memory_is_told_with_its_line(tmp_path: Path) -> None:
    found = wrong(tmp_path, f"<p>a</p>\n{GROWS}", RunningBounds(memory=64 * MIB))
    assert found == (
        "paper.html.j2:4:1: the template takes more than 64 MiB of memory; look for a text or list"
        " that grows here"
    )


@linux
def test_the_process_has_its_memory_again_afterwards(tmp_path: Path) -> None:
    before = size()
    for _ in range(3):
        wrong(tmp_path, GROWS, RunningBounds(memory=64 * MIB))
    assert size() < before + 64 * MIB
    assert len(bytearray(256 * MIB)) == 256 * MIB


@linux
def test_a_lower_bound_of_the_process_stays() -> None:
    def held() -> int:
        return resource.getrlimit(resource.RLIMIT_AS)[0]

    own = size() + 512 * MIB
    resource.setrlimit(resource.RLIMIT_AS, (own, resource.RLIM_INFINITY))
    try:
        memory = Memory(1024 * MIB)
        assert bounded(held, RunningBounds(), memory) == own
        assert bounded(held, RunningBounds(), Memory(64 * MIB)) < own
        assert resource.getrlimit(resource.RLIMIT_AS) == (own, resource.RLIM_INFINITY)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


CHART = """
import sys
sys.path[:0] = [{tests!r}]
from contextlib import suppress
from dataclasses import replace
from pages import *
from makers import CLOCK
from briefgen.documents.catalogue import SUMMARY
from briefgen.documents.orders import SummaryOrder
from briefgen.register.loading import load_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.running_bounds import RunningBounds
how = replace(presentation(), bounds=RunningBounds(memory=24 << 20))
order = SummaryOrder(2023, day(TODAY), "internal")
document = SUMMARY.prepare(load_register(Workspace(ROOT), CLOCK), order)
assert "numpy" not in sys.modules
page = render_page(document, SUMMARY.template, how)
assert "numpy" in sys.modules
print(len(elements(page, "img")))
"""


@linux
def test_the_bound_doesnt_count_while_charts_are_drawn() -> None:
    code = CHART.format(tests=str(Path(__file__).parent))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert int(done.stdout) > 1


# The page.


def test_a_page_that_is_too_long_is_refused(tmp_path: Path) -> None:
    bounds = RunningBounds(letters=1000)
    found = wrong(tmp_path, "<p>{{ 'x' * 1000 }}</p>", bounds)
    assert found.startswith("paper.html.j2:1:1: the page has 1,0")
    assert "; 1,000 is the most" in found
    assert elements(rendered(tmp_path, "<p>{{ 'x' * 900 }}</p>", bounds=bounds), "p")


def test_a_page_of_too_many_elements_is_refused(tmp_path: Path) -> None:
    bounds = RunningBounds(elements=10)
    found = wrong(tmp_path, "\n<p>a</p>" * 11, bounds)
    assert found == (
        "paper.html.j2:14:1: the page has too many elements; make documents of its parts"
    )
    assert len(elements(rendered(tmp_path, "<p>a</p>" * 10, bounds=bounds), "p")) == 10


def test_a_page_with_endless_mistakes_tells_a_thousand(tmp_path: Path) -> None:
    body = "<p>a</p>{% for i in range(9999) %}<p onclick{{ i }}='x'>a</p>{% endfor %}"
    assert len(wrong(tmp_path, body).splitlines()) == 1001


def test_what_is_said_of_a_mistake_is_short(tmp_path: Path) -> None:
    assert len(wrong(tmp_path, "<p>{{ {}['x' * 100000] }}</p>")) < 400
    tag = "<p>{{ ('<' ~ 'x' * 100000 ~ '>') | safe }}</p>"
    assert all(len(line) < 400 for line in wrong(tmp_path, tag).splitlines())


def test_a_list_of_ten_thousand_takes_less_than_a_fifth_of_the_bounds() -> None:
    """A fifth of it, two thousand people, keeps a fifth of a fifth of each bound."""
    usual, share = RunningBounds(), 25
    bounds = RunningBounds(
        usual.seconds, usual.memory // share, usual.letters // share, usual.elements // share
    )
    document = PARTICIPANTS.prepare(crowd(2000), SessionOrder("talks/10", day(TODAY), "shared"))
    page = render_page(document, PARTICIPANTS.template, replace(presentation(), bounds=bounds))
    assert len(elements(page, "tr")) > 2000


def crowd(count: int) -> Register:
    """A session with as many made-up people."""
    people = {f"made-up-{n}": person(f"Made-up Person {n}") for n in range(count)}
    office = {"capacity": "Adviser of the made-up office", "mode": "in-person"}
    everybody = tuple(
        participant(name, f"party-{'abc'[n % 3]}", "member", attendance="present", **office)
        for n, name in enumerate(people)
    )
    return register(session("10", date="2023-02-22", participants=everybody), people=people)


# Reading a template.


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("a {{ b }} c", ["{{ b }}"]),
        ("{# a {% trans %} #}<p>{% if a %}", ["{# a {% trans %} #}", "{% if a %}"]),
        ("{% trans a=1 %}b {{ a }}{% endtrans %}c", ["{% trans a=1 %}b {{ a }}{% endtrans %}"]),
        ("{%- trans %}b{%- endtrans -%}", ["{%- trans %}b{%- endtrans -%}"]),
        ("{% trans %}b {{ c }}", ["{% trans %}", "{{ c }}"]),
        ("{% transient %}b{% endtrans %}", ["{% transient %}", "{% endtrans %}"]),
        ("{{ a {% b %} c", ["{% b %}"]),
        ("{# a {{ b }}", ["{{ b }}"]),
        ("{", []),
        ("", []),
    ],
)
def test_a_source_is_cut_into_text_and_code(source: str, code: list[str]) -> None:
    parts = list(parts_of(source))
    assert "".join(part for part, _ in parts) == source
    assert [part for part, is_code in parts if is_code] == code
