"""The Jinja environment: sandboxed, strict, escaping always, and every tag knows its line."""

import re
from gettext import NullTranslations
from pathlib import Path

from jinja2 import StrictUndefined
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.register.texts import Language
from briefgen.rendering.filters import Filters
from briefgen.rendering.loader import Loader
from briefgen.rendering.parsing import PLACE_ATTRIBUTE

# Translated blocks are left as they are: a line number would make every message its own.
JINJA = re.compile(
    r"(\{%-?\s*trans\b.*?\bendtrans\s*-?%\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL
)
TAG = re.compile(r"<([a-z][a-z0-9]*)(?=[\s/>])")


class Places(Extension):
    """Writes into every tag of a template where it stands, so that errors can tell."""

    def preprocess(
        self,
        source: str,
        name: str | None,
        filename: str | None = None,  # noqa: ARG002  Jinja gives it
    ) -> str:
        """The template with `data-at="NAME:LINE"` in each tag."""
        line, parts = 1, []
        for part in JINJA.split(source):
            is_code = part.startswith(("{{", "{%", "{#"))
            parts.append(part if is_code else placed(part, name or "template", line))
            line += part.count("\n")
        return "".join(parts)


def placed(text: str, name: str, first_line: int) -> str:
    def with_place(tag: re.Match[str]) -> str:
        line = first_line + text.count("\n", 0, tag.start())
        return f'{tag[0]} {PLACE_ATTRIBUTE}="{name}:{line}"'

    return TAG.sub(with_place, text)


def make_environment(
    folders: tuple[Path, ...], language: Language, words: NullTranslations
) -> ImmutableSandboxedEnvironment:
    """An environment whose templates come from the first folder that has them."""
    environment = ImmutableSandboxedEnvironment(
        loader=Loader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", Places],
    )
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(Filters(language, words).table())
    return environment
