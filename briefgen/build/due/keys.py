"""Keys: what stands for everything that a document is made from, and changes as any of it does."""

import hashlib
import io
import pickle
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from briefgen.build.due.program import program_versions
from briefgen.documents.document import Document
from briefgen.register.models.issuer import Issuer
from briefgen.register.texts import Language
from briefgen.rendering.catalogues import catalogue_file
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.installed_fonts import font_versions
from briefgen.rendering.page import Page
from briefgen.rendering.po_file import MOST_BYTES
from briefgen.rendering.rendering import frame_of
from briefgen.rendering.style import Style
from briefgen.rendering.template_files import all_of
from briefgen.rendering.template_sources import TemplateSources
from briefgen.writers.machine import families_of


@dataclass(frozen=True)
class Look:
    """A house style with what stands for it: its figures, its letterhead, its fonts."""

    style: Style
    digest: str


@dataclass(frozen=True)
class Keys:
    """The keys of documents from some folders of templates; what many share is read once."""

    folders: tuple[Path, ...]
    issuer: Issuer
    looks: dict[str, Look] = field(default_factory=dict, compare=False)
    words: dict[Language, str] = field(default_factory=dict, compare=False)

    def key(self, facts: bytes, template: str, style: str, more: tuple[str, ...]) -> str:
        """The key of a document from its facts, a template, a house style, and what else tells.

        The formats make no difference. Raises what `load_style` raises.
        """
        made_of = self.templates.digest(template, frame_of(self.look(style).style))
        return digest(self.means(style), facts, made_of, *more)

    def means(self, style: str) -> str:
        """What stands for all that makes files of a page: the program and the house style."""
        return digest(self.program, self.look(style).digest)

    def look(self, style_name: str) -> Look:
        """A house style, with what stands for it."""
        if style_name not in self.looks:
            style = load_style(style_name, self.folders)
            letterhead = style.letterhead_file
            fonts = font_versions(families_of(style))
            parts = [style.model_dump_json(), *fonts]
            parts += [letterhead.name, digest(letterhead.data)] if letterhead else []
            self.looks[style_name] = Look(style, digest(*parts))
        return self.looks[style_name]

    def words_of(self, language: Language) -> str:
        """What stands for the words of a language: those of all its catalogues."""
        if language not in self.words:
            files = all_of(catalogue_file(language), self.folders)
            self.words[language] = digest(*(file.start(MOST_BYTES + 1) for file in files))
        return self.words[language]

    @cached_property
    def program(self) -> str:
        """What stands for the program with its libraries, and for who issues documents."""
        versions = (" ".join(each) for each in program_versions().items())
        return digest(*versions, self.issuer.model_dump_json())

    @cached_property
    def templates(self) -> TemplateSources:
        """What stands for templates."""
        return TemplateSources(self.folders)


def content(made: Document | Page) -> bytes:
    """A document or a page as bytes: of what is the same, the same bytes, in whatever process.

    Each thing is written out wherever it stands: otherwise it would matter which of them are one
    object. Neither holds sets or anything else without an order.
    """
    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(made)
    return written.getvalue()


def digest(*parts: str | bytes) -> str:
    """What stands for some parts in their order; none runs into the next."""
    found = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        found.update(f"{len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()
