"""What the plan needs to make its works: the command line, folders, how many runs."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from works import OUT
from workspaces import DAY, make_workspace

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
VARIANT = "pdf/a-3a"
"""As `briefgen.writers.pdf` asks for; imported from there, it would cost this process memory."""


@dataclass(frozen=True)
class Setting:
    """Where a group's workspaces are made, and how the commands are called.

    With `most_runs`, nothing is run more often than that.
    """

    folder: Path
    most_runs: int | None = None

    def runs(self, wanted: int) -> int:
        """How often to run what is wanted so many times."""
        return wanted if self.most_runs is None else min(wanted, self.most_runs)

    def workspace(self, kind: str, size: int) -> Path:
        """A workspace of a kind and size."""
        folder = self.folder / f"{kind}-{size}"
        make_workspace(kind, size, folder)
        return folder

    def prepare(self, *command: str) -> None:
        """Runs what isn't measured; raises CalledProcessError when it fails."""
        subprocess.run(command, check=True, capture_output=True)


def briefgen() -> tuple[str, ...]:
    """The command as it is installed beside this Python, else the module."""
    command = Path(sys.executable).with_name("briefgen")
    return (str(command),) if command.exists() else (sys.executable, "-m", "briefgen")


def ours(workspace: Path, *arguments: str, formats: str = "", out: str = OUT) -> tuple[str, ...]:
    """A command of briefgen that writes documents of a workspace."""
    where = ("--workspace", str(workspace), "--as-of", DAY, "--out", out)
    return (*briefgen(), *arguments, *where, *(("--format", formats) if formats else ()))


def script(name: str, *arguments: str) -> tuple[str, ...]:
    """A script of a rival."""
    return (sys.executable, str(HERE / name), *arguments)


def weasyprint(page: Path) -> tuple[str, ...]:
    """WeasyPrint's own command, for the same page and the same kind of PDF."""
    command = str(Path(sys.executable).with_name("weasyprint"))
    return (command, "--pdf-variant", VARIANT, str(page), f"{OUT}/weasyprint.pdf")
