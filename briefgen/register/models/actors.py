"""Parties and people, and what else the register lists once: areas and sources."""

from typing import Annotated, Literal

from pydantic import Field

from briefgen.register.dates import EdtfDate
from briefgen.register.forms import Country, EmailAddress, Telephone, WebAddress
from briefgen.register.models.entries import Entry, Sourced
from briefgen.register.references import Party as PartyRef
from briefgen.register.references import SourceRef
from briefgen.register.texts import Name, Text


class Party(Entry):
    """A province or region that takes part in mechanisms; sources tell how it began or ended."""

    name: Name
    kind: Literal["province", "autonomous-region", "municipality", "ministry", "other"]
    country: Country
    secretariat: Name | None = None
    since: Annotated[EdtfDate | None, Field(alias="from")] = None
    until: EdtfDate | None = None
    successor: PartyRef | None = None
    sources: tuple[SourceRef, ...] = ()


class Post(Sourced):
    """An office that a person holds or held."""

    title: Name
    party: PartyRef | None = None
    since: Annotated[EdtfDate | None, Field(alias="from")] = None
    until: EdtfDate | None = None


class Contacts(Entry):
    """How to reach a person: personal data, never in a shared edition."""

    email: EmailAddress | None = None
    telephone: Telephone | None = None


class Person(Entry):
    """A person as the sources name them."""

    name: Name
    honorific: Name | None = None
    posts: tuple[Post, ...] = ()
    internal: Contacts | None = None


class Area(Entry):
    """An area of cooperation."""

    name: Name


class SourceEntry(Entry):
    """A text that facts were taken from; `event` is the date of what it tells, not of the text."""

    title: Text
    publisher: Name | None = None
    published: EdtfDate | None = None
    event: EdtfDate | None = None
    accessed: EdtfDate | None = None
    url: WebAddress | None = None
    note: Text | None = None
