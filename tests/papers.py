"""The least document that there is, and what becomes of a template that is made of a few lines."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from makers import words
from pages import presentation

from briefgen.documents.citations import SourceView
from briefgen.problems import TemplateError
from briefgen.register.texts import Wording
from briefgen.rendering.page import Page
from briefgen.rendering.rendering import render_page
from briefgen.rendering.running_bounds import RunningBounds

HEAD = '{% set title = "A made-up title" %}\n{% set subject = "A made-up subject" %}\n'
USUAL = RunningBounds()
AUTHOR = words("The made-up secretariat")


@dataclass(frozen=True)
class Paper:
    """The least that a document holds."""

    text: Wording
    as_of: date = date(2026, 11, 22)
    edition: Literal["internal", "shared"] = "shared"
    author: Wording = AUTHOR
    about: str = "paper"
    sources: tuple[SourceView, ...] = ()


def rendered(
    folder: Path, body: str, text: str = "x", bounds: RunningBounds = USUAL, **parts: str
) -> Page:
    """The page of a template whose third line is the first of `body`, with its parts."""
    (folder / "parts").mkdir(exist_ok=True)
    (folder / "paper.html.j2").write_text(HEAD + body, "utf-8")
    for name, content in parts.items():
        (folder / "parts" / f"{name}.html.j2").write_text(content, "utf-8")
    how = replace(presentation(folder), bounds=bounds)
    return render_page(Paper(words(text)), "paper.html.j2", how)


def wrong(folder: Path, body: str, bounds: RunningBounds = USUAL, **parts: str) -> str:
    with pytest.raises(TemplateError) as caught:
        rendered(folder, body, bounds=bounds, **parts)
    return str(caught.value)
