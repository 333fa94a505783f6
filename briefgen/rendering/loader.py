"""How Jinja gets at templates: from the folders of templates only, each of a bounded size."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from briefgen.register.limits import MEBIBYTE
from briefgen.rendering.template_files import first_of

MAX_BYTES = MEBIBYTE
Loaded = tuple[str, str, Callable[[], bool] | None]
"""A template's text, its file for tracebacks, and no way to ask whether it changed since."""


class Loader(BaseLoader):
    """Gives a template's text from the first folder that has it, through no link that leads out."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002  Jinja gives it
        template: str,
    ) -> Loaded:
        """The template of that name; raises TemplateNotFound, or TemplateError if it is unfit."""
        name = "/".join(split_template_path(template))
        file = first_of(name, self.folders) if name else None
        if file is None:
            raise TemplateNotFound(template)
        return one_kind_of_line_ends(file.read(MAX_BYTES).decode()), str(file.path), None


def one_kind_of_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
