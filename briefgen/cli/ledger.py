"""The command `ledger`: where each commitment stands."""

from typing import TYPE_CHECKING, Any

import typer

from briefgen.cli.options import AsOf, JsonOption, WorkspaceOption, read_day, workspace_at
from briefgen.cli.reporting import print_json, print_table
from briefgen.cli.rotation import MechanismArgument

if TYPE_CHECKING:
    from briefgen.documents.ledger import Ledger
    from briefgen.register.dates import Date
    from briefgen.register.register import Register
    from briefgen.rendering.filters import Filters
    from briefgen.rules.ledger import LedgerLine


def ledger(
    mechanism: MechanismArgument,
    workspace: WorkspaceOption = None,
    as_of: AsOf = None,
    json: JsonOption = False,
) -> None:
    """Tell where each commitment of a mechanism stands, and how many stand so.

    Example: briefgen ledger jwc-guangxi --as-of 2023-12-31
    """
    # Imported only when asked for: other commands do without the rules.
    from briefgen.cli.loading import load
    from briefgen.documents.ledger import LedgerOrder, prepare_ledger

    day = read_day(as_of)
    register = load(workspace_at(workspace), day, mechanism).register
    found = prepare_ledger(register, LedgerOrder(mechanism, day))
    if json:
        print_json(as_object(found))
    else:
        print_ledger(found, register)


# As one object.


def as_object(found: "Ledger") -> dict[str, Any]:
    return {
        "mechanism": found.mechanism,
        "as_of": found.as_of.isoformat(),
        "totals": dict(found.totals),
        "commitments": [line_object(line, found) for line in found.lines],
    }


def line_object(line: "LedgerLine", found: "Ledger") -> dict[str, Any]:
    report, commitment = line.last_report, line.commitment
    return {
        "id": line.id,
        "area": commitment.area,
        "text": commitment.text.best("en").text,
        "responsible": list(commitment.responsible),
        "due": edtf(commitment.due),
        "overdue": line.overdue,
        "status": line.standing,
        "reported_on": edtf(report.date) if report else None,
        "reported_at": report.session.id if report and report.session else None,
        "follows": list(commitment.follows),
        "chain": list(found.chains[line.id]),
        "superseded_by": line.superseded_by,
        "sources": list(commitment.sources),
    }


def edtf(date: "Date | None") -> str | None:
    return date.edtf if date is not None else None


# As a table.


def print_ledger(found: "Ledger", register: "Register") -> None:
    if not found.lines:
        typer.echo(f"No commitments of '{found.mechanism}' are recorded by {found.as_of}.")
        return
    from briefgen.rendering.filters import english

    rows = [row_of(line, found, register, english()) for line in found.lines]
    print_table(
        f"Commitments as of {found.as_of}",
        ["No.", "Commitment", "Status", "Last report", "Due"],
        rows,
    )
    counts = [
        f"{count} {english().word(standing, 'standing')}"
        for standing, count in found.totals.items()
        if count
    ]
    typer.echo(f"{len(found.lines)} in all: {', '.join(counts)}.")


def row_of(
    line: "LedgerLine", found: "Ledger", register: "Register", words: "Filters"
) -> list[str]:
    from briefgen.documents.commitments import short

    commitment = line.commitment
    area = register.areas[commitment.area].name.best("en").text
    status = words.word(line.standing, "standing")
    if line.superseded_by is not None:
        status += f", carried on as {short(line.superseded_by, found.mechanism)}"
    due = edtf(commitment.due) or ""
    return [
        short(line.id, found.mechanism),
        f"{area}: {commitment.text.best('en').text}",
        status,
        reported(line, register, words),
        f"{due}, overdue" if line.overdue else due,
    ]


def reported(line: "LedgerLine", register: "Register", words: "Filters") -> str:
    from briefgen.documents.views import view_of

    report = line.last_report
    if report is None:
        return ""
    day = words.date(report.date, "medium") if report.date is not None else "day not recorded"
    if report.session is None:
        return day
    return f"{words.session_name(view_of(register, report.session)).striptags()}, {day}"
