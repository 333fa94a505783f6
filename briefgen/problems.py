"""Problems with their places, and the errors that end a run."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
LONGEST = 80


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file something stands, counted from 1; line 0 is the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: where, what, and what to do about it."""

    place: Place
    code: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def quoted(text: str) -> str:
    """A text in quotes on one line, cut when it is long, so that a message stays readable."""
    line = " ".join(text.splitlines()).replace("\t", "\\t")
    return f"'{line}'" if len(line) <= LONGEST else f"'{line[:LONGEST]}…'"


class BriefgenError(Exception):
    """The one root of errors meant for the user: its problems say everything there is to say."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type["BriefgenError"], tuple[tuple[Problem, ...]]]:
        """How it goes from one process to another."""
        return type(self), (self.problems,)


class RegisterError(BriefgenError):
    """The workspace's files hold something wrong."""


class TemplateError(BriefgenError):
    """A template or a house style holds something wrong."""


class UsageError(BriefgenError):
    """The command was given something that can't be: an unknown session, a bad date."""


class MachineError(BriefgenError):
    """The machine failed: a full disk, a read-only folder, a missing library."""
