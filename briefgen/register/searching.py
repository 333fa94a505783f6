"""Where in the register's files a text stands."""

from collections.abc import Collection, Mapping
from pathlib import Path

import yaml

from briefgen.problems import Place, RegisterError
from briefgen.register.decoding import decode
from briefgen.register.folder import files_in
from briefgen.register.syntax import events_of, place_of
from briefgen.register.trees import plain_text
from briefgen.register.workspace import SETTINGS_FILE, Workspace, read_bytes


def places_of(texts: Collection[str], workspace: Workspace) -> Mapping[str, Place]:
    """The first place of each text; spaces and line breaks within it make no difference."""
    found: dict[str, Place] = {}
    if texts:
        names = (f"data/{name}" for name in sorted(files_in(workspace.data, [])))
        for name in (*names, SETTINGS_FILE):
            search(workspace.root / name, name, texts, found)
    return found


def search(path: Path, name: str, texts: Collection[str], found: dict[str, Place]) -> None:
    """Adds the places of those texts that stand in a file, if it can be read."""
    try:
        for event in events_of(decode(read_bytes(path, name), name, []), name):
            if isinstance(event, yaml.ScalarEvent):
                text = " ".join(plain_text(event.value).split())
                if text in texts:
                    found.setdefault(text, place_of(name, event.start_mark))
    except RegisterError:
        return  # it was read just before; whatever happened to it since, the warning stands
