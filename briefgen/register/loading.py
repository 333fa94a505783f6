"""From a workspace's folder to its register, with every problem told at once."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.folder import read, read_all
from briefgen.register.forms import Id
from briefgen.register.known import Sources, is_mechanism, is_session, known_ids, session_id
from briefgen.register.models.actors import Area, Party, Person, SourceEntry
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.sessions import SessionFile
from briefgen.register.numbering import EXAMPLES, fits
from briefgen.register.register import Register, Session
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


def load_register(workspace: Workspace) -> Register:
    """The register of a workspace; raises RegisterError with all of its problems."""
    problems: list[Problem] = []
    settings_source = read(workspace.root / SETTINGS_FILE, SETTINGS_FILE, problems)
    sources = read_all(workspace.data, problems)
    context = {"known": known_ids(sources), "languages": languages_of(settings_source)}
    found: list[Problem] = []
    settings = validate(SETTINGS, settings_source, context, found) if settings_source else None
    values = {
        name: validate(adapter_of(name), source, context, found)
        for name, source in sources.items()
        if source is not None
    }
    found += numbering_problems(sources, values)
    told = {problem.place for problem in problems}
    problems += [problem for problem in found if problem.place not in told]
    if problems or settings is None:
        raise RegisterError(problems)
    return assemble(settings, values)


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


def numbering_problems(sources: Sources, values: Mapping[str, Any]) -> list[Problem]:
    """Session files whose name is no number of their mechanism."""
    problems = []
    for name in filter(is_session, sources):
        mechanism_id, _, key = session_id(name).partition("/")
        mechanism: Mechanism | None = values.get(f"mechanisms/{mechanism_id}/mechanism")
        if mechanism is not None and not fits(key, mechanism.numbering.by):
            unit = mechanism.numbering.by
            message = (
                f"sessions are counted by {unit} here, so this file's name must be one, such as"
                f" {EXAMPLES[unit]}.yaml; rename it"
            )
            problems.append(Problem(Place(f"data/{name}.yaml"), "session-key", message))
    return problems


def assemble(settings: Settings, values: Mapping[str, Any]) -> Register:
    return Register(
        title=settings.title,
        home=settings.home,
        languages=settings.languages,
        style=settings.style,
        parties=values["parties"],
        people=values["people"],
        areas=values["areas"],
        sources=values["sources"],
        mechanisms={
            name.split("/")[1]: value for name, value in values.items() if is_mechanism(name)
        },
        sessions={
            session_id(name): session_of(session_id(name), value)
            for name, value in values.items()
            if is_session(name)
        },
    )


def session_of(session: str, file: SessionFile) -> Session:
    mechanism, _, key = session.partition("/")
    held = {name: getattr(file, name) for name in SessionFile.model_fields}
    return Session.model_construct(mechanism=mechanism, key=key, **held)
