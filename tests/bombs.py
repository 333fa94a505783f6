"""Templates that would take all time or memory; run as a program, each in a process of its own.

`python bombs.py FOLDER` writes for each bomb a line of JSON: its name, how its process ended, and
what was said.
"""

import json
import os
import resource
import sys
from dataclasses import replace
from pathlib import Path

from makers import words
from pages import presentation
from papers import HEAD, Paper

from briefgen.problems import TemplateError
from briefgen.rendering.rendering import Presentation, render_page
from briefgen.rendering.running_bounds import RunningBounds

BOUNDS = RunningBounds(seconds=1.5, memory=128 << 20, letters=1 << 22, elements=20_000)
WALL = 20
NESTED = (
    "{% set ns = namespace(a=(1,), b=(1,)) %}{% for i in range(60) %}"
    "{% set ns.a = (ns.a, ns.a) %}{% set ns.b = (ns.b, ns.b) %}{% endfor %}\n"
)
"""Two values, each of two of two of two …"""
GROWING = (
    "{%% set ns = namespace(a=%s) %%}{%% for i in range(99) %%}{%% set ns.a = %s %%}{%% endfor %%}"
)
NUMBERS, VALUES, PLACEHOLDER = "too many digits", "holds too much", "is no placeholder"
TIME, MEMORY, DEEP = "0.2 seconds", "128 MiB of memory", "nested too deep"
NO_FILTER, NO_USE, MAKES = "No filter named", "templates can't use", "is the most"
BOMBS: dict[str, tuple[str, str]] = {
    # Numbers.
    "power": ("{{ 9 ** (9 ** 9) }}", NUMBERS),
    "powers of variables": ("{% set a = 2 ** 8000 %}{{ a ** a }}", NUMBERS),
    "squares": (GROWING % ("3", "ns.a * ns.a"), NUMBERS),
    "sums": (GROWING % ("2 ** 8150", "ns.a + ns.a"), NUMBERS),
    "places": ("{{ 3 | round(-10 ** 9) }}", "rounded to 30 places"),
    "places upwards": ("{{ 3 | round(10 ** 9, 'ceil') }}", "rounded to 30 places"),
    "shift by text": ("{{ ('f' * 100000) | int(base=16) is divisibleby 7 }}", NUMBERS),
    # Texts and lists.
    "long text": ("{{ 'x' * 10 ** 10 }}", MAKES),
    "long text from the right": ("{{ 10 ** 10 * 'x' }}", MAKES),
    "long list": ("{{ [1] * 10 ** 10 }}", MAKES),
    "wide number": ("{{ '%999999999d' % 1 }}", PLACEHOLDER),
    "exact number": ("{{ '%.999999999f' % 1 }}", PLACEHOLDER),
    "width given": ("{{ '%*d' % (999999999, 1) }}", PLACEHOLDER),
    "filter format": ("{{ '%999999999d' | format(1) }}", PLACEHOLDER),
    "wide message": ("{{ _('%(a)999999999d', a=1) }}", PLACEHOLDER),
    "wide message of several": ("{{ ngettext('%(num)999999999d', 'x', 1) }}", PLACEHOLDER),
    "python's format": ("{{ '{:999999999}'.format(1) }}", NO_USE),
    "ljust": ("{{ 'x'.ljust(10 ** 9) }}", NO_USE),
    "expandtabs": ("{{ '\\t'.expandtabs(10 ** 9) }}", NO_USE),
    "centre": ("{{ 'x' | center(10 ** 9) }}", NO_FILTER),
    "indent": ("{{ 'x\\ny' | indent(10 ** 9) }}", NO_FILTER),
    "lipsum": ("{{ lipsum(10 ** 9) }}", "'lipsum' is undefined"),
    "batch": ("{{ [1] | batch(10 ** 9, 'x') | list }}", MEMORY),
    "doubled by ~": (GROWING % ("'x'", "ns.a ~ ns.a"), MEMORY),
    "doubled by +": (GROWING % ("'x'", "ns.a + ns.a"), MAKES),
    "doubled by replace": (GROWING % ("'x'", "ns.a | replace('x', 'xx')"), ""),
    "doubled by join": (GROWING % ("'x'", "(ns.a, ns.a) | join"), ""),
    "a block that is kept": (
        "{% set a %}{% for i in range(99999) %}{{ 'x' * 99999 }}{% endfor %}{% endset %}",
        MEMORY,
    ),
    "text of nested values": (NESTED + "{{ ns.a }}", TIME),
    # Loops and circles.
    "range": ("{% for i in range(10 ** 9) %}x{% endfor %}", "Range too big"),
    "slices": ("{{ [1] | slice(10 ** 9) | list }}", TIME),
    "loops": (
        "{% for i in range(99999) %}\n{% for j in range(99999) %}{% endfor %}{% endfor %}",
        TIME,
    ),
    "loops without a body": ("{{ range(99999) | map('list') | map('list') | list }}", "iterable"),
    "sum of lists": ("{% set a = [[1]] * 999999 %}{{ a | sum(start=[]) }}", TIME),
    "macro in a circle": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", DEEP),
    "macro as a tree": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) ~ m(n - 1) }}{% endif %}{% endmacro %}{{ m(99) }}",
        TIME,
    ),
    "loop in a circle": ("{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}", DEEP),
    "block in a circle": ("{% block a %}{{ self.a() }}{% endblock %}", DEEP),
    "include in a circle": ("{% include 'paper.html.j2' %}", DEEP),
    "import in a circle": ("{% import 'paper.html.j2' as a %}", DEEP),
    "extends in a circle": ("{% extends 'paper.html.j2' %}", DEEP),
    # What no timer can stop.
    "equal values": (NESTED + "{{ ns.a == ns.b }}", VALUES),
    "a value in values": (NESTED + "{{ ns.a in [ns.b] }}", VALUES),
    "test of values": (NESTED + "{{ ns.a is eq(ns.b) }}", VALUES),
    "key of a mapping": (NESTED + "{{ {ns.a: 1} }}", VALUES),
    "key of dict": (NESTED + "{{ dict([(ns.a, 1)]) }}", VALUES),
    "key of an item": (NESTED + "{{ {}[ns.a] }}", VALUES),
    "key of a word": (NESTED + "{{ 'x' | word(ns.a) }}", VALUES),
    "changed": (NESTED + "{% for i in [1] %}{{ loop.changed(ns.a) }}{% endfor %}", VALUES),
    "sorted values": (NESTED + "{{ [ns.a, ns.b] | sort }}", VALUES),
    "sorted by what they hold": (
        NESTED + "{% set n = namespace(k=ns.a) %}{{ [n, n] | sort(attribute='k') }}",
        VALUES,
    ),
    "unique values": (NESTED + "{{ [ns.a, ns.b] | unique | list }}", VALUES),
    "most of values": (NESTED + "{{ [ns.a, ns.b] | max }}", VALUES),
    "sorted long texts": (
        "{% set a = 'x' * 9999999 %}{{ ([a ~ 'a', a ~ 'b'] * 1000) | sort }}",
        VALUES,
    ),
    "equal long texts": (
        "{% set a = 'x' * 16000000 %}{{ [a ~ 'a'] * 100 == [a ~ 'a'] * 100 }}",
        VALUES,
    ),
    "chart of a million": ("{{ time_line([1] * 1000000, 2020) }}", VALUES),
    # Source.
    "brackets": ("{{ " + "(" * 100_000 + "1" + ")" * 100_000 + " }}", DEEP),
    "lists": ("{{ " + "[" * 100_000 + "1" + "]" * 100_000 + " }}", DEEP),
    "nested blocks": ("{% if 1 %}" * 40_000 + "{% endif %}" * 40_000, ""),
    "nested loops": ("{% for a in [1] %}" * 25 + "{% endfor %}" * 25, DEEP),
    "indentation": ("{% if document %}" * 99 + "x" + "{% endif %}" * 99, DEEP),
    "long sum": ("{{ " + "+".join(["document"] * 5_000) + " }}", ""),
    "large source": ("x" * 1_000_001, "1,000,000 letters"),
    "translations without an end": ("{% trans %}" * 90_000, ""),
    "braces without an end": ("{{" * 400_000, ""),
    "remarks without an end": ("{#" * 400_000, "Missing end of comment"),
    "numbers in hexadecimal": ("{{ 0x" + "f" * 100_000 + " is divisibleby 7 }}", ""),
    # What comes out.
    "long page": ("{% for i in range(500) %}<p>{{ 'x' * 10000 }}</p>{% endfor %}", MAKES),
    "many elements": ("{% for i in range(30000) %}<p></p>{% endfor %}", "too many elements"),
    "deep elements": ("<p>" * 99_999, ""),
    "angles": ("<p>a</p>{{ ('<' * 2000000) | safe }}", TIME),
    "comments": ("<p>a</p>{{ ('<!--' * 900000) | safe }}", TIME),
    "long title": ("{% set title = 'x' * 100000 %}<p>a</p>", MAKES),
}


def main(folder: Path) -> None:
    for name, (body, expected) in BOMBS.items():
        bounds = replace(BOUNDS, seconds=0.2) if expected == TIME else BOUNDS
        how = replace(presentation(folder), bounds=bounds)
        reader, writer = os.pipe()
        if not os.fork():
            status = 1
            try:
                os.write(writer, said_of(body, folder, how).encode()[:4000])
                status = 0
            finally:
                os._exit(status)
        os.close(writer)
        with open(reader, "rb") as told:  # noqa: PTH123  a pipe has no path
            said = told.read().decode()
        print(json.dumps([name, os.wait()[1], said]), flush=True)  # noqa: T201


def said_of(body: str, folder: Path, how: Presentation) -> str:
    """What a template's author is told; then the process must be able to go on."""
    resource.setrlimit(resource.RLIMIT_CPU, (WALL, WALL))
    (folder / "paper.html.j2").write_text(HEAD + body, "utf-8")
    try:
        render_page(Paper(words("x")), "paper.html.j2", how)
    except TemplateError as error:
        (folder / "paper.html.j2").write_text(HEAD + "<p>{{ 'x ' * 500000 }}</p>", "utf-8")
        anew = replace(how)  # templates are kept; this one is another now
        render_page(Paper(words("x")), "paper.html.j2", anew)
        return str(error)
    return "nothing"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
