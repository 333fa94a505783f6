"""How a document is written, and whether it can be so."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefgen.problems import Place, Problem, UsageError
from briefgen.register.ids import did_you_mean
from briefgen.register.texts import Language
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import known_styles
from briefgen.rendering.languages import LANGUAGES
from briefgen.rendering.resources import packaged_templates
from briefgen.writers.catalogue import WRITERS


@dataclass(frozen=True)
class Output:
    """In what language, style and formats a document is written, and below which folder."""

    language: Language
    style: str
    formats: tuple[str, ...]
    folder: Path


def check_output(output: Output) -> None:
    """Raises UsageError for formats and languages that there are not."""
    problems = [
        *unknown("format", output.formats, list(WRITERS)),
        *unknown("language", [output.language], list(LANGUAGES)),
    ]
    if problems:
        raise UsageError(problems)


def check_style(name: str, workspace: Workspace) -> None:
    """Raises UsageError for a house style that a command names and no folder has."""
    known = known_styles((workspace.templates, packaged_templates()))
    problems = unknown("style", [name], known)
    if problems:
        raise UsageError(problems)


def unknown(kind: str, names: Sequence[str], known: Sequence[str]) -> list[Problem]:
    return [
        Problem(
            Place(name or "nothing"),
            f"unknown-{kind}",
            f"no {kind} '{name}'{did_you_mean(name, known)}; known: {', '.join(known)}",
        )
        for name in names
        if name not in known
    ]
