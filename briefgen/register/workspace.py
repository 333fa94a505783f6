"""The workspace: the folder with briefgen.yaml, its data, templates and out."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator

from briefgen.problems import Place, Problem, RegisterError, UsageError
from briefgen.register.confined import Unreadable, read_inside
from briefgen.register.forms import LanguageTag
from briefgen.register.ids import MechanismId
from briefgen.register.limits import FILE_BYTES
from briefgen.register.models.due import Due, usually_due
from briefgen.register.models.entries import Entry
from briefgen.register.models.issuer import Issuer
from briefgen.register.references import MechanismRef, StyleRef
from briefgen.register.references import Party as PartyRef
from briefgen.register.texts import Language, Name
from briefgen.register.wrong import wrong_at

SETTINGS_FILE = "briefgen.yaml"
LANGUAGES = ("en", "vi", "zh-Hans")
Readers = Literal["internal", "shared"]
"""The editions of documents, by whom they may be shown to."""


class Styles(Entry):
    """The house styles of some documents: a mechanism's goes before an edition's."""

    editions: dict[Readers, StyleRef] = Field(default_factory=dict)
    mechanisms: dict[MechanismRef, StyleRef] = Field(default_factory=dict)

    def style_of(self, mechanism: MechanismId | None, edition: Readers) -> str | None:
        """The style for the documents of a mechanism in an edition; None without any."""
        own = self.mechanisms.get(mechanism) if mechanism is not None else None
        return own or self.editions.get(edition)


class Settings(Entry):
    """What briefgen.yaml says."""

    title: Name
    home: PartyRef
    languages: Annotated[tuple[LanguageTag, ...], Field(min_length=1)] = LANGUAGES
    style: StyleRef = "plain"
    styles: Styles = Styles.model_construct()
    issuer: Issuer = Issuer.model_construct()
    build: tuple[Due, ...] = Field(default_factory=usually_due)

    @field_validator("languages")
    @classmethod
    def languages_stand_once(cls, languages: tuple[Language, ...]) -> tuple[Language, ...]:
        """No language is named twice."""
        for index, language in enumerate(languages):
            if language in languages[:index]:
                raise wrong_at(f"the language '{language}' stands here twice; keep one", index)
        return languages


@dataclass(frozen=True)
class Workspace:
    """Where everything of one workspace stands."""

    root: Path

    @property
    def data(self) -> Path:
        """The register's files."""
        return self.root / "data"

    @property
    def templates(self) -> Path:
        """The secretariat's own templates, looked up before the packaged ones."""
        return self.root / "templates"

    @property
    def out(self) -> Path:
        """Where documents go unless told otherwise."""
        return self.root / "out"


def find_workspace(start: Path) -> Workspace:
    """The nearest folder upwards that holds briefgen.yaml; raises UsageError when none does."""
    for folder in (start, *start.parents):
        if os.path.lexists(folder / SETTINGS_FILE):  # reading it tells what is wrong with it
            return Workspace(folder)
    message = f"no {SETTINGS_FILE} in this folder or any above it; name one with --workspace DIR"
    raise UsageError([Problem(Place(str(start)), "no-workspace", message)])


def open_workspace(root: Path) -> Workspace:
    """The workspace in a folder that was named; raises UsageError when it is none."""
    if not os.path.lexists(root / SETTINGS_FILE):
        message = f"this folder holds no {SETTINGS_FILE}, so it is no workspace"
        if not root.is_dir():
            message = "there is no such folder"
        raise UsageError([Problem(Place(str(root)), "no-workspace", message)])
    return Workspace(root)


def read_file(root: Path, name: str) -> bytes:
    """A file's bytes by its path in the workspace; raises RegisterError when it can't be read.

    One more than allowed, where there are more, so that it is told.
    """
    try:
        return read_inside(root, name, FILE_BYTES.most + 1)
    except Unreadable as error:
        raise RegisterError([Problem(Place(name), "unreadable", str(error))]) from error
