"""JSON Schemas of the register's files, for editors that complete and check while one types."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from briefgen.register.loading import AREAS, MECHANISM, PARTIES, PEOPLE, SESSION, SETTINGS, SOURCES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ADAPTERS: Mapping[str, TypeAdapter[Any]] = {
    "briefgen": SETTINGS,
    "parties": PARTIES,
    "people": PEOPLE,
    "areas": AREAS,
    "sources": SOURCES,
    "mechanism": MECHANISM,
    "session": SESSION,
}


def schemas() -> Mapping[str, Mapping[str, Any]]:
    """The schema of each kind of file, by its name."""
    return {
        name: {"$schema": DIALECT, **adapter.json_schema(by_alias=True)}
        for name, adapter in ADAPTERS.items()
    }
