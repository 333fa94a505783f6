"""The Jinja environment: sandboxed, strict, escaping always, and every tag knows its line."""

import re
from gettext import NullTranslations
from pathlib import Path

from jinja2 import StrictUndefined
from jinja2.ext import Extension

from briefgen.register.texts import Language
from briefgen.rendering.compiled import Compiled
from briefgen.rendering.filters import Filters
from briefgen.rendering.loader import Loader
from briefgen.rendering.messages import messages
from briefgen.rendering.parsing import PLACE_ATTRIBUTE
from briefgen.rendering.sandbox import Sandbox
from briefgen.rendering.splitting import parts_of
from briefgen.rendering.stock import weighing

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
        for part, is_code in parts_of(source):
            parts.append(part if is_code else placed(part, name or "template", line))
            line += part.count("\n")
        return "".join(parts)


def placed(text: str, name: str, line: int) -> str:
    parts, done = [], 0
    for tag in TAG.finditer(text):
        line += text.count("\n", done, tag.end())
        parts.append(f'{text[done : tag.end()]} {PLACE_ATTRIBUTE}="{name}:{line}"')
        done = tag.end()
    return "".join([*parts, text[done:]])


def make_environment(
    folders: tuple[Path, ...],
    language: Language,
    words: NullTranslations,
    compiled: Compiled | None = None,
) -> Sandbox:
    """An environment whose templates come from the first folder that has them."""
    environment = Sandbox(
        loader=Loader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        lstrip_blocks=True,
        # Nothing is reckoned in advance: that takes longer than it saves, and differs by language.
        optimized=False,
        bytecode_cache=compiled,
        extensions=["jinja2.ext.i18n", Places],
    )
    environment.install_gettext_callables(newstyle=True, **messages(words))  # type: ignore[attr-defined]
    own = Filters(language, words).table()
    environment.filters.update({name: weighing(each) for name, each in own.items()})
    return environment
