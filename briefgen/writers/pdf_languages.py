"""The language of every text in a PDF's tag tree."""

from collections.abc import Iterable

import pydyf

from briefgen.writers.pdf_boxes import Made


def tell_languages(made: Iterable[Made], language: str) -> None:
    """Gives elements in another language than what is around them a note of it.

    WeasyPrint tells no more than the language of the document.
    """
    spoken: dict[bytes, str] = {}
    for box, element, reference in made:
        around = spoken.get(element["P"], language)
        spoken[reference] = own = box.style["lang"] or around
        if own != around:
            element["Lang"] = pydyf.String(own)
