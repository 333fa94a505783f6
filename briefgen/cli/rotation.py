"""The command `rotation`: who hosted, who is next, and why."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption, read_day, workspace_at
from briefgen.cli.reporting import print_json
from briefgen.cli.rotation_table import print_rotation

if TYPE_CHECKING:
    from briefgen.documents.hosting import HostingView
    from briefgen.documents.rotation import Rotation
    from briefgen.documents.turns import TurnView
    from briefgen.documents.views import PartyView
    from briefgen.rendering.filters import Filters

MOST_AHEAD = 100
MechanismArgument = Annotated[str, typer.Argument(metavar="MECHANISM", help="The mechanism's id.")]
Ahead = Annotated[
    int,
    typer.Option("--next", metavar="N", min=1, max=MOST_AHEAD, help="How many sessions ahead."),
]


def rotation(
    mechanism: MechanismArgument,
    workspace: WorkspaceOption = None,
    as_of: AsOf = None,
    ahead: Ahead = 4,
    json: JsonOption = False,
) -> None:
    """Tell who hosted each session, whose turn is next, and why.

    Example: briefgen rotation jwc-guangxi --next 4
    """
    # Imported only when asked for, as all that makes sentences.
    from briefgen.cli.loading import load
    from briefgen.documents.rotation import RotationOrder, prepare_rotation
    from briefgen.rendering.filters import english

    day = read_day(as_of)
    register = load(workspace_at(workspace), day, mechanism).register
    found = prepare_rotation(register, RotationOrder(mechanism, day, ahead))
    if json:
        print_json(as_object(found, english()))
    else:
        print_rotation(found, english())


# As one object.


def as_object(found: "Rotation", words: "Filters") -> dict[str, Any]:
    return {
        "mechanism": found.mechanism,
        "as_of": found.as_of.isoformat(),
        "history": [past_object(line, words) for line in found.history],
        "next": [next_object(line, words) for line in found.next],
    }


def past_object(line: "HostingView", words: "Filters") -> dict[str, Any]:
    return {
        "session": line.session.id,
        "host": identifier(line.session.host),
        "expected": identifier(line.turn.host) if line.turn else None,
        "agrees": line.agrees,
        "basis": line.turn.basis if line.turn else None,
        **turn_object(line, words),
    }


def next_object(line: "HostingView", words: "Filters") -> dict[str, Any]:
    recorded, expected = line.session.host, line.turn.host if line.turn else None
    return {
        "session": line.session.id,
        "host": identifier(recorded or expected),
        "basis": "recorded" if recorded else line.turn.basis if line.turn else None,
        **turn_object(line, words),
    }


def turn_object(line: "HostingView", words: "Filters") -> dict[str, Any]:
    """Why, in words, and for a group that chooses, of whom."""
    chooses = line.turn is not None and line.turn.host is None
    return {
        "reason": why(line.turn, words) if line.turn else None,
        "choice": [party.id for party in line.turn.parties] if line.turn and chooses else [],
        "sources": list(line.turn.all_sources if line.turn else ()),
    }


def identifier(party: "PartyView | None") -> str | None:
    return party.id if party is not None else None


def why(turn: "TurnView", words: "Filters") -> str:
    return f"{words.reason(turn).striptags()}; {words.basis(turn).striptags()}"
