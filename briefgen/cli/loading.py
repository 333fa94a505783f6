"""Loading the register for a command, with its warnings on the screen."""

import datetime
from dataclasses import replace

from briefgen.build.intake.recovery import imports_undone
from briefgen.cli import collector
from briefgen.cli.reporting import report_problems
from briefgen.problems import RegisterError
from briefgen.register.ids import MechanismId
from briefgen.register.loading import Reading, read_part, read_register
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import known_styles
from briefgen.rendering.resources import packaged_templates


def load(
    workspace: Workspace, as_of: datetime.date, mechanism: MechanismId | None = None, jobs: int = 1
) -> Reading:
    """The register as of a day that may lie ahead; its warnings go to stderr.

    For what is of one mechanism only, only what concerns that is read.
    """
    reading = read(workspace, max(as_of, datetime.date.today()), mechanism, jobs)
    report_problems(reading.warnings)
    return reading


def read(
    workspace: Workspace, today: datetime.date, mechanism: MechanismId | None = None, jobs: int = 1
) -> Reading:
    """The register, with the names of house styles looked for in the folders of templates."""
    styles = known_styles((workspace.templates, packaged_templates()))
    with imports_undone(workspace.root) as undone:
        try:
            if mechanism is None:
                reading = read_register(workspace, today, styles=styles, jobs=jobs)
            else:
                reading = read_part(workspace, today, mechanism, styles)
        except RegisterError as error:
            raise RegisterError([*undone, *error.problems]) from error
        finally:
            collector.resume()
    return replace(reading, warnings=(*undone, *reading.warnings))
