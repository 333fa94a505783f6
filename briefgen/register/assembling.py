"""What was read and validated, put together: for checks between files, and as the register."""

from collections.abc import Mapping
from typing import Any

from briefgen.register.consistency.entries import Entries
from briefgen.register.known import Sources, is_mechanism, is_session, session_id
from briefgen.register.models.sessions import SessionFile
from briefgen.register.register import Register, Session
from briefgen.register.workspace import Settings


def entries_of(sources: Sources, values: Mapping[str, Any]) -> Entries:
    """What could be read; the lists and files that couldn't are empty or left out."""
    read_values = {name: value for name, value in values.items() if value is not None}
    return Entries(
        parties=read_values.get("parties", {}),
        people=read_values.get("people", {}),
        mechanisms={
            name.split("/")[1]: value for name, value in read_values.items() if is_mechanism(name)
        },
        sessions={
            session_id(name): session_of(session_id(name), value)
            for name, value in read_values.items()
            if is_session(name)
        },
        sources=sources,
    )


def assemble(settings: Settings, values: Mapping[str, Any], entries: Entries) -> Register:
    return Register(
        title=settings.title,
        home=settings.home,
        languages=settings.languages,
        style=settings.style,
        styles=settings.styles,
        issuer=settings.issuer,
        due=settings.build,
        parties=entries.parties,
        people=entries.people,
        areas=values["areas"],
        sources=values["sources"],
        mechanisms=entries.mechanisms,
        sessions=entries.sessions,
    )


def session_of(session: str, file: SessionFile) -> Session:
    mechanism, _, key = session.partition("/")
    held = {name: getattr(file, name) for name in SessionFile.model_fields}
    return Session.model_construct(mechanism=mechanism, key=key, **held)
