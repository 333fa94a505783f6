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
from briefgen.rendering.official import is_official
from briefgen.rendering.resources import packaged_templates
from briefgen.writers.catalogue import WRITERS

MOST_LANGUAGES = 2


@dataclass(frozen=True)
class Output:
    """In what languages, style and formats a document is written, and below which folder."""

    languages: tuple[Language, ...]
    style: str | None
    """The house style that is asked for; without one, each document has its usual one."""
    formats: tuple[str, ...]
    folder: Path
    number: int | None = None
    """The number that the document bears in an official layout."""


def check_output(output: Output) -> None:
    """Raises UsageError for formats and languages that there are not."""
    problems = [
        *unknown("format", output.formats, list(WRITERS)),
        *unknown("language", output.languages, list(LANGUAGES)),
        *too_many(output.languages),
    ]
    if problems:
        raise UsageError(problems)


def check_style(name: str, workspace: Workspace) -> None:
    """Raises UsageError for a house style that a command names and no folder has."""
    known = known_styles((workspace.templates, packaged_templates()))
    problems = unknown("style", [name], known)
    if problems:
        raise UsageError(problems)


def limit_of(folder: Path, workspace: Workspace) -> Path:
    """The folder that no link may lead out of when documents are written below another one.

    A folder that somebody named may be anywhere; the workspace's own `out/` is in the workspace.
    """
    return workspace.root if folder == workspace.out else folder


def unknown(kind: str, names: Sequence[str], known: Sequence[str]) -> list[Problem]:
    return [
        Problem(
            Place(name or "nothing"),
            f"unknown-{kind}",
            f"no {kind} '{name}'{nearest(name, known)}; known: {', '.join(known)}",
        )
        for name in names
        if name not in known
    ]


def nearest(name: str, known: Sequence[str]) -> str:
    """` (did you mean 'zh-Hans'?)` for `zh` and `zh-CN` too, and 'vi' for the country `vn`."""
    first = name.partition("-")[0].lower()
    kin = [each for each in known if each.partition("-")[0] == first]
    kin = kin or [each for each in known if is_official(each, name)]
    return (did_you_mean(kin[0], kin) if kin else "") or did_you_mean(name, known)


def too_many(languages: Sequence[Language]) -> list[Problem]:
    """That a language is named twice, or that there are more than stand beside one another."""
    place = Place(",".join(languages))
    if len(set(languages)) < len(languages):
        message = "a language stands here twice; name each once"
        return [Problem(place, "too-many-languages", message)]
    if len(languages) > MOST_LANGUAGES:
        message = "a document is in one language or in two; make one more for the others"
        return [Problem(place, "too-many-languages", message)]
    return []
