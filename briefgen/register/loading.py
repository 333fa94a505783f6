"""From a workspace's folder to its register, with every problem told at once."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.assembling import assemble, entries_of
from briefgen.register.collecting import uncollected
from briefgen.register.consistency.checking import contradictions
from briefgen.register.folder import TOO_WRONG, UNEDITED, Edited, read, read_all
from briefgen.register.forms import Id
from briefgen.register.guesses import Guesses
from briefgen.register.ids import MechanismId
from briefgen.register.known import (
    Sources,
    is_mechanism,
    is_session,
    known_ids,
    known_styles,
)
from briefgen.register.limits import PROBLEMS
from briefgen.register.models.actors import Area, Party, Person, SourceEntry
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.sessions import SessionFile
from briefgen.register.part.listing import Doubtful
from briefgen.register.part.part import Part, part_of
from briefgen.register.register import Register
from briefgen.register.source import Source
from briefgen.register.texts import Language
from briefgen.register.validation import validate
from briefgen.register.workspace import LANGUAGES, SETTINGS_FILE, Settings, Workspace

SETTINGS = TypeAdapter(Settings)
PARTIES = TypeAdapter(dict[Id, Party])
PEOPLE = TypeAdapter(dict[Id, Person])
AREAS = TypeAdapter(dict[Id, Area])
SOURCES = TypeAdapter(dict[Id, SourceEntry])
MECHANISM = TypeAdapter(Mechanism)
SESSION = TypeAdapter(SessionFile)
LIST_FILES: dict[str, TypeAdapter[Any]] = {
    "parties": PARTIES,
    "people": PEOPLE,
    "areas": AREAS,
    "sources": SOURCES,
}


@dataclass(frozen=True)
class Reading:
    """A register that could be read, with warnings of what is likely a slip in it."""

    register: Register
    warnings: tuple[Problem, ...]


def load_register(workspace: Workspace, today: datetime.date) -> Register:
    """The register of a workspace; raises RegisterError with all of its problems."""
    return read_register(workspace, today).register


def read_register(
    workspace: Workspace,
    today: datetime.date,
    edited: Edited = UNEDITED,
    styles: Collection[str] | None = None,
    jobs: int = 1,
) -> Reading:
    """The same with its warnings; `today` tells what can't have happened yet.

    With files edited but not saved, it is the register as it will be. The house styles that it
    names must be among `styles`, if these are given. A great register is read by several `jobs`.
    """
    problems: list[Problem] = []
    with uncollected():
        sources = read_all(workspace.data, problems, edited, jobs)
        return validated_register(
            workspace, today, Part(sources, known_ids(sources)), styles, problems
        )


def read_part(
    workspace: Workspace,
    today: datetime.date,
    mechanism: MechanismId,
    styles: Collection[str] | None = None,
) -> Reading:
    """The register as far as documents of a mechanism look; these come out the same.

    What is wrong in other files isn't told. Where anything is wrong in those that are read, or is
    unusual, the whole register is read, so that its problems are told as they always are.
    """
    try:
        with uncollected():
            part = part_of(workspace.data, mechanism)
            return validated_register(workspace, today, part, styles, [])
    except (Doubtful, RegisterError):
        return read_register(workspace, today, styles=styles)


def validated_register(
    workspace: Workspace,
    today: datetime.date,
    part: Part,
    styles: Collection[str] | None,
    problems: list[Problem],
) -> Reading:
    """The register that files hold; raises RegisterError with all that is wrong in them."""
    in_settings: list[Problem] = []
    settings_source = read(workspace.root, SETTINGS_FILE, in_settings)
    problems = [*in_settings, *problems]
    context = {
        "known": {**part.known, "style": known_styles(styles)},
        "languages": languages_of(settings_source),
        "guesses": Guesses(),
    }
    found: list[Problem] = []
    settings = validate(SETTINGS, settings_source, context, found) if settings_source else None
    values = validated(part.sources, context, found)
    entries = entries_of(part.sources, values)
    found += contradictions(entries, today)
    told = {problem.place for problem in problems}
    problems += [problem for problem in found if problem.place not in told]
    if settings is None or any(problem.severity == "error" for problem in problems):
        raise RegisterError(problems)
    return Reading(assemble(settings, values, entries), tuple(sorted(problems)))


def validated(
    sources: Sources, context: Mapping[str, Any], problems: list[Problem]
) -> Mapping[str, Any]:
    """What each file holds; None when something is wrong in it, or too much in those before."""
    values: dict[str, Any] = {}
    for name, source in sources.items():
        if source is not None and len(problems) > PROBLEMS.most:
            problems.append(Problem(Place(source.name), "too-many-problems", TOO_WRONG))
            break
        if source is not None:
            values[name] = validate(adapter_of(name), source, context, problems)
    return values


def languages_of(settings: Source | None) -> tuple[Language, ...] | None:
    """The register's languages, the first its own; None when it can't be told which they are."""
    if settings is None or not isinstance(settings.tree, dict):
        return None
    languages = settings.tree.get("languages", LANGUAGES)
    is_list = isinstance(languages, tuple) and all(isinstance(each, str) for each in languages)
    return (languages if is_list else None) or None


def adapter_of(name: str) -> TypeAdapter[Any]:
    if is_mechanism(name):
        return MECHANISM
    return SESSION if is_session(name) else LIST_FILES[name]
