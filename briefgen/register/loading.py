"""From a workspace's folder to its register, with every problem told at once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, TypeAdapter

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.ids import ID_LENGTH, did_you_mean, is_id
from briefgen.register.known import Sources, is_mechanism, is_session, known_ids, session_id
from briefgen.register.models.actors import Area, Party, Person, SourceEntry
from briefgen.register.models.mechanisms import Mechanism
from briefgen.register.models.sessions import SessionFile
from briefgen.register.numbering import EXAMPLES, fits
from briefgen.register.register import Register, Session
from briefgen.register.source import Source, read_source
from briefgen.register.validation import validate
from briefgen.register.workspace import LANGUAGES, SETTINGS_FILE, Settings, Workspace, read_bytes


def check_id(value: str) -> str:
    if not is_id(value):
        raise ValueError(
            f"'{value}' is no id; use lower-case letters, digits and single hyphens,"
            f" at most {ID_LENGTH}"
        )
    return value


Id = Annotated[str, AfterValidator(check_id)]
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
    settings = settings_source and validate(SETTINGS, settings_source, context, problems)
    values = {
        name: validate(adapter_of(name), source, context, problems)
        for name, source in sources.items()
        if source is not None
    }
    problems += numbering_problems(sources, values)
    if problems or settings is None:
        raise RegisterError(problems)
    return assemble(settings, values)


def read_all(data: Path, problems: list[Problem]) -> Sources:
    """All files below data/, by path without ending; files that no rule knows are problems."""
    sources: dict[str, Source | None] = {}
    for path in sorted(data.rglob("*"), key=lambda path: path.as_posix()):
        name = path.relative_to(data).as_posix()
        if path.is_dir() or path.name.startswith("."):
            continue
        if reason := misplaced(name):
            problems.append(Problem(Place(f"data/{name}"), "unknown-file", reason))
            continue
        sources[name.removesuffix(".yaml")] = read(path, f"data/{name}", problems)
    for name in LIST_FILES:
        if name not in sources:
            message = "this file is missing; an empty register holds {} in it"
            problems.append(Problem(Place(f"data/{name}.yaml"), "missing-file", message))
    folders = {name.rsplit("/", 1)[0] for name in sources if is_session(name)}
    for folder in sorted(folders):
        if f"{folder}/mechanism" not in sources:
            message = "this file is missing; it tells what mechanism the sessions beside it are of"
            place = Place(f"data/{folder}/mechanism.yaml")
            problems.append(Problem(place, "missing-file", message))
    return sources


def misplaced(name: str) -> str:
    """Why a file can't stand where it stands; empty when it can."""
    match name.removesuffix(".yaml").split("/"):
        case _ if not name.endswith(".yaml"):
            return "only .yaml files belong into data/; rename or move it"
        case [stem]:
            near = did_you_mean(stem, LIST_FILES)
            return "" if stem in LIST_FILES else f"no such list in the register{near}"
        case ["mechanisms", mechanism, _]:
            return "" if is_id(mechanism) else f"'{mechanism}' is no id for a mechanism"
    return "the register has no such folder; sessions stand in data/mechanisms/ID/KEY.yaml"


def read(path: Path, name: str, problems: list[Problem]) -> Source | None:
    try:
        return read_source(read_bytes(path, name), name)
    except RegisterError as error:
        problems += error.problems
        return None


def languages_of(settings: Source | None) -> tuple[str, ...]:
    tree = settings.tree if settings is not None else None
    languages = tree.get("languages") if isinstance(tree, dict) else None
    is_usable = isinstance(languages, tuple) and languages
    return tuple(str(language) for language in languages) if is_usable else LANGUAGES


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
            message = f"sessions are numbered by {unit} here: name the file {EXAMPLES[unit]}.yaml"
            problems.append(Problem(Place(f"data/{name}.yaml"), "session-key", message))
    return problems


def assemble(settings: Settings, values: Mapping[str, Any]) -> Register:
    return Register(
        title=settings.title,
        home=settings.home,
        languages=settings.languages,
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
