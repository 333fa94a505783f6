"""What a document's template is made of: every template that it can take in, without running it."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.problems import TemplateError
from briefgen.rendering.loader import MAX_BYTES
from briefgen.rendering.template_files import first_of

ENDING = ".html.j2"
FRAME_VARIABLE = "frame_template"
"""The variable that holds the name of the frame; the only name that isn't written out."""
TAKING_IN = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b")
PLAIN = re.compile(
    TAKING_IN.pattern
    + rf"""\s*(?:(?P<quote>["'])(?P<name>[^"'\\]*)(?P=quote)|{FRAME_VARIABLE}\b)"""
    + r"(?=\s*(?:as|import|ignore|with|without)\b|\s*[-+]?%\})"
)
"""A tag that names one template in so many words, or the frame: there is no need to parse it."""


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
            text = data.decode()
        except (TemplateError, ValueError):
            return Taken("unfit", ())
        return Taken(hashlib.sha256(data).hexdigest(), tuple(self.others_in(text)))

    def others_in(self, text: str) -> Iterator[str]:
        """The names that a template writes out; all there are where it works one out itself."""
        plain = [*PLAIN.finditer(text)]
        yield from (found["name"] for found in plain if found["name"] is not None)
        if len(plain) < len(TAKING_IN.findall(text)):
            yield from self.all_names()

    def all_names(self) -> Iterable[str]:
        found = (
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in folder.rglob(f"*{ENDING}")
        )
        return dict.fromkeys(sorted(found))
