"""A document of n rows twice: a session's agenda of n points, after one that told n figures.

The workspace's own template of the brief shows six paragraphs and both tables, and nothing else.
"""

from collections.abc import Iterator
from pathlib import Path

from made_files import SIDES, party_of, write, write_shared

PARAGRAPHS = 6
SOURCES = 10
SENTENCE = (
    "This made-up paragraph stands for what a secretariat writes about its talks, and its sentences"
    " are as long as theirs. "
)
TEMPLATE = """\
{% set title = "Brief for the made-up talks" %}
{% set subject = "A document of many rows" %}
<h1>{{ title }}</h1>
<section>
<h2>Background</h2>
{% for fact in document.mechanism.background %}
<p>{{ fact.text | text }}</p>
{% endfor %}
</section>
<section>
<h2>Agenda</h2>
<table>
<caption>Points of the agenda</caption>
<colgroup><col data-width="12"><col data-width="88"></colgroup>
<thead><tr><th scope="col">Time</th><th scope="col">Item</th></tr></thead>
<tbody>
{% for point in document.agenda %}
<tr><td>{{ point.time }}</td><td>{{ point.item | text }}</td></tr>
{% endfor %}
</tbody>
</table>
</section>
<section>
<h2>Figures</h2>
<table>
<caption>Figures of the session before</caption>
<colgroup>
<col data-width="44"><col data-width="26"><col data-width="14"><col data-width="16">
</colgroup>
<thead><tr>
<th scope="col">Measure</th><th scope="col">Value</th>
<th scope="col">Period</th><th scope="col">Source</th>
</tr></thead>
<tbody>
{% for figure in document.figures %}
<tr>
<td>{{ figure.measure | text }}</td><td>{{ figure | amount }}</td>
<td>{{ figure.period | date }}</td><td>{{ figure.sources | join(", ") }}</td>
</tr>
{% endfor %}
</tbody>
</table>
</section>
"""


def make_rows(folder: Path, rows: int) -> None:
    """The workspace of `briefgen brief talks/2`."""
    write_shared(folder, sources=SOURCES, people=1)
    talks = folder / "data/mechanisms/talks"
    write(talks / "mechanism.yaml", mechanism())
    write(talks / "1.yaml", figures(rows))
    write(talks / "2.yaml", agenda(rows))
    write(folder / "templates/brief.html.j2", [TEMPLATE])


def mechanism() -> Iterator[str]:
    yield "name: Made-up talks of four made-up parties\nshort_name: Made-up talks\n"
    yield SIDES
    yield "background:\n"
    for number in range(1, PARAGRAPHS + 1):
        text = f"Paragraph {number}. {SENTENCE * (2 + number % 3)}".strip()
        yield f"  - text: {text}\n    sources: [source-{number}]\n"


def figures(rows: int) -> Iterator[str]:
    yield f"status: held\ndate: 2025-03-20\nhost: {party_of(1)}\nsources: [source-1]\nfigures:\n"
    for number in range(1, rows + 1):
        yield f"  - measure: Measure {number}, made-up goods that went through gate {number % 17}"
        yield f" and back\n    value: {value(number)}\n    unit: tonnes\n"
        yield f"    period: {2000 + number % 25}\n    sources: [source-{1 + number % SOURCES}]\n"


def agenda(rows: int) -> Iterator[str]:
    yield f"status: planned\ndate: 2027-03-18\nhost: {party_of(2)}\nsources: [source-2]\nagenda:\n"
    for number in range(1, rows + 1):
        yield f'  - time: "{8 + number // 60 % 12:02}:{number % 60:02}"\n'
        yield f"    item: Point {number}, made-up matters between party {number % 23} and the"
        yield f" others, of which the secretariat reports in {1 + number % 9} parts\n"


def value(number: int) -> str:
    return f"{number * 7919 % 99991}.{1 + number % 9}"


def marks(rows: int) -> tuple[str, ...]:
    """What any document of them tells: the paragraphs' ends, first and last rows."""
    return (
        "Paragraph 1.",
        f"Paragraph {PARAGRAPHS}.",
        *(f"Point {number}," for number in (1, rows)),
        *(f"Measure {number}," for number in (1, rows)),
        *(f"{float(value(number)):,} tonnes" for number in (1, rows)),
    )
