"""Loading the register for a command, with its warnings on the screen."""

import datetime

from briefgen.cli.reporting import report_problems
from briefgen.register.loading import Reading, read_register
from briefgen.register.workspace import Workspace


def load(workspace: Workspace, as_of: datetime.date) -> Reading:
    """The register as of a day that may lie ahead; its warnings go to stderr."""
    reading = read_register(workspace, max(as_of, datetime.date.today()))
    report_problems(reading.warnings)
    return reading
