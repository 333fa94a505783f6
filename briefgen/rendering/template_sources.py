"""What a document's template is made of: every template that it can take in, without running it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateNotFound, meta, nodes

from briefgen.problems import TemplateError
from briefgen.rendering.loader import MAX_BYTES
from briefgen.rendering.sandbox import Sandbox
from briefgen.rendering.template_files import first_of

ENDING = ".html.j2"
FRAME_VARIABLE = "frame_template"
"""The variable that holds the name of the frame; the only name that isn't written out."""
NAME = ("template",)
"""Where a node that takes a template in holds its name."""
TAKING_IN = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


@dataclass(frozen=True)
class Taken:
    """A template's content, if it is there, and which others it takes in."""

    digest: str
    others: tuple[str, ...]


ABSENT = Taken("absent", ())


@dataclass(frozen=True)
class TemplateSources:
    """The templates of some folders, each looked into once."""

    folders: tuple[Path, ...]
    environment: Sandbox
    looked_into: dict[str, Taken] = field(default_factory=dict)

    def digest(self, *names: str) -> str:
        """What stands for some templates and all that they take in; it changes as any of them."""
        found: dict[str, str] = {}
        waiting = [*names]
        while waiting:
            name = waiting.pop()
            if name not in found:
                taken = self.taken(name)
                found[name] = taken.digest
                waiting += taken.others
        return hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()

    def taken(self, name: str) -> Taken:
        if name not in self.looked_into:
            self.looked_into[name] = self.look_into(name)
        return self.looked_into[name]

    def look_into(self, name: str) -> Taken:
        """A template; what can't be read or understood takes in nothing: to run it will tell."""
        try:
            file = first_of(name, self.folders)
            if file is None:
                return ABSENT
            data = file.read(MAX_BYTES)
            tree = self.environment.parse(data.decode())
        except (JinjaError, TemplateError, TemplateNotFound, ValueError, RecursionError):
            return Taken("unfit", ())
        return Taken(hashlib.sha256(data).hexdigest(), tuple(self.others_in(tree)))

    def others_in(self, tree: nodes.Template) -> Iterator[str]:
        """The names that a template writes out; all there are where it works one out itself."""
        yield from (name for name in meta.find_referenced_templates(tree) if name is not None)
        found = tree.find_all(TAKING_IN)
        named = (name for each in found for name in each.iter_child_nodes(only=NAME))
        if any(is_worked_out(name) for name in named):
            yield from self.all_names()

    def all_names(self) -> Iterable[str]:
        found = (
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in folder.rglob(f"*{ENDING}")
        )
        return dict.fromkeys(sorted(found))


def is_worked_out(name: nodes.Node) -> bool:
    is_frame = isinstance(name, nodes.Name) and name.name == FRAME_VARIABLE
    return not isinstance(name, nodes.Const) and not is_frame
