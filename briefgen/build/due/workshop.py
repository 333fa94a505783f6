"""Where a worker makes documents: what several of them need is made once, and stays warm."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from briefgen.build.due.jobs import Failed, Job, Made, Result, Same
from briefgen.build.due.keys import content, digest
from briefgen.build.due.stock import Stock, unpacked
from briefgen.build.missing_texts import missing_in
from briefgen.problems import BriefgenError, MachineError
from briefgen.register.models.issuer import Issuer
from briefgen.rendering.catalogues import load_words
from briefgen.rendering.compiled import Compiled
from briefgen.rendering.copies import render_copy
from briefgen.rendering.house_styles import load_style
from briefgen.rendering.rendering import Presentation
from briefgen.rendering.resources import packaged_templates
from briefgen.writers.catalogue import WRITERS

Look = tuple[str, tuple[str, ...]]
"""A house style and the languages in which a document is in it."""


@dataclass(frozen=True)
class Workshop:
    """The templates at hand, with every look that was asked for so far."""

    folders: tuple[Path, ...]
    issuer: Issuer
    looks: dict[Look, tuple[Presentation, ...]] = field(default_factory=dict, compare=False)
    rented: TemporaryDirectory[str] | None = None
    """Where templates that were sent stand; it is taken away with the workshop."""
    compiled: Compiled = field(default_factory=Compiled, compare=False)
    lock: Lock = field(default_factory=Lock, compare=False)
    """Fonts and typesetting belong to the whole process: one document at a time."""

    def look(self, style: str, languages: tuple[str, ...]) -> tuple[Presentation, ...]:
        """A house style in some languages; templates are compiled once for all."""
        if (style, languages) not in self.looks:
            self.looks[style, languages] = tuple(self.presentations(style, languages))
        return self.looks[style, languages]

    def presentations(self, style_name: str, languages: tuple[str, ...]) -> Iterator[Presentation]:
        style = load_style(style_name, self.folders)
        for name in languages:
            words = load_words(name, self.folders)
            yield Presentation(
                name, style, self.folders, words, self.issuer, compiled=self.compiled
            )

    def make(self, job: Job) -> Made | Same:
        """A document in every format that is wanted; raises what its stages raise.

        Nothing is written where the page is the one that its files were made from.
        """
        with self.lock:
            how = self.look(job.style, job.languages)
            copy = render_copy(job.document, job.template, how, job.country)
            page = digest(job.means, content(copy.page))
            if page == job.page:
                return Same()
            files = tuple((name, WRITERS[name](copy.page, how[0].style)) for name in job.formats)
        return Made(files, tuple(missing_in(copy.pages).items()), page)


def make(job: Job, stock: Stock) -> Result:
    """A document, or why it could not be made, from what a process has in stock.

    This is what workers are handed.
    """
    return make_in(workshop(stock), job)


def make_in(workshop: Workshop, job: Job) -> Result:
    """The same from a workshop; errors meant for the user come back as values."""
    try:
        return workshop.make(job)
    except MachineError as error:
        return Failed(error.problems, by_machine=True)
    except BriefgenError as error:
        return Failed(error.problems)


@lru_cache(maxsize=1)
def workshop(stock: Stock) -> Workshop:
    """The workshop of a process, which outlives its jobs: the one state that workers keep."""
    if stock.folder is not None:
        return Workshop((stock.folder, packaged_templates()), stock.issuer)
    rented = TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True)
    folder = Path(rented.name) / "templates"
    unpacked(stock, folder)
    return Workshop((folder, packaged_templates()), stock.issuer, rented=rented)
