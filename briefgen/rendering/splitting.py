"""A template's source cut into its text and Jinja's own parts, in one walk from start to end."""

import re
from collections.abc import Iterator

START = re.compile(r"\{[{%#]")
TRANSLATED = re.compile(r"\{%-?\s*trans\b")
END_OF_TRANSLATED = re.compile(r"\bendtrans\s*-?%\}")
ENDS = {"{{": re.compile(r"\}\}"), "{%": re.compile(r"%\}"), "{#": re.compile(r"#\}")}


def parts_of(source: str) -> Iterator[tuple[str, bool]]:
    """The parts of a template one after another, and whether each is Jinja's.

    A translated block is one part: a line number within would make every message its own. What is
    never closed is text, as Jinja will tell.
    """
    done, start, unclosed = 0, START.search(source), set[re.Pattern[str]]()
    while start:
        end = end_of(source, start, unclosed)
        if end is not None:
            yield source[done : start.start()], False
            yield source[start.start() : end], True
            done = end
        start = START.search(source, start.end() if end is None else end)
    yield source[done:], False


def end_of(source: str, start: re.Match[str], unclosed: set[re.Pattern[str]]) -> int | None:
    """Where a part of Jinja's ends; an end that was missing once isn't sought further down."""
    wanted = [ENDS[start[0]]]
    if TRANSLATED.match(source, start.start()):
        wanted.insert(0, END_OF_TRANSLATED)
    for pattern in wanted:
        if pattern not in unclosed:
            if found := pattern.search(source, start.end()):
                return found.end()
            unclosed.add(pattern)
    return None
