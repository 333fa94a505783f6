"""Where in the register's files a text stands."""

from collections.abc import Collection, Mapping
from pathlib import Path

import yaml

from briefgen.problems import Place, RegisterError
from briefgen.register.decoding import decode
from briefgen.register.folder import files_in
from briefgen.register.glances import ESCAPE, compared, hint_of, may_hold
from briefgen.register.syntax import events_of, place_of
from briefgen.register.trees import plain_text
from briefgen.register.workspace import SETTINGS_FILE, Workspace, read_file


def places_of(texts: Collection[str], workspace: Workspace) -> Mapping[str, Place]:
    """The first place of each text that stands in a file.

    Spaces, a capital at its start and a full stop at its end make no difference: documents fit
    these to the sentence that a text stands in.
    """
    found: dict[str, Place] = {}
    wanted = {simplified(text) for text in texts}
    if wanted:
        names = (f"data/{name}" for name in sorted(files_in(workspace.data, [])))
        for name in (*names, SETTINGS_FILE):
            search(workspace.root, name, wanted.difference(found), found)
    return {text: found[simplified(text)] for text in texts if simplified(text) in found}


def simplified(text: str) -> str:
    line = " ".join(text.split()).rstrip(".。")
    return line[:1].lower() + line[1:]


def search(root: Path, name: str, wanted: Collection[str], found: dict[str, Place]) -> None:
    """Adds the places of those texts that stand in a file, if it can be read."""
    try:
        data = read_file(root, name)
        if not may_hold(data, map(hint_of, wanted)):
            return
        text = decode(data, name, [])
        for event in events_of(text if any_in(text, wanted) else "", name):
            if isinstance(event, yaml.ScalarEvent):
                value = simplified(plain_text(event.value))
                if value in wanted:
                    found.setdefault(value, place_of(name, event.start_mark))
    except RegisterError:
        return  # it was read just before; whatever happened to it since, the warning stands


def any_in(text: str, wanted: Collection[str]) -> bool:
    """Whether one of some texts can stand in a file's."""
    whole = compared(text)
    return ESCAPE in text or any(compared(each) in whole for each in wanted)
