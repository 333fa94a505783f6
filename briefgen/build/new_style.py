"""A house style of a workspace's own: the file of another one under a new name, to be changed."""

import re
from pathlib import Path

from briefgen.build.output import check_style
from briefgen.build.saving import save
from briefgen.problems import Place, Problem, TemplateError, UsageError, quoted
from briefgen.register.ids import ID_RULE, is_id
from briefgen.register.workspace import Workspace
from briefgen.rendering.house_styles import STYLES_FOLDER, find_style, load_style
from briefgen.rendering.resources import packaged_templates

NAME = re.compile(rb"^(name: *)([^#\r\n]*?)( *(?:#[^\r\n]*)?\r?)$", re.MULTILINE)
"""The style's name in its file: the key, the value, and what may stand behind it."""


def new_style(name: str, source: str, workspace: Workspace) -> Path:
    """Copies a style's file into the workspace, comments and all, and gives the copy's path.

    Raises UsageError for a name that can't be one or that has a file already, and for a style that
    there is not; TemplateError where the style that is copied is wrong itself.
    """
    if not is_id(name):
        raise UsageError([Problem(Place(quoted(name)), "bad-name", f"no name; {ID_RULE}")])
    check_style(source, workspace)
    target = workspace.templates / STYLES_FOLDER / f"{name}.yaml"
    if target.exists() or target.is_symlink():
        message = "this file is there already; change it, or name another style"
        raise UsageError([Problem(Place(str(target)), "style-exists", message)])
    folders = (workspace.templates, packaged_templates())
    load_style(source, folders)
    save(target, renamed(find_style(source, folders).read(), name, source))
    return target


def renamed(data: bytes, name: str, source: str) -> bytes:
    """A style's file in which its name is another."""
    made, count = NAME.subn(rb"\g<1>" + name.encode() + rb"\g<3>", data, count=1)
    if not count:
        place = Place(f"templates/{STYLES_FOLDER}/{source}.yaml")
        message = "its name can't be changed; write it on a line of its own: name: NAME"
        raise TemplateError([Problem(place, "no-name", message)])
    return made
