"""The rotation as tables on the screen: who hosted, and whose turn is next."""

from typing import TYPE_CHECKING

import typer

from briefgen.cli.reporting import print_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.documents.hosting import HostingView
    from briefgen.documents.rotation import Rotation
    from briefgen.rendering.filters import Filters


def print_rotation(found: "Rotation", words: "Filters") -> None:
    """Prints two tables, and a sentence for each exception and each order."""
    if found.history:
        rows = [past_row(line, words) for line in found.history]
        print_table("Who hosted", ["Session", "Date", "Host", "By rotation", ""], rows)
        print_exceptions(found.history, words)
    if found.next:
        rows = [next_row(line, words) for line in found.next]
        print_table("Whose turn is next", ["Session", "Host", "Why", "Basis"], rows)
    else:
        typer.echo("No session is recorded as held, and no order of hosts, so none is next.")
    bases = dict.fromkeys(words.basis(each.turn).striptags() for each in found.next if each.turn)
    for basis in bases:
        typer.echo(f"{basis[:1].upper()}{basis[1:]}.")


def print_exceptions(lines: "Iterable[HostingView]", words: "Filters") -> None:
    """A sentence for each session at which the order was departed from."""
    departing = [(each, each.turn) for each in lines if each.turn and each.turn.exceptions]
    for line, turn in departing:
        typer.echo(f"{name_of(line, words)}: {words.reason(turn).striptags()}.")
    if departing:
        typer.echo()


def past_row(line: "HostingView", words: "Filters") -> list[str]:
    date = words.date(line.session.date, "medium") if line.session.date else "not recorded"
    status = line.session.status or "held"
    remarks = [words.word(status, "status")] if status != "held" else []
    remarks += ["differs from the rule"] if line.agrees is False else []
    return [name_of(line, words), date, host_of(line), expected_of(line), ", ".join(remarks)]


def next_row(line: "HostingView", words: "Filters") -> list[str]:
    name = name_of(line, words)
    if line.session.host is not None:
        differs = "; differs from the rule" if line.agrees is False else ""
        return [name, host_of(line), f"by rotation: {expected_of(line)}{differs}", "recorded"]
    if line.turn is None:
        return [name, host_of(line), "no order of hosts is recorded", ""]
    return [name, expected_of(line), words.reason(line.turn).striptags(), line.turn.basis]


def name_of(line: "HostingView", words: "Filters") -> str:
    return words.session_name(line.session).striptags()


def host_of(line: "HostingView") -> str:
    host = line.session.host
    return host.name.best("en").text if host is not None else "not recorded"


def expected_of(line: "HostingView") -> str:
    if line.turn is None:
        return "–"
    names = [party.name.best("en").text for party in line.turn.parties]
    return names[0] if len(names) == 1 else f"one of {', '.join(names)}"
